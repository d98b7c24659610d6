// SPDX-License-Identifier: Apache-2.0
#include "client/producer/faulttable.h"

#include <array>

namespace rocketdesk {

using std::chrono::milliseconds;

milliseconds unavailableFor(milliseconds latency, bool isolated)
{
    struct Step {
        int latency;
        int unavailable;
    };
    static constexpr std::array<Step, 7> steps = {{{50, 0}, {100, 0}, {550, 2000}, {1800, 5000}, {3000, 6000}, {5000, 10'000}, {15'000, 30'000}}};
    constexpr milliseconds assumedWhenIsolated(10'000);
    const milliseconds effective = isolated ? assumedWhenIsolated : latency;
    milliseconds time(0);
    for (const Step &step : steps) {
        if (effective >= milliseconds(step.latency))
            time = milliseconds(step.unavailable);
    }
    return time;
}

void FaultTable::update(const BrokerName &broker, milliseconds latency, Time availableAgain, bool reachable)
{
    m_faults.insert_or_assign(broker, Fault{latency, availableAgain, reachable});
}

void FaultTable::note(const BrokerName &broker, std::chrono::nanoseconds latency, const Error *failure, Time now)
{
    const auto spent = std::chrono::duration_cast<milliseconds>(latency);
    const auto pause = unavailableFor(spent, failure != nullptr);
    if (pause > milliseconds(0) || !isReachable(broker) || !isAvailable(broker, now))
        update(broker, spent, now + pause, !failure || failure->code != 0);
}

bool FaultTable::isAvailable(const BrokerName &broker, Time now) const
{
    const auto fault = m_faults.find(broker);
    return fault == m_faults.end() || now >= fault->second.availableAgain;
}

bool FaultTable::isReachable(const BrokerName &broker) const
{
    const auto fault = m_faults.find(broker);
    return fault == m_faults.end() || fault->second.reachable;
}

BrokerName FaultTable::pickOneAtLeast() const
{
    const std::pair<const BrokerName, Fault> *best = nullptr;
    for (const auto &entry : m_faults) {
        if (entry.second.reachable && (!best || entry.second.latency < best->second.latency))
            best = &entry;
    }
    return best ? best->first : BrokerName();
}

} // namespace rocketdesk
