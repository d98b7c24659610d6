// SPDX-License-Identifier: Apache-2.0
#include "client/producer/queuepicker.h"

namespace rocketdesk {

namespace {

/// The first good queue from `next` on, which moves behind it; null where none is.
template <typename Good>
const QueueRef *nextOf(const std::vector<QueueRef> &queues, quint32 &next, Good good)
{
    for (std::size_t tried = 0; tried < queues.size(); ++tried) {
        const QueueRef &queue = queues[next++ % queues.size()];
        if (good(queue.broker))
            return &queue;
    }
    return nullptr;
}

} // namespace

const QueueRef *QueuePicker::pick(const Route &route, const BrokerName &avoid)
{
    const auto &queues = route.publish;
    quint32 &next = turnOf(route);
    if (!avoid.isEmpty()) {
        if (const QueueRef *const queue = nextOf(queues, next, [&](const BrokerName &broker) { return broker != avoid; }))
            return queue;
    }
    return nextOf(queues, next, [](const BrokerName &) { return true; });
}

const QueueRef *QueuePicker::pick(const Route &route, const BrokerName &avoid, const FaultTable &faults, FaultTable::Time now)
{
    if (faults.isEmpty())
        return pick(route, avoid);
    quint32 &next = turnOf(route);
    if (const auto *const queue = nextOf(route.publish, next, [&](const BrokerName &broker) { return broker != avoid && faults.isAvailable(broker, now); }))
        return queue;
    if (const auto *const queue = nextOf(route.publish, next, [&](const BrokerName &broker) { return broker != avoid && faults.isReachable(broker); }))
        return queue;
    return pick(route, avoid);
}

quint32 &QueuePicker::turnOf(const Route &route)
{
    Turn &turn = m_turns[route.topic];
    if (turn.fetched != route.fetched) {
        turn.fetched = route.fetched;
        if (turn.queues != route.publish) {
            turn.queues = route.publish;
            turn.next = m_start();
        }
    }
    return turn.next;
}

} // namespace rocketdesk
