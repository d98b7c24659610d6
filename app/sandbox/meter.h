// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/statistics.h"

#include <QHash>

#include <array>

namespace rocketdesk::sandbox {

/// Sums of the last `Slots` periods, in a ring.
template <std::size_t Slots>
class SlidingSum final
{
public:
    explicit SlidingSum(qint64 periodMs) : m_period(periodMs) {}

    void add(qint64 nowMs, qint64 amount)
    {
        moveTo(nowMs / m_period);
        m_sums[static_cast<std::size_t>(m_last) % Slots] += amount;
    }
    [[nodiscard]] qint64 sum(qint64 nowMs) const
    {
        const qint64 begin = nowMs / m_period - static_cast<qint64>(Slots);
        qint64 total = 0;
        for (qint64 slot = std::max(begin + 1, m_last - static_cast<qint64>(Slots) + 1); slot <= m_last; ++slot)
            total += m_sums[static_cast<std::size_t>(slot) % Slots];
        return total;
    }

private:
    void moveTo(qint64 slot)
    {
        if (slot - m_last >= static_cast<qint64>(Slots)) {
            m_sums.fill(0);
            m_last = slot;
        }
        while (m_last < slot)
            m_sums[static_cast<std::size_t>(++m_last) % Slots] = 0;
    }
    qint64 m_period;
    qint64 m_last = Slots;
    std::array<qint64, Slots> m_sums{};
};

/// Counts something over the last minute, hour and day.
class Meter final
{
public:
    void add(qint64 nowMs, qint64 amount = 1)
    {
        m_minute.add(nowMs, amount);
        m_hour.add(nowMs, amount);
        m_day.add(nowMs, amount);
        m_total += amount;
    }
    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] double perSecond(qint64 nowMs) const { return static_cast<double>(m_minute.sum(nowMs)) / 60; } ///< over the last minute
    [[nodiscard]] commands::BrokerStatsData data(qint64 nowMs) const;

private:
    SlidingSum<60> m_minute{1000};
    SlidingSum<60> m_hour{60'000};
    SlidingSum<24> m_day{3'600'000};
    qint64 m_total = 0;
};

/// The counters of a broker by name and key. [BrokerStatsManager]
class Counters final
{
public:
    void add(const QString &name, const QString &key, qint64 nowMs, qint64 amount = 1) { m_meters[{name, key}].add(nowMs, amount); }
    /// Null where nothing was counted yet.
    [[nodiscard]] const Meter *find(const QString &name, const QString &key) const;
    [[nodiscard]] double perSecond(const QString &name, const QString &key, qint64 nowMs) const;

private:
    QHash<std::pair<QString, QString>, Meter> m_meters;
};

} // namespace rocketdesk::sandbox
