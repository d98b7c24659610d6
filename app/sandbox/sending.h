// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/answer.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/ticket.h"
#include "client/commands/messages.h"

namespace rocketdesk::sandbox {

/// What became of a message that was sent.
struct Sent {
    Place place; ///< of the record; of a delayed, timed or half message in its internal topic
    std::optional<QString> recallHandle; ///< of a timed one
};

/// Stores a message where its properties want it: at once, after a delay level, at a time, or as a half message.
/// TooLarge where the time is more than three days away or is no time.
[[nodiscard]] Result<Sent> store(BrokerState &broker, protocol::StoredMessage message, const protocol::Properties &properties);

/// What a broker of 5.5.0 puts beside the sender's properties.
void addBrokerProperties(BrokerState &broker, protocol::Properties &properties);

/// A refusal as sends get it.
[[nodiscard]] tl::unexpected<Refusal> refusedSend(protocol::AnswerCode code, const QString &remark);
/// The topic that the message goes to, made from the template where it is missing. [AbstractSendMessageProcessor.msgCheck]
[[nodiscard]] tl::expected<commands::TopicConfig, Refusal> checkedTopic(BrokerState &broker, const commands::SendHeader &header, const Ticket &ticket);
[[nodiscard]] QueueId chosenQueue(const commands::SendHeader &header, const commands::TopicConfig &config);
/// The message that a header describes, without properties and body.
[[nodiscard]] protocol::StoredMessage messageFrom(const commands::SendHeader &header, QueueId queue, const Ticket &ticket);
[[nodiscard]] commands::SendReply receipt(const BrokerState &broker, const Place &place, QueueId queue);

/// The topic of a send, made from the template that the header names where it is missing; null where it cannot be.
[[nodiscard]] const commands::TopicConfig *topicForSend(BrokerState &broker, const commands::SendHeader &header);

/// A retry message that has been tried too often goes to the dead letters; refused where its group is unknown.
[[nodiscard]] std::optional<Refusal> redirectRetry(BrokerState &broker, commands::SendHeader &header);

} // namespace rocketdesk::sandbox
