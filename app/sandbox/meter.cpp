// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/meter.h"

namespace rocketdesk::sandbox {

namespace {

commands::BrokerStatsItem item(qint64 sum, double seconds)
{
    commands::BrokerStatsItem value;
    value.sum = sum;
    value.tps = static_cast<double>(sum) / seconds;
    return value;
}

} // namespace

commands::BrokerStatsData Meter::data(qint64 nowMs) const
{
    commands::BrokerStatsData data;
    data.statsMinute = item(m_minute.sum(nowMs), 60);
    data.statsHour = item(m_hour.sum(nowMs), 3600);
    data.statsDay = item(m_day.sum(nowMs), 86400);
    return data;
}

const Meter *Counters::find(const QString &name, const QString &key) const
{
    const auto meter = m_meters.constFind({name, key});
    return meter == m_meters.cend() ? nullptr : &*meter;
}

double Counters::perSecond(const QString &name, const QString &key, qint64 nowMs) const
{
    const Meter *const meter = find(name, key);
    return meter ? meter->perSecond(nowMs) : 0;
}

} // namespace rocketdesk::sandbox
