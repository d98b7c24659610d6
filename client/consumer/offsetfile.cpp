// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/offsetfile.h"

#include "client/commands/runninginfo.h"

namespace rocketdesk {

namespace {

using protocol::field;

struct Entry {
    TopicName topic;
    BrokerName broker;
    QueueId queue;
    QueueOffset offset;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("topic", &Entry::topic), field("broker_name", &Entry::broker), field("queue_id", &Entry::queue), field("offset", &Entry::offset));
    }
};

/// Our form has `offsets`; Java's and Go's have `offsetTable`, whose keys are objects.
struct Document {
    QString group;
    QList<Entry> offsets;
    qint64 lastUpdate = 0;
    QString version = QStringLiteral("1.0");
    commands::QueueOffsets table;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("consumer_group", &Document::group), field("offsets", &Document::offsets), field("last_update_time", &Document::lastUpdate),
            field("version", &Document::version), protocol::alias("offsetTable", &Document::table));
    }
};

} // namespace

QString offsetFileName(const ConsumerGroup &group)
{
    return group.text() + QStringLiteral(".offsets.json");
}

Result<OffsetMap> parseOffsetFile(QByteArrayView text)
{
    auto document = protocol::readJson<Document>(text);
    if (!document)
        return failed(std::move(document.error()));
    OffsetMap offsets = std::move(document->table.table);
    for (const Entry &entry : std::as_const(document->offsets))
        offsets.insert({entry.topic, entry.broker, entry.queue}, entry.offset);
    return offsets;
}

QByteArray writeOffsetFile(const ConsumerGroup &group, const OffsetMap &offsets, qint64 nowMs)
{
    Document document{.group = group.text(), .lastUpdate = nowMs};
    for (auto entry = offsets.cbegin(); entry != offsets.cend(); ++entry)
        document.offsets.append({entry.key().topic, entry.key().broker, entry.key().queue, entry.value()});
    return protocol::writeJson(document);
}

OffsetFile loadOffsetFile(const QByteArray &file, const QByteArray &backup)
{
    OffsetFile loaded;
    for (const QByteArray &text : {file, backup}) {
        if (text.isNull())
            continue;
        if (auto offsets = parseOffsetFile(text)) {
            loaded.offsets = std::move(*offsets);
            return loaded;
        }
        ++loaded.warnings;
    }
    return loaded;
}

} // namespace rocketdesk
