// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/assignedqueue.h"
#include "client/consumer/consumerparts.h"
#include "client/consumer/sendback.h"

namespace rocketdesk {

/// How the network thread calls a listener.
struct ListenerCalls {
    /// `retired`: of the queue; what was not begun by then is answered with Cancelled. Null: of no queue, begun whatever else is unanswered.
    using Consume = std::function<Pending<ConsumeOutcome>(ConsumeBatch, ConsumeContext, QueueRetired retired)>;

    Consume consume;
    std::function<int()> ahead; ///< how many calls may wait at the listener beyond consumeThreadMax; null: none
};

/// Gives messages to the listener, at most consumeThreadMax calls at once and what may wait at the listener, and does what its answers say.
class ConsumeService
{
public:
    ConsumeService(ConsumerParts &parts, ListenerCalls listener) : m_parts(parts), m_sendBack(parts), m_listener(std::move(listener)) {}
    virtual ~ConsumeService() = default;
    Q_DISABLE_COPY_MOVE(ConsumeService)

    /// These are new in the queue's cache.
    virtual void arrived(const QueuePtr &queue, std::vector<QueueOffset> offsets) = 0;
    /// Gives up on messages that the listener has had for longer than consumeTimeoutMinutes.
    virtual void giveUpOverdue(const QueuePtr &) {}
    /// Begins nothing new.
    void stop() { m_stopped = true; }
    /// Calls that the listener has not answered, or whose answers are still being carried out.
    [[nodiscard]] int unfinished() const { return m_unfinished; }
    /// Woken whenever one of them has ended.
    [[nodiscard]] Wakeup &ended() { return m_ended; }
    /// 309: one message, whatever happens to its queue.
    [[nodiscard]] Pending<commands::DirectConsumption> consumeDirectly(protocol::StoredMessage message);

    [[nodiscard]] Scope &scope() { return m_scope; } // of consumeDirectly; derived classes have their own

protected:
    /// Calls the listener with the messages as it is to see them.
    [[nodiscard]] Pending<ConsumeOutcome> call(const QueuePtr &queue, std::vector<protocol::StoredMessage> messages)
    {
        return call(queue->queue(), queue->retired(), std::move(messages), Traced::Yes);
    }
    void count(const QueuePtr &queue, std::chrono::nanoseconds since, qsizetype messages, bool success);
    [[nodiscard]] bool isStopped() const { return m_stopped; }
    [[nodiscard]] bool isFull() const { return m_unfinished >= most(); }
    /// As many as there may be now are too many where the listener has become slow.
    [[nodiscard]] bool isOverfull() const { return m_unfinished > most(); }
    void begun() { ++m_unfinished; }
    void done();

    ConsumerParts &m_parts;
    SendBack m_sendBack;

private:
    enum class Traced { Yes, No };

    [[nodiscard]] int most() const { return m_parts.settings.options.consumeThreadMax + (m_listener.ahead ? m_listener.ahead() : 0); }
    [[nodiscard]] Pending<ConsumeOutcome> call(const commands::MessageQueue &queue, QueueRetired retired, std::vector<protocol::StoredMessage> messages, Traced traced);
    [[nodiscard]] Pending<ConsumeOutcome> callTraced(ConsumeBatch batch, ConsumeContext context, QueueRetired retired);

    const ListenerCalls m_listener;
    Wakeup m_ended;
    int m_unfinished = 0;
    bool m_stopped = false;
    Scope m_scope;
};

} // namespace rocketdesk
