// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/route.h"
#include "client/producer/latencies.h"

namespace rocketdesk {

/// How sends have gone so far, every try counted at the broker where it ended.
struct SendStatistics {
    struct AtBroker {
        BrokerName broker;
        quint64 stored = 0;
        quint64 failed = 0;
        std::chrono::nanoseconds p50{0}; ///< of the answers, within an eighth
        std::chrono::nanoseconds p99{0};

        [[nodiscard]] double successRate() const { return stored + failed == 0 ? 1 : static_cast<double>(stored) / static_cast<double>(stored + failed); }
    };

    std::vector<AtBroker> brokers;
    int onTheirWay = 0; ///< sends that have not ended
    qint64 waiting = 0; ///< sends that may not go yet

    [[nodiscard]] quint64 stored() const;
    [[nodiscard]] quint64 failed() const;
    /// 1 where nothing has ended yet.
    [[nodiscard]] double successRate() const;
};

/// Counts for SendStatistics: a few brokers, so a list is looked through.
class SendMeter final
{
public:
    void note(const BrokerName &broker, std::chrono::nanoseconds cost, bool stored);
    [[nodiscard]] SendStatistics statistics() const;

private:
    struct Entry {
        BrokerName broker;
        quint64 stored = 0;
        quint64 failed = 0;
        Latencies latencies;
    };
    std::vector<Entry> m_entries;
};

} // namespace rocketdesk
