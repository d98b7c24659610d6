// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace rocketdesk::ctl {

/// One run of `bench send`: a series as fast as it goes, and what it took.
class BenchSendRun final : public QObject
{
    Q_OBJECT
public:
    explicit BenchSendRun(Session &session);
    [[nodiscard]] Pending<int> start(const SeriesPlan &plan);

private:
    void finish(const SeriesProgress &progress);

    Session &m_session;
    std::unique_ptr<RunningSeries> m_series;
    Promise<int> m_exitCode;
    double m_cpuBefore = 0;
};

/// CPU time of this process so far, in seconds.
[[nodiscard]] double cpuSeconds();
/// The line of every bench.
[[nodiscard]] Line benchLine(qint64 messages, std::chrono::nanoseconds elapsed, double cpuSeconds, std::chrono::nanoseconds p50, std::chrono::nanoseconds p99);

} // namespace rocketdesk::ctl
