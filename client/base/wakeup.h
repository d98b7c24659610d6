// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"

namespace rocketdesk {

/// Flows that wait for a condition of this thread: each looks again after every wake().
class Wakeup final
{
public:
    /// Ends at the next wake().
    [[nodiscard]] Pending<void> wait()
    {
        if (m_waiting.size() >= m_sweepAt) { // those that were cancelled, where nobody wakes the others for long
            std::erase_if(m_waiting, [](const Promise<void> &waiting) { return waiting.isFinished(); });
            m_sweepAt = std::max<std::size_t>(LeastSweep, 2 * m_waiting.size());
        }
        return m_waiting.emplace_back().pending();
    }
    void wake()
    {
        for (Promise<void> &waiting : std::exchange(m_waiting, {}))
            waiting.finish({});
    }

private:
    static constexpr std::size_t LeastSweep = 16;

    std::vector<Promise<void>> m_waiting;
    std::size_t m_sweepAt = LeastSweep;
};

} // namespace rocketdesk
