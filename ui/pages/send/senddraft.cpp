// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/send/senddraft.h"

#include <QJsonArray>

#include <algorithm>

namespace rocketdesk::ui {

OutgoingMessage SendDraft::message() const
{
    OutgoingMessage message;
    message.topic = TopicName(topic.trimmed());
    message.body = body;
    for (const UserProperty &property : properties) {
        if (property.used && !(property.name.isEmpty() && property.value.isEmpty()))
            message.properties.set(property.name, property.value);
    }
    if (!tag.trimmed().isEmpty())
        message.properties.set(QString(protocol::property::Tags), tag.trimmed());
    if (const QString joined = keys.simplified(); !joined.isEmpty())
        message.properties.set(QString(protocol::property::Keys), joined);
    return message;
}

SendOptions SendDraft::options() const
{
    SendOptions options;
    options.queue = queue;
    options.shardingKey = shardingKey.trimmed();
    options.oneway = how == How::OneWay;
    if (when == When::Level)
        options.delayLevel = delayLevel;
    if (when == When::Time)
        options.deliverAt = deliverAt;
    return options;
}

SeriesPlan SendDraft::plan() const
{
    SeriesPlan plan;
    plan.message = message();
    plan.options = options();
    plan.count = count;
    plan.perSecond = perSecond;
    plan.perRequest = how == How::Batch ? perRequest : 1;
    return plan;
}

QJsonObject SendDraft::toJson() const
{
    QJsonArray list;
    for (const UserProperty &property : properties)
        list << QJsonObject{{QStringLiteral("used"), property.used}, {QStringLiteral("name"), property.name}, {QStringLiteral("value"), property.value}};
    QJsonObject json{{QStringLiteral("topic"), topic}, {QStringLiteral("tag"), tag}, {QStringLiteral("keys"), keys}, {QStringLiteral("properties"), list},
        {QStringLiteral("body"), QString::fromLatin1(body.toBase64())}, {QStringLiteral("how"), static_cast<int>(how)}, {QStringLiteral("perRequest"), perRequest},
        {QStringLiteral("shardingKey"), shardingKey}, {QStringLiteral("when"), static_cast<int>(when)}, {QStringLiteral("delayLevel"), delayLevel},
        {QStringLiteral("deliverAt"), deliverAt}, {QStringLiteral("count"), count}, {QStringLiteral("perSecond"), perSecond}};
    if (queue) {
        json.insert(QStringLiteral("broker"), queue->broker.text());
        json.insert(QStringLiteral("queue"), queue->id.value());
    }
    return json;
}

SendDraft SendDraft::fromJson(const QJsonObject &json)
{
    SendDraft draft;
    const auto text = [&json](const char *name) { return json.value(QLatin1StringView(name)).toString(); };
    draft.topic = text("topic");
    draft.tag = text("tag");
    draft.keys = text("keys");
    draft.shardingKey = text("shardingKey");
    draft.body = QByteArray::fromBase64(text("body").toLatin1());
    const QJsonArray list = json.value(QStringLiteral("properties")).toArray();
    for (const QJsonValue &each : list)
        draft.properties.push_back({each[QStringLiteral("used")].toBool(true), each[QStringLiteral("name")].toString(), each[QStringLiteral("value")].toString()});
    draft.how = static_cast<How>(std::clamp(json.value(QStringLiteral("how")).toInt(), 0, 2));
    draft.perRequest = std::max(1, json.value(QStringLiteral("perRequest")).toInt(defaultBatchCount));
    draft.when = static_cast<When>(std::clamp(json.value(QStringLiteral("when")).toInt(), 0, 2));
    draft.delayLevel = std::clamp(json.value(QStringLiteral("delayLevel")).toInt(3), 1, lastDelayLevel);
    draft.deliverAt = json.value(QStringLiteral("deliverAt")).toInteger();
    draft.count = std::max<qint64>(1, json.value(QStringLiteral("count")).toInteger(1));
    draft.perSecond = std::max(0.0, json.value(QStringLiteral("perSecond")).toDouble());
    if (json.contains(QStringLiteral("broker")))
        draft.queue = QueueRef{BrokerName(text("broker")), QueueId(json.value(QStringLiteral("queue")).toInt())};
    return draft;
}

} // namespace rocketdesk::ui
