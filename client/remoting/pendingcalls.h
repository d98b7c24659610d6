// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/callback.h"
#include "client/base/clock.h"
#include "client/protocol/frame.h"
#include "client/protocol/request.h"

#include <unordered_map>

namespace rocketdesk {

/// How a call ends: with the reply's frame, a view that lives for the callback, or with the reason why there is none.
using CallDone = Callback<void(Result<const protocol::FrameView *>), 48>;

/// The calls of one connection that wait for their replies, by opaque. Each ends exactly once.
class PendingCalls final
{
public:
    struct Entry {
        CallDone done;
        const protocol::Request *request = nullptr;
        Deadline deadline;
        std::chrono::nanoseconds started{0};
        quint64 logNumber = 0;
    };

    void add(int opaque, Entry entry);
    /// The call of this opaque, taken out; empty `done` where there is none (late or unknown).
    [[nodiscard]] Entry take(int opaque);
    /// Those whose deadline has passed, taken out.
    [[nodiscard]] std::vector<std::pair<int, Entry>> takeExpired(std::chrono::nanoseconds now);
    [[nodiscard]] std::vector<std::pair<int, Entry>> takeAll();

    [[nodiscard]] bool isEmpty() const { return m_calls.empty(); }
    [[nodiscard]] std::size_t size() const { return m_calls.size(); }
    /// No deadline lies before this one. Kept as a bound, not exact: a reply in time costs no search.
    [[nodiscard]] Deadline earliest() const { return m_earliest; }

private:
    std::unordered_map<int, Entry> m_calls;
    Deadline m_earliest;
};

} // namespace rocketdesk
