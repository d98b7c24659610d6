// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/producer/sendvalues.h"

#include <QObject>

#include <functional>

namespace rocketdesk {

/// A series of sends that runs on the network thread. Dies: the series ends. Its signals come on the thread that started it.
class RunningSeries final : public QObject
{
    Q_OBJECT
public:
    ~RunningSeries() override;

    /// finished() follows within 100 ms, and says what was in flight and stayed unanswered.
    void stop();
    /// As of the last signal.
    [[nodiscard]] const SeriesProgress &progress() const { return m_progress; }
    [[nodiscard]] bool isRunning() const { return m_progress.state == SeriesProgress::State::Running; }

Q_SIGNALS:
    /// About 20 times a second.
    void progressed(const rocketdesk::SeriesProgress &progress);
    /// Once, the last: Finished or Stopped.
    void finished(const rocketdesk::SeriesProgress &progress);

private:
    friend class Client;
    RunningSeries(std::function<void()> stop, std::function<void()> drop) : m_stop(std::move(stop)), m_drop(std::move(drop)) {}
    void take(const SeriesProgress &progress);

    std::function<void()> m_stop;
    std::function<void()> m_drop;
    SeriesProgress m_progress;
};

} // namespace rocketdesk
