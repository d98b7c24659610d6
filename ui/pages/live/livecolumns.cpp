// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live/liverow.h"

#include "client/protocol/compression.h"
#include "ui/common/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr qsizetype previewBytes = 240;

/// lupdate files the texts of a free function under its namespace.
QString tr(const char *text)
{
    return QCoreApplication::translate("rocketdesk::ui", text);
}

/// Most cells are of messages; a gap has none of them.
template <typename Fn>
auto ofMessage(Fn fn)
{
    return [fn](const LiveRow &row) { return row.isGap() ? QString() : fn(*row.message); };
}

QString place(const protocol::StoredMessage &message)
{
    return QStringLiteral("%1 / %2").arg(message.brokerName.text()).arg(message.queueId.value());
}

QString shortPlace(const protocol::StoredMessage &message)
{
    return QStringLiteral("%1 / %2").arg(shortBroker(message.brokerName.text())).arg(message.queueId.value());
}

} // namespace

QString gapText(const LiveRow &row)
{
    return tr("no messages seen %1 – %2").arg(format::time(row.gapFrom), format::time(row.gapTo));
}

QString bodyPreview(const protocol::StoredMessage &message)
{
    if (message.isCompressed()) {
        const auto type = protocol::compressionOfSysFlag(message.sysFlag);
        const QString name = type ? protocol::compressionName(*type) : protocol::compressionName(protocol::Compression::Zlib);
        return tr("%1, %2 compressed").arg(name, format::bytes(message.body.size()));
    }
    const QByteArrayView head = message.body.view().first(std::min(previewBytes, message.body.size()));
    const auto binary = [](char byte) { return static_cast<unsigned char>(byte) < 0x09; };
    if (std::any_of(head.cbegin(), head.cend(), binary))
        return tr("%1 of bytes").arg(format::bytes(message.body.size()));
    QString text = QString::fromUtf8(head);
    for (QChar &character : text) {
        if (character < u' ')
            character = u' ';
    }
    return text;
}

QString searchText(const protocol::StoredMessage &message)
{
    QString text = message.topic.text();
    text += u' ' + message.tags() + u' ' + message.propertyText(protocol::property::Keys) + u' ' + message.messageId();
    if (!message.isCompressed())
        text += u' ' + QString::fromUtf8(message.body.view().first(std::min<qsizetype>(message.body.size(), 4096)));
    return text;
}

std::vector<Column<LiveRow>> liveColumns()
{
    using Message = protocol::StoredMessage;
    return {
        {.id = QStringLiteral("stored"), .title = tr("Stored"), .kind = ColumnKind::Time, .width = 102,
            .text = [](const LiveRow &row) { return row.isGap() ? gapText(row) : format::time(row.message->storeTimestamp); },
            .cellTooltip = ofMessage([](const Message &message) { return format::timeTooltip(message.storeTimestamp); })},
        {.id = QStringLiteral("topic"), .title = tr("Topic"), .kind = ColumnKind::Series, .width = 162,
            .text = ofMessage([](const Message &message) { return message.topic.text(); }), .series = [](const LiveRow &row) { return row.series; }},
        {.id = QStringLiteral("tag"), .title = tr("Tag"), .width = 72, .text = ofMessage([](const Message &message) { return message.tags(); })},
        {.id = QStringLiteral("key"), .title = tr("Key"), .kind = ColumnKind::Mono, .width = 146,
            .text = ofMessage([](const Message &message) { return message.propertyText(protocol::property::Keys); })},
        {.id = QStringLiteral("queue"), .title = tr("Queue"), .kind = ColumnKind::Name, .width = 80, .text = ofMessage(shortPlace), .cellTooltip = ofMessage(place)},
        {.id = QStringLiteral("offset"), .title = tr("Offset"), .kind = ColumnKind::Number, .width = 80,
            .text = ofMessage([](const Message &message) { return format::number(message.queueOffset.value()); })},
        {.id = QStringLiteral("born"), .title = tr("Born"), .kind = ColumnKind::Time, .width = 106, .hidden = true,
            .text = ofMessage([](const Message &message) { return format::time(message.bornTimestamp); })},
        {.id = QStringLiteral("size"), .title = tr("Size"), .kind = ColumnKind::Number, .width = 76, .hidden = true,
            .text = ofMessage([](const Message &message) { return format::bytes(message.storeSize); })},
        {.id = QStringLiteral("id"), .title = tr("Unique id"), .kind = ColumnKind::Mono, .width = 250, .hidden = true,
            .text = ofMessage([](const Message &message) { return message.messageId(); })},
        {.id = QStringLiteral("body"), .title = tr("Body"), .kind = ColumnKind::Mono, .width = 220, .flexible = true, .text = ofMessage(bodyPreview)},
    };
}

} // namespace rocketdesk::ui
