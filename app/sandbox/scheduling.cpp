// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/scheduling.h"

#include "app/sandbox/names.h"

namespace rocketdesk::sandbox {

namespace {

namespace property = protocol::property;

/// messageDelayLevel of a fresh broker, in seconds.
constexpr int seconds[delayLevels] = {1, 5, 10, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 1200, 1800, 3600, 7200};

/// Where a stored message waits for its time.
struct Waiting {
    TopicName topic;
    QueueId queue;
    QueueOffset offset;
};

Result<Place> putInto(BrokerState &broker, const TopicName &topic, QueueId queue, protocol::StoredMessage message)
{
    if (auto moved = putAside(message, topic, queue); !moved)
        return failed(std::move(moved.error()));
    return broker.put(message);
}

/// A record that was dropped in the meantime is lost, as on a broker whose disk is full.
void deliver(BrokerState &broker, const Waiting &waiting, const protocol::Properties &added)
{
    const QueueLog *const log = broker.store.queue(waiting.topic, waiting.queue);
    const Record *const record = log ? log->at(waiting.offset.value()) : nullptr;
    if (!record)
        return;
    protocol::StoredMessage message = messageOf(*record);
    if (waiting.topic == topicNamed(timerTopic) && broker.delayed.recalled.remove(message.propertyText(property::UniqueKey)))
        return;
    protocol::Properties properties = message.allProperties();
    for (const protocol::Property &one : added)
        properties.set(one.name, one.value);
    message.topic = TopicName(properties.value(property::RealTopic, {}));
    message.queueId = QueueId(properties.value(property::RealQueueId, {}).toInt());
    if (auto block = propertyBlock(properties)) {
        message.properties = std::move(*block);
        (void)broker.put(message);
    }
}

} // namespace

milliseconds delayOf(int level)
{
    return std::chrono::seconds(seconds[qBound(1, level, delayLevels) - 1]);
}

Result<Place> deliverAfterLevel(BrokerState &broker, protocol::StoredMessage message, int level)
{
    const Waiting place{topicNamed(scheduleTopic), QueueId(qBound(1, level, delayLevels) - 1), {}};
    Result<Place> put = putInto(broker, place.topic, place.queue, std::move(message));
    if (!put)
        return put;
    whenDone(broker.clock.after(delayOf(level)), &broker.context, [&broker, place, offset = put->offset](const Result<void> &) {
        broker.whenUp([&broker, place, offset] {
            broker.delayed.delivered[place.queue.value() + 1] = QueueOffset(offset.value() + 1);
            deliver(broker, {place.topic, place.queue, offset}, {});
        });
    });
    return put;
}

Result<Place> recall(BrokerState &broker, protocol::StoredMessage order, const QString &uniqueId)
{
    Result<Place> put = putInto(broker, topicNamed(timerTopic), QueueId(0), std::move(order));
    if (put)
        broker.delayed.recalled.insert(uniqueId);
    return put;
}

Result<Place> deliverAt(BrokerState &broker, protocol::StoredMessage message, qint64 atMs)
{
    constexpr qint64 precisionMs = 1000;
    const qint64 out = atMs - atMs % precisionMs;
    protocol::Properties properties = message.allProperties();
    properties.set(QStringLiteral("TIMER_OUT_MS"), QString::number(out));
    auto block = propertyBlock(properties);
    if (!block)
        return failed(std::move(block.error()));
    message.properties = std::move(*block);
    const TopicName topic = topicNamed(timerTopic);
    Result<Place> put = putInto(broker, topic, QueueId(0), std::move(message));
    if (!put)
        return put;
    const qint64 enqueued = broker.now();
    const milliseconds wait(std::max<qint64>(0, out + precisionMs - enqueued));
    whenDone(broker.clock.after(wait), &broker.context, [&broker, topic, offset = put->offset, enqueued](const Result<void> &) {
        broker.whenUp([&broker, topic, offset, enqueued] {
            deliver(broker, {topic, QueueId(0), offset}, {{QStringLiteral("TIMER_ENQUEUE_MS"), QString::number(enqueued)},
                                                          {QStringLiteral("TIMER_DEQUEUE_MS"), QString::number(broker.now())}});
        });
    });
    return put;
}

} // namespace rocketdesk::sandbox
