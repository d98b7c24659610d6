// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/base/result.h"

namespace rocketdesk::protocol {

constexpr int maxTopicLength = 127;
constexpr int maxRetryTopicLength = 255;
constexpr int maxGroupLength = 120; ///< %RETRY% or %DLQ% goes in front of it
constexpr qint64 maxMessageSize = 4 << 20; ///< bytes of a body, as brokers have it by default

/// Checks that need no server; each fails with InvalidArgument, or TooLarge, and one sentence.
[[nodiscard]] Result<void> checkTopicName(const TopicName &topic);
[[nodiscard]] Result<void> checkGroupName(const QString &group);
[[nodiscard]] Result<void> checkConsumerGroup(const ConsumerGroup &group);
/// A name that may be created: not one of RocketMQ's own.
[[nodiscard]] Result<void> checkNewTopic(const TopicName &topic);
/// May messages be sent to it?
[[nodiscard]] Result<void> checkSendable(const TopicName &topic);
[[nodiscard]] Result<void> checkBodySize(qint64 size, qint64 limit = maxMessageSize);
[[nodiscard]] Result<void> checkPermission(int perm);

} // namespace rocketdesk::protocol
