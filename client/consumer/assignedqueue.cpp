// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/assignedqueue.h"

namespace rocketdesk {

void AssignedQueue::retire()
{
    m_retired->store(true, std::memory_order_relaxed);
    m_changed.wake();
}

void AssignedQueue::drop()
{
    m_retired->store(true, std::memory_order_relaxed);
    m_dropped = true;
    m_cache.clear();
    m_changed.wake();
}

void AssignedQueue::setLocked(bool locked, std::chrono::nanoseconds now)
{
    m_locked = locked;
    m_lockedAt = now;
    if (locked)
        m_changed.wake();
}

commands::ProcessQueueInfo AssignedQueue::info(qint64 committed) const
{
    commands::ProcessQueueInfo info;
    info.commitOffset = QueueOffset(committed);
    info.cachedMsgCount = m_cache.count();
    info.cachedMsgMinOffset = m_cache.min().value_or(QueueOffset());
    info.cachedMsgMaxOffset = m_cache.max().value_or(QueueOffset());
    info.cachedMsgSizeInMiB = static_cast<int>(m_cache.cachedMiB());
    info.locked = m_locked;
    info.droped = m_dropped;
    info.lastPullTimestamp = lastPullMs;
    info.lastConsumeTimestamp = lastConsumeMs;
    info.lastLockTimestamp = lastLockMs;
    return info;
}

} // namespace rocketdesk
