// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/topics/topicrows.h"

#include "ui/common/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

struct Topics {
    Q_DECLARE_TR_FUNCTIONS(Topics)
};

bool isLoading(const TopicLine &line)
{
    return line.isLazy() && !line.numbers;
}

/// By name, what users made before retry topics, dead letters and RocketMQ's own: `%RETRY%` would else stand before every name.
SortValue ownFirst(const TopicLine &line)
{
    const TopicKind kind = kindOf(line.topic.type);
    const bool own = kind != TopicKind::RetryAndDead && kind != TopicKind::System;
    return SortValue(own ? line.topic.name.text() : QChar(QChar::ReplacementCharacter) + line.topic.name.text());
}

/// A number is there where at least one broker told it.
bool isKnown(const TopicLine &line)
{
    return line.numbers && line.numbers->failures.size() < line.topic.brokers.size();
}

SortValue messages(const TopicLine &line)
{
    return isKnown(line) ? SortValue(line.numbers->messages) : SortValue();
}

SortValue rate(const TopicLine &line)
{
    return isKnown(line) ? SortValue(line.numbers->inTps) : SortValue();
}

SortValue lastWrite(const TopicLine &line)
{
    return isKnown(line) && line.numbers->lastWriteMs > 0 ? SortValue(line.numbers->lastWriteMs) : SortValue();
}

QString rateText(const TopicLine &line)
{
    if (!isKnown(line))
        return format::none();
    const double value = line.numbers->inTps;
    return value < 0.05 || value >= 10 ? format::number(qRound64(value)) : format::decimal(value);
}

QString partialTooltip(const TopicLine &line)
{
    if (!line.numbers || !line.numbers->isPartial())
        return {};
    QStringList lines{Topics::tr("Not of every broker:")};
    for (const BrokerFailure &failure : line.numbers->failures)
        lines << words(failure.error).line();
    return lines.join(u'\n');
}

Tone partialTone(const TopicLine &line)
{
    return line.numbers && line.numbers->isPartial() ? Tone::Warning : Tone::Normal;
}

QString queuesText(const TopicLine &line)
{
    const TopicRow &topic = line.topic;
    if (topic.brokers.empty())
        return format::none();
    return topic.readQueues == topic.writeQueues ? format::number(topic.readQueues) : Topics::tr("%1r %2w").arg(topic.readQueues).arg(topic.writeQueues);
}

QString brokersText(const TopicLine &line)
{
    QStringList names;
    for (const TopicOnBroker &each : line.topic.brokers)
        names << each.broker.name.text();
    return names.isEmpty() ? format::none() : names.join(QStringLiteral(", "));
}

std::vector<Column<TopicLine>> lazyColumns()
{
    return {
        {.id = QStringLiteral("messages"), .title = Topics::tr("Messages"), .kind = ColumnKind::Number, .width = 104, .summed = true,
            .tooltip = Topics::tr("Messages kept in all queues"), .sumTitle = Topics::tr("messages"), .value = messages,
            .tone = partialTone, .cellTooltip = partialTooltip, .loading = isLoading},
        {.id = QStringLiteral("in"), .title = Topics::tr("In /s"), .kind = ColumnKind::Number, .width = 74, .summed = true,
            .tooltip = Topics::tr("Messages stored a second, over the last minute"), .sumTitle = Topics::tr("in/s"), .text = rateText, .value = rate,
            .tone = partialTone, .cellTooltip = partialTooltip, .loading = isLoading},
        {.id = QStringLiteral("written"), .title = Topics::tr("Last write"), .kind = ColumnKind::Time, .width = 106, .value = lastWrite, .loading = isLoading},
    };
}

} // namespace

TopicKind kindOf(TopicType type)
{
    switch (type) {
    case TopicType::Unspecified:
    case TopicType::Normal: return TopicKind::Normal;
    case TopicType::Fifo: return TopicKind::Fifo;
    case TopicType::Delay: return TopicKind::Delay;
    case TopicType::Transaction: return TopicKind::Transaction;
    case TopicType::Retry:
    case TopicType::DeadLetter: return TopicKind::RetryAndDead;
    case TopicType::System: return TopicKind::System;
    default: return TopicKind::Other;
    }
}

