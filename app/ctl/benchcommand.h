// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "client/pushconsumer.h"

#include <QElapsedTimer>
#include <QTimer>

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

/// One run of `bench consume`: a consumer, and a series that it is to receive. Each run has a tag of its own, so what else is
/// in the topic does not count.
class BenchConsumeRun final : public QObject
{
    Q_OBJECT
public:
    BenchConsumeRun(Session &session, SeriesPlan plan);
    [[nodiscard]] Pending<int> start();

private:
    void send();
    void take(const ConsumeBatch &batch);
    void sent(const SeriesProgress &progress);
    void endWhenAllCame();
    /// Says what it took, leaves the group, then ends.
    void end(int code);

    Session &m_session;
    SeriesPlan m_plan;
    std::unique_ptr<PushConsumer> m_consumer;
    std::unique_ptr<RunningSeries> m_series;
    Promise<int> m_exitCode;
    QTimer m_patience; ///< for messages that were sent and do not come
    QElapsedTimer m_since;
    std::chrono::nanoseconds m_elapsed{0}; ///< until the last message
    Latencies m_delays; ///< from the sender's clock to the listener, a message
    qint64 m_came = 0;
    double m_cpuBefore = 0;
    std::optional<qint64> m_expected; ///< known when all are sent
    bool m_ending = false;
};

/// The options of every bench, and the series that they describe.
[[nodiscard]] const std::vector<Option> &benchOptions();
[[nodiscard]] Result<SeriesPlan> benchPlan(const Arguments &arguments);
/// CPU time of this process so far, in seconds.
[[nodiscard]] double cpuSeconds();
/// The line of every bench.
[[nodiscard]] Line benchLine(qint64 messages, std::chrono::nanoseconds elapsed, double cpuSeconds, std::chrono::nanoseconds p50, std::chrono::nanoseconds p99);

} // namespace rocketdesk::ctl
