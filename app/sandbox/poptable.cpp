// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/poptable.h"

#include "client/protocol/pop.h"

#include <algorithm>

namespace rocketdesk::sandbox {

namespace {

bool waitsFor(const PopQueue &wanted, const TopicName &topic, QueueId queue)
{
    if (wanted.topic == topic)
        return wanted.queue.value() < 0 || wanted.queue == queue;
    return topic == protocol::popRetryTopic(wanted.topic, wanted.group, 1) || topic == protocol::popRetryTopic(wanted.topic, wanted.group, 2);
}

} // namespace

void PopTable::take(const PopQueue &queue, const std::vector<qint64> &offsets, const PopTime &time)
{
    for (const qint64 offset : offsets)
        m_taken[queue].insert_or_assign(offset, time);
    whenDone(m_clock.after(milliseconds(time.invisible)), this, [this, queue, offsets, time](const Result<void> &) { expire(queue, offsets, time); });
}

bool PopTable::acknowledge(const PopQueue &queue, qint64 offset, const PopTime &time)
{
    const auto taken = m_taken.find(queue);
    if (taken == m_taken.end())
        return false;
    const auto found = taken->second.find(offset);
    if (found == taken->second.end() || found->second != time)
        return false;
    taken->second.erase(found);
    if (taken->second.empty())
        m_taken.erase(taken);
    return true;
}

void PopTable::expire(const PopQueue &queue, const std::vector<qint64> &offsets, const PopTime &time)
{
    for (const qint64 offset : offsets) {
        if (acknowledge(queue, offset, time))
            m_revive(queue, offset, time);
    }
}

PopOrders::Message *PopOrders::Batch::find(qint64 offset)
{
    const auto found = std::find_if(messages.begin(), messages.end(), [offset](const Message &one) { return one.offset == offset; });
    return found == messages.end() ? nullptr : &*found;
}

bool PopOrders::isBlocked(const PopQueue &queue, const std::optional<QString> &attempt, qint64 nowMs) const
{
    const auto batch = m_batches.find(queue);
    if (batch == m_batches.end() || (attempt && attempt == batch->second.attempt))
        return false;
    const auto &messages = batch->second.messages;
    return std::any_of(messages.cbegin(), messages.cend(), [nowMs](const Message &one) { return !one.acknowledged && one.visibleAt > nowMs; });
}

QString PopOrders::take(const PopQueue &queue, const std::optional<QString> &attempt, const std::vector<qint64> &offsets, const PopTime &time)
{
    Batch &last = m_batches[queue];
    Batch next{attempt, time.at, {}};
    QStringList counts;
    int fewest = std::numeric_limits<int>::max();
    for (const qint64 offset : offsets) {
        const Message *const before = last.find(offset);
        const int count = before ? before->takenBefore + 1 : 0;
        next.messages.push_back({offset, time.at + time.invisible, false, count});
        fewest = std::min(fewest, count);
        if (count > 0)
            counts << protocol::popOrderCountOfOffset(queue.topic, queue.queue, QueueOffset(offset), count);
    }
    last = std::move(next);
    counts << protocol::popOrderCountOfQueue(queue.topic, queue.queue, offsets.empty() ? 0 : fewest);
    return counts.join(u';');
}

std::optional<qint64> PopOrders::acknowledge(const PopQueue &queue, qint64 offset, qint64 popTime)
{
    const auto batch = m_batches.find(queue);
    if (batch == m_batches.end() || batch->second.popTime != popTime)
        return std::nullopt;
    Message *const message = batch->second.find(offset);
    if (!message)
        return std::nullopt;
    message->acknowledged = true;
    const auto &messages = batch->second.messages;
    const auto open = std::find_if(messages.cbegin(), messages.cend(), [](const Message &one) { return !one.acknowledged; });
    return open == messages.cend() ? messages.back().offset + 1 : open->offset;
}

void PopOrders::setVisibleAt(const PopQueue &queue, qint64 offset, qint64 popTime, qint64 atMs)
{
    const auto batch = m_batches.find(queue);
    if (batch == m_batches.end() || batch->second.popTime != popTime)
        return;
    if (Message *const message = batch->second.find(offset))
        message->visibleAt = atMs;
}

void PopPolls::hold(Waiting waiting, milliseconds limit)
{
    const quint64 id = ++m_lastId;
    m_waiting.emplace(id, std::move(waiting));
    whenDone(m_clock.after(limit), this, [this, id](const Result<void> &) {
        if (const auto late = m_waiting.extract(id))
            late.mapped().giveUp();
    });
}

void PopPolls::arrived(const TopicName &topic, QueueId queue)
{
    std::vector<quint64> concerned;
    for (const auto &[id, one] : m_waiting) {
        if (waitsFor(one.queue, topic, queue))
            concerned.push_back(id);
    }
    for (const quint64 id : concerned) {
        auto one = m_waiting.extract(id);
        if (one && !one.mapped().answer())
            m_waiting.insert(std::move(one));
    }
}

int PopPolls::waiting(const PopQueue &queue) const
{
    return static_cast<int>(std::count_if(m_waiting.cbegin(), m_waiting.cend(), [&queue](const auto &entry) { return entry.second.queue == queue; }));
}

} // namespace rocketdesk::sandbox