bool belongsTo(TopicType type, TopicKind kind)
{
    return kind == TopicKind::All || kindOf(type) == kind;
}

QString typeWord(TopicType type)
{
    switch (type) {
    case TopicType::Unspecified: return Topics::tr("Not told");
    case TopicType::Normal: return Topics::tr("Normal");
    case TopicType::Fifo: return Topics::tr("FIFO");
    case TopicType::Delay: return Topics::tr("Delay");
    case TopicType::Transaction: return Topics::tr("Transaction");
    case TopicType::Mixed: return Topics::tr("Mixed");
    case TopicType::Priority: return Topics::tr("Priority");
    case TopicType::Lite: return Topics::tr("Lite");
    case TopicType::Retry: return Topics::tr("Retry");
    case TopicType::DeadLetter: return Topics::tr("DLQ");
    case TopicType::System: return Topics::tr("System");
    }
    return {};
}

Icon typeIcon(TopicType type)
{
    switch (type) {
    case TopicType::Fifo: return Icon::Ordered;
    case TopicType::Delay: return Icon::Clock;
    case TopicType::Transaction: return Icon::Transaction;
    case TopicType::Retry: return Icon::Retry;
    case TopicType::DeadLetter: return Icon::DeadLetter;
    case TopicType::System: return Icon::Settings;
    default: return Icon::Topic;
    }
}

Tone typeTone(TopicType type)
{
    return type == TopicType::DeadLetter ? Tone::Error : type == TopicType::Retry ? Tone::Warning : type == TopicType::Unspecified ? Tone::Faint : Tone::Normal;
}

bool isLazyColumn(const QString &id)
{
    static const QStringList lazy = {QStringLiteral("messages"), QStringLiteral("in"), QStringLiteral("written")};
    return lazy.contains(id);
}

std::vector<Column<TopicLine>> topicColumns()
{
    std::vector<Column<TopicLine>> columns = {
        {.id = QStringLiteral("topic"), .title = Topics::tr("Topic"), .kind = ColumnKind::Name, .width = 260, .flexible = true,
            .text = [](const TopicLine &line) { return line.topic.name.text(); }, .value = ownFirst},
        {.id = QStringLiteral("type"), .title = Topics::tr("Type"), .kind = ColumnKind::Kind, .width = 108,
            .text = [](const TopicLine &line) { return typeWord(line.topic.type); },
            .tone = [](const TopicLine &line) { return typeTone(line.topic.type); },
            .icon = [](const TopicLine &line) { return typeIcon(line.topic.type); }},
        {.id = QStringLiteral("queues"), .title = Topics::tr("Queues"), .kind = ColumnKind::Number, .width = 72,
            .tooltip = Topics::tr("Queues of all brokers; to read and to write where they differ"), .text = queuesText,
            .value = [](const TopicLine &line) { return line.topic.brokers.empty() ? SortValue() : SortValue(qint64(line.topic.readQueues)); }},
        {.id = QStringLiteral("perm"), .title = Topics::tr("Perm"), .width = 56,
            .text = [](const TopicLine &line) { return line.topic.brokers.empty() ? format::none() : permissionName(line.topic.perm); },
            .tone = [](const TopicLine &line) { return line.topic.perm == 6 ? Tone::Normal : Tone::Warning; }},
        {.id = QStringLiteral("brokers"), .title = Topics::tr("Brokers"), .width = 120, .hidden = true, .text = brokersText,
            .tone = [](const TopicLine &line) { return line.topic.differs ? Tone::Warning : Tone::Muted; },
            .cellTooltip = [](const TopicLine &line) { return line.topic.differs ? Topics::tr("%1\nTheir configurations differ.").arg(brokersText(line)) : brokersText(line); }},
    };
    for (Column<TopicLine> &column : lazyColumns())
        columns.push_back(std::move(column));
    return columns;
}

} // namespace rocketdesk::ui
