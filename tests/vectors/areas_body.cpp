// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorvalues.h"

#include "client/commands/all.h"
#include "client/protocol/call.h"

#include <QJsonDocument>

namespace rocketdesk::tests {

namespace {

using namespace protocol;
using namespace commands;

QJsonValue at(const QJsonObject &input, const char *key)
{
    return input.value(QLatin1StringView(key));
}

QByteArray bodyOf(const QJsonObject &input)
{
    return at(input, "bodyText").toString().toUtf8();
}

/// Reads the body and writes what was read as standard JSON.
template <typename T>
QJsonObject value(const QJsonObject &input)
{
    const Result<T> body = readJson<T>(bodyOf(input));
    if (!body)
        return failure(body.error());
    return {{QStringLiteral("value"), parsedJson(writeJson(*body, JsonKeys::Standard))}};
}

QJsonValue readAny(JsonReader &reader);

QJsonValue readObject(JsonReader &reader)
{
    QJsonObject members;
    QJsonArray pairs;
    JsonReader::Key key;
    if (!reader.enterObject())
        return {};
    while (reader.nextMember(key)) {
        const QJsonValue member = readAny(reader);
        if (key.isObject)
            pairs.append(QJsonObject{{QStringLiteral("key"), parsedJson(key.text.toUtf8())}, {QStringLiteral("value"), member}});
        else
            members.insert(key.text.toString(), member);
    }
    return pairs.isEmpty() ? QJsonValue(members) : QJsonValue(pairs);
}

QJsonValue readArray(JsonReader &reader)
{
    QJsonArray elements;
    if (!reader.enterArray())
        return {};
    while (reader.nextElement())
        elements.append(readAny(reader));
    return elements;
}

QJsonValue readAny(JsonReader &reader)
{
    switch (reader.peek()) {
    case JsonReader::Kind::Object: return readObject(reader);
    case JsonReader::Kind::Array: return readArray(reader);
    default: return parsedJson(reader.raw().toByteArray());
    }
}

QJsonObject anyValue(const QJsonObject &input)
{
    const QByteArray body = bodyOf(input);
    JsonReader reader(body);
    const QJsonValue value = readAny(reader);
    return reader.atEnd() ? QJsonObject{{QStringLiteral("value"), value}} : failure(reader.error());
}

void writeAny(JsonWriter &writer, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        writer.beginObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            writer.key(it.key().toUtf8());
            writeAny(writer, it.value());
        }
        writer.endObject();
        break;
    }
    case QJsonValue::Array: {
        writer.beginArray();
        for (const QJsonValue &element : value.toArray())
            writeAny(writer, element);
        writer.endArray();
        break;
    }
    case QJsonValue::String: writer.text(value.toString()); break;
    case QJsonValue::Bool: writer.truth(value.toBool()); break;
    case QJsonValue::Double: writer.number(value.toInteger()); break;
    default: writer.null();
    }
}

QJsonObject writtenText(const QJsonObject &input)
{
    QByteArray out;
    JsonWriter writer(out, JsonKeys::Standard);
    writeAny(writer, at(input, "value"));
    return {{QStringLiteral("text"), QString::fromUtf8(out)}};
}

template <typename T>
QJsonObject json(const T &body)
{
    return {{QStringLiteral("json"), parsedJson(writeJson(body))}};
}

MessageQueue queueOf(const QJsonValue &mq)
{
    return {TopicName(mq[0].toString()), BrokerName(mq[1].toString()), QueueId(mq[2].toInt())};
}

QJsonObject lock(const QJsonObject &input)
{
    LockRequest body{.clientId = ClientId(at(input, "clientId").toString()),
                     .consumerGroup = ConsumerGroup(at(input, "consumerGroup").toString())};
    for (const QJsonValue &mq : at(input, "mqSet").toArray())
        body.mqSet.append(queueOf(mq));
    return json(body);
}

ConsumerData consumerOf(const QJsonObject &consumer)
{
    const auto name = [&](const char *key) { return at(consumer, key).toString().toLatin1(); };
    ConsumerData data{.consumeFromWhere = wireValue<ConsumeFromWhere>(name("consumeFromWhere")).value(),
                      .consumeType = wireValue<ConsumeType>(name("consumeType")).value(),
                      .groupName = ConsumerGroup(at(consumer, "groupName").toString()),
                      .messageModel = wireValue<MessageModel>(name("messageModel")).value(),
                      .unitMode = at(consumer, "unitMode").toBool()};
    for (const QJsonValue &entry : at(consumer, "subscriptions").toArray()) {
        const auto subscription = makeSubscription(TopicName(entry[0].toString()), entry[1].toString(), entry[2].toString(),
                                                   longOf(entry[3]));
        data.subscriptionDataSet.append(subscription.value());
    }
    return data;
}

QJsonObject heartbeat(const QJsonObject &input)
{
    HeartbeatData body{.clientId = ClientId(at(input, "clientID").toString())};
    for (const QString &group : textsOf(at(input, "producerGroups")))
        body.producerDataSet.append({ProducerGroup(group)});
    for (const QJsonValue &consumer : at(input, "consumers").toArray())
        body.consumerDataSet.append(consumerOf(consumer.toObject()));
    return json(body);
}

QJsonObject consumerList(const QJsonObject &input)
{
    const auto ids = readJson<ConsumerIds>(bodyOf(input));
    if (!ids)
        return failure(ids.error());
    QJsonArray out;
    for (const ClientId &id : ids->consumerIdList)
        out.append(id.text());
    return {{QStringLiteral("consumerIds"), out}};
}

