// SPDX-License-Identifier: Apache-2.0
#include "client/producer/sendstatistics.h"

#include <numeric>

namespace rocketdesk {

quint64 SendStatistics::stored() const
{
    return std::accumulate(brokers.cbegin(), brokers.cend(), quint64(0), [](quint64 sum, const AtBroker &at) { return sum + at.stored; });
}

quint64 SendStatistics::failed() const
{
    return std::accumulate(brokers.cbegin(), brokers.cend(), quint64(0), [](quint64 sum, const AtBroker &at) { return sum + at.failed; });
}

double SendStatistics::successRate() const
{
    return AtBroker{.stored = stored(), .failed = failed()}.successRate();
}

void SendMeter::note(const BrokerName &broker, std::chrono::nanoseconds cost, bool stored)
{
    auto entry = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &known) { return known.broker == broker; });
    if (entry == m_entries.end())
        entry = m_entries.insert(entry, Entry{.broker = broker});
    ++(stored ? entry->stored : entry->failed);
    if (stored)
        entry->latencies.add(cost);
}

SendStatistics SendMeter::statistics() const
{
    SendStatistics statistics;
    for (const Entry &entry : m_entries)
        statistics.brokers.push_back({.broker = entry.broker, .stored = entry.stored, .failed = entry.failed, .p50 = entry.latencies.percentile(0.5), .p99 = entry.latencies.percentile(0.99)});
    return statistics;
}

} // namespace rocketdesk
