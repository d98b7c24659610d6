// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"

#include <optional>

namespace rocketdesk {

/// The end of something: begun once, by whoever asks for it first, and waited for by all who ask.
class SharedEnd final
{
public:
    /// True for the first who asks: that one does it, and says finish().
    [[nodiscard]] bool begin() { return !std::exchange(m_begun, true); }
    [[nodiscard]] bool isBegun() const { return m_begun; }
    /// What the end came to, for those who wait and those who come later.
    void finish(const Result<void> &result)
    {
        m_result = result;
        for (Promise<void> &waiting : std::exchange(m_waiting, {}))
            waiting.finish(result);
    }
    [[nodiscard]] Pending<void> wait() { return m_result ? ready<void>(*m_result) : m_waiting.emplace_back().pending(); }

private:
    bool m_begun = false;
    std::optional<Result<void>> m_result;
    std::vector<Promise<void>> m_waiting;
};

} // namespace rocketdesk
