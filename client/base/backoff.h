// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>

namespace rocketdesk {

/// 1, 2, 4 ... 30 s by default: the pause after each failure in turn.
class Backoff final
{
public:
    explicit Backoff(std::chrono::milliseconds first = std::chrono::seconds(1), std::chrono::milliseconds most = std::chrono::seconds(30))
        : m_first(first), m_most(most), m_next(first) {}

    [[nodiscard]] std::chrono::milliseconds next()
    {
        const auto pause = m_next;
        m_next = std::min(m_next * 2, m_most);
        return pause;
    }
    void reset() { m_next = m_first; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_most;
    std::chrono::milliseconds m_next;
};

} // namespace rocketdesk
