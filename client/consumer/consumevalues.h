// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/commands/command.h"
#include "client/protocol/messagelist.h"
#include "client/protocol/wirenames.h"

#include <functional>
#include <limits>
#include <memory>

namespace rocketdesk {

/// Messages for one call of a listener, of one queue, in its order. Bodies are as stored: protocol::decodedBody() reads them.
/// A retry comes under the topic it was sent to.
using ConsumeBatch = std::shared_ptr<const protocol::MessageBatch>;

/// What a listener is told beside its messages.
struct ConsumeContext {
    commands::MessageQueue queue; ///< that they were pulled from: of the retry topic where they were sent back before
    int messageCount = 0;
    bool isFirstTime = true; ///< none of them was given to a listener of the group before
    qint64 processingStartTime = 0; ///< epoch ms
};

/// A listener's answer.
struct ConsumeOutcome {
    enum class Kind {
        ConsumeSuccess,
        ReconsumeLater, ///< concurrent: sent back to the broker; orderly: as SuspendCurrentQueue
        Commit, ///< orderly without autoCommit: everything since the last commit is done
        Rollback, ///< orderly without autoCommit: everything since the last commit comes again
        SuspendCurrentQueue, ///< orderly: the same batch comes again after a rest
    };

    Kind kind = Kind::ConsumeSuccess;
    int ackIndex = std::numeric_limits<int>::max(); ///< concurrent: messages of the batch after it count as failed
    int delayLevel = 0; ///< concurrent: of what is sent back; 0 lets the broker decide, negative means dead letters
    qint64 suspendMs = -1; ///< orderly: how long the queue rests; -1 as the options say

    [[nodiscard]] static ConsumeOutcome success() { return {}; }
    [[nodiscard]] static ConsumeOutcome later(int delayLevel = 0) { return {.kind = Kind::ReconsumeLater, .delayLevel = delayLevel}; }
    [[nodiscard]] static ConsumeOutcome suspend(qint64 ms = -1) { return {.kind = Kind::SuspendCurrentQueue, .suspendMs = ms}; }
};

/// Who consumes, and in which manner. Called in the thread that made the consumer; as many calls may be unfinished as
/// consumeThreadMax says. A failed answer counts as ReconsumeLater; one that was cancelled counts
/// for nothing: the messages come again here, or to another member where this one ends. What it is called with holds until the
/// call returns: who needs it longer, as a coroutine does, takes it by value.
struct MessageListener {
    using Consume = std::function<Pending<ConsumeOutcome>(const ConsumeBatch &, const ConsumeContext &)>;
    enum class Kind {
        Concurrently, ///< batches of a queue may be in work side by side
        Orderly, ///< one batch of a queue after the other, and only where this client holds the queue's lock
    };

    Kind kind = Kind::Concurrently;
    Consume consume;

    [[nodiscard]] static MessageListener concurrently(Consume consume) { return {Kind::Concurrently, std::move(consume)}; }
    [[nodiscard]] static MessageListener orderly(Consume consume) { return {Kind::Orderly, std::move(consume)}; }
};

} // namespace rocketdesk

template <>
struct rocketdesk::protocol::WireNames<rocketdesk::ConsumeOutcome::Kind> {
    using E = rocketdesk::ConsumeOutcome::Kind;
    static constexpr WireName<E> names[] = {{E::ConsumeSuccess, "CONSUME_SUCCESS"}, {E::ReconsumeLater, "RECONSUME_LATER"}, {E::Commit, "COMMIT"},
        {E::Rollback, "ROLLBACK"}, {E::SuspendCurrentQueue, "SUSPEND_CURRENT_QUEUE_A_MOMENT"}};
};
