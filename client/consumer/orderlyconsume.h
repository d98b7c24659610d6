// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/consumeservice.h"

namespace rocketdesk {

/// One batch of a queue after the other, as long as this client holds the queue's lock; what fails comes again in its place.
/// [ConsumeMessageOrderlyService]
class OrderlyConsume final : public ConsumeService
{
public:
    using ConsumeService::ConsumeService;

    void arrived(const QueuePtr &queue, std::vector<QueueOffset> offsets) override;

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// Consumes the queue until it has no messages, or is given away.
    Pending<void> work(QueuePtr queue);
    /// One batch; how long the queue rests after it.
    [[nodiscard]] Pending<milliseconds> consume(QueuePtr queue);
    [[nodiscard]] Pending<milliseconds> settle(QueuePtr queue, std::vector<protocol::StoredMessage> messages, ConsumeOutcome outcome);
    /// Sends to the retry topic what has been tried too often; whether the batch is to come again.
    [[nodiscard]] Pending<bool> mustComeAgain(std::vector<protocol::StoredMessage> messages);
    void commit(const QueuePtr &queue);
    [[nodiscard]] milliseconds restAfter(const ConsumeOutcome &outcome) const;

    Scope m_scope;
};

} // namespace rocketdesk
