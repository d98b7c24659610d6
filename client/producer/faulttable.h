// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/base/error.h"
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
    /// What a try at this broker was like. A failed one isolates it for a while, whatever it took.
    void note(const BrokerName &broker, std::chrono::nanoseconds latency, const Error *failure, Time now);
    void remove(const BrokerName &broker) { m_faults.erase(broker); }
    [[nodiscard]] bool isAvailable(const BrokerName &broker, Time now) const;
    [[nodiscard]] bool isReachable(const BrokerName &broker) const;
    /// The reachable broker with the lowest latency among those with faults; an empty name where there is none.
    [[nodiscard]] BrokerName pickOneAtLeast() const;
    [[nodiscard]] bool isEmpty() const { return m_faults.empty(); }

private:
    struct Fault {
        std::chrono::milliseconds latency{0};
        Time availableAgain{0};
        bool reachable = true;
    };
    std::unordered_map<BrokerName, Fault> m_faults;
};

} // namespace rocketdesk
