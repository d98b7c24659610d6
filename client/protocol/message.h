// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/protocol/bytes.h"
#include "client/protocol/packedendpoint.h"
#include "client/protocol/properties.h"

#include <optional>

namespace rocketdesk::protocol {

/// A message on its way to a broker.
struct OutgoingMessage {
    TopicName topic;
    int flag = 0; ///< the sender's own number, RocketMQ only carries it
    Properties properties;
    QByteArray body; ///< as the sender wrote it, never compressed
};

/// What is wrong with one stored message of a list; the others are not touched by it.
enum class MessageFault : quint8 {
    None,
    Properties, ///< the property block runs past the record: there are no properties
    Body, ///< the body does not decompress, or is no batch where one was promised: it is there raw
};

/// A message as a broker keeps it. Body and properties are views into the frame it came in.
struct StoredMessage {
    TopicName topic;
    BrokerName brokerName; ///< not in the record: filled in by whoever pulled it
    QueueId queueId;
    QueueOffset queueOffset;
    CommitLogOffset commitLogOffset;
    CommitLogOffset preparedTransactionOffset; ///< of the half message; 0 without a transaction
    int sysFlag = 0; ///< as stored; see sysflag.h
    int flag = 0;
    int reconsumeTimes = 0;
    int bodyCrc = 0; ///< of the stored body, sign bit off; 0 inside a batch
    int storeSize = 0; ///< bytes of the record
    MessageFault fault = MessageFault::None;
    qint64 bornTimestamp = 0; ///< ms since 1970 at the sender
    qint64 storeTimestamp = 0; ///< ms since 1970 at the broker
    PackedEndpoint bornHost;
    PackedEndpoint storeHost;
    Bytes body; ///< as stored, perhaps compressed; decodedBody() reads it
    Bytes properties; ///< the block as stored

    /// UTF-8 value of one property, looked up in the block.
    [[nodiscard]] std::optional<QByteArrayView> property(QByteArrayView name) const { return findProperty(properties.view(), name); }
    [[nodiscard]] std::optional<QByteArrayView> property(QLatin1StringView name) const { return findProperty(properties.view(), name); }
    /// The same as text, empty when there is none.
    [[nodiscard]] QString propertyText(QLatin1StringView name) const;
    [[nodiscard]] Properties allProperties() const { return Properties::fromBlock(properties.view()); }

    [[nodiscard]] QString tags() const { return propertyText(property::Tags); }
    [[nodiscard]] QStringList keys() const { return splitKeys(propertyText(property::Keys)); }
    /// Id people use: UNIQ_KEY, or the offset id where the sender gave none.
    [[nodiscard]] QString messageId() const;
    /// Id made of store address and commit log offset.
    [[nodiscard]] QString offsetMessageId() const;
    /// Topic it was sent to: the one before the retries where it lies in a retry topic.
    [[nodiscard]] TopicName topicBeforeRetries() const;
    [[nodiscard]] bool isCompressed() const;

    /// The same message in a frame of its own, for one that is kept while its frame is let go.
    [[nodiscard]] StoredMessage detached() const;
};

/// The body as its sender wrote it: shared where it was not compressed. CorruptBody, TooLarge past the limit in bytes.
[[nodiscard]] Result<Bytes> decodedBody(const StoredMessage &message, qsizetype limit = 64 * 1024 * 1024);
/// sysFlag of a message whose body is the decoded one: the type of compression stays to be seen, the bit is off.
[[nodiscard]] int decodedSysFlag(const StoredMessage &message);
/// Whether the checksum stored with the body fits it. Members of a batch have none and always pass.
[[nodiscard]] bool bodyMatchesCrc(const StoredMessage &message);

} // namespace rocketdesk::protocol
