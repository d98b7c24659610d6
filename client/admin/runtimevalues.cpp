// SPDX-License-Identifier: Apache-2.0
#include "client/admin/runtimevalues.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace rocketdesk {

namespace {

using Group = RuntimeValue::Group;
using Unit = RuntimeValue::Unit;

/// What a key means. A key that ends with "*" stands for every key that begins so; what it stands for is %1.
struct Meaning {
    QLatin1StringView key;
    Group group;
    Unit unit;
    const char *text;
};

constexpr Meaning meanings[] = {
    {QLatin1StringView("brokerVersionDesc"), Group::Broker, Unit::Text, QT_TRANSLATE_NOOP("Words", "version of the broker")},
    {QLatin1StringView("brokerVersion"), Group::Broker, Unit::Number, QT_TRANSLATE_NOOP("Words", "number of the version on the wire")},
    {QLatin1StringView("brokerActive"), Group::Broker, Unit::Text, QT_TRANSLATE_NOOP("Words", "whether the broker serves its queues")},
    {QLatin1StringView("bootTimestamp"), Group::Broker, Unit::Time, QT_TRANSLATE_NOOP("Words", "start of the broker")},
    {QLatin1StringView("runtime"), Group::Broker, Unit::Text, QT_TRANSLATE_NOOP("Words", "time since the start")},
    {QLatin1StringView("startAcceptSendRequestTimeStamp"), Group::Broker, Unit::Time, QT_TRANSLATE_NOOP("Words", "sends are refused before this time; 0: at once")},

    {QLatin1StringView("putTps"), Group::Throughput, Unit::PerSecond, QT_TRANSLATE_NOOP("Words", "messages stored a second, over 10 s, 1 min, 10 min")},
    {QLatin1StringView("getTransferredTps"), Group::Throughput, Unit::PerSecond, QT_TRANSLATE_NOOP("Words", "messages handed to consumers a second")},
    {QLatin1StringView("getTransferedTps"), Group::Throughput, Unit::PerSecond, QT_TRANSLATE_NOOP("Words", "messages handed to consumers a second")},
    {QLatin1StringView("getTotalTps"), Group::Throughput, Unit::PerSecond, QT_TRANSLATE_NOOP("Words", "pulls a second")},
    {QLatin1StringView("getFoundTps"), Group::Throughput, Unit::PerSecond, QT_TRANSLATE_NOOP("Words", "pulls a second that found messages")},
    {QLatin1StringView("getMissTps"), Group::Throughput, Unit::PerSecond, QT_TRANSLATE_NOOP("Words", "pulls a second that found nothing")},
    {QLatin1StringView("msgPutTotalTodayNow"), Group::Throughput, Unit::Number, QT_TRANSLATE_NOOP("Words", "messages stored since the broker counts")},
    {QLatin1StringView("msgPutTotalTodayMorning"), Group::Throughput, Unit::Number, QT_TRANSLATE_NOOP("Words", "the same at midnight today")},
    {QLatin1StringView("msgPutTotalYesterdayMorning"), Group::Throughput, Unit::Number, QT_TRANSLATE_NOOP("Words", "the same at midnight yesterday")},
    {QLatin1StringView("msgGetTotalTodayNow"), Group::Throughput, Unit::Number, QT_TRANSLATE_NOOP("Words", "messages handed out since the broker counts")},
    {QLatin1StringView("msgGetTotalTodayMorning"), Group::Throughput, Unit::Number, QT_TRANSLATE_NOOP("Words", "the same at midnight today")},
    {QLatin1StringView("msgGetTotalYesterdayMorning"), Group::Throughput, Unit::Number, QT_TRANSLATE_NOOP("Words", "the same at midnight yesterday")},
    {QLatin1StringView("putMessageTimesTotal"), Group::Throughput, Unit::Number, QT_TRANSLATE_NOOP("Words", "messages stored since the start")},
    {QLatin1StringView("putMessageFailedTimes"), Group::Throughput, Unit::Number, QT_TRANSLATE_NOOP("Words", "messages that could not be stored since the start")},
    {QLatin1StringView("putMessageSizeTotal"), Group::Throughput, Unit::Bytes, QT_TRANSLATE_NOOP("Words", "bytes stored since the start")},
    {QLatin1StringView("putMessageAverageSize"), Group::Throughput, Unit::Bytes, QT_TRANSLATE_NOOP("Words", "average size of a stored message")},

    {QLatin1StringView("commitLogDiskRatio"), Group::Store, Unit::Ratio, QT_TRANSLATE_NOOP("Words", "share of the disk in use; writes stop at 0.90")},
    {QLatin1StringView("commitLogDiskRatio_*"), Group::Store, Unit::Ratio, QT_TRANSLATE_NOOP("Words", "share of the disk in use at %1")},
    {QLatin1StringView("consumeQueueDiskRatio"), Group::Store, Unit::Ratio, QT_TRANSLATE_NOOP("Words", "share in use of the disk that holds the queues' index")},
    {QLatin1StringView("commitLogDirCapacity"), Group::Store, Unit::Size, QT_TRANSLATE_NOOP("Words", "of the disk that holds the commit log")},
    {QLatin1StringView("commitLogMinOffset"), Group::Store, Unit::Bytes, QT_TRANSLATE_NOOP("Words", "oldest byte kept; -1: nothing is kept")},
    {QLatin1StringView("commitLogMaxOffset"), Group::Store, Unit::Bytes, QT_TRANSLATE_NOOP("Words", "newest byte")},
    {QLatin1StringView("earliestMessageTimeStamp"), Group::Store, Unit::Time, QT_TRANSLATE_NOOP("Words", "store time of the oldest message; -1: none")},
    {QLatin1StringView("dispatchBehindBytes"), Group::Store, Unit::Bytes, QT_TRANSLATE_NOOP("Words", "bytes not yet in the queues' index")},
    {QLatin1StringView("dispatchMaxBuffer"), Group::Store, Unit::Number, QT_TRANSLATE_NOOP("Words", "most requests that waited for the index")},
    {QLatin1StringView("remainHowManyDataToFlush"), Group::Store, Unit::Size, QT_TRANSLATE_NOOP("Words", "stored and not yet on the disk")},
    {QLatin1StringView("remainHowManyDataToCommit"), Group::Store, Unit::Size, QT_TRANSLATE_NOOP("Words", "in memory buffers and not yet in the commit log")},
    {QLatin1StringView("remainTransientStoreBufferNumbs"), Group::Store, Unit::Number, QT_TRANSLATE_NOOP("Words", "memory buffers left; 2147483647: the broker uses none")},
    {QLatin1StringView("pageCacheLockTimeMills"), Group::Store, Unit::Milliseconds, QT_TRANSLATE_NOOP("Words", "how long the current write holds the page cache; long: the broker is busy")},
    {QLatin1StringView("putMessageEntireTimeMax"), Group::Store, Unit::Milliseconds, QT_TRANSLATE_NOOP("Words", "longest time to store a message since the start")},
    {QLatin1StringView("getMessageEntireTimeMax"), Group::Store, Unit::Milliseconds, QT_TRANSLATE_NOOP("Words", "longest time to read messages since the start")},
    {QLatin1StringView("putLatency99"), Group::Store, Unit::Milliseconds, QT_TRANSLATE_NOOP("Words", "99 of 100 messages are stored within this time")},
    {QLatin1StringView("putLatency999"), Group::Store, Unit::Milliseconds, QT_TRANSLATE_NOOP("Words", "999 of 1,000 messages are stored within this time")},
    {QLatin1StringView("putMessageDistributeTime"), Group::Store, Unit::Text, QT_TRANSLATE_NOOP("Words", "how many messages took how long to store")},

    {QLatin1StringView("sendThreadPoolQueueSize"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "sends that wait for a thread")},
    {QLatin1StringView("sendThreadPoolQueueCapacity"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "sends that may wait")},
    {QLatin1StringView("sendThreadPoolQueueHeadWaitTimeMills"), Group::Threads, Unit::Milliseconds, QT_TRANSLATE_NOOP("Words", "wait of the oldest send; above 200 ms sends are refused")},
    {QLatin1StringView("pullThreadPoolQueueSize"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "pulls that wait for a thread")},
    {QLatin1StringView("pullThreadPoolQueueCapacity"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "pulls that may wait")},
    {QLatin1StringView("pullThreadPoolQueueHeadWaitTimeMills"), Group::Threads, Unit::Milliseconds, QT_TRANSLATE_NOOP("Words", "wait of the oldest pull")},
    {QLatin1StringView("litePullThreadPoolQueueSize"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "lite pulls that wait for a thread")},
    {QLatin1StringView("litePullThreadPoolQueueCapacity"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "lite pulls that may wait")},
    {QLatin1StringView("litePullThreadPoolQueueHeadWaitTimeMills"), Group::Threads, Unit::Milliseconds, QT_TRANSLATE_NOOP("Words", "wait of the oldest lite pull")},
    {QLatin1StringView("queryThreadPoolQueueSize"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "look-ups that wait for a thread")},
    {QLatin1StringView("queryThreadPoolQueueCapacity"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "look-ups that may wait")},
    {QLatin1StringView("queryThreadPoolQueueHeadWaitTimeMills"), Group::Threads, Unit::Milliseconds, QT_TRANSLATE_NOOP("Words", "wait of the oldest look-up")},
    {QLatin1StringView("ackThreadPoolQueueSize"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "acknowledgements that wait for a thread")},
    {QLatin1StringView("ackThreadPoolQueueCapacity"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "acknowledgements that may wait")},
    {QLatin1StringView("ackThreadPoolQueueHeadWaitTimeMills"), Group::Threads, Unit::Milliseconds, QT_TRANSLATE_NOOP("Words", "wait of the oldest acknowledgement")},
    {QLatin1StringView("EndTransactionQueueSize"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "commits and roll-backs that wait for a thread")},
    {QLatin1StringView("EndTransactionThreadPoolQueueCapacity"), Group::Threads, Unit::Number, QT_TRANSLATE_NOOP("Words", "commits and roll-backs that may wait")},

    {QLatin1StringView("timerReadBehind"), Group::Delay, Unit::Seconds, QT_TRANSLATE_NOOP("Words", "how far the timer is behind its time")},
    {QLatin1StringView("timerOffsetBehind"), Group::Delay, Unit::Number, QT_TRANSLATE_NOOP("Words", "timed messages that the timer has not read yet")},
    {QLatin1StringView("timerCongestNum"), Group::Delay, Unit::Number, QT_TRANSLATE_NOOP("Words", "messages that wait for their time")},
    {QLatin1StringView("timerEnqueueTps"), Group::Delay, Unit::PerSecond, QT_TRANSLATE_NOOP("Words", "messages a second that the timer takes in")},
    {QLatin1StringView("timerDequeueTps"), Group::Delay, Unit::PerSecond, QT_TRANSLATE_NOOP("Words", "messages a second that the timer delivers")},
    {QLatin1StringView("scheduleMessageOffset_*"), Group::Delay, Unit::Number, QT_TRANSLATE_NOOP("Words", "delay level %1: delivered, newest")},
};

constexpr const char *titles[] = {QT_TRANSLATE_NOOP("Words", "Broker"), QT_TRANSLATE_NOOP("Words", "Throughput"), QT_TRANSLATE_NOOP("Words", "Store"), QT_TRANSLATE_NOOP("Words", "Threads and queues"), QT_TRANSLATE_NOOP("Words", "Timer and delay"), QT_TRANSLATE_NOOP("Words", "Other")};

bool fits(const Meaning &meaning, const QString &key)
{
    return meaning.key.endsWith(u'*') ? key.startsWith(meaning.key.chopped(1)) : key == meaning.key;
}

RuntimeValue explained(const QString &key, const QString &value, std::size_t &place)
{
    RuntimeValue row{.key = key, .value = value};
    const auto *const meaning = std::find_if(std::begin(meanings), std::end(meanings), [&](const Meaning &m) { return fits(m, key); });
    place = static_cast<std::size_t>(std::distance(std::begin(meanings), meaning));
    if (meaning == std::end(meanings))
        return row;
    row.group = meaning->group;
    row.unit = meaning->unit;
    row.meaning.source = meaning->text;
    if (meaning->key.endsWith(u'*'))
        row.meaning.arguments = {key.mid(meaning->key.size() - 1)};
    return row;
}

/// Bytes of "233.7 GiB"; a disk's capacity counts by what is free.
std::optional<double> bytesIn(const QString &text)
{
    static const QRegularExpression size(QStringLiteral("([0-9.]+)\\s*([KMGTPE]?)i?B"));
    std::optional<double> bytes;
    for (auto matches = size.globalMatch(text); matches.hasNext();) { // the last: "Total : ..., Free : ..."
        const auto match = matches.next();
        bool ok = false;
        double number = match.captured(1).toDouble(&ok);
        const QString unit = match.captured(2);
        for (qsizetype steps = unit.isEmpty() ? 0 : QStringLiteral("KMGTPE").indexOf(unit) + 1; steps > 0; --steps)
            number *= 1024;
        if (ok)
            bytes = number;
    }
    return bytes;
}

/// Level and number of a key that ends with one, so that level 3 comes before level 18.
std::pair<QString, int> sortKey(const QString &key)
{
    const qsizetype cut = key.lastIndexOf(u'_');
    bool ok = false;
    const int number = cut < 0 ? 0 : key.mid(cut + 1).toInt(&ok);
    return ok ? std::pair(key.left(cut), number) : std::pair(key, 0);
}

} // namespace

