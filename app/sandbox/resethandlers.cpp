// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "client/commands/pushes.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;
using Reply = InvokeBrokerToResetOffset::Reply;

qint64 offsetAt(const BrokerState &broker, const TopicName &topic, QueueId queue, qint64 timestamp)
{
    if (timestamp < 0)
        return broker.maxOffset(topic, queue);
    const QueueLog *const log = broker.store.queue(topic, queue);
    return log ? log->search(timestamp, BoundaryType::Lower) : 0;
}

/// The offsets that are wanted of all queues, or of the one that is named.
tl::expected<QMap<MessageQueue, QueueOffset>, Refusal> wantedOffsets(const BrokerState &broker, const ResetOffsetHeader &command, int queues)
{
    QMap<MessageQueue, QueueOffset> wanted;
    if (command.queueId.value() < 0) {
        for (int id = 0; id < queues; ++id)
            wanted.insert({command.topic, broker.name, QueueId(id)}, QueueOffset(offsetAt(broker, command.topic, QueueId(id), command.timestamp)));
        return wanted;
    }
    const qint64 min = broker.minOffset(command.topic, command.queueId);
    const qint64 max = broker.maxOffset(command.topic, command.queueId);
    QueueOffset offset = command.offset.value_or(QueueOffset(-1));
    if (offset.value() == -1)
        offset = QueueOffset(offsetAt(broker, command.topic, command.queueId, command.timestamp));
    else if (offset.value() < min || offset.value() > max + 1)
        return refused(AnswerCode::SystemError, QStringLiteral("Target offset %1 not in consume queue range [%2-%3]").arg(offset.value()).arg(min).arg(max));
    wanted.insert({command.topic, broker.name, command.queueId}, offset);
    return wanted;
}

/// The broker keeps the new offsets itself; no client is told. [AdminBrokerProcessor.resetOffsetInner]
Answer<Reply> resetHere(BrokerState &broker, const ResetOffsetHeader &command)
{
    const TopicConfig *const topic = broker.topics.find(command.topic);
    if (!topic)
        return refused(AnswerCode::TopicNotExist, QStringLiteral("Topic %1 does not exist").arg(command.topic.text()));
    if (!broker.groups.find(command.group))
        return refused(AnswerCode::SubscriptionGroupNotExist, QStringLiteral("Group %1 does not exist").arg(command.group.text()));
    const auto wanted = wantedOffsets(broker, command, topic->readQueueNums);
    if (!wanted)
        return tl::unexpected<Refusal>(wanted.error());
    for (auto it = wanted->cbegin(); it != wanted->cend(); ++it)
        broker.offsets.reset(command.group, command.topic, it.key().queue, it.value());
    return Reply{{{*wanted}}};
}

/// Tells the clients that are there, and stores nothing. Queues only move back unless they must. [Broker2Client.resetOffset]
Answer<Reply> resetThere(BrokerState &broker, const ResetOffsetHeader &command)
{
    const TopicConfig *const topic = broker.topics.find(command.topic);
    if (!topic)
        return refused(AnswerCode::TopicNotExist, QStringLiteral("[reset-offset] reset offset failed, no topic in this broker. topic=") + command.topic.text());
    ResetConsumerClientOffset push;
    push.topic = command.topic;
    push.group = command.group;
    push.timestamp = command.timestamp;
    for (int id = 0; id < topic->writeQueueNums; ++id) {
        const auto committed = broker.offsets.committed(command.group, command.topic, QueueId(id));
        if (!committed)
            return refused(AnswerCode::SystemError, QStringLiteral("THe consumer group <%1> not exist").arg(command.group.text()));
        const QueueOffset offset(offsetAt(broker, command.topic, QueueId(id), command.timestamp));
        push.body.offsetTable.table.insert({command.topic, broker.name, QueueId(id)}, command.isForce ? offset : std::min(offset, *committed));
    }
    const ConsumerSet *const set = broker.clients.consumers(command.group);
    if (!set)
        return refused(AnswerCode::ConsumerNotOnline, QStringLiteral("Consumer not online, so can not reset offset, Group: %1 Topic: %2 Timestamp: %3")
                                                          .arg(command.group.text(), command.topic.text()).arg(command.timestamp));
    for (const auto &[client, member] : set->members) {
        if (member.session)
            member.session->push(push);
    }
    return Accepted<Reply>({push.body}, 0, QStringLiteral("not set any response code"));
}

Answer<Reply> reset(BrokerState &broker, const InvokeBrokerToResetOffset &command, const Ticket &)
{
    return broker.isOn(QLatin1StringView("useServerSideResetOffset")) ? resetHere(broker, command) : resetThere(broker, command);
}

} // namespace

void addResetHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, reset);
}

} // namespace rocketdesk::sandbox
