// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorvalues.h"

#include "client/base/clock.h"
#include "client/commands/pop.h"
#include "client/protocol/json.h"
#include "client/protocol/messageids.h"
#include "client/protocol/pop.h"
#include "client/protocol/recall.h"

namespace rocketdesk::tests {

namespace {

using namespace protocol;

QJsonObject decodeId(const QJsonObject &input)
{
    const auto id = parseOffsetId(input[u"id"].toString());
    if (!id)
        return failure(id.error());
    return {{QStringLiteral("addr"), id->storeHost.host()}, {QStringLiteral("port"), id->storeHost.port}, {QStringLiteral("offset"), id->offset.value()}};
}

QJsonObject encodeId(const QJsonObject &input)
{
    return {{QStringLiteral("id"), offsetIdText(hexOf(input[u"hostHex"]), input[u"port"].toInt(), CommitLogOffset(longOf(input[u"offset"])))}};
}

QJsonObject roundTripId(const QJsonObject &input)
{
    const auto host = PackedEndpoint::of(input[u"ip"].toString(), input[u"port"].toInt());
    if (!host)
        return failure();
    const CommitLogOffset offset(static_cast<qint64>(input[u"offset"].toString().toULongLong()));
    const QString id = offsetIdText(host->bytes(), host->port, offset);
    const auto again = parseOffsetId(id);
    if (!again || again->offset != offset || again->storeHost != *host)
        return failure();
    return {{QStringLiteral("id"), id}, {QStringLiteral("length"), id.size()}};
}

QJsonObject transactionOffset(const QJsonObject &input)
{
    const auto id = parseOffsetId(input[u"offsetMsgId"].toString());
    return id ? QJsonObject{{QStringLiteral("commitLogOffset"), id->offset.value()}} : failure(id.error());
}

QJsonObject buildUnique(const QJsonObject &input)
{
    const UniqueId id{hexOf(input[u"ipHex"]), quint16(input[u"pid"].toInt()), input[u"loaderHashHex"].toString().toUInt(nullptr, 16),
                      input[u"millisSinceMonthStart"].toInteger(), quint16(input[u"counter"].toInt())};
    return {{QStringLiteral("id"), id.toString()}, {QStringLiteral("length"), id.toString().size()}};
}

QJsonObject createUnique(const QJsonObject &input)
{
    const SystemClock clock;
    UniqueIdGenerator generator(QByteArray::fromHex("0A5DE93A"), 4711, 0x18B4AAC2);
    QSet<QString> ids;
    QString last;
    QString before;
    for (int i = 0; i < input[u"calls"].toInt(); ++i) {
        before = std::exchange(last, generator.next(clock.wallMs()));
        ids.insert(last);
    }
    const auto id = UniqueId::parse(last);
    const auto previous = UniqueId::parse(before);
    if (!id || !previous)
        return failure();
    const qint64 now = clock.wallMs();
    return {{QStringLiteral("distinct"), ids.size()},
            {QStringLiteral("lastCounterDiff"), quint16(id->counter - previous->counter)},
            {QStringLiteral("idPattern"), last},
            {QStringLiteral("timeErrorMsMax"), qAbs(now - id->timeNear(now))}};
}

QJsonObject keepUnique(const QJsonObject &input)
{
    Properties properties;
    const QJsonObject members = input[u"properties"].toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        properties.set(it.key(), it.value().toString());
    UniqueIdGenerator generator({}, 1, 1);
    return {{QStringLiteral("uniqKey"), generator.give(properties, 0)}};
}

QJsonObject parseUnique(const QJsonObject &input)
{
    const auto id = UniqueId::parse(input[u"id"].toString());
    if (!id)
        return failure(id.error());
    return {{QStringLiteral("ip"), PackedEndpoint::ofBytes(id->address, 0)->host()},
            {QStringLiteral("pid"), id->processId},
            {QStringLiteral("loaderHashHex"), QString::number(id->loaderHash, 16).toUpper().rightJustified(8, u'0')},
            {QStringLiteral("millisSinceMonthStart"), id->msSinceMonthStart},
            {QStringLiteral("counter"), id->counter}};
}

QJsonObject writeRecall(const QJsonObject &input)
{
    const RecallHandle handle{TopicName(input[u"topic"].toString()), BrokerName(input[u"brokerName"].toString()),
                              input[u"timestamp"].toString().toLongLong(), input[u"messageId"].toString()};
    return {{QStringLiteral("handle"), handle.toString()}};
}

QJsonObject readRecall(const QJsonObject &input)
{
    const auto handle = RecallHandle::parse(input[u"handle"].toString());
    if (!handle)
        return failure(handle.error());
    return {{QStringLiteral("topic"), handle->topic.text()}, {QStringLiteral("brokerName"), handle->brokerName.text()},
            {QStringLiteral("timestamp"), QString::number(handle->deliverAt)}, {QStringLiteral("messageId"), handle->messageId}};
}

QJsonObject writeReceipt(const QJsonObject &input)
{
    const PopReceipt receipt{longOf(input[u"startOffset"]), input[u"retrieveTime"].toInteger(), input[u"invisibleTime"].toInteger(),
                             input[u"reviveQueueId"].toInt(), input[u"topicType"].toString(), BrokerName(input[u"brokerName"].toString()),
                             QueueId(input[u"queueId"].toInt()), QueueOffset(longOf(input[u"offset"])), longOf(input[u"commitLogOffset"])};
    return {{QStringLiteral("text"), receipt.toString()}};
}

QJsonObject readReceipt(const QJsonObject &input)
{
    const auto receipt = PopReceipt::parse(input[u"text"].toString());
    if (!receipt)
        return failure(receipt.error());
    return {{QStringLiteral("startOffset"), receipt->startOffset}, {QStringLiteral("retrieveTime"), receipt->popTime},
            {QStringLiteral("invisibleTime"), receipt->invisibleTime}, {QStringLiteral("nextVisibleTime"), receipt->nextVisibleTime()},
            {QStringLiteral("reviveQueueId"), receipt->reviveQueueId}, {QStringLiteral("topicType"), receipt->topicType},
            {QStringLiteral("brokerName"), receipt->brokerName.text()}, {QStringLiteral("queueId"), receipt->queueId.value()},
            {QStringLiteral("offset"), receipt->queueOffset.value()}, {QStringLiteral("queueOffset"), receipt->queueOffset.value()},
            {QStringLiteral("commitLogOffset"), receipt->commitLogOffset}, {QStringLiteral("orderly"), receipt->isOrderly()},
            {QStringLiteral("expired"), receipt->isExpired(input[u"nowMs"].toInteger())},
            {QStringLiteral("realTopic"), receipt->realTopic(TopicName(input[u"topic"].toString()), ConsumerGroup(input[u"group"].toString())).text()}};
}

QJsonObject writeCheckPoint(const QJsonObject &input)
{
    const PopReceipt receipt{longOf(input[u"ckQueueOffset"]), input[u"popTime"].toInteger(), input[u"invisibleTime"].toInteger(), input[u"reviveQid"].toInt(),
                             popTopicType(TopicName(input[u"topic"].toString())), BrokerName(input[u"brokerName"].toString()),
                             QueueId(input[u"queueId"].toInt()), QueueOffset(longOf(input[u"msgQueueOffset"])), -1};
    return {{QStringLiteral("text"), receipt.toString()}};
}

QJsonObject retryTopic(const QJsonObject &input)
{
    return {{QStringLiteral("retryTopic"), popRetryTopic(TopicName(input[u"topic"].toString()), ConsumerGroup(input[u"group"].toString()), input[u"version"].toInt()).text()}};
}

QJsonObject readRetryTopic(const QJsonObject &input)
{
    const PopRetryTopic read = parsePopRetryTopic(TopicName(input[u"retryTopic"].toString()), ConsumerGroup(input[u"group"].toString()));
    return {{QStringLiteral("topic"), read.topic.text()}, {QStringLiteral("group"), read.group.text()}, {QStringLiteral("isV2"), read.isV2}};
}

template <typename T>
QJsonObject parsedObject(const Result<QMap<QString, T>> &entries)
{
    if (!entries)
        return failure(entries.error());
    QJsonObject parsed;
    for (auto it = entries->begin(); it != entries->end(); ++it)
        parsed.insert(it.key(), QJsonValue(it.value()));
    return {{QStringLiteral("parsed"), parsed}};
}

QJsonObject startOffsets(const QJsonObject &input)
{
    return parsedObject(parsePopStartOffsets(input[u"text"].toString()));
}

QJsonObject messageOffsets(const QJsonObject &input)
{
    const auto toArray = [](const QMap<QString, QList<qint64>> &lists) {
        QMap<QString, QJsonArray> arrays;
        for (auto it = lists.begin(); it != lists.end(); ++it)
            std::for_each(it->begin(), it->end(), [&](qint64 offset) { arrays[it.key()].append(offset); });
        return arrays;
    };
    return parsedObject(parsePopMessageOffsets(input[u"text"].toString()).map(toArray));
}

QJsonObject orderCounts(const QJsonObject &input)
{
    const TopicName topic(input[u"topic"].toString());
    const QueueId queue(input[u"queueId"].toInt());
    const QString text = popOrderCountOfQueue(topic, queue, input[u"queueIdCount"].toInt()) + u';'
        + popOrderCountOfOffset(topic, queue, QueueOffset(longOf(input[u"queueOffset"])), input[u"queueOffsetCount"].toInt());
    QJsonObject out = parsedObject(parsePopOrderCounts(text));
    out.insert(QStringLiteral("text"), text);
    return out;
}

QJsonObject batchAck(const QJsonObject &input)
{
    QList<qint64> offsets;
    for (const QJsonValue &offset : input[u"ackOffsets"].toArray())
        offsets << longOf(offset);
    const qint64 start = longOf(input[u"startOffset"]);
    const commands::AckBatch ack{.bits = QString::fromLatin1(popAckBits(start, offsets).toBase64()), .consumerGroup = ConsumerGroup(input[u"group"].toString()),
        .invisibleTime = input[u"invisibleTime"].toInteger(), .popTime = input[u"popTime"].toInteger(), .queueId = QueueId(input[u"queueId"].toInt()),
        .retry = input[u"retry"].toString(), .reviveQueueId = input[u"reviveQueueId"].toInt(), .startOffset = QueueOffset(start),
        .topic = TopicName(input[u"topic"].toString())};
    return {{QStringLiteral("json"), parsedJson(writeJson(ack))}};
}

const VectorAreaEntry entries[] = {
    {"pop.batch-ack", batchAck},
    {"msgid.decode", decodeId},
    {"msgid.encode", encodeId},
    {"msgid.roundtrip", roundTripId},
    {"transaction.offset", transactionOffset},
    {"uniqid.build", buildUnique},
    {"uniqid.create", createUnique},
    {"uniqid.keep", keepUnique},
    {"uniqid.parse", parseUnique},
    {"recall.handle", writeRecall},
    {"recall.handle-read", readRecall},
    {"pop.receipt-handle", writeReceipt},
    {"pop.receipt-handle-read", readReceipt},
    {"pop.check-point", writeCheckPoint},
    {"pop.check-point-read", readReceipt},
    {"pop.retry-topic", retryTopic},
    {"pop.retry-topic-read", readRetryTopic},
    {"pop.start-offset", startOffsets},
    {"pop.msg-offset", messageOffsets},
    {"pop.order-count", orderCounts},
};

} // namespace

} // namespace rocketdesk::tests
