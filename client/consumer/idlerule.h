// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"

namespace rocketdesk {

/// When a broker that does not hold pulls is asked again: it answers at once, and after a few such answers in a row its queue is looked
/// at once a second.
class IdleRule final
{
public:
    static constexpr int Answers = 3;
    static constexpr milliseconds AtOnce{200};
    static constexpr milliseconds Rest{1'000};
    static constexpr milliseconds AfterFlowControl{20}; ///< the broker had no time for it

    void asked(std::chrono::nanoseconds now) { m_askedAt = now; }
    /// How long to rest after the answer. `ledOn`: it brought messages, or the queue goes on elsewhere.
    [[nodiscard]] milliseconds answered(std::chrono::nanoseconds now, bool ledOn)
    {
        m_answers = !ledOn && now - m_askedAt < AtOnce ? m_answers + 1 : 0;
        return m_answers < Answers ? milliseconds(0) : Rest;
    }
    [[nodiscard]] milliseconds since(std::chrono::nanoseconds now) const { return std::chrono::duration_cast<milliseconds>(now - m_askedAt); }

private:
    std::chrono::nanoseconds m_askedAt{0};
    int m_answers = 0; ///< in a row, that came at once and led nowhere
};

} // namespace rocketdesk
