// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/answer.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/messagefilter.h"
#include "client/commands/pop.h"

namespace rocketdesk::sandbox {

inline constexpr int popOrderReviveQueue = 999; ///< KeyBuilder.POP_ORDER_REVIVE_QUEUE

/// Takes what is there: the queue, or all of them, and the group's retry topics. [PopMessageProcessor]
[[nodiscard]] commands::PopMessage::Reply pop(BrokerState &broker, const commands::PopMessage &command, const MessageFilter &filter);
/// Is there something to take?
[[nodiscard]] bool hasMessage(const BrokerState &broker, const PopQueue &queue, bool inOrder, const std::optional<QString> &attempt);
/// Puts a message whose time is over into the retry topic of its group. [PopReviveService]
void revive(BrokerState &broker, const PopQueue &queue, qint64 offset, const PopTime &time);
/// The retry topics that a group's pops read.
[[nodiscard]] QList<TopicName> popRetryTopics(const BrokerState &broker, const TopicName &topic, const ConsumerGroup &group);

} // namespace rocketdesk::sandbox
