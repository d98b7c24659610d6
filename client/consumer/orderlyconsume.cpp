// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/orderlyconsume.h"

#include "client/base/logcategories.h"
#include "client/consumer/retrypolicy.h"

namespace rocketdesk {

void OrderlyConsume::arrived(const QueuePtr &queue, std::vector<QueueOffset>)
{
    if (!std::exchange(queue->inWork, true))
        (void)work(queue);
}

Pending<void> OrderlyConsume::work(QueuePtr queue)
{
    while (!isStopped() && !queue->isRetired() && queue->cache().min()) {
        if (!m_parts.mayConsume(*queue)) {
            auto waiting = queue->changed().wait();
            (void)co_await waiting;
            continue;
        }
        if (isFull()) {
            auto waiting = ended().wait();
            (void)co_await waiting;
            continue;
        }
        begun();
        auto consuming = consume(queue);
        const auto rest = co_await consuming;
        done();
        if (!rest || rest->count() == 0)
            continue;
        auto resting = m_parts.clock().after(*rest);
        (void)co_await resting;
    }
    queue->inWork = false;
    queue->changed().wake();
    co_return {};
}

Pending<milliseconds> OrderlyConsume::consume(QueuePtr queue)
{
    auto messages = queue->cache().take(m_parts.settings.options.consumeBatchSize);
    const auto began = m_parts.clock().now();
    auto answering = call(queue, messages);
    const auto answer = co_await answering;
    const ConsumeOutcome outcome = answer.value_or(ConsumeOutcome::suspend());
    const bool success = outcome.kind == ConsumeOutcome::Kind::ConsumeSuccess || outcome.kind == ConsumeOutcome::Kind::Commit;
    count(queue, began, static_cast<qsizetype>(messages.size()), success);
    if (queue->isDropped())
        co_return milliseconds(0);
    if (!answer && (isStopped() || answer.error().kind == Error::Kind::Cancelled)) { // nobody was there to consume it
        queue->cache().giveBack(messages.front().queueOffset);
        co_return restAfter(outcome);
    }
    auto settling = settle(queue, std::move(messages), outcome);
    co_return co_await settling;
}

Pending<milliseconds> OrderlyConsume::settle(QueuePtr queue, std::vector<protocol::StoredMessage> messages, ConsumeOutcome outcome)
{
    const bool autoCommit = m_parts.settings.options.autoCommit;
    if (outcome.kind == ConsumeOutcome::Kind::Commit || (outcome.kind == ConsumeOutcome::Kind::ConsumeSuccess && autoCommit)) {
        commit(queue);
        co_return milliseconds(0);
    }
    if (outcome.kind == ConsumeOutcome::Kind::ConsumeSuccess)
        co_return milliseconds(0); // until the listener commits
    if (outcome.kind == ConsumeOutcome::Kind::Rollback) {
        queue->cache().giveBack(QueueOffset());
        co_return restAfter(outcome);
    }
    const QueueOffset first = messages.front().queueOffset;
    auto checking = mustComeAgain(std::move(messages));
    const auto again = co_await checking;
    if (queue->isDropped())
        co_return milliseconds(0);
    if (again.value_or(true)) {
        queue->cache().giveBack(first);
        co_return restAfter(outcome);
    }
    commit(queue);
    co_return milliseconds(0);
}

Pending<bool> OrderlyConsume::mustComeAgain(std::vector<protocol::StoredMessage> messages)
{
    const int most = m_parts.settings.maxReconsumeTimes();
    bool again = false;
    for (const protocol::StoredMessage &message : messages) {
        if (message.reconsumeTimes < most) {
            again = true;
            continue;
        }
        auto sending = m_sendBack.sendToRetryTopic(message);
        const auto sent = co_await sending;
        again = again || !sent;
    }
    co_return again;
}

void OrderlyConsume::commit(const QueuePtr &queue)
{
    if (const qint64 reached = queue->cache().commit(); reached >= 0)
        m_parts.offsets.table().update(queue->queue(), QueueOffset(reached), false);
    queue->changed().wake();
}

milliseconds OrderlyConsume::restAfter(const ConsumeOutcome &outcome) const
{
    return suspendTime(outcome.suspendMs < 0 ? m_parts.settings.options.suspendCurrentQueueTimeMillis : outcome.suspendMs);
}

} // namespace rocketdesk
