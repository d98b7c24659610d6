// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorvalues.h"

#include "client/commands/messages.h"
#include "client/protocol/batch.h"
#include "client/protocol/requestreply.h"
#include "client/protocol/selectorhash.h"
#include "client/protocol/transaction.h"

namespace rocketdesk::tests {

namespace {

using namespace protocol;

/// Properties of an array of pairs; a value of null is a null text.
Properties fromPairs(const QJsonValue &pairs)
{
    Properties properties;
    for (const QJsonValue &pair : pairs.toArray())
        properties.set(pair[0].toString(), pair[1].isNull() ? QString() : pair[1].toString(QStringLiteral("")));
    return properties;
}

Properties fromObject(const QJsonValue &object)
{
    Properties properties;
    const QJsonObject members = object.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        properties.set(it.key(), it.value().toString());
    return properties;
}

QJsonObject toObject(const Properties &properties)
{
    QJsonObject out;
    for (const Property &property : properties)
        out.insert(property.name, property.value);
    return out;
}

QJsonObject waitDefault(const QJsonObject &)
{
    return {{QStringLiteral("waitStoreMsgOK"), waitsForStore({})}};
}

QJsonObject format(const QJsonObject &input)
{
    const auto block = fromPairs(input[u"properties"]).toBlock();
    return block ? QJsonObject{{QStringLiteral("textHex"), toHex(*block)}} : failure(block.error());
}

QJsonObject keys(const QJsonObject &input)
{
    return {{QStringLiteral("KEYS"), joinKeys(textsOf(input[u"keys"]))}};
}

QJsonObject limit(const QJsonObject &input)
{
    const Properties properties{{input[u"key"].toString(), QString(input[u"valueLength"].toInt(), u'x')}};
    const auto block = properties.toBlock();
    QJsonObject out = block ? QJsonObject() : failure(block.error());
    out.insert(QStringLiteral("length"), properties.blockSize());
    return out;
}

QJsonObject names(const QJsonObject &input)
{
    const QMap<QString, QLatin1StringView> wire{
        {QStringLiteral("keys"), property::Keys}, {QStringLiteral("tags"), property::Tags}, {QStringLiteral("waitStoreMsgOK"), property::Wait},
        {QStringLiteral("delayLevel"), property::Delay}, {QStringLiteral("retryTopic"), property::RetryTopic}, {QStringLiteral("realTopic"), property::RealTopic},
        {QStringLiteral("realQueueId"), property::RealQueueId}, {QStringLiteral("transactionPrepared"), property::TransactionPrepared},
        {QStringLiteral("producerGroup"), property::ProducerGroup}, {QStringLiteral("minOffset"), property::MinOffset},
        {QStringLiteral("maxOffset"), property::MaxOffset}, {QStringLiteral("uniqKey"), property::UniqueKey},
        {QStringLiteral("maxReconsumeTimes"), property::MaxReconsumeTimes}, {QStringLiteral("transactionId"), property::TransactionId},
        {QStringLiteral("correlationId"), property::CorrelationId}, {QStringLiteral("replyToClient"), property::ReplyToClient},
        {QStringLiteral("ttl"), property::TimeToLive}, {QStringLiteral("cluster"), property::Cluster}, {QStringLiteral("popCk"), property::PopCheckPoint},
        {QStringLiteral("timerDelaySec"), property::TimerDelaySeconds}, {QStringLiteral("timerDelayMs"), property::TimerDelayMs},
        {QStringLiteral("timerDeliverMs"), property::TimerDeliverMs}, {QStringLiteral("originMessageId"), property::OriginMessageId},
        {QStringLiteral("reconsumeTime"), property::ReconsumeTime}, {QStringLiteral("instanceId"), property::InstanceId},
        {QStringLiteral("messageType"), property::MessageType}, {QStringLiteral("region"), property::Region},
        {QStringLiteral("traceSwitch"), property::TraceSwitch}, {QStringLiteral("shardingKey"), property::ShardingKey}};
    return {{QStringLiteral("wire"), mapped(input[u"logical"], [&](const QJsonValue &name) { return QString(wire.value(name.toString())); })}};
}

QJsonObject parse(const QJsonObject &input)
{
    return {{QStringLiteral("properties"), toObject(Properties::fromBlock(hexOf(input[u"textHex"])))}};
}

QJsonObject sysFlag(const QJsonObject &input)
{
    return {{QStringLiteral("sysFlag"), sysFlagOf(fromObject(input[u"properties"]))}};
}

std::vector<OutgoingMessage> messagesOf(const QJsonValue &array)
{
    std::vector<OutgoingMessage> messages;
    for (const QJsonValue &each : array.toArray()) {
        OutgoingMessage message{.topic = TopicName(each[u"topic"].toString()), .flag = each[u"flag"].toInt(),
                                .properties = fromPairs(each[u"properties"]), .body = each[u"body"].toString().toUtf8()};
        if (!each[u"waitStoreMsgOK"].toBool(true))
            message.properties.set(property::Wait, QStringLiteral("false"));
        if (each[u"delayLevel"].toInt() > 0)
            message.properties.set(property::Delay, QString::number(each[u"delayLevel"].toInt()));
        messages.push_back(message);
    }
    return messages;
}

QJsonObject batchEncode(const QJsonObject &input)
{
    const auto body = encodeBatch(messagesOf(input[u"messages"]));
    return body ? QJsonObject{{QStringLiteral("hex"), toHex(*body)}, {QStringLiteral("size"), body->size()}} : failure(body.error());
}

QJsonObject batchDecode(const QJsonObject &input)
{
    const auto members = decodeBatch(Bytes(hexOf(input[u"hex"])));
    if (!members)
        return failure(members.error());
    QJsonArray bodies, tags, flags, properties;
    for (const BatchMember &member : *members) {
        const Properties own = Properties::fromBlock(member.properties.view());
        bodies.append(QString::fromUtf8(member.body.view()));
        tags.append(textOrNull(own.value(property::Tags, QString())));
        flags.append(member.flag);
        properties.append(toObject(own));
    }
    return {{QStringLiteral("count"), bodies.size()}, {QStringLiteral("bodies"), bodies}, {QStringLiteral("tags"), tags},
            {QStringLiteral("flags"), flags}, {QStringLiteral("properties"), properties}};
}

QJsonObject batchValidate(const QJsonObject &input)
{
    const auto valid = validateBatch(messagesOf(input[u"messages"]));
    return valid ? QJsonObject() : failure(valid.error());
}

QJsonObject half(const QJsonObject &input)
{
    const Properties properties = halfMessageProperties(fromObject(input[u"properties"]), ProducerGroup(input[u"group"].toString()));
    return {{QStringLiteral("properties"), toObject(properties)}, {QStringLiteral("sysFlag"), sysFlagOf(properties)}};
}

QJsonObject transactionFlags(const QJsonObject &input)
{
    const auto value = [](const QJsonValue &name) { return int(transactionStateNamed(name.toString()).value_or(TransactionState::Unknown)); };
    return {{QStringLiteral("commitOrRollback"), mapped(input[u"states"], value)}};
}

QJsonObject requestReply(const QJsonObject &input)
{
    const auto reply = replyMessage(fromObject(input[u"properties"]), {});
    if (!reply)
        return failure(reply.error());
    QJsonObject out = toObject(reply->properties);
    out.insert(QStringLiteral("topic"), reply->topic.text());
    return out;
}

QJsonObject hashJava(const QJsonObject &input)
{
    return {{QStringLiteral("index"), queueIndexByJavaHash(input[u"key"].toString(), input[u"queues"].toInt())}};
}

QJsonObject hashGo(const QJsonObject &input)
{
    const QString key = input[u"key"].toString();
    return {{QStringLiteral("fnv1a32"), qint64(fnv1a32(key.toUtf8()))}, {QStringLiteral("index"), queueIndexByGoHash(key, input[u"queues"].toInt())}};
}

QJsonObject hashSeed(const QJsonObject &input)
{
    const auto key = orderKey(fromObject(input[u"properties"]));
    return {{QStringLiteral("keyUsed"), key ? QJsonValue(*key) : QJsonValue()},
            {QStringLiteral("index"), key ? QJsonValue(queueIndexByJavaHash(*key, input[u"queues"].toInt())) : QJsonValue()}};
}

QJsonObject restoreTopic(const QJsonObject &input)
{
    StoredMessage message;
    message.topic = TopicName(input[u"messageTopic"].toString());
    message.properties = Bytes(fromObject(input[u"properties"]).toBlock().value_or(QByteArray()));
    return {{QStringLiteral("topicSeenByListener"), message.topicBeforeRetries().text()}};
}

QJsonObject batchRequest(const QJsonObject &)
{
    commands::SendBatchMessage request;
    request.batch = true;
    ExtFields header;
    encodeFields(request, header);
    return {{QStringLiteral("requestCode"), commands::SendBatchMessage::request.code}, {QStringLiteral("m"), QString::fromUtf8(header.value("m"))}};
}

const VectorAreaEntry entries[] = {
    {"batch.request", batchRequest},
    {"retry.topic-restore", restoreTopic},
    {"properties.default", waitDefault},
    {"properties.format", format},
    {"properties.keys", keys},
    {"properties.limit", limit},
    {"properties.names", names},
    {"properties.parse", parse},
    {"properties.sysflag", sysFlag},
    {"batch.decode", batchDecode},
    {"batch.encode", batchEncode},
    {"batch.validate", batchValidate},
    {"transaction.half", half},
    {"transaction.delay", half},
    {"transaction.flags", transactionFlags},
    {"request-reply", requestReply},
    {"selector.hash-go", hashGo},
    {"selector.hash-java", hashJava},
    {"selector.hash-seed", hashSeed},
};

} // namespace

} // namespace rocketdesk::tests
