// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/sharedend.h"
#include "client/consumer/consumerparts.h"

#include <memory>

namespace rocketdesk {

/// Takes and gives back the brokers' locks of an orderly consumer's queues (41, 42). A broker holds a lock for 60 s.
/// Only the master is asked, or the replica that routes name in its place: any process grants a lock whatever the others have
/// granted, so that members who ask different ones would hold it side by side. [RebalanceImpl.lock]
class QueueLocks final
{
public:
    using Queues = QList<commands::MessageQueue>;

    explicit QueueLocks(ConsumerParts &parts) : m_parts(parts) {}
    Q_DISABLE_COPY_MOVE(QueueLocks)

    /// What a round of locking came to.
    struct Locked {
        Queues held; ///< by this client now
        Queues refused; ///< another client has them
        std::map<BrokerName, Error> silent; ///< brokers that failed, or have no master: nothing is known of their queues
    };
    /// Locks these, or renews their locks; all brokers at once.
    [[nodiscard]] Pending<Locked> lock(Queues queues);
    /// Begins when the rounds of locking that are under way are over: brokers may take what is sent later first. Ends when every
    /// broker has answered or failed.
    [[nodiscard]] Pending<void> unlock(Queues queues);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    [[nodiscard]] std::map<BrokerName, commands::LockRequest> byBroker(const Queues &queues) const;
    /// Asks the master of the request's queues, which are all of one broker.
    template <typename C>
    [[nodiscard]] Pending<typename C::Reply> askMaster(const commands::LockRequest &request);
    void askForRoutes(const Queues &queues);

    ConsumerParts &m_parts;
    std::vector<std::shared_ptr<SharedEnd>> m_rounds; ///< of locking, under way
    Scope m_scope;
};

} // namespace rocketdesk
