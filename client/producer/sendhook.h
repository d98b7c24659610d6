// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/producer/sendvalues.h"
#include "client/protocol/transaction.h"

namespace rocketdesk {

/// What differs from try to try.
struct TryNumbers {
    int number = 1;
    std::chrono::nanoseconds cost{0}; ///< of this try; 0 before it, and of one-way sends
};

/// One try of a send, for hooks. Views live for the call.
struct SendTry {
    const TopicName &topic; ///< with the namespace, as it goes out
    const BrokerRef &broker;
    const QString &messageId; ///< of a batch: all, joined by commas
    QByteArrayView properties; ///< the block as it goes out; of a batch only what is the batch's own
    qsizetype bodySize = 0; ///< bytes, before compression; of a batch the encoded whole
    TryNumbers numbers;

    [[nodiscard]] QString property(QLatin1StringView name) const { return QString::fromUtf8(protocol::findProperty(properties, name).value_or(QByteArrayView())); }
};

/// The end of a local transaction, as it was told to the broker.
struct TransactionEnd {
    const TopicName &topic; ///< as the program knows it
    const QString &messageId;
    const QString &transactionId;
    const Endpoint &broker;
    const protocol::Properties &properties; ///< of the half message
    protocol::TransactionState state = protocol::TransactionState::Unknown;
    bool fromCheck = false;
};

/// Sees what a producer does. Called on the network thread, where nothing may wait.
class SendHook
{
public:
    virtual ~SendHook() = default;
    /// Before each try. An error keeps the message from being sent and is what the send ends with.
    [[nodiscard]] virtual Result<void> beforeSend(const SendTry &) { return {}; }
    /// After each try. One-way sends end when they are on their way.
    virtual void afterSend(const SendTry &, const Result<SendReceipt> &) {}
    /// A timer message was called back; the result has its id.
    virtual void afterRecall(const TopicName &, const Result<QString> &) {}
    virtual void afterTransaction(const TransactionEnd &) {}
};

} // namespace rocketdesk
