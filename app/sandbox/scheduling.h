// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/brokerstate.h"

namespace rocketdesk::sandbox {

inline constexpr int delayLevels = 18;

/// The time of a delay level, 1 to 18.
[[nodiscard]] milliseconds delayOf(int level);

/// Stores the message in SCHEDULE_TOPIC_XXXX and delivers it to its own topic and queue after the level's time.
[[nodiscard]] Result<Place> deliverAfterLevel(BrokerState &broker, protocol::StoredMessage message, int level);
/// Stores it in the topic of the timer wheel and delivers it at this time (ms since 1970).
[[nodiscard]] Result<Place> deliverAt(BrokerState &broker, protocol::StoredMessage message, qint64 atMs);
/// Stores the order to drop a timer message, which is then never delivered.
[[nodiscard]] Result<Place> recall(BrokerState &broker, protocol::StoredMessage order, const QString &uniqueId);

} // namespace rocketdesk::sandbox
