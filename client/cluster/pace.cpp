// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/pace.h"

namespace rocketdesk {

void Pace::set(milliseconds every)
{
    const auto bounded = std::min<milliseconds>(every, std::chrono::hours(24 * 366));
    if (std::exchange(m_every, bounded) != bounded)
        m_changed.wake();
}

Pending<void> Pace::next()
{
    while (!m_clock.passed({m_last + m_every})) {
        const ScopedCall timer(whenDone(m_clock.at({m_last + m_every}), &m_context, [this](const Result<void> &passed) { wakeIf(passed); }));
        auto waiting = m_changed.wait();
        (void)co_await waiting;
    }
    restart();
    co_return {};
}

void Pace::wakeIf(const Result<void> &passed)
{
    if (passed) // else the timer was taken back
        m_changed.wake();
}

} // namespace rocketdesk
