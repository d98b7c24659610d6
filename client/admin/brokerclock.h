// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/offsets.h"

#include <optional>

namespace rocketdesk {

/// A broker's clock against this machine's.
struct ClockReading {
    qint64 aheadMs = 0; ///< negative: the broker is behind
    qint64 errorMs = 0; ///< the truth is at most this far off
    int code = 0; ///< of the request that told: 303, or 28 where 303 was refused

    /// Far enough apart to matter: more than 2 s beyond what may be an error.
    [[nodiscard]] bool isWarning() const { return qAbs(aheadMs) > 2000 + errorMs; }
};

/// When this machine asked and had its answer, epoch ms.
struct AskedBetween {
    qint64 beforeMs = 0;
    qint64 afterMs = 0;
};

/// From 303 for a group without offsets: delayTime is the broker's time plus 1 ms. Absent where the group turns out to have
/// offsets, which shows as a clock that is more than a day away.
[[nodiscard]] std::optional<ClockReading> clockFromSpan(const commands::ConsumeTimeSpans &spans, AskedBetween when);
/// From 28: start and running time, right to half a second.
[[nodiscard]] ClockReading clockFromRuntime(qint64 brokerMs, AskedBetween when);

} // namespace rocketdesk
