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

/// Everything that keeps the message from being sent, checked before a socket is touched. `nowMs`: epoch ms.
[[nodiscard]] std::vector<SendProblem> checkMessage(const OutgoingMessage &message, const SendOptions &options, qint64 nowMs);
/// The first problem as the error of a call.
[[nodiscard]] Result<void> requireSendable(const OutgoingMessage &message, const SendOptions &options, qint64 nowMs);

/// The broker, or this side, has too much to do: the same again after a pause.
[[nodiscard]] bool isBusy(const Error &error);
/// Another try may succeed: nobody answered, or the broker said one of 1, 2, 14, 17, 204, 205, 1500.
[[nodiscard]] bool isWorthAnotherTry(const Error &error);
/// The route that led there is to be asked for again.
[[nodiscard]] bool doubtsRoute(const Error &error);

} // namespace rocketdesk
