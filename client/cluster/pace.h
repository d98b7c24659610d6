// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/base/flow.h"
#include "client/base/wakeup.h"

namespace rocketdesk {

/// When something that is done again and again is due. How often may change while it is waited for: the time since it was done
/// last counts on, so that no number of changes puts it off for ever, and none makes it come before its time.
class Pace final
{
public:
    Pace(Clock &clock, milliseconds every) : m_clock(clock), m_every(every), m_last(clock.now()) {}
    Q_DISABLE_COPY_MOVE(Pace)

    /// More than a year counts as one.
    void set(milliseconds every);
    /// It is done now, whenever it was due.
    void restart() { m_last = m_clock.now(); }
    /// Ends when so much time has passed since it was done last; that is now from then on.
    [[nodiscard]] Pending<void> next();

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    void wakeIf(const Result<void> &passed);

    Clock &m_clock;
    milliseconds m_every;
    std::chrono::nanoseconds m_last; ///< of the clock
    Wakeup m_changed;
    QObject m_context;
    Scope m_scope;
};

} // namespace rocketdesk
