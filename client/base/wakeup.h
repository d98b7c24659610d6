// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"

namespace rocketdesk {

/// Flows that wait for a condition of this thread: each looks again after every wake().
class Wakeup final
{
public:
    /// Ends at the next wake(). A waiter that is cancelled is forgotten then.
    [[nodiscard]] Pending<void> wait() { return m_waiting.emplace_back().pending(); }
    void wake()
    {
        for (Promise<void> &waiting : std::exchange(m_waiting, {}))
            waiting.finish({});
    }

private:
    std::vector<Promise<void>> m_waiting;
};

} // namespace rocketdesk
