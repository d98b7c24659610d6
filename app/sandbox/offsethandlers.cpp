// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "app/sandbox/replies.h"
#include "client/commands/brokers.h"
#include "client/commands/offsets.h"

#include <QDateTime>

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;

/// Without an offset of its own a group begins at 0 where the queue still has its first message.
Answer<OffsetReply> committedOffset(BrokerState &broker, const QueryConsumerOffset &command, const Ticket &)
{
    if (const auto offset = broker.offsets.committed(command.consumerGroup, command.topic, command.queueId))
        return OffsetReply{*offset};
    const QueueLog *const log = broker.store.queue(command.topic, command.queueId);
    if (log && log->minOffset() <= 0 && log->maxOffset() > 0 && command.setZeroIfNotFound.value_or(true))
        return OffsetReply{QueueOffset(0)};
    return refused(AnswerCode::QueryNotFound, log && log->minOffset() <= 0 && log->maxOffset() > 0
                                                  ? QStringLiteral("Not found, do not set to zero, maybe this group boot first")
                                                  : QStringLiteral("Not found, V3_0_6_SNAPSHOT maybe this group consumer boot first"));
}

Done commit(BrokerState &broker, const UpdateConsumerOffset &command, const Ticket &)
{
    if (!broker.groups.find(command.consumerGroup))
        return refused(AnswerCode::SubscriptionGroupNotExist, QStringLiteral("Group %1 not exist!").arg(command.consumerGroup.text()));
    if (!broker.topics.find(command.topic))
        return refused(AnswerCode::TopicNotExist, QStringLiteral("Topic %1 not exist!").arg(command.topic.text()));
    if (broker.offsets.isReset(command.consumerGroup, command.topic, command.queueId))
        return Accepted(protocol::NoReply(), 0, QStringLiteral("Offset has been previously reset"));
    broker.offsets.commit(command.consumerGroup, command.topic, command.queueId, command.commitOffset);
    return protocol::NoReply();
}

ConsumerOffsetsReply::Table flat(const OffsetTable::Groups &groups)
{
    ConsumerOffsetsReply::Table table;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        for (auto topic = group->cbegin(); topic != group->cend(); ++topic)
            table.insert(topic.key().text() + u'@' + group.key().text(), topic.value());
    }
    return table;
}

Answer<ConsumerOffsetsReply> allOffsets(BrokerState &broker, const GetAllConsumerOffset &, const Ticket &)
{
    ConsumerOffsetsReply reply;
    reply.body.dataVersion = {.counter = 0, .stateVersion = 0, .timestamp = broker.startedAt};
    reply.body.offsetTable = flat(broker.offsets.allCommitted());
    reply.body.pullOffsetTable = flat(broker.offsets.allPulled());
    for (const ConsumerGroup &group : broker.offsets.allCommitted().keys())
        reply.body.groupTopicMap.insert(group, broker.offsets.topics(group));
    return reply;
}

Answer<DelayOffsetsReply> delayOffsets(BrokerState &broker, const GetAllDelayOffset &, const Ticket &)
{
    DelayOffsetsReply reply;
    reply.body.dataVersion = {.counter = 0, .stateVersion = 0, .timestamp = broker.startedAt};
    reply.body.offsetTable = broker.delayed.delivered;
    return reply;
}

/// Store time of the message before this offset; 0 where it is not there any more.
qint64 storedBefore(const BrokerState &broker, const MessageQueue &queue, QueueOffset offset)
{
    const QueueLog *const log = broker.store.queue(queue.topic, queue.queue);
    const Record *const record = log ? log->at(offset.value() - 1) : nullptr;
    return record ? record->storedAt : 0;
}

void addTopic(const BrokerState &broker, const ConsumerGroup &group, const TopicConfig &topic, ConsumeStats &stats)
{
    for (int id = 0; id < topic.readQueueNums; ++id) {
        const MessageQueue queue{topic.topicName, broker.name, QueueId(id)};
        ConsumeOffset entry;
        entry.brokerOffset = QueueOffset(broker.maxOffset(queue.topic, queue.queue));
        entry.consumerOffset = broker.offsets.committed(group, queue.topic, queue.queue).value_or(QueueOffset());
        entry.lastTimestamp = entry.consumerOffset.value() > 0 ? storedBefore(broker, queue, entry.consumerOffset) : 0;
        entry.pullOffset = broker.offsets.pulled(group, queue.topic, queue.queue);
        stats.offsetTable.insert(queue, entry);
    }
    stats.consumeTps += broker.counters.perSecond(QStringLiteral("GROUP_GET_NUMS"), topic.topicName.text() + u'@' + group.text(), broker.now());
}

