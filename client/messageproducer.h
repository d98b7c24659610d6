// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"
#include "client/producer/produceroptions.h"
#include "client/producer/sendstatistics.h"
#include "client/profile/profile.h"

#include <QObject>

namespace rocketdesk {

class ProducerHost;
template <typename T>
struct FarObject;

/// A producer with a group and settings of its own, as its maker sees it. Brokers know it while it lives. Made by Client::producer().
class MessageProducer final : public QObject
{
    Q_OBJECT
public:
    ~MessageProducer() override;

    [[nodiscard]] const ProducerOptions &options() const { return m_options; }
    /// As the options say, or as `how` says: begin with options().sendOptions(). InvalidArgument where the options make no sense, or
    /// name other name servers than the client has.
    [[nodiscard]] Pending<SendReceipt> send(OutgoingMessage message) { return send(std::move(message), m_options.sendOptions()); }
    [[nodiscard]] Pending<SendReceipt> send(OutgoingMessage message, SendOptions how);
    /// In as few requests as the options allow; every message has its own end.
    [[nodiscard]] Pending<BatchReceipts> sendBatch(std::vector<OutgoingMessage> messages) { return sendBatch(std::move(messages), m_options.sendOptions()); }
    [[nodiscard]] Pending<BatchReceipts> sendBatch(std::vector<OutgoingMessage> messages, SendOptions how);
    /// Takes a timer message back by the handle of its receipt; ends with its unique id.
    [[nodiscard]] Pending<QString> recall(TopicName topic, QString handle);
    [[nodiscard]] Pending<SendStatistics> statistics();

private:
    friend class Client;
    using Far = FarObject<ProducerHost>;

    MessageProducer(Mailbox::Address network, ProducerOptions options);

    Mailbox::Address m_network;
    const ProducerOptions m_options;
    std::shared_ptr<Far> m_far;
};

/// The connection that a producer's options ask for: name servers and time-out. For a program that has no profile.
[[nodiscard]] Result<Profile> profileOf(const ProducerOptions &options);

} // namespace rocketdesk
