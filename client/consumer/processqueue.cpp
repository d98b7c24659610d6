// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/processqueue.h"

#include <algorithm>
#include <utility>

namespace rocketdesk {

bool ProcessQueue::put(protocol::StoredMessage message)
{
    const QueueOffset offset = message.queueOffset;
    if ((m_maxCount && count() >= *m_maxCount) || m_messages.contains(offset) || m_taken.contains(offset))
        return false;
    m_bytes += message.body.size();
    m_highest = std::max(m_highest, offset.value());
    m_messages.emplace(offset, Held{std::move(message), std::nullopt, false});
    return true;
}

std::vector<protocol::StoredMessage> ProcessQueue::take(int count)
{
    std::vector<protocol::StoredMessage> given;
    while (count-- > 0 && !m_messages.empty()) {
        auto node = m_messages.extract(m_messages.begin());
        given.push_back(node.mapped().message);
        m_taken.insert(std::move(node));
    }
    return given;
}

qint64 ProcessQueue::commit()
{
    if (m_taken.empty())
        return -1;
    const qint64 next = m_taken.rbegin()->first.value() + 1;
    for (const auto &[offset, held] : m_taken)
        m_bytes -= held.message.body.size();
    m_taken.clear();
    return next;
}

void ProcessQueue::giveBack(QueueOffset from)
{
    while (!m_taken.empty() && m_taken.rbegin()->first >= from) {
        auto node = m_taken.extract(std::prev(m_taken.end()));
        ++node.mapped().message.reconsumeTimes;
        m_messages.insert(std::move(node));
    }
}

qint64 ProcessQueue::remove(const std::vector<QueueOffset> &offsets)
{
    if (m_messages.empty())
        return -1;
    for (const QueueOffset offset : offsets) {
        if (const auto node = m_messages.extract(offset))
            m_bytes -= node.mapped().message.body.size();
    }
    return reached();
}

qint64 ProcessQueue::reached() const
{
    if (!m_messages.empty())
        return m_messages.begin()->first.value();
    return m_highest < 0 ? -1 : m_highest + 1;
}

int ProcessQueue::clear()
{
    const int held = count();
    m_messages.clear();
    m_taken.clear();
    m_bytes = 0;
    return held;
}

void ProcessQueue::startConsume(QueueOffset offset, qint64 atMs)
{
    if (const auto found = m_messages.find(offset); found != m_messages.end()) {
        found->second.consumedSinceMs = atMs;
        found->second.givenUp = false;
    }
}

const protocol::StoredMessage *ProcessQueue::handOut(QueueOffset offset, qint64 atMs)
{
    const auto found = m_messages.find(offset);
    if (found == m_messages.end() || found->second.givenUp)
        return nullptr;
    found->second.consumedSinceMs = atMs;
    return &found->second.message;
}

std::vector<ProcessQueue::Expired> ProcessQueue::giveUpExpired(qint64 nowMs, qint64 timeoutMs)
{
    constexpr std::size_t mostAtOnce = 16; // as Java: what is left comes at the next round
    std::vector<Expired> expired;
    for (auto &[offset, held] : m_messages) {
        if (!held.consumedSinceMs || nowMs - *held.consumedSinceMs <= timeoutMs || expired.size() == mostAtOnce)
            break;
        if (!std::exchange(held.givenUp, true))
            expired.push_back({.offset = offset, .message = held.message});
    }
    return expired;
}

bool ProcessQueue::isToBeConsumed(QueueOffset offset) const
{
    const auto found = m_messages.find(offset);
    return found != m_messages.end() && !found->second.givenUp;
}

const protocol::StoredMessage *ProcessQueue::find(QueueOffset offset) const
{
    const auto found = m_messages.find(offset);
    return found == m_messages.end() ? nullptr : &found->second.message;
}

std::optional<QueueOffset> ProcessQueue::min() const
{
    return m_messages.empty() ? std::nullopt : std::optional(m_messages.begin()->first);
}

std::optional<QueueOffset> ProcessQueue::max() const
{
    return m_messages.empty() ? std::nullopt : std::optional(m_messages.rbegin()->first);
}

qint64 ProcessQueue::limitPerQueue(qint64 ofQueue, qint64 ofTopic, int queues)
{
    return ofTopic > 0 && queues > 0 ? std::min(ofQueue, std::max<qint64>(1, ofTopic / queues)) : ofQueue;
}

} // namespace rocketdesk
