// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/membership.h"
#include "client/producer/producer.h"
#include "client/producer/transactionvalues.h"

namespace rocketdesk {

/// Sends half messages, asks what became of the local work, tells brokers, and answers their checks. Lives on the network thread.
class TransactionSender final : public QObject, public ProducerMember
{
    Q_OBJECT
public:
    /// Where the local work is done; asked on the network thread, answered there.
    struct Work {
        std::function<Pending<TransactionState>(OutgoingMessage message, QString transactionId)> execute;
        std::function<Pending<TransactionState>(protocol::StoredMessage message, QString transactionId)> check;
    };

    TransactionSender(Cluster &cluster, Membership &membership, TransactionOptions options, Work work, QObject *parent = nullptr);
    ~TransactionSender() override;

    /// The half message, the local work, the end. Fails where the half message was not stored, or this group may not be joined.
    [[nodiscard]] Pending<TransactionSendResult> send(OutgoingMessage message, SendOptions options);
    void checkTransaction(const commands::CheckTransactionState &check, const protocol::StoredMessage &halfMessage, const Endpoint &broker) override;

    [[nodiscard]] Producer &producer() { return m_producer; }
    [[nodiscard]] const TransactionOptions &options() const { return m_options; }
    [[nodiscard]] const TransactionStatistics &statistics() const { return m_statistics; }
    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Pending<void> answer(commands::CheckTransactionState check, protocol::StoredMessage halfMessage, Endpoint broker);
    /// The answer, or Unknown with a reason.
    [[nodiscard]] Pending<TransactionState> limited(Pending<TransactionState> work, milliseconds limit);
    Pending<Endpoint> masterOf(BrokerName broker, TopicName topic);
    [[nodiscard]] Result<void> tell(const commands::EndTransaction &command, const Endpoint &broker, const protocol::Properties &properties, const TopicName &topic);

    Cluster &m_cluster;
    Membership &m_membership;
    const TransactionOptions m_options;
    Work m_work;
    Producer m_producer;
    Result<Registration> m_registration;
    TransactionStatistics m_statistics;
    int m_checking = 0;
    Scope m_scope;
};

} // namespace rocketdesk
