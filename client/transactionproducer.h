// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"
#include "client/producer/sendstatistics.h"
#include "client/producer/transactionvalues.h"

#include <QObject>

namespace rocketdesk {

class TransactionSender;
template <typename T>
struct FarObject;

/// Sends messages that are delivered only when the local work of their transaction is done, as its maker sees it: the listener is asked in
/// the maker's thread. Brokers know its group and ask it while it lives. Made by Client::transactionProducer().
class TransactionProducer final : public QObject
{
    Q_OBJECT
public:
    ~TransactionProducer() override;

    [[nodiscard]] const TransactionOptions &options() const { return m_options; }
    /// Stores the half message, asks the listener, tells the broker. A delay level is taken off: transactions have none. Fails where the half
    /// message was not stored; the local work is not begun then.
    [[nodiscard]] Pending<TransactionSendResult> send(OutgoingMessage message) { return send(std::move(message), m_options.producer.sendOptions()); }
    [[nodiscard]] Pending<TransactionSendResult> send(OutgoingMessage message, SendOptions how);
    [[nodiscard]] Pending<TransactionStatistics> statistics();
    /// Of the half messages.
    [[nodiscard]] Pending<SendStatistics> sendStatistics();

private:
    friend class Client;
    using Far = FarObject<TransactionSender>;

    TransactionProducer(Mailbox::Address network, TransactionOptions options, std::shared_ptr<TransactionListener> listener);

    Mailbox::Address m_network;
    const TransactionOptions m_options;
    std::shared_ptr<TransactionListener> m_listener;
    std::shared_ptr<Far> m_far;
};

} // namespace rocketdesk
