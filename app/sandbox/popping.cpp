// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/popping.h"

#include "app/sandbox/names.h"
#include "client/protocol/pop.h"

#include <QRandomGenerator>

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
namespace property = protocol::property;

constexpr int reviveQueues = 8; ///< reviveQueueNum

/// One pop on its way over the queues.
struct Popping {
    BrokerState &broker;
    const PopMessage &command;
    const MessageFilter &filter;
    PopMessage::Reply reply;
    int found = 0;
    QStringList startOffsets;
    QStringList messageOffsets;
    QStringList orderCounts;

    [[nodiscard]] bool isFull() const { return found >= command.maxMsgNums; }
};

/// Where a group begins that never was at this queue. In "max" mode a queue that has its first message begins there too.
qint64 firstOffset(const BrokerState &broker, const PopQueue &queue, int initMode)
{
    constexpr int fromMax = 1;
    const qint64 min = broker.minOffset(queue.topic, queue.queue);
    if (initMode != fromMax || isRetryTopic(queue.topic) || min <= 0)
        return min;
    return std::max<qint64>(0, broker.maxOffset(queue.topic, queue.queue) - 1);
}

qint64 nextOffset(const BrokerState &broker, const PopQueue &queue, int initMode)
{
    const auto committed = broker.offsets.committed(queue.group, queue.topic, queue.queue);
    const qint64 offset = committed ? committed->value() : firstOffset(broker, queue, initMode);
    return qBound(broker.minOffset(queue.topic, queue.queue), offset, broker.maxOffset(queue.topic, queue.queue));
}

/// A message of a retry topic carries its receipt, and the name of the topic that it is from.
QByteArray redelivered(const Popping &popping, const PopQueue &queue, const Record &record, qint64 startOffset)
{
    protocol::StoredMessage message = messageOf(record);
    protocol::Properties properties = message.allProperties();
    const protocol::PopReceipt receipt{startOffset, popping.reply.popTime, popping.reply.invisibleTime, popping.reply.reviveQid,
                                       protocol::popTopicType(queue.topic), popping.broker.name, queue.queue, message.queueOffset, -1};
    properties.set(QString(property::PopCheckPoint), receipt.toString());
    QByteArray bytes;
    auto block = propertyBlock(properties);
    if (!block)
        return bytes;
    message.topic = popping.command.topic;
    message.properties = std::move(*block);
    (void)protocol::appendStored(bytes, message);
    return bytes;
}

QString entry(const PopQueue &queue, const QString &value)
{
    return QStringLiteral("%1 %2 %3").arg(protocol::popTopicType(queue.topic)).arg(queue.queue.value()).arg(value);
}

void noteTaken(Popping &popping, const PopQueue &queue, qint64 start, qint64 next, const std::vector<qint64> &offsets)
{
    BrokerState &broker = popping.broker;
    const PopTime time{popping.reply.popTime, popping.reply.invisibleTime};
    if (popping.command.order) {
        popping.orderCounts << broker.popOrders.take(queue, popping.command.attemptId, offsets, time);
        whenDone(broker.clock.after(milliseconds(time.invisible)), &broker.context,
                 [&broker, queue](const Result<void> &) { broker.popPolls.arrived(queue.topic, queue.queue); });
    } else {
        broker.pops.take(queue, offsets, time);
        broker.offsets.commit(queue.group, queue.topic, queue.queue, QueueOffset(next));
    }
    QStringList texts;
    for (const qint64 offset : offsets)
        texts << QString::number(offset);
    popping.startOffsets << entry(queue, QString::number(start));
    popping.messageOffsets << entry(queue, texts.join(u','));
    broker.counters.add(QStringLiteral("GROUP_GET_NUMS"), popping.command.topic.text() + u'@' + queue.group.text(), broker.now(), qint64(offsets.size()));
}

void popQueue(Popping &popping, const PopQueue &queue)
{
    BrokerState &broker = popping.broker;
    const QueueLog *const log = broker.store.queue(queue.topic, queue.queue);
    if (!log || popping.isFull() || (popping.command.order && broker.popOrders.isBlocked(queue, popping.command.attemptId, broker.now())))
        return;
    const qint64 start = nextOffset(broker, queue, popping.command.initMode);
    const qint64 end = std::min(log->maxOffset(), start + mostScanned);
    qint64 next = start;
    std::vector<qint64> offsets;
    for (; next < end && !popping.isFull(); ++next) {
        const Record &record = *log->at(next);
        if (!popping.filter.accepts(record))
            continue;
        popping.reply.body += isRetryTopic(queue.topic) ? redelivered(popping, queue, record, start) : record.bytes;
        offsets.push_back(next);
        ++popping.found;
    }
    popping.reply.restNum += log->maxOffset() - next;
    if (!offsets.empty())
        noteTaken(popping, queue, start, next, offsets);
    else if (next > start)
        broker.offsets.commit(queue.group, queue.topic, queue.queue, QueueOffset(next));
}

