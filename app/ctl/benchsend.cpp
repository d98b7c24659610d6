// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/benchcommand.h"

#include "client/protocol/validation.h"

#include <cmath>
#include <ctime>

namespace rocketdesk::ctl {

namespace {

double rounded(double value, double steps)
{
    return std::round(value * steps) / steps;
}

double milliseconds(std::chrono::nanoseconds time)
{
    return rounded(static_cast<double>(time.count()) / 1e6, 100);
}

Pending<int> runBenchSend(const Arguments &arguments, Session &session)
{
    const auto plan = benchPlan(arguments);
    if (!plan)
        return session.failNow(plan.error());
    auto *const command = new BenchSendRun(session);
    return command->start(*plan);
}

} // namespace

const std::vector<Option> &benchOptions()
{
    static const std::vector<Option> options = {
        {"--count", "N", "so many messages; 10000 without it"},
        {"--size", "BYTES", "of each body; 1024 without it"},
        {"--in-flight", "W", "so many wait for answers at most; 64 without it"},
    };
    return options;
}

Result<SeriesPlan> benchPlan(const Arguments &arguments)
{
    const auto count = arguments.number("--count", 1);
    const auto size = arguments.number("--size", 1, protocol::maxMessageSize);
    const auto inFlight = arguments.number("--in-flight", 1, 10'000);
    for (const Error *error : {count ? nullptr : &count.error(), size ? nullptr : &size.error(), inFlight ? nullptr : &inFlight.error()}) {
        if (error)
            return failed(*error);
    }
    return SeriesPlan{.message = {.topic = TopicName(arguments.positional().front()), .body = QByteArray(static_cast<qsizetype>(size->value_or(1024)), 'x')},
        .options = {.origin = Origin::CommandLine}, .count = count->value_or(10'000), .inFlight = static_cast<int>(inFlight->value_or(64))};
}

double cpuSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

Line benchLine(qint64 messages, std::chrono::nanoseconds elapsed, double cpuSeconds, std::chrono::nanoseconds p50, std::chrono::nanoseconds p99)
{
    const double seconds = static_cast<double>(elapsed.count()) / 1e9;
    return Line().add("messages", messages).add("seconds", rounded(seconds, 1000)).add("cpuSeconds", rounded(cpuSeconds, 1000))
        .add("perSecond", seconds > 0 ? std::round(static_cast<double>(messages) / seconds) : 0.0).add("p50Ms", milliseconds(p50)).add("p99Ms", milliseconds(p99));
}

BenchSendRun::BenchSendRun(Session &session)
    : QObject(&session)
    , m_session(session)
{
}

Pending<int> BenchSendRun::start(const SeriesPlan &plan)
{
    m_cpuBefore = cpuSeconds();
    m_series = m_session.client().startSeries(plan);
    connect(m_series.get(), &RunningSeries::finished, this, &BenchSendRun::finish);
    m_session.onInterrupt([this] { m_series->stop(); });
    return m_exitCode.pending();
}

void BenchSendRun::finish(const SeriesProgress &progress)
{
    Output &out = m_session.out();
    out.row(benchLine(progress.sent, progress.elapsed, cpuSeconds() - m_cpuBefore, progress.p50, progress.p99));
    for (const auto &failures : progress.failures)
        out.failure(failures.first);
    if (progress.failed > 0)
        out.note(QStringLiteral("rocketctl: %1 of %2 messages failed").arg(progress.failed).arg(progress.wanted));
    m_exitCode.finish(progress.failures.empty() ? Done : Failed);
}

Command benchSendCommand()
{
    return {.name = "bench send", .arguments = "TOPIC", .summary = "how fast messages go out, and what they cost", .options = benchOptions(), .least = 1, .most = 1, .run = &runBenchSend};
}

} // namespace rocketdesk::ctl
