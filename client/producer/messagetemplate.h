// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/producer/sendvalues.h"
#include "client/protocol/messageids.h"
#include "client/protocol/namespace.h"

namespace rocketdesk {

/// One message on its way. The unique id is its own and stays over every try.
struct StampedMessage {
    commands::SendMessageV2 command; ///< without a queue
    QString id;
    qsizetype bodySize = 0; ///< bytes, before compression
};

/// What the client itself puts on a message, beside what its sender may give.
struct SendMarks {
    ProducerGroup group = ProducerGroup(QStringLiteral("rocketdesk"));
    protocol::Properties properties;
    protocol::NameSpace names; ///< that the message's topic lies in
};

/// A message that was checked, encoded and compressed once and goes out as often as wanted, each time with an id of its own.
class MessageTemplate final
{
public:
    /// InvalidArgument or TooLarge for what may not be sent. `nowMs`: epoch ms. Of the caller's message nothing is changed.
    [[nodiscard]] static Result<MessageTemplate> of(const OutgoingMessage &message, SendOptions options, qint64 nowMs, const SendMarks &marks = {});

    [[nodiscard]] StampedMessage stamp(protocol::UniqueIdGenerator &ids, qint64 nowMs) const;
    [[nodiscard]] const SendOptions &options() const { return m_options; }

private:
    MessageTemplate() = default;

    commands::SendMessageV2 m_command;
    QByteArray m_block; ///< of the properties, without the id
    SendOptions m_options; ///< bound to the message
    qsizetype m_bodySize = 0;
};

/// What the options add to a message's properties: delay, delivery time, sharding key.
void addOptionProperties(protocol::Properties &properties, const SendOptions &options);
/// What a namespace adds: its name, as Java producers do.
void addNamespaceProperty(protocol::Properties &properties, const protocol::NameSpace &names);
/// Works out what the choice of a queue needs of the message: its key for the hash goes to `shardingKey`, the selector keeps the message.
void bindRouting(SendOptions &options, const OutgoingMessage &message);

} // namespace rocketdesk
