// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/memberrequests.h"
#include "client/producer/producer.h"

#include <unordered_map>

namespace rocketdesk {

/// Sends messages that ask for an answer and waits for it: a consumer replies, a broker pushes the reply (326) here. Lives on the network
/// thread. [DefaultMQProducerImpl.request]
class Requester final : public ProducerMember
{
public:
    /// Requests that may wait at once.
    static constexpr std::size_t MostWaiting = 10'000;

    Requester(Cluster &cluster, Membership &membership, MemberRequests &requests, Producer &producer);
    Q_DISABLE_COPY_MOVE(Requester)

    /// Ends with the reply; its body is as sent, perhaps compressed: protocol::decodedBody() reads it. Timeout where none comes before `limit`
    /// has passed. The message goes by `options`, whose own limit does not count.
    [[nodiscard]] Pending<protocol::StoredMessage> request(OutgoingMessage message, SendOptions options, milliseconds limit);
    void checkTransaction(const commands::CheckTransactionState &, const protocol::StoredMessage &, const Endpoint &) override {}

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    struct Waiter {
        Promise<protocol::StoredMessage> promise;
        ScopedCall timer;
    };

    /// The brokers that the reply may come over know this client.
    Pending<void> prepare(TopicName topic, Deadline until);
    [[nodiscard]] Pending<protocol::StoredMessage> waitFor(const QString &correlation, Deadline until, milliseconds limit);
    void end(const QString &correlation, Result<protocol::StoredMessage> reply);
    void take(const commands::PushReplyMessageToClient &push);

    Cluster &m_cluster;
    Membership &m_membership;
    Producer &m_producer;
    Result<Registration> m_registration;
    std::set<TopicName> m_prepared;
    std::unordered_map<QString, Waiter> m_waiting; ///< by correlation id
    QObject m_context;
    Scope m_scope;
};

} // namespace rocketdesk
