// SPDX-License-Identifier: Apache-2.0
#include "client/admin/brokerruntime.h"

#include <QRegularExpression>

#include <algorithm>

namespace rocketdesk {

namespace {

using Values = QMap<QString, QString>;

std::optional<qint64> integer(const Values &values, QLatin1StringView key)
{
    bool ok = false;
    const qint64 number = values.value(key).trimmed().toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

/// -1 is how a broker writes "none".
std::optional<qint64> notNegative(const Values &values, QLatin1StringView key)
{
    const auto number = integer(values, key);
    return number && *number >= 0 ? number : std::nullopt;
}

BrokerRuntime::Rate rate(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    const auto at = [&](qsizetype index) -> std::optional<double> {
        bool ok = false;
        const double number = words.value(index).toDouble(&ok);
        return ok ? std::optional(number) : std::nullopt;
    };
    return {.last10s = at(0), .lastMinute = at(1), .last10min = at(2)};
}

/// The fullest of all disks: a broker may spread its commit log, and stops writing by the fullest.
std::optional<double> fullestDisk(const Values &values)
{
    std::optional<double> fullest;
    for (auto value = values.lowerBound(QStringLiteral("commitLogDiskRatio")); value != values.cend() && value.key().startsWith(QLatin1StringView("commitLogDiskRatio")); ++value) {
        bool ok = false;
        const double ratio = value->toDouble(&ok);
        if (ok && ratio >= 0)
            fullest = std::max(fullest.value_or(0), ratio);
    }
    return fullest;
}

std::optional<qint64> today(const Values &values, QLatin1StringView nowKey, QLatin1StringView morningKey)
{
    const auto now = integer(values, nowKey);
    const auto morning = integer(values, morningKey);
    return now && morning ? std::optional(*now - *morning) : std::nullopt;
}

/// "[<=0ms]:3 [0~10ms]:7 ..."; the text "null" right after the broker's start.
std::vector<BrokerRuntime::TimeBand> timeBands(const QString &text)
{
    static const QRegularExpression band(QStringLiteral("\\[([^\\]]+)\\]:(\\d+)"));
    std::vector<BrokerRuntime::TimeBand> bands;
    for (auto matches = band.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        bands.push_back({.label = match.captured(1), .messages = match.captured(2).toLongLong()});
    }
    return bands;
}

} // namespace

QString versionText(const QString &versionDesc)
{
    QString text = versionDesc.trimmed();
    if (text.startsWith(u'V'))
        text.remove(0, 1);
    return text.replace(u'_', u'.');
}

BrokerRuntime readRuntime(const commands::KvTable &table)
{
    const Values &values = table.table;
    BrokerRuntime runtime;
    runtime.version = versionText(values.value(QStringLiteral("brokerVersionDesc")));
    runtime.in = rate(values.value(QStringLiteral("putTps")));
    runtime.out = rate(values.value(QStringLiteral("getTransferredTps"), values.value(QStringLiteral("getTransferedTps")))); // 4.9 misspells it
    runtime.diskRatio = fullestDisk(values);
    runtime.messagesInToday = today(values, QLatin1StringView("msgPutTotalTodayNow"), QLatin1StringView("msgPutTotalTodayMorning"));
    runtime.messagesOutToday = today(values, QLatin1StringView("msgGetTotalTodayNow"), QLatin1StringView("msgGetTotalTodayMorning"));
    runtime.bootMs = notNegative(values, QLatin1StringView("bootTimestamp"));
    runtime.sendsQueued = notNegative(values, QLatin1StringView("sendThreadPoolQueueSize"));
    runtime.commitLogMin = notNegative(values, QLatin1StringView("commitLogMinOffset"));
    runtime.commitLogMax = notNegative(values, QLatin1StringView("commitLogMaxOffset"));
    runtime.dispatchBehind = notNegative(values, QLatin1StringView("dispatchBehindBytes"));
    runtime.earliestMessageMs = notNegative(values, QLatin1StringView("earliestMessageTimeStamp"));
    runtime.storeTimes = timeBands(values.value(QStringLiteral("putMessageDistributeTime")));
    runtime.values = values;
    return runtime;
}

std::optional<qint64> clockOf(const BrokerRuntime &runtime)
{
    static const QRegularExpression parts(QStringLiteral("(\\d+) days, (\\d+) hours, (\\d+) minutes, (\\d+) seconds"));
    const auto match = parts.match(runtime.values.value(QStringLiteral("runtime")));
    if (!runtime.bootMs || !match.hasMatch())
        return std::nullopt;
    const auto part = [&](int index) { return match.captured(index).toLongLong(); };
    const qint64 seconds = ((part(1) * 24 + part(2)) * 60 + part(3)) * 60 + part(4);
    return *runtime.bootMs + seconds * 1000 + 500;
}

} // namespace rocketdesk
