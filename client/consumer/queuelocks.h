// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/consumerparts.h"

namespace rocketdesk {

/// Takes and gives back the brokers' locks of an orderly consumer's queues (41, 42). A broker holds a lock for 60 s.
class QueueLocks final
{
public:
    using Queues = QList<commands::MessageQueue>;

    explicit QueueLocks(ConsumerParts &parts) : m_parts(parts) {}
    Q_DISABLE_COPY_MOVE(QueueLocks)

    /// What a round of locking came to. Queues of brokers that did not answer are in neither list.
    struct Locked {
        Queues held; ///< by this client now
        Queues refused; ///< another client has them
    };
    /// Locks these, or renews their locks; all brokers at once. Fails where none answered.
    [[nodiscard]] Pending<Locked> lock(Queues queues);
    /// Ends when every broker has answered or failed.
    [[nodiscard]] Pending<void> unlock(Queues queues);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    [[nodiscard]] std::map<BrokerName, commands::LockRequest> byBroker(const Queues &queues) const;

    ConsumerParts &m_parts;
    Scope m_scope;
};

} // namespace rocketdesk
