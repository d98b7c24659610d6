// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"
#include "client/consumer/litepulloptions.h"

#include <algorithm>
#include <vector>

namespace rocketdesk {

/// Numbers the polls of one program, and knows which of their answers it was never shown: a poll that is cancelled may have been
/// answered on the other thread already, and what nobody saw is not done.
class LostPolls final
{
public:
    /// Of the poll that begins.
    [[nodiscard]] quint64 next() { return ++m_made; }
    /// Follows the poll that next() was called for.
    [[nodiscard]] Pending<LiteBatch> follow(Pending<LiteBatch> poll)
    {
        const StateRef<State<LiteBatch>> state = poll.take();
        m_open.push_back({m_made, state});
        return Pending<LiteBatch>(state);
    }
    /// The last poll that ended without an answer; 0 before the first.
    [[nodiscard]] quint64 lost()
    {
        std::erase_if(m_open, [this](const Open &poll) {
            if (!poll.state->isFinished())
                return false;
            if (poll.state->result->has_value())
                return !poll.state->isQueued(); // on its way to the program it can still be cancelled
            m_lost = std::max(m_lost, poll.number);
            return true;
        });
        return m_lost;
    }

private:
    struct Open {
        quint64 number;
        StateRef<State<LiteBatch>> state;
    };

    quint64 m_made = 0;
    quint64 m_lost = 0;
    std::vector<Open> m_open;
};

} // namespace rocketdesk
