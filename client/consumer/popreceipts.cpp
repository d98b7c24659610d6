// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/popreceipts.h"

#include "client/base/logcategories.h"
#include "client/protocol/messagelist.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace rocketdesk {

namespace {

Failure malformed(const BrokerName &broker, const QString &remark)
{
    return failed(Error{.kind = Error::Kind::Malformed, .remark = remark, .where = broker.text(), .operation = QStringLiteral("POP_MESSAGE")});
}

QString keyOf(const protocol::StoredMessage &message)
{
    return protocol::popTopicType(message.topic) + u'@' + QString::number(message.queueId.value());
}

/// What the head of a reply says of its queues, by "retry@queue".
struct Head {
    QMap<QString, qint64> starts;
    QMap<QString, QList<qint64>> offsets; ///< of the messages, in the order of the queue
    QMap<QString, QList<qint64>> stored; ///< offsets that the messages themselves have, in order
};

Result<Head> headOf(const commands::PopMessage::Reply &reply, const std::vector<protocol::StoredMessage> &messages)
{
    auto starts = protocol::parsePopStartOffsets(reply.startOffsetInfo.value_or(QString()));
    auto offsets = protocol::parsePopMessageOffsets(reply.msgOffsetInfo.value_or(QString()));
    if (!starts || !offsets)
        return failed(starts ? offsets.error() : starts.error());
    Head head{std::move(*starts), std::move(*offsets), {}};
    for (const protocol::StoredMessage &message : messages) {
        if (!message.property(protocol::property::PopCheckPoint))
            head.stored[keyOf(message)] << message.queueOffset.value();
    }
    for (QList<qint64> &list : head.stored)
        std::sort(list.begin(), list.end());
    return head;
}

/// The offset that the queue knows the message by: at the same place in its list as the message in ours.
std::optional<qint64> offsetInQueue(const Head &head, const protocol::StoredMessage &message)
{
    const QList<qint64> told = head.offsets.value(keyOf(message));
    const qsizetype place = head.stored.value(keyOf(message)).indexOf(message.queueOffset.value());
    return place >= 0 && place < told.size() ? std::optional(told.at(place)) : std::nullopt;
}

Result<protocol::PopReceipt> receiptOf(const commands::PopMessage::Reply &reply, const Head &head, const protocol::StoredMessage &message)
{
    if (const QString own = message.propertyText(protocol::property::PopCheckPoint); !own.isEmpty())
        return protocol::PopReceipt::parse(own);
    const auto start = head.starts.constFind(keyOf(message));
    const auto offset = offsetInQueue(head, message);
    if (start == head.starts.cend() || !offset)
        return malformed(message.brokerName, QStringLiteral("the answer does not say where queue %1 began").arg(message.queueId.value()));
    return protocol::PopReceipt{*start, reply.popTime, reply.invisibleTime, reply.reviveQid, protocol::popTopicType(message.topic),
        message.brokerName, message.queueId, QueueOffset(*offset), -1};
}

} // namespace

Result<PoppedBatch> poppedMessages(commands::PopMessage::Reply reply, const TopicName &topic, const BrokerName &broker)
{
    protocol::MessageList list = protocol::decodeMessageList(protocol::Bytes(std::exchange(reply.body, {})));
    for (protocol::StoredMessage &message : list.messages)
        message.brokerName = broker;
    if (list.error && list.messages.empty())
        return malformed(broker, list.error->error.remark);
    if (list.error) { // what is behind it comes again
        qCWarning(logConsumer, "%s: a message of %s can't be read: %s", qUtf8Printable(broker.text()), qUtf8Printable(topic.text()), qUtf8Printable(list.error->error.remark));
    }
    const auto head = headOf(reply, list.messages);
    if (!head)
        return malformed(broker, head.error().remark);
    PoppedBatch batch;
    for (protocol::StoredMessage &message : list.messages) {
        auto receipt = receiptOf(reply, *head, message);
        if (!receipt)
            return failed(std::move(receipt.error()));
        batch.push_back({std::move(message), {topic, std::move(*receipt)}});
    }
    return batch;
}

commands::BatchAckMessage batchAck(const ConsumerGroup &group, const BrokerName &broker, const std::vector<PopTicket> &tickets)
{
    using Pop = std::tuple<TopicName, QString, qint64, QueueId, int, qint64, qint64>; // what the messages of one entry share
    std::map<Pop, QList<qint64>> offsets;
    for (const PopTicket &ticket : tickets) {
        const protocol::PopReceipt &receipt = ticket.receipt;
        offsets[{ticket.topic, receipt.topicType, receipt.startOffset, receipt.queueId, receipt.reviveQueueId, receipt.popTime, receipt.invisibleTime}]
            << receipt.queueOffset.value();
    }
    commands::BatchAckMessage command;
    command.body.brokerName = broker;
    for (const auto &[pop, list] : offsets) {
        const auto &[topic, retry, start, queue, reviveQueue, popTime, invisible] = pop;
        command.body.acks << commands::AckBatch{.bits = QString::fromLatin1(protocol::popAckBits(start, list).toBase64()), .consumerGroup = group,
            .invisibleTime = invisible, .popTime = popTime, .queueId = queue, .retry = retry, .reviveQueueId = reviveQueue,
            .startOffset = QueueOffset(start), .topic = topic};
    }
    return command;
}

} // namespace rocketdesk
