// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "app/sandbox/popping.h"
#include "app/sandbox/ticket.h"
#include "client/protocol/pop.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;

/// Topic, queue and receipt of an acknowledgement, in the broker's order. [AckMessageProcessor]
template <typename C>
tl::expected<protocol::PopReceipt, Refusal> checkedReceipt(const BrokerState &broker, const C &command, const Ticket &ticket)
{
    const TopicConfig *const topic = broker.topics.find(command.topic);
    if (!topic)
        return refused(AnswerCode::TopicNotExist, QStringLiteral("topic[%1] not exist, apply first please! ").arg(command.topic.text()) + seeHelp());
    if (command.queueId.value() < 0 || command.queueId.value() >= topic->readQueueNums)
        return refused(AnswerCode::MessageIllegal, QStringLiteral("queueId[%1] is illegal, topic:[%2] topicConfig.readQueueNums:[%3] consumer:[/%4]")
                                                       .arg(command.queueId.value()).arg(command.topic.text()).arg(topic->readQueueNums).arg(ticket.peer()));
    const qint64 min = broker.minOffset(command.topic, command.queueId);
    const qint64 max = broker.maxOffset(command.topic, command.queueId);
    if (command.offset.value() < min || command.offset.value() > max)
        return refused(AnswerCode::NoMessage, QStringLiteral("offset is illegal, key:%1@%2, commit:%3, store:%4~%5")
                                                  .arg(command.topic.text()).arg(command.queueId.value()).arg(command.offset.value()).arg(min).arg(max));
    auto receipt = protocol::PopReceipt::parse(command.extraInfo);
    if (!receipt)
        return refused(AnswerCode::SystemError, QStringLiteral("java.lang.IllegalArgumentException: ") + receipt.error().remark);
    return *receipt;
}

void acknowledge(BrokerState &broker, const PopQueue &queue, qint64 offset, const PopTime &time, bool inOrder)
{
    const qint64 now = broker.now();
    broker.counters.add(QStringLiteral("GROUP_ACK_NUMS"), queue.topic.text() + u'@' + queue.group.text(), now);
    broker.counters.add(QStringLiteral("BROKER_ACK_NUMS"), broker.cluster.text(), now);
    if (!inOrder) {
        broker.pops.acknowledge(queue, offset, time);
        return;
    }
    if (const auto next = broker.popOrders.acknowledge(queue, offset, time.at)) {
        broker.offsets.commit(queue.group, queue.topic, queue.queue, QueueOffset(*next));
        broker.popPolls.arrived(queue.topic, queue.queue);
    }
}

Done ack(BrokerState &broker, const AckMessage &command, const Ticket &ticket)
{
    const auto receipt = checkedReceipt(broker, command, ticket);
    if (!receipt)
        return tl::unexpected<Refusal>(receipt.error());
    acknowledge(broker, {command.consumerGroup, command.topic, command.queueId}, command.offset.value(),
                {receipt->popTime, receipt->invisibleTime}, receipt->isOrderly());
    return protocol::NoReply();
}

/// Offsets that a batch's bits name, those within the queue.
std::vector<qint64> offsetsOf(const BrokerState &broker, const AckBatch &batch, const TopicName &topic)
{
    const QByteArray bits = QByteArray::fromBase64(batch.bits.toLatin1());
    std::vector<qint64> offsets;
    for (qsizetype bit = 0; bit < bits.size() * 8; ++bit) {
        const qint64 offset = batch.startOffset.value() + bit;
        const bool isSet = (static_cast<unsigned char>(bits.at(bit / 8)) >> (bit % 8)) & 1;
        if (isSet && offset >= broker.minOffset(topic, batch.queueId) && offset <= broker.maxOffset(topic, batch.queueId))
            offsets.push_back(offset);
    }
    return offsets;
}

Done batchAck(BrokerState &broker, const BatchAckMessage &command, const Ticket &)
{
    if (command.body.acks.isEmpty())
        return refused(AnswerCode::NoMessage);
    for (const AckBatch &batch : command.body.acks) {
        const protocol::PopReceipt receipt{.reviveQueueId = batch.reviveQueueId, .topicType = batch.retry};
        const TopicName topic = receipt.realTopic(batch.topic, batch.consumerGroup);
        for (const qint64 offset : offsetsOf(broker, batch, topic))
            acknowledge(broker, {batch.consumerGroup, topic, batch.queueId}, offset, {batch.popTime, batch.invisibleTime}, receipt.isOrderly());
    }
    return protocol::NoReply();
}

ChangeMessageInvisibleTime::Reply changeInOrder(BrokerState &broker, const ChangeMessageInvisibleTime &command, const PopQueue &queue, const protocol::PopReceipt &receipt)
{
    const auto committed = broker.offsets.committed(queue.group, queue.topic, queue.queue);
    if (committed && command.offset < *committed)
        return {};
    const qint64 visibleAt = broker.now() + command.invisibleTime;
    broker.popOrders.setVisibleAt(queue, command.offset.value(), receipt.popTime, visibleAt);
    whenDone(broker.clock.after(milliseconds(command.invisibleTime)), &broker.context,
             [&broker, queue](const Result<void> &) { broker.popPolls.arrived(queue.topic, queue.queue); });
    return {receipt.popTime, visibleAt - receipt.popTime, receipt.reviveQueueId};
}

/// The old receipt ends with the new one, even where it had ended before. [ChangeInvisibleTimeProcessor]
Answer<ChangeMessageInvisibleTime::Reply> changeInvisible(BrokerState &broker, const ChangeMessageInvisibleTime &command, const Ticket &ticket)
{
    const auto receipt = checkedReceipt(broker, command, ticket);
    if (!receipt)
        return tl::unexpected<Refusal>(receipt.error());
    if (command.offset.value() >= broker.maxOffset(command.topic, command.queueId))
        return refused(AnswerCode::NoMessage);
    const PopQueue queue{command.consumerGroup, command.topic, command.queueId};
    if (receipt->isOrderly())
        return changeInOrder(broker, command, queue, *receipt);
    broker.pops.acknowledge(queue, command.offset.value(), {receipt->popTime, receipt->invisibleTime});
    broker.pops.take(queue, {command.offset.value()}, {broker.now(), command.invisibleTime});
    return ChangeMessageInvisibleTime::Reply{broker.now(), command.invisibleTime, receipt->reviveQueueId};
}

} // namespace

void addPopAckHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, ack);
    table.on(broker, batchAck);
    table.on(broker, changeInvisible);
}

} // namespace rocketdesk::sandbox