void popTopic(Popping &popping, const TopicName &name, int firstQueue)
{
    const TopicConfig *const topic = popping.broker.topics.find(name);
    const int queues = topic ? topic->readQueueNums : 0;
    for (int i = 0; i < queues; ++i)
        popQueue(popping, {popping.command.consumerGroup, name, QueueId((firstQueue + i) % queues)});
}

void popRetries(Popping &popping, int firstQueue)
{
    for (const TopicName &retry : popRetryTopics(popping.broker, popping.command.topic, popping.command.consumerGroup))
        popTopic(popping, retry, firstQueue);
}

/// Is there a message in this queue that the group has not taken?
bool hasMore(const BrokerState &broker, const PopQueue &queue)
{
    return broker.maxOffset(queue.topic, queue.queue) > nextOffset(broker, queue, 0);
}

} // namespace

QList<TopicName> popRetryTopics(const BrokerState &broker, const TopicName &topic, const ConsumerGroup &group)
{
    QList<TopicName> topics{protocol::popRetryTopic(topic, group, 1)};
    if (broker.isOn(QLatin1StringView("enableRetryTopicV2")))
        topics.prepend(protocol::popRetryTopic(topic, group, 2));
    return topics;
}

PopMessage::Reply pop(BrokerState &broker, const PopMessage &command, const MessageFilter &filter)
{
    Popping popping{broker, command, filter, {}, 0, {}, {}, {}};
    PopMessage::Reply &reply = popping.reply;
    reply.popTime = broker.now();
    reply.invisibleTime = command.invisibleTime;
    reply.reviveQid = command.order ? popOrderReviveQueue : static_cast<int>(broker.popCount++ % reviveQueues);
    const int random = QRandomGenerator::global()->bounded(100);
    const bool retryFirst = random % 5 == 0;
    if (retryFirst && !command.order)
        popRetries(popping, random);
    if (command.queueId.value() < 0)
        popTopic(popping, command.topic, random);
    else
        popQueue(popping, {command.consumerGroup, command.topic, command.queueId});
    if (!retryFirst && !command.order)
        popRetries(popping, random);
    reply.startOffsetInfo = popping.startOffsets.join(u';');
    reply.msgOffsetInfo = popping.messageOffsets.join(u';');
    if (command.order)
        reply.orderCountInfo = popping.orderCounts.join(u';');
    return reply;
}

bool hasMessage(const BrokerState &broker, const PopQueue &queue, bool inOrder, const std::optional<QString> &attempt)
{
    QList<TopicName> topics{queue.topic};
    if (!inOrder)
        topics << popRetryTopics(broker, queue.topic, queue.group);
    for (const TopicName &name : std::as_const(topics)) {
        const TopicConfig *const topic = broker.topics.find(name);
        for (int id = 0; topic && id < topic->readQueueNums; ++id) {
            const PopQueue one{queue.group, name, QueueId(id)};
            const bool asked = queue.queue.value() < 0 || name != queue.topic || one.queue == queue.queue;
            if (asked && hasMore(broker, one) && !(inOrder && broker.popOrders.isBlocked(one, attempt, broker.now())))
                return true;
        }
    }
    return false;
}

void revive(BrokerState &broker, const PopQueue &queue, qint64 offset, const PopTime &time)
{
    const QueueLog *const log = broker.store.queue(queue.topic, queue.queue);
    const Record *const record = log ? log->at(offset) : nullptr;
    if (!record)
        return;
    protocol::StoredMessage message = messageOf(*record);
    const TopicName origin = message.topic;
    protocol::Properties properties = message.allProperties();
    if (message.reconsumeTimes == 0 || !properties.contains(property::FirstPopTime))
        properties.set(QString(property::FirstPopTime), QString::number(time.at));
    properties.set(QString(property::OriginGroup), queue.group.text());
    auto block = propertyBlock(properties);
    if (!block)
        return;
    const int version = broker.isOn(QLatin1StringView("enableRetryTopicV2")) ? 2 : 1;
    message.topic = isRetryTopic(origin) ? origin : broker.useTopic(protocol::popRetryTopic(origin, queue.group, version), 1).topicName;
    message.queueId = QueueId(0);
    message.properties = std::move(*block);
    ++message.reconsumeTimes;
    (void)broker.put(message);
}

} // namespace rocketdesk::sandbox
