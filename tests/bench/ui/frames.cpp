// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/ui/frames.h"

#include <QEvent>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace rocketdesk::bench {

namespace {

double ms(qint64 nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e6;
}

} // namespace

double FrameApplication::Frames::percentile(double share) const
{
    if (costs.empty())
        return 0;
    const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(costs.size()))) - 1;
    return costs[std::min(at, costs.size() - 1)];
}

void FrameApplication::watch(const QObject *ticker, const QObject *painted)
{
    m_ticker = ticker;
    m_painted = painted;
    m_costs.clear();
    m_longestGap = 0;
    m_lastTick = m_waiting = -1;
    m_time.start();
}

FrameApplication::Frames FrameApplication::frames() const
{
    Frames frames{m_costs, m_longestGap};
    std::sort(frames.costs.begin(), frames.costs.end());
    return frames;
}

bool FrameApplication::notify(QObject *receiver, QEvent *event)
{
    if (QThread::currentThread() != thread())
        return QApplication::notify(receiver, event); // the client's thread delivers its events here too
    ++m_depth;
    m_hasPainted = m_hasPainted || (receiver == m_painted && event->type() == QEvent::Paint);
    const bool ticks = receiver == m_ticker && event->type() == QEvent::Timer;
    const bool handled = ticks ? tick(receiver, event) : QApplication::notify(receiver, event);
    if (--m_depth == 0)
        endOfEvent();
    return handled;
}

bool FrameApplication::tick(QObject *receiver, QEvent *event)
{
    const qint64 now = m_time.nsecsElapsed();
    if (m_lastTick >= 0)
        m_longestGap = std::max(m_longestGap, ms(now - m_lastTick));
    m_lastTick = now;
    m_ticking = true;
    m_changed = false;
    const bool handled = QApplication::notify(receiver, event);
    m_ticking = false;
    if (m_changed && m_waiting < 0)
        m_waiting = now;
    return handled;
}

void FrameApplication::endOfEvent()
{
    if (!std::exchange(m_hasPainted, false) || m_waiting < 0)
        return;
    m_costs.push_back(ms(m_time.nsecsElapsed() - std::exchange(m_waiting, -1)));
}

} // namespace rocketdesk::bench
