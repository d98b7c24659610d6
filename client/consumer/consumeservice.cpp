// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/consumeservice.h"

#include "client/commands/runninginfo.h"

#include <algorithm>

namespace rocketdesk {

namespace {

commands::ConsumeResult resultOf(ConsumeOutcome::Kind kind)
{
    switch (kind) {
    case ConsumeOutcome::Kind::ConsumeSuccess:
        return commands::ConsumeResult::Success;
    case ConsumeOutcome::Kind::Commit:
        return commands::ConsumeResult::Commit;
    case ConsumeOutcome::Kind::Rollback:
        return commands::ConsumeResult::Rollback;
    case ConsumeOutcome::Kind::ReconsumeLater:
    case ConsumeOutcome::Kind::SuspendCurrentQueue:
        break;
    }
    return commands::ConsumeResult::Later;
}

/// As Java tells it: a time-out counts for more than what was answered, and a roll-back is no failure. [ConsumeMessageOrderlyService]
ConsumeEnd endOf(const Result<ConsumeOutcome> &outcome, bool late)
{
    if (!outcome)
        return ConsumeEnd::Threw;
    if (late)
        return ConsumeEnd::TimedOut;
    const bool again = outcome->kind == ConsumeOutcome::Kind::ReconsumeLater || outcome->kind == ConsumeOutcome::Kind::SuspendCurrentQueue;
    return again ? ConsumeEnd::Failed : ConsumeEnd::Success;
}

} // namespace

Pending<ConsumeOutcome> ConsumeService::call(const commands::MessageQueue &queue, QueueRetired retired, std::vector<protocol::StoredMessage> messages, Traced traced)
{
    auto batch = std::make_shared<protocol::MessageBatch>();
    batch->messages = std::move(messages);
    const protocol::NameSpace &names = m_parts.settings.names;
    ConsumeContext context{.queue = names.shown(queue), .messageCount = static_cast<int>(batch->messages.size()), .processingStartTime = m_parts.clock().wallMs()};
    for (protocol::StoredMessage &message : batch->messages) {
        message.topic = names.shown(message.topicBeforeRetries());
        context.isFirstTime = context.isFirstTime && message.reconsumeTimes == 0;
        batch->cost += message.body.size() + message.properties.size();
    }
    if (traced == Traced::Yes && m_parts.tracer.traces(queue.topic))
        return callTraced(std::move(batch), std::move(context), std::move(retired));
    return m_listener.consume(std::move(batch), std::move(context), std::move(retired));
}

Pending<ConsumeOutcome> ConsumeService::callTraced(ConsumeBatch batch, ConsumeContext context, QueueRetired retired)
{
    const auto began = m_parts.clock().now();
    const ConsumptionTrace trace = m_parts.tracer.begin(batch->messages);
    auto answering = m_listener.consume(std::move(batch), std::move(context), std::move(retired));
    const auto outcome = co_await answering;
    const bool late = m_parts.clock().now() - began >= std::chrono::minutes(m_parts.settings.options.consumeTimeoutMinutes);
    m_parts.tracer.end(trace, endOf(outcome, late));
    co_return outcome;
}

void ConsumeService::count(const QueuePtr &queue, std::chrono::nanoseconds since, qsizetype messages, bool success)
{
    const auto took = std::chrono::duration_cast<milliseconds>(m_parts.clock().now() - since);
    m_parts.statistics.consumed(queue->queue().topic, took.count(), messages, success);
    queue->lastConsumeMs = m_parts.clock().wallMs();
}

void ConsumeService::done()
{
    --m_unfinished;
    m_ended.wake();
}

Pending<commands::DirectConsumption> ConsumeService::consumeDirectly(protocol::StoredMessage message)
{
    const commands::MessageQueue queue{message.topic, message.brokerName, message.queueId};
    const auto began = m_parts.clock().now();
    std::vector<protocol::StoredMessage> messages;
    messages.push_back(std::move(message));
    auto answering = call(queue, nullptr, std::move(messages), Traced::No);
    const auto outcome = co_await answering;
    commands::DirectConsumption result{.autoCommit = m_parts.settings.options.autoCommit, .order = m_parts.settings.orderly};
    result.spentTimeMills = std::chrono::duration_cast<milliseconds>(m_parts.clock().now() - began).count();
    result.consumeResult = outcome ? resultOf(outcome->kind) : commands::ConsumeResult::ThrowException;
    if (!outcome)
        result.remark = outcome.error().remark;
    co_return result;
}

} // namespace rocketdesk
