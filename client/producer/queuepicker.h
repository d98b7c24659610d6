// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/route.h"

#include <unordered_map>

namespace rocketdesk {

/// Chooses queues in turn, each topic for itself, as the Java client does.
class QueuePicker final
{
public:
    /// `seed`: where each topic begins.
    explicit QueuePicker(quint32 seed) : m_seed(seed) {}

    /// The next queue, of another broker than `avoid` where there is one; null where the route has none.
    [[nodiscard]] const QueueRef *pick(const Route &route, const BrokerName &avoid)
    {
        const auto &queues = route.publish;
        if (queues.empty())
            return nullptr;
        quint32 &next = m_next.try_emplace(route.topic, m_seed).first->second;
        for (std::size_t tried = 0; !avoid.isEmpty() && tried < queues.size(); ++tried) {
            const QueueRef &queue = queues[next++ % queues.size()];
            if (queue.broker != avoid)
                return &queue;
        }
        return &queues[next++ % queues.size()];
    }

private:
    quint32 m_seed;
    std::unordered_map<TopicName, quint32> m_next;
};

} // namespace rocketdesk
