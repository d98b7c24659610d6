// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>
#include <vector>

namespace rocketdesk {

/// Seconds of delay level 1 to 18, the broker's default table.
[[nodiscard]] std::chrono::seconds delayOfLevel(int level);
inline constexpr int highestDelayLevel = 18;

/// Level of a message that is sent back: the listener's own, else 3 + its tries so far. Negative: to the dead letters at once.
[[nodiscard]] int sendBackLevel(int reconsumeTimes, int contextDelayLevel);

/// Delay before the next try by the table of delays. [CustomizedRetryPolicy]
[[nodiscard]] std::chrono::milliseconds customizedRetryDelay(int reconsumeTimes);
/// 5 s doubling to 2 h. [ExponentialRetryPolicy]
[[nodiscard]] std::chrono::milliseconds exponentialRetryDelay(int reconsumeTimes);

/// Tries before a message goes to the dead letters: -1 means 16, for an orderly listener without end.
[[nodiscard]] int effectiveMaxReconsumeTimes(bool orderly, int maxReconsumeTimes);
/// How long an orderly queue rests after a failure: -1 is the default, all else is held between 10 ms and 30 s.
[[nodiscard]] std::chrono::milliseconds suspendTime(qint64 suspendCurrentQueueTimeMillis);

/// Which messages of a batch a concurrent listener's answer acknowledges.
struct BatchOutcome {
    std::vector<int> acked;
    std::vector<int> sentBack;
    std::vector<int> dropped; ///< broadcasting: nobody else will see them
};
[[nodiscard]] BatchOutcome batchOutcome(bool broadcasting, int batch, bool success, int ackIndex);

} // namespace rocketdesk
