// SPDX-License-Identifier: Apache-2.0
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

namespace rocketdesk::ui::format {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("format", text);
}

QString pair(const char *text, qint64 first, qint64 second)
{
    return words(text).arg(first).arg(second);
}

} // namespace

QString none()
{
    return QStringLiteral("–");
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString decimal(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(qRound64(share * 100));
}

QString bytes(qint64 size)
{
    static constexpr std::array units = {"KiB", "MiB", "GiB", "TiB", "PiB"};
    if (size < 1024)
        return QStringLiteral("%1 B").arg(size);
    double value = static_cast<double>(size) / 1024;
    std::size_t unit = 0;
    for (; value >= 1024 && unit + 1 < units.size(); ++unit)
        value /= 1024;
    return QStringLiteral("%1 %2").arg(decimal(value), QLatin1StringView(units.at(unit)));
}

QString duration(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (milliseconds < 1000)
        return words(QT_TRANSLATE_NOOP("format", "%1 ms")).arg(milliseconds);
    if (seconds < 60)
        return words(QT_TRANSLATE_NOOP("format", "%1 s")).arg(decimal(static_cast<double>(milliseconds) / 1000));
    if (hours < 1)
        return pair(QT_TRANSLATE_NOOP("format", "%1 min %2 s"), minutes, seconds % 60);
    if (hours < 24)
        return pair(QT_TRANSLATE_NOOP("format", "%1 h %2 min"), hours, minutes % 60);
    return pair(QT_TRANSLATE_NOOP("format", "%1 d %2 h"), hours / 24, hours % 24);
}

QString time(qint64 epochMs, qint64 nowMs)
{
    if (epochMs <= 0)
        return none();
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(epochMs);
    const QDateTime now = nowMs > 0 ? QDateTime::fromMSecsSinceEpoch(nowMs) : QDateTime::currentDateTime();
    return when.toString(when.date() == now.date() ? QStringLiteral("HH:mm:ss.zzz") : QStringLiteral("MM-dd HH:mm"));
}

QString fullTime(qint64 epochMs)
{
    return epochMs <= 0 ? none() : QDateTime::fromMSecsSinceEpoch(epochMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString timeTooltip(qint64 epochMs)
{
    if (epochMs <= 0)
        return {};
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(epochMs);
    return QStringLiteral("%1 %2\n%3 ms").arg(fullTime(epochMs), when.timeZoneAbbreviation()).arg(epochMs);
}

} // namespace rocketdesk::ui::format
