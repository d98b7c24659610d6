// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <vector>

namespace rocketdesk::bench {

/// The application that sees every event: how long it takes from a tick of the page's timer to the end of the paint that the
/// tick caused, and how far ticks lie apart.
class FrameApplication final : public QApplication
{
public:
    using QApplication::QApplication;

    struct Frames {
        std::vector<double> costs; ///< ms, sorted
        double longestGap = 0; ///< ms between two ticks

        [[nodiscard]] double percentile(double share) const;
    };

    /// `ticker` ticks, `painted` shows. Counts from here on.
    void watch(const QObject *ticker, const QObject *painted);
    /// This tick has changed what is to be painted.
    void noteChange() { m_changed = m_ticking; }
    [[nodiscard]] Frames frames() const;

    bool notify(QObject *receiver, QEvent *event) override;

private:
    bool tick(QObject *receiver, QEvent *event);
    void endOfEvent();

    const QObject *m_ticker = nullptr;
    const QObject *m_painted = nullptr;
    QElapsedTimer m_time;
    std::vector<double> m_costs;
    double m_longestGap = 0;
    qint64 m_lastTick = -1; ///< ns
    qint64 m_waiting = -1; ///< the oldest tick whose change is not painted yet, ns; -1 for none
    bool m_ticking = false;
    bool m_changed = false;
    bool m_hasPainted = false; ///< inside the event that is being handled
    int m_depth = 0;
};

} // namespace rocketdesk::bench
