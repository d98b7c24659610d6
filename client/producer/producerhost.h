// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/membership.h"
#include "client/producer/producer.h"

namespace rocketdesk {

/// A producer that brokers know by its group while it lives.
class ProducerHost final : public QObject, public ProducerMember
{
    Q_OBJECT
public:
    ProducerHost(Cluster &cluster, Membership &membership, const ProducerOptions &options, QObject *parent = nullptr);

    /// As Producer's; fails where the options make no sense or the group may not be joined.
    [[nodiscard]] Pending<SendReceipt> send(const OutgoingMessage &message, SendOptions options);
    [[nodiscard]] Pending<BatchReceipts> sendBatch(std::vector<OutgoingMessage> messages, SendOptions options, int perRequest);
    /// A group without transactions has nothing to tell.
    void checkTransaction(const commands::CheckTransactionState &, const protocol::StoredMessage &, const Endpoint &) override {}

    [[nodiscard]] Producer &producer() { return m_producer; }

private:
    void uses(const TopicName &topic);

    Membership &m_membership;
    TopicName m_used; ///< the last one that the membership was told of
    Producer m_producer;
    Result<Registration> m_registration;
};

/// Joins the group of the options, where they make sense.
[[nodiscard]] Result<Registration> joinAs(ProducerMember &member, const ProducerOptions &options, Membership &membership);

} // namespace rocketdesk