Answer<GetConsumeStats::Reply> consumeStats(BrokerState &broker, const GetConsumeStats &command, const Ticket &)
{
    GetConsumeStats::Reply reply;
    const bool named = command.topic && !command.topic->text().trimmed().isEmpty();
    for (const TopicName &name : named ? QList<TopicName>{*command.topic} : broker.offsets.topics(command.consumerGroup)) {
        if (const TopicConfig *const topic = broker.topics.find(name))
            addTopic(broker, command.consumerGroup, *topic, reply.body);
    }
    return reply;
}

Answer<GetBrokerConsumeStats::Reply> allConsumeStats(BrokerState &broker, const GetBrokerConsumeStats &, const Ticket &)
{
    GetBrokerConsumeStats::Reply reply;
    ConsumeStatsList &list = reply.body;
    list.brokerAddr = broker.endpoint.toString();
    list.totalInflightDiff = 0;
    for (const ConsumerGroup &group : broker.groups.all().keys()) {
        QList<ConsumeStats> perTopic;
        for (const TopicName &name : broker.offsets.topics(group)) {
            const TopicConfig *const topic = broker.topics.find(name);
            if (!topic)
                continue;
            ConsumeStats &stats = perTopic.emplaceBack();
            addTopic(broker, group, *topic, stats);
            for (const ConsumeOffset &entry : std::as_const(stats.offsetTable)) {
                list.totalDiff += entry.brokerOffset.value() - entry.consumerOffset.value();
                *list.totalInflightDiff += entry.pullOffset->value() - entry.consumerOffset.value();
            }
        }
        list.consumeStatsList << QMap<ConsumerGroup, QList<ConsumeStats>>{{group, perTopic}};
    }
    return reply;
}

/// As Java prints times for people [UtilAll.timeMillisToHumanString2 and kin].
QString timeText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("yyyy-MM-dd#HH:mm:ss:zzz"));
}

QueueTimeSpan timeSpan(const BrokerState &broker, const ConsumerGroup &group, const MessageQueue &queue)
{
    const QueueLog *const log = broker.store.queue(queue.topic, queue.queue);
    const Record *const oldest = log ? log->oldest() : nullptr;
    const auto committed = broker.offsets.committed(group, queue.topic, queue.queue);
    const qint64 next = committed ? committed->value() : 0;
    QueueTimeSpan span;
    span.messageQueue = queue;
    span.minTimeStamp = oldest ? oldest->storedAt : -1;
    span.maxTimeStamp = oldest ? log->lastStoredAt() : -1;
    const qint64 consumed = committed && next > 0 ? storedBefore(broker, queue, *committed) : 0;
    span.consumeTimeStamp = committed ? consumed : span.minTimeStamp;
    if (log && next < log->maxOffset()) // the message that waits; the store time of "offset -1" is -1
        span.delayTime = broker.now() - (committed && log->at(next) ? log->at(next)->storedAt : -1);
    else
        span.delayTime = committed ? 0 : broker.now() + 1;
    span.minTimeStampStr = timeText(span.minTimeStamp);
    span.maxTimeStampStr = timeText(span.maxTimeStamp);
    span.consumeTimeStampStr = timeText(span.consumeTimeStamp);
    return span;
}

Answer<QueryConsumeTimeSpan::Reply> timeSpans(BrokerState &broker, const QueryConsumeTimeSpan &command, const Ticket &)
{
    const TopicConfig *const topic = broker.topics.find(command.topic);
    if (!topic)
        return refused(AnswerCode::TopicNotExist, QStringLiteral("topic[%1] not exist").arg(command.topic.text()));
    QueryConsumeTimeSpan::Reply reply;
    for (int id = 0; id < topic->writeQueueNums; ++id)
        reply.body.consumeTimeSpanSet << timeSpan(broker, command.group, {command.topic, broker.name, QueueId(id)});
    return reply;
}

} // namespace

void addOffsetHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, committedOffset);
    table.on(broker, commit);
    table.on(broker, allOffsets);
    table.on(broker, delayOffsets);
    table.on(broker, consumeStats);
    table.on(broker, allConsumeStats);
    table.on(broker, timeSpans);
}

} // namespace rocketdesk::sandbox