QJsonObject directConsumption(const QJsonObject &input)
{
    return json(DirectConsumption{
        .autoCommit = at(input, "autoCommit").toBool(),
        .consumeResult = wireValue<ConsumeResult>(at(input, "consumeResult").toString().toLatin1()).value(),
        .order = at(input, "order").toBool(),
        .spentTimeMills = at(input, "spentTimeMills").toInteger()});
}

QJsonObject processQueue(const QJsonObject &input)
{
    return json(ProcessQueueInfo{.commitOffset = QueueOffset(longOf(at(input, "commitOffset"))),
                                 .droped = at(input, "droped").toBool(),
                                 .locked = at(input, "locked").toBool()});
}

QJsonObject runningInfo(const QJsonObject &input)
{
    ConsumerRunningInfo info;
    for (const QJsonValue &entry : at(input, "mqTable").toArray()) {
        const QByteArray key = QJsonDocument(entry[QLatin1StringView("key")].toObject()).toJson();
        const QByteArray value = QJsonDocument(entry[QLatin1StringView("value")].toObject()).toJson();
        info.mqTable.insert(readJson<MessageQueue>(key).value(), readJson<ProcessQueueInfo>(value).value());
    }
    const QByteArray text = writeJson(info);
    const auto back = readJson<ConsumerRunningInfo>(text);
    if (!back)
        return failure(back.error());
    return {{QStringLiteral("textContains"), QString::fromUtf8(text)},
            {QStringLiteral("value"), parsedJson(writeJson(*back, JsonKeys::Standard))}};
}

QJsonObject resetBody(const QJsonObject &input)
{
    const auto body = readJson<ResetOffsetBody>(bodyOf(input));
    if (!body)
        return failure(body.error());
    const auto &table = body->offsetTable.table;
    QJsonObject offsets;
    for (auto it = table.cbegin(); it != table.cend(); ++it)
        offsets.insert(QString::number(it.key().queue.value()), it.value().value());
    QJsonObject out{{QStringLiteral("entries"), table.size()}, {QStringLiteral("offsets"), offsets}};
    if (!table.isEmpty()) {
        out.insert(QStringLiteral("topic"), table.firstKey().topic.text());
        out.insert(QStringLiteral("brokerName"), table.firstKey().broker.text());
    }
    return out;
}

template <typename E>
QJsonValue nameOrNull(const std::optional<E> &status)
{
    return status ? QJsonValue(QString::fromLatin1(wireName(*status))) : QJsonValue(QJsonValue::Null);
}

QJsonObject pullStatuses(const QJsonObject &input)
{
    const auto status = [](const QJsonValue &code) { return nameOrNull(pullStatus(code.toInt())); };
    return {{QStringLiteral("status"), mapped(at(input, "codes"), status)}};
}

QJsonObject sendStatuses(const QJsonObject &input)
{
    const auto status = [](const QJsonValue &code) { return nameOrNull(sendStatus(code.toInt())); };
    return {{QStringLiteral("status"), mapped(at(input, "codes"), status)}};
}

QJsonObject pullFlag(const QJsonObject &input)
{
    const auto bit = [&](const char *key, int value) { return at(input, key).toBool() ? value : 0; };
    return {{QStringLiteral("flag"),
             bit("commitOffset", pullflag::commitOffset) | bit("suspend", pullflag::suspend)
                 | bit("subscription", pullflag::subscription) | bit("classFilter", pullflag::classFilter)
                 | bit("litePull", pullflag::litePull)}};
}

QJsonObject clearedPullFlag(const QJsonObject &input)
{
    const auto cleared = [](const QJsonValue &flag) { return withoutCommitOffset(flag.toInt()); };
    return {{QStringLiteral("flags"), mapped(at(input, "flags"), cleared)}};
}

const VectorAreaEntry entries[] = {
    {"body.broker-stats", value<BrokerStatsData>},
    {"body.consume-directly", directConsumption},
    {"body.consume-stats", value<ConsumeStats>},
    {"body.consume-time-span", value<ConsumeTimeSpans>},
    {"body.consumer-connection", value<ConsumerConnection>},
    {"body.consumer-list", consumerList},
    {"body.group-list", value<GroupList>},
    {"body.heartbeat", heartbeat},
    {"body.json", anyValue},
    {"body.json-write", writtenText},
    {"body.lock", lock},
    {"body.lock-response", value<LockedQueues>},
    {"body.process-queue-info", processQueue},
    {"body.producer-connection", value<ProducerConnection>},
    {"body.producer-table", value<ProducerTable>},
    {"body.running-info", value<ConsumerRunningInfo>},
    {"body.running-info-write", runningInfo},
    {"body.runtime-info", value<KvTable>},
    {"body.subscription-group-table", value<SubscriptionGroupTable>},
    {"body.topic-config-table", value<TopicConfigTable>},
    {"body.topic-list", value<TopicList>},
    {"body.topic-stats", value<TopicStats>},
    {"cluster.decode", value<ClusterInfo>},
    {"pull.status", pullStatuses},
    {"pull.sysflag", pullFlag},
    {"pull.sysflag-clear", clearedPullFlag},
    {"reset-offset.body", resetBody},
    {"route.decode", value<TopicRouteData>},
    {"send.status", sendStatuses},
};

} // namespace

} // namespace rocketdesk::tests
