// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/locktable.h"

namespace rocketdesk::sandbox {

namespace {

constexpr qint64 lifeMs = 60'000;

} // namespace

QList<commands::MessageQueue> LockTable::lock(const commands::LockRequest &request, qint64 nowMs)
{
    QList<commands::MessageQueue> held;
    auto &locks = m_locks[request.consumerGroup];
    for (const commands::MessageQueue &queue : request.mqSet) {
        const auto lock = locks.constFind(queue);
        if (lock != locks.cend() && lock->holder != request.clientId && nowMs - lock->since < lifeMs)
            continue;
        locks.insert(queue, {request.clientId, nowMs});
        held << queue;
    }
    return held;
}

void LockTable::unlock(const commands::LockRequest &request)
{
    auto &locks = m_locks[request.consumerGroup];
    for (const commands::MessageQueue &queue : request.mqSet) {
        if (locks.value(queue).holder == request.clientId)
            locks.remove(queue);
    }
}

bool LockTable::isHeld(const ConsumerGroup &group, const commands::MessageQueue &queue, qint64 nowMs) const
{
    const auto locks = m_locks.constFind(group);
    if (locks == m_locks.cend())
        return false;
    const auto lock = locks->constFind(queue);
    return lock != locks->cend() && nowMs - lock->since < lifeMs;
}

} // namespace rocketdesk::sandbox
