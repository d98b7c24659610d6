// SPDX-License-Identifier: Apache-2.0
#include "client/base/clock.h"

#include <QDateTime>
#include <QTimerEvent>

namespace rocketdesk {

using std::chrono::nanoseconds;

Deadline Clock::in(milliseconds time) const
{
    constexpr auto Ever = std::chrono::hours(24 * 366 * 100); // further off than that nanoseconds can't tell
    return time > Ever ? Deadline::never() : Deadline{now() + time};
}

milliseconds Clock::left(Deadline deadline) const
{
    if (deadline.at == nanoseconds::max())
        return milliseconds::max();
    return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(deadline.at - now()));
}

Pending<void> Clock::after(milliseconds time)
{
    return at(in(time));
}

Pending<void> Clock::at(Deadline deadline)
{
    Promise<void> promise;
    auto pending = promise.pending();
    const quint64 id = ++m_lastId;
    promise.onCancel([guard = QPointer<Clock>(this), at = deadline.at, id] {
        if (guard)
            guard->forget(at, id);
    });
    const auto before = nextDue();
    m_waiting.emplace(std::pair(deadline.at, id), std::move(promise));
    if (deadline.at < before)
        arm(deadline.at);
    return pending;
}

void Clock::forget(nanoseconds at, quint64 id)
{
    // Moved out first: the promise must not end its call from inside the map.
    if (auto node = m_waiting.extract({at, id}))
        node.mapped().abandon();
}

nanoseconds Clock::nextDue() const
{
    return m_waiting.empty() ? nanoseconds::max() : m_waiting.begin()->first.first;
}

void Clock::fire()
{
    const Turn turn;
    const auto time = now();
    while (nextDue() <= time) {
        auto node = m_waiting.extract(m_waiting.begin());
        node.mapped().finish({});
    }
    arm(nextDue());
}

SystemClock::SystemClock(QObject *parent) : Clock(parent) {}

SystemClock::~SystemClock() = default;

nanoseconds SystemClock::now() const
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

qint64 SystemClock::wallMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

void SystemClock::arm(nanoseconds at)
{
    if (m_timer)
        killTimer(std::exchange(m_timer, 0));
    if (at == nanoseconds::max())
        return;
    const auto left = std::clamp<milliseconds>(std::chrono::ceil<milliseconds>(at - now()), milliseconds(0), milliseconds(std::chrono::hours(1)));
    m_timer = startTimer(left, Qt::PreciseTimer);
}

void SystemClock::timerEvent(QTimerEvent *)
{
    fire();
}

ManualClock::ManualClock(qint64 wallMs, QObject *parent) : Clock(parent), m_wallStart(wallMs) {}

void ManualClock::advance(milliseconds time)
{
    const auto target = m_now + time;
    while (nextDue() <= target) {
        m_now = std::max(m_now, nextDue());
        fire();
    }
    m_now = target;
}

} // namespace rocketdesk
