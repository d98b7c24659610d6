// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/producer/sendvalues.h"

namespace rocketdesk {

/// The block that brokers take, their own additions left out.
inline constexpr qsizetype maxSentProperties = 32'000;
inline constexpr int lastDelayLevel = 18;
inline constexpr std::chrono::milliseconds longestTimer = std::chrono::hours(72);
/// The first version whose brokers know timers (5.0.0).
inline constexpr int firstVersionWithTimers = 413;

/// What is wrong with a topic as one to send to; nothing where it is fine.
[[nodiscard]] std::optional<Wording> checkTopic(const TopicName &topic);
/// What is wrong with a property that a person gives a message; nothing where it is fine.
[[nodiscard]] std::optional<Wording> checkUserProperty(const QString &name, const QString &value);
/// What is wrong with a tag that a person gives a message: one that no consumer's filter could name; nothing where it is fine.
[[nodiscard]] std::optional<Wording> checkTag(const QString &tag);

/// Everything that keeps the message from being sent, checked before a socket is touched. `nowMs`: epoch ms.
[[nodiscard]] std::vector<SendProblem> checkMessage(const OutgoingMessage &message, const SendOptions &options, qint64 nowMs);
/// The first problem as the error of a call.
[[nodiscard]] Result<void> requireSendable(const OutgoingMessage &message, const SendOptions &options, qint64 nowMs);

} // namespace rocketdesk
