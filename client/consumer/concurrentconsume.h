// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/consumeservice.h"
#include "client/consumer/retrypolicy.h"

#include <deque>

namespace rocketdesk {

/// Batches side by side, in the order they came; what fails is sent back to the broker. [ConsumeMessageConcurrentlyService]
class ConcurrentConsume final : public ConsumeService
{
public:
    using ConsumeService::ConsumeService;

    void arrived(const QueuePtr &queue, std::vector<QueueOffset> offsets) override;
    void giveUpOverdue(const QueuePtr &queue) override;

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    struct Task {
        QueuePtr queue;
        std::vector<QueueOffset> offsets;
    };

    /// Lets as many begin as may.
    void begin();
    /// Takes tasks until there are none, or it is one too many for a listener that has become slow.
    Pending<void> work();
    /// The messages of a task that are still to be consumed, marked as in the listener's hands; the task is these alone from now on.
    [[nodiscard]] std::vector<protocol::StoredMessage> messagesOf(Task &task);
    /// What some of a task's messages failed with.
    [[nodiscard]] Pending<void> settle(Task task, ConsumeOutcome outcome);
    static void noteDropped(const QueuePtr &queue, const BatchOutcome &parts);
    /// Sends back what failed, and acknowledges it and the rest; what can't be sent back is kept for later.
    [[nodiscard]] Pending<void> sendBack(QueuePtr queue, std::vector<QueueOffset> offsets, BatchOutcome parts, int delayLevel);
    void acknowledge(const QueuePtr &queue, const std::vector<QueueOffset> &offsets);
    Pending<void> tryAgainLater(Task task);
    Pending<void> sendOverdueBack(QueuePtr queue, protocol::StoredMessage message, int delayLevel);

    std::deque<Task> m_tasks;
    Scope m_scope;
};

} // namespace rocketdesk
