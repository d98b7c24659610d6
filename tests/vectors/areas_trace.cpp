// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorvalues.h"

#include "client/protocol/trace.h"

namespace rocketdesk::tests {

namespace {

using namespace protocol;

TraceAccess accessOf(const QJsonValue &name)
{
    return name.toString() == u"CLOUD" ? TraceAccess::Cloud : TraceAccess::Local;
}

TraceRecord recordOf(TraceKind kind, const QJsonObject &input, const QJsonValue &bean)
{
    TraceRecord record;
    record.kind = kind;
    record.timeStamp = input[u"timeStamp"].toInteger();
    record.regionId = input[u"regionId"].toString();
    record.groupName = input[u"groupName"].toString();
    record.requestId = input[u"requestId"].toString();
    record.costTime = input[u"costTime"].toInt();
    record.contextCode = input[u"contextCode"].toInt();
    record.success = input[u"success"].toBool(true);
    record.topic = bean[u"topic"].toString();
    record.messageId = bean[u"msgId"].toString();
    record.offsetMessageId = bean[u"offsetMsgId"].toString();
    record.tags = bean[u"tags"].toString();
    record.keys = bean[u"keys"].toString();
    record.storeHost = bean[u"storeHost"].toString();
    record.bodyLength = bean[u"bodyLength"].toInt();
    record.retryTimes = bean[u"retryTimes"].toInt();
    record.transactionId = bean[u"transactionId"].toString();
    record.messageType = traceMessageTypeNamed(bean[u"msgType"].toString()).value_or(TraceMessageType::Normal);
    record.transactionState = transactionStateNamed(bean[u"transactionState"].toString()).value_or(TransactionState::Unknown);
    record.fromTransactionCheck = bean[u"fromTransactionCheck"].toBool();
    return record;
}

template <TraceKind Kind>
QJsonObject encode(const QJsonObject &input)
{
    std::vector<TraceRecord> records;
    for (const QJsonValue &bean : input[u"beans"].toArray())
        records.push_back(recordOf(Kind, input, bean));
    const QByteArray body = encodeTrace(records, accessOf(input[u"accessChannel"]));
    const auto again = decodeTrace(body);
    return {{QStringLiteral("textHex"), toHex(body)},
            {QStringLiteral("records"), qsizetype(again.size())},
            {QStringLiteral("fieldCount"), again.empty() ? 0 : again.front().fieldCount},
            {QStringLiteral("transKeys"), QJsonArray::fromStringList(traceKeys(records))}};
}

QJsonObject decodePub(const QJsonObject &input)
{
    const auto records = decodeTrace(hexOf(input[u"textHex"]));
    if (records.empty())
        return failure();
    const TraceRecord &first = records.front();
    return {{QStringLiteral("records"), qsizetype(records.size())},
            {QStringLiteral("type"), QString(traceKindName(first.kind))},
            {QStringLiteral("fieldCount"), first.fieldCount},
            {QStringLiteral("costTime"), first.costTime},
            {QStringLiteral("bodyLength"), first.bodyLength},
            {QStringLiteral("success"), first.success},
            {QStringLiteral("offsetMsgId"), textOrNull(first.offsetMessageId)},
            {QStringLiteral("clientHost"), textOrNull(first.clientHost)}};
}

QJsonObject keys(const QJsonObject &input)
{
    TraceRecord record;
    record.messageId = input[u"msgId"].toString();
    record.keys = input[u"keys"].toString();
    return {{QStringLiteral("transKeys"), QJsonArray::fromStringList(traceKeys(std::span(&record, 1)))}};
}

QJsonObject topic(const QJsonObject &input)
{
    return {{QStringLiteral("topic"), traceTopic(accessOf(input[u"access"]), input[u"region"].toString()).text()}};
}

QJsonObject typeOrdinal(const QJsonObject &input)
{
    const auto ordinal = [](const QJsonValue &name) {
        const auto type = traceMessageTypeNamed(name.toString());
        return type ? int(*type) : -1;
    };
    return {{QStringLiteral("ordinals"), mapped(input[u"names"], ordinal)}};
}

const VectorAreaEntry entries[] = {
    {"trace.decode-pub", decodePub},
    {"trace.encode-end-transaction", encode<TraceKind::EndTransaction>},
    {"trace.encode-pub", encode<TraceKind::Pub>},
    {"trace.encode-recall", encode<TraceKind::Recall>},
    {"trace.encode-sub-after", encode<TraceKind::SubAfter>},
    {"trace.encode-sub-before", encode<TraceKind::SubBefore>},
    {"trace.keys", keys},
    {"trace.topic", topic},
    {"trace.type-ordinal", typeOrdinal},
};

} // namespace

} // namespace rocketdesk::tests
