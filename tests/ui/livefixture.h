// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/messagelist.h"

#include <memory>

namespace rocketdesk::tests {

/// A batch as one pull brings it: `count` messages of one queue, bodies and properties inside one frame.
[[nodiscard]] inline std::shared_ptr<const protocol::MessageBatch> makeBatch(const QString &topic, qint64 firstOffset, int count, int bodySize = 200, qint64 storedAt = 1'795'000'000'000)
{
    const QByteArray properties = QByteArrayLiteral("TAGS\001created\002KEYS\001SO-2026-1184207\002UNIQ_KEY\0010A14070B1F9018B4AAC27C3D5E2A0041\002tenant\001cn-east\002");
    QByteArray body = R"({"eventId":"01JDF3V7Q9K2ZC8W4M5N6P7R8S","type":"order.created","n":)" + QByteArray::number(firstOffset) + '}';
    body = body.leftJustified(bodySize, ' ');
    const protocol::Bytes frame(properties + body);
    auto batch = std::make_shared<protocol::MessageBatch>();
    batch->cost = count * (bodySize + properties.size() + 100);
    for (int i = 0; i < count; ++i) {
        protocol::StoredMessage message;
        message.topic = TopicName(topic);
        message.brokerName = BrokerName(QStringLiteral("broker-a"));
        message.queueId = QueueId(static_cast<int>(firstOffset / 32 % 8));
        message.queueOffset = QueueOffset(firstOffset + i);
        message.storeTimestamp = storedAt + firstOffset + i;
        message.bornTimestamp = message.storeTimestamp - 2;
        message.storeSize = bodySize + 240;
        message.properties = frame.sliced(0, properties.size());
        message.body = frame.sliced(properties.size(), bodySize);
        batch->messages.push_back(message);
    }
    return batch;
}

} // namespace rocketdesk::tests
