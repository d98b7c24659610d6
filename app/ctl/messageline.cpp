// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/messageline.h"

#include "client/base/errorwords.h"

#include <QDateTime>

namespace rocketdesk::ctl {

namespace {

constexpr qsizetype PreviewLength = 120;

QString propertyOrNull(const protocol::StoredMessage &message, QLatin1StringView name)
{
    const auto value = message.property(name);
    return value ? QString::fromUtf8(*value) : QString();
}

QString base64(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toBase64());
}

void addProperties(Line &line, const protocol::StoredMessage &message)
{
    QJsonObject user;
    QJsonObject system;
    for (const protocol::Property &property : message.allProperties())
        (protocol::propertyMeaning(property.name) ? system : user).insert(property.name, property.value);
    line.add("userProperties", user).add("systemProperties", system);
}

void addBody(Line &line, const protocol::StoredMessage &message)
{
    const auto body = protocol::decodedBody(message);
    if (!body)
        line.add("bodyBase64", base64(message.body.view())).add("error", wordsFor(body.error()).line());
    else if (body->view().isValidUtf8())
        line.addUtf8("body", body->view());
    else
        line.add("bodyBase64", base64(body->view()));
}

/// The beginning of a body on one line.
QString preview(const protocol::StoredMessage &message)
{
    const auto body = protocol::decodedBody(message);
    if (!body)
        return wordsFor(body.error()).line();
    if (!body->view().isValidUtf8())
        return QStringLiteral("(%1 bytes)").arg(body->size());
    const QString text = QString::fromUtf8(body->view().first(std::min(body->size(), 4 * PreviewLength))).simplified();
    return text.size() > PreviewLength ? text.left(PreviewLength) + u'\u2026' : text;
}

} // namespace

Line messageLine(const protocol::StoredMessage &message)
{
    Line line;
    line.add("topic", message.topic)
        .add("brokerName", message.brokerName)
        .add("queueId", message.queueId)
        .add("queueOffset", message.queueOffset)
        .add("messageId", message.messageId())
        .add("offsetMessageId", message.offsetMessageId())
        .add("tag", propertyOrNull(message, protocol::property::Tags))
        .add("keys", propertyOrNull(message, protocol::property::Keys));
    addProperties(line, message);
    line.add("bornTimestamp", message.bornTimestamp)
        .add("bornHost", message.bornHost.toString())
        .add("storeTimestamp", message.storeTimestamp)
        .add("storeHost", message.storeHost.toString())
        .add("reconsumeTimes", message.reconsumeTimes);
    addBody(line, message);
    return line;
}

QString messageText(const protocol::StoredMessage &message)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(message.storeTimestamp).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    QStringList parts{time, QStringLiteral("%1 %2:%3@%4").arg(message.topic.text(), message.brokerName.text()).arg(message.queueId.value()).arg(message.queueOffset.value()),
        message.messageId()};
    if (const QString tag = message.tags(); !tag.isEmpty())
        parts << QStringLiteral("tag=") + tag;
    if (const QStringList keys = message.keys(); !keys.isEmpty())
        parts << QStringLiteral("keys=") + keys.join(u',');
    return parts.join(QStringLiteral("  ")) + QStringLiteral("  ") + preview(message);
}

void printMessage(Output &out, const protocol::StoredMessage &message)
{
    if (out.json())
        out.row(messageLine(message));
    else
        out.text(messageText(message));
}

} // namespace rocketdesk::ctl
