// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live/messagejson.h"

namespace rocketdesk::ui {

QJsonObject messageJson(const protocol::StoredMessage &message, const QByteArray &body)
{
    QJsonObject properties;
    for (const protocol::Property &property : message.allProperties())
        properties.insert(property.name, property.value);
    QJsonObject object{{QStringLiteral("topic"), message.topic.text()}, {QStringLiteral("broker"), message.brokerName.text()},
        {QStringLiteral("queue"), message.queueId.value()}, {QStringLiteral("offset"), message.queueOffset.value()},
        {QStringLiteral("id"), message.messageId()}, {QStringLiteral("storeTime"), message.storeTimestamp},
        {QStringLiteral("bornTime"), message.bornTimestamp}, {QStringLiteral("properties"), properties}};
    if (body.isValidUtf8())
        object.insert(QStringLiteral("body"), QString::fromUtf8(body));
    else
        object.insert(QStringLiteral("bodyBase64"), QString::fromLatin1(body.toBase64()));
    return object;
}

} // namespace rocketdesk::ui