const char *groupTitle(RuntimeValue::Group group)
{
    return titles[static_cast<std::size_t>(group)];
}

std::optional<double> runtimeNumber(const QString &key, const QString &value)
{
    std::size_t place = 0;
    const RuntimeValue row = explained(key, value, place);
    if (row.unit == Unit::Text)
        return std::nullopt;
    if (row.unit == Unit::Size)
        return bytesIn(value);
    static const QRegularExpression separators(QStringLiteral("[ ,]"));
    const QStringList numbers = value.split(separators, Qt::SkipEmptyParts);
    if (numbers.isEmpty())
        return std::nullopt;
    bool ok = false;
    const double number = (value.contains(u',') ? numbers.last() : numbers.first()).toDouble(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::vector<RuntimeValue> explainRuntime(const QMap<QString, QString> &now, const QMap<QString, QString> &before)
{
    std::vector<std::pair<std::size_t, RuntimeValue>> rows;
    for (auto value = now.cbegin(); value != now.cend(); ++value) {
        std::size_t place = 0;
        RuntimeValue row = explained(value.key(), value.value(), place);
        const auto old = before.constFind(value.key());
        if (old != before.cend()) {
            const auto last = runtimeNumber(row.key, *old);
            const auto current = runtimeNumber(row.key, row.value);
            if (last && current)
                row.change = *current - *last;
        }
        rows.emplace_back(place, std::move(row));
    }
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return std::tuple(a.first, sortKey(a.second.key)) < std::tuple(b.first, sortKey(b.second.key));
    });
    std::vector<RuntimeValue> sorted;
    sorted.reserve(rows.size());
    for (auto &row : rows)
        sorted.push_back(std::move(row.second));
    return sorted;
}

} // namespace rocketdesk
