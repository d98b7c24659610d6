// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/concurrentconsume.h"

#include "client/base/logcategories.h"

namespace rocketdesk {

namespace {

/// What could not be sent back is given to the listener again after this long.
constexpr milliseconds LaterHere{5'000};

bool isSuccess(const ConsumeOutcome &outcome)
{
    return outcome.kind == ConsumeOutcome::Kind::ConsumeSuccess || outcome.kind == ConsumeOutcome::Kind::Commit;
}

} // namespace

void ConcurrentConsume::arrived(const QueuePtr &queue, std::vector<QueueOffset> offsets)
{
    const auto most = static_cast<std::size_t>(m_parts.settings.options.consumeBatchSize);
    for (std::size_t at = 0; at < offsets.size(); at += most) {
        const auto first = offsets.begin() + static_cast<std::ptrdiff_t>(at);
        m_tasks.push_back({queue, {first, first + static_cast<std::ptrdiff_t>(std::min(most, offsets.size() - at))}});
    }
    begin();
}

void ConcurrentConsume::begin()
{
    while (!m_tasks.empty() && !isFull() && !isStopped()) {
        begun();
        (void)work();
    }
}

Pending<void> ConcurrentConsume::work()
{
    while (!m_tasks.empty() && !isStopped() && !isOverfull()) {
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        auto messages = messagesOf(task);
        if (messages.empty())
            continue;
        const auto began = m_parts.clock().now();
        auto answering = call(task.queue, std::move(messages));
        const auto answer = co_await answering;
        if (!answer && (isStopped() || answer.error().kind == Error::Kind::Cancelled)) { // nobody was there to consume it
            (void)tryAgainLater(std::move(task));
            continue;
        }
        const ConsumeOutcome outcome = answer.value_or(ConsumeOutcome::later());
        count(task.queue, began, static_cast<qsizetype>(task.offsets.size()), isSuccess(outcome));
        if (task.queue->isDropped())
            continue;
        if (isSuccess(outcome) && outcome.ackIndex >= static_cast<int>(task.offsets.size()) - 1) {
            acknowledge(task.queue, task.offsets);
            continue;
        }
        auto settling = settle(std::move(task), outcome);
        (void)co_await settling;
    }
    done();
    co_return {};
}

std::vector<protocol::StoredMessage> ConcurrentConsume::messagesOf(Task &task)
{
    std::vector<protocol::StoredMessage> messages;
    if (task.queue->isRetired())
        return messages;
    const qint64 nowMs = m_parts.clock().wallMs();
    messages.reserve(task.offsets.size());
    std::erase_if(task.offsets, [&](QueueOffset offset) {
        const protocol::StoredMessage *message = task.queue->cache().handOut(offset, nowMs);
        if (message)
            messages.push_back(*message);
        return message == nullptr;
    });
    return messages;
}

Pending<void> ConcurrentConsume::settle(Task task, ConsumeOutcome outcome)
{
    const BatchOutcome parts = batchOutcome(m_parts.settings.isBroadcasting(), static_cast<int>(task.offsets.size()), isSuccess(outcome), outcome.ackIndex);
    if (parts.sentBack.empty()) {
        acknowledge(task.queue, task.offsets);
        noteDropped(task.queue, parts);
        co_return {};
    }
    auto settling = sendBack(task.queue, std::move(task.offsets), parts, outcome.delayLevel);
    (void)co_await settling;
    co_return {};
}

void ConcurrentConsume::noteDropped(const QueuePtr &queue, const BatchOutcome &parts)
{
    if (!parts.dropped.empty())
        qCWarning(logConsumer, "broadcasting: %zu messages of %s that failed are dropped", parts.dropped.size(), qUtf8Printable(queue->queue().topic.text()));
}

Pending<void> ConcurrentConsume::sendBack(QueuePtr queue, std::vector<QueueOffset> offsets, BatchOutcome parts, int delayLevel)
{
    std::vector<QueueOffset> finished;
    for (const int index : parts.acked)
        finished.push_back(offsets[static_cast<std::size_t>(index)]);
    std::vector<QueueOffset> failing;
    std::vector<Pending<void>> sending;
    for (const int index : parts.sentBack) {
        const QueueOffset offset = offsets[static_cast<std::size_t>(index)];
        if (!queue->cache().isToBeConsumed(offset))
            continue; // given up as overdue meanwhile
        failing.push_back(offset);
        sending.push_back(m_sendBack.send(*queue->cache().find(offset), delayLevel));
    }
    auto all = whenAll(std::move(sending));
    const auto results = co_await all;
    Task again{queue, {}};
    for (std::size_t i = 0; i < failing.size(); ++i)
        (results && (*results)[i] ? finished : again.offsets).push_back(failing[i]);
    if (!queue->isDropped())
        acknowledge(queue, finished);
    if (!again.offsets.empty())
        (void)tryAgainLater(std::move(again));
    co_return {};
}

void ConcurrentConsume::acknowledge(const QueuePtr &queue, const std::vector<QueueOffset> &offsets)
{
    queue->cache().remove(offsets);
    if (const qint64 reached = queue->cache().reached(); reached >= 0)
        m_parts.offsets.table().update(queue->queue(), QueueOffset(reached), true);
    queue->changed().wake();
}

Pending<void> ConcurrentConsume::tryAgainLater(Task task)
{
    auto resting = m_parts.clock().after(LaterHere);
    (void)co_await resting;
    m_tasks.push_back(std::move(task));
    begin();
    co_return {};
}

void ConcurrentConsume::giveUpOverdue(const QueuePtr &queue)
{
    const qint64 limitMs = std::chrono::duration_cast<milliseconds>(std::chrono::minutes(m_parts.settings.options.consumeTimeoutMinutes)).count();
    for (ProcessQueue::Expired &overdue : queue->cache().giveUpExpired(m_parts.clock().wallMs(), limitMs)) {
        qCWarning(logConsumer, "the listener has had a message of %s for more than %lld ms: sent back", qUtf8Printable(queue->queue().topic.text()), limitMs);
        (void)sendOverdueBack(queue, std::move(overdue.message), overdue.delayLevel);
    }
}

Pending<void> ConcurrentConsume::sendOverdueBack(QueuePtr queue, protocol::StoredMessage message, int delayLevel)
{
    const QueueOffset offset = message.queueOffset;
    if (!m_parts.settings.isBroadcasting()) {
        auto sending = m_sendBack.send(std::move(message), delayLevel);
        const auto sent = co_await sending;
        if (!sent) {
            queue->cache().startConsume(offset, m_parts.clock().wallMs()); // it is nowhere but here: it gets as much time again
            co_return {};
        }
    }
    if (!queue->isDropped())
        acknowledge(queue, {offset});
    co_return {};
}

} // namespace rocketdesk
