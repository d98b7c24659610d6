// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/cluster/route.h"

#include <chrono>
#include <unordered_map>

namespace rocketdesk {

/// How long a broker that answered this slowly counts as not available; `isolated` = it did not answer at all. [MQFaultStrategy]
[[nodiscard]] std::chrono::milliseconds unavailableFor(std::chrono::milliseconds latency, bool isolated);

/// Which brokers were slow or gone lately. [LatencyFaultToleranceImpl]
class FaultTable final
{
public:
    using Time = std::chrono::nanoseconds; ///< Clock::now()

    void update(const BrokerName &broker, std::chrono::milliseconds latency, Time availableAgain, bool reachable);
    void remove(const BrokerName &broker) { m_faults.erase(broker); }
    [[nodiscard]] bool isAvailable(const BrokerName &broker, Time now) const;
    [[nodiscard]] bool isReachable(const BrokerName &broker) const;
    /// The reachable broker with the lowest latency among those with faults; an empty name where there is none.
    [[nodiscard]] BrokerName pickOneAtLeast() const;

    /// The next queue from `index` on: of an available broker, else of a reachable one, else any. -1 for no queues.
    [[nodiscard]] int pick(const std::vector<QueueRef> &queues, quint32 index, Time now) const;

private:
    struct Fault {
        std::chrono::milliseconds latency{0};
        Time availableAgain{0};
        bool reachable = true;
    };
    std::unordered_map<BrokerName, Fault> m_faults;
};

} // namespace rocketdesk
