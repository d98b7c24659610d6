// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/base/wakeup.h"
#include "client/commands/runninginfo.h"
#include "client/consumer/processqueue.h"

#include <atomic>

namespace rocketdesk {

/// Whether a queue takes nothing new any more; the listener's thread looks at it before it begins a call.
using QueueRetired = std::shared_ptr<const std::atomic<bool>>;

/// One queue that this consumer reads: what is cached of it, where it goes on, and whether it still is this consumer's. Shared by
/// its pull loop and the calls of the listener; an answer that comes after it was dropped changes nothing.
class AssignedQueue final
{
public:
    AssignedQueue(commands::MessageQueue queue, QueueOffset from) : next(from), m_queue(std::move(queue)) {}
    Q_DISABLE_COPY_MOVE(AssignedQueue)

    [[nodiscard]] const commands::MessageQueue &queue() const { return m_queue; }
    [[nodiscard]] ProcessQueue &cache() { return m_cache; }
    [[nodiscard]] const ProcessQueue &cache() const { return m_cache; }

    /// Woken whenever something changes that somebody may wait for: room, messages, lock, pause, the end.
    [[nodiscard]] Wakeup &changed() { return m_changed; }

    /// Takes nothing new; what is in the listener's hands still counts.
    void retire();
    /// Takes nothing new, and what the listener still answers changes nothing.
    void drop();
    [[nodiscard]] bool isRetired() const { return m_retired->load(std::memory_order_relaxed); }
    [[nodiscard]] QueueRetired retired() const { return m_retired; }
    [[nodiscard]] bool isDropped() const { return m_dropped; }

    /// The broker's lock, as last told; it counts for `life`.
    void setLocked(bool locked, std::chrono::nanoseconds now);
    [[nodiscard]] bool isLocked(std::chrono::nanoseconds now, milliseconds life) const { return m_locked && now - m_lockedAt < life; }

    [[nodiscard]] commands::ProcessQueueInfo info(qint64 committed) const;

    QueueOffset next; ///< the next pull begins here
    BrokerId source; ///< process of the broker that is pulled from
    bool inWork = false; ///< an orderly listener has a batch of it
    qint64 lastPullMs = 0; ///< epoch ms
    qint64 lastConsumeMs = 0;
    qint64 lastLockMs = 0;

private:
    const commands::MessageQueue m_queue;
    ProcessQueue m_cache;
    Wakeup m_changed;
    const std::shared_ptr<std::atomic<bool>> m_retired = std::make_shared<std::atomic<bool>>(false);
    std::chrono::nanoseconds m_lockedAt{0};
    bool m_locked = false;
    bool m_dropped = false;
};

using QueuePtr = std::shared_ptr<AssignedQueue>;

} // namespace rocketdesk
