// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/producer/faulttable.h"

#include <functional>

namespace rocketdesk {

/// Chooses queues in turn, each topic for itself, as the Java client does.
class QueuePicker final
{
public:
    using Start = std::function<quint32()>;

    /// `start`: where a topic begins, asked for anew whenever its queues have changed.
    explicit QueuePicker(Start start) : m_start(std::move(start)) {}

    /// The next queue, of another broker than `avoid` where there is one; null where the route has none.
    [[nodiscard]] const QueueRef *pick(const Route &route, const BrokerName &avoid);
    /// The same among the queues of brokers that are available at `now`, else of those that can be reached, else of any.
    [[nodiscard]] const QueueRef *pick(const Route &route, const BrokerName &avoid, const FaultTable &faults, FaultTable::Time now);

private:
    struct Turn {
        std::chrono::nanoseconds fetched{-1}; ///< of the route that was looked at last
        std::vector<QueueRef> queues;
        quint32 next = 0;
    };
    [[nodiscard]] quint32 &turnOf(const Route &route);

    Start m_start;
    std::unordered_map<TopicName, Turn> m_turns;
};

} // namespace rocketdesk
