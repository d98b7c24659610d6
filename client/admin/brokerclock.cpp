// SPDX-License-Identifier: Apache-2.0
#include "client/admin/brokerclock.h"

namespace rocketdesk {

namespace {

constexpr qint64 DayMs = 24LL * 3600 * 1000;
constexpr qint64 RuntimeErrorMs = 500;

ClockReading reading(qint64 brokerMs, AskedBetween when, int code)
{
    const qint64 roundTrip = when.afterMs - when.beforeMs;
    return {.aheadMs = brokerMs - (when.beforeMs + roundTrip / 2), .errorMs = (roundTrip + 1) / 2, .code = code};
}

} // namespace

std::optional<ClockReading> clockFromSpan(const commands::ConsumeTimeSpans &spans, AskedBetween when)
{
    for (const commands::QueueTimeSpan &span : spans.consumeTimeSpanSet) {
        const ClockReading clock = reading(span.delayTime - 1, when, commands::QueryConsumeTimeSpan::request.code);
        if (qAbs(clock.aheadMs) < DayMs)
            return clock;
    }
    return std::nullopt;
}

ClockReading clockFromRuntime(qint64 brokerMs, AskedBetween when)
{
    ClockReading clock = reading(brokerMs, when, 28);
    clock.errorMs += RuntimeErrorMs;
    return clock;
}

} // namespace rocketdesk
