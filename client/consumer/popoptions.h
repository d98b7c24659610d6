// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/protocol/message.h"
#include "client/protocol/pop.h"

#include <vector>

namespace rocketdesk {

/// How a POP consumer takes messages. The broker keeps who has what; nothing is rebalanced, and any number of consumers share a queue.
struct PopOptions {
    static constexpr int MostAtOnce = 32; ///< brokers refuse more
    static constexpr milliseconds ShortestInvisible{5'000};
    static constexpr milliseconds LongestInvisible{300'000};

    ConsumerGroup group;
    TopicName topic;
    QString expression = QStringLiteral("*");
    QString expressionType = QStringLiteral("TAG"); ///< or "SQL92"
    milliseconds invisibleTime{60'000}; ///< so long a message is nobody else's
    int batch = MostAtOnce; ///< messages of one pop, 1 to 32
    int maxInWork = 96; ///< messages without an acknowledgement; beyond it nothing is taken
    bool fromNewest = false; ///< where the group begins in a queue it has not seen: at its end instead of its beginning
    /// Messages of a queue come one batch after the other: the next only when all of the last are acknowledged, or late.
    bool inOrder = false;
    /// Queues are shared out by the broker (400, 401) instead of being popped by everybody. Not together with inOrder.
    bool brokerAssigns = false;

    QString nameSpace; ///< of the group and the topic; empty = none

    /// InvalidArgument with a sentence for what is out of range, Unsupported for a pair that does not go together.
    [[nodiscard]] Result<void> checked() const;
};

/// The right to acknowledge one message, or to keep it longer. A value; good until the message is visible again.
struct PopTicket {
    TopicName topic; ///< the one that was subscribed, as brokers know it, also for a message that came from a retry topic
    protocol::PopReceipt receipt; ///< names broker, queue and offset
};

struct PoppedMessage {
    protocol::StoredMessage message;
    PopTicket ticket;
};

using PoppedBatch = std::vector<PoppedMessage>;

} // namespace rocketdesk
