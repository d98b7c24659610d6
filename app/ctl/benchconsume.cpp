// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/benchcommand.h"

#include <QDateTime>

namespace rocketdesk::ctl {

namespace {

constexpr QLatin1StringView group("rocketctl-bench");
/// A new group begins so long before the run: clocks differ, and the tag leaves out what is older.
constexpr int earlierSeconds = 300;
/// After the last message was sent or came.
constexpr std::chrono::seconds patience{30};

Pending<int> runBenchConsume(const Arguments &arguments, Session &session)
{
    auto plan = benchPlan(arguments);
    if (!plan)
        return session.failNow(plan.error());
    auto *const command = new BenchConsumeRun(session, std::move(*plan));
    return command->start();
}

} // namespace

BenchConsumeRun::BenchConsumeRun(Session &session, SeriesPlan plan)
    : QObject(&session)
    , m_session(session)
    , m_plan(std::move(plan))
{
    m_plan.message.properties.set(protocol::property::Tags, QStringLiteral("bench-%1").arg(QDateTime::currentMSecsSinceEpoch()));
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_session.out().note(QStringLiteral("rocketctl: %1 of %2 messages did not come within %3 s").arg(*m_expected - m_came).arg(*m_expected).arg(patience.count()));
        end(Failed);
    });
}

Pending<int> BenchConsumeRun::start()
{
    const QDateTime from = QDateTime::currentDateTime().addSecs(-earlierSeconds);
    const ConsumerOptions options{.consumerGroup = group, .consumeFromWhere = QStringLiteral("CONSUME_FROM_TIMESTAMP"), .consumeTimestamp = from.toString(QStringLiteral("yyyyMMddHHmmss"))};
    m_consumer = m_session.client().pushConsumer(options, MessageListener::concurrently([this](const ConsumeBatch &batch, const ConsumeContext &) {
        take(batch);
        return ready<ConsumeOutcome>(ConsumeOutcome::success());
    }));
    if (const auto subscribed = m_consumer->subscribe(m_plan.message.topic, m_plan.message.properties.value(protocol::property::Tags, QString())); !subscribed)
        return m_session.failNow(subscribed.error());
    connect(m_consumer.get(), &PushConsumer::assigned, this, &BenchConsumeRun::send);
    connect(m_consumer.get(), &PushConsumer::brokerTrouble, this, [this](const consumernews::Trouble &trouble) { m_session.out().failure(trouble.error); });
    m_session.onInterrupt([this] { end(Done); });
    whenDone(m_consumer->start(), this, [this](const Result<void> &started) {
        if (!started && !m_ending)
            m_exitCode.finish(m_session.fail(started.error()));
    });
    return m_exitCode.pending();
}

void BenchConsumeRun::send()
{
    if (m_series || m_ending)
        return;
    m_cpuBefore = cpuSeconds();
    m_since.start();
    m_series = m_session.client().startSeries(m_plan);
    connect(m_series.get(), &RunningSeries::finished, this, &BenchConsumeRun::sent);
}

void BenchConsumeRun::take(const ConsumeBatch &batch)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    for (const protocol::StoredMessage &message : batch->messages)
        m_delays.add(std::chrono::milliseconds(now - message.bornTimestamp));
    m_came += qint64(batch->messages.size());
    m_elapsed = std::chrono::nanoseconds(m_since.nsecsElapsed());
    endWhenAllCame();
}

void BenchConsumeRun::sent(const SeriesProgress &progress)
{
    for (const auto &failures : progress.failures)
        m_session.out().failure(failures.first);
    m_expected = progress.sent;
    endWhenAllCame();
}

void BenchConsumeRun::endWhenAllCame()
{
    if (!m_expected || m_ending)
        return;
    m_patience.start();
    if (m_came >= *m_expected) // after this answer is on its way
        QMetaObject::invokeMethod(this, [this] { end(*m_expected == m_plan.count ? Done : Failed); }, Qt::QueuedConnection);
}

void BenchConsumeRun::end(int code)
{
    if (std::exchange(m_ending, true))
        return;
    m_patience.stop();
    const double cpu = cpuSeconds() - m_cpuBefore;
    if (m_series) {
        m_series.reset();
        m_session.out().row(benchLine(m_came, m_elapsed, cpu, m_delays.percentile(0.5), m_delays.percentile(0.99)));
    }
    whenDone(m_consumer->shutdown(), this, [this, code](const Result<void> &ended) { m_exitCode.finish(ended ? code : m_session.fail(ended.error())); });
}

Command benchConsumeCommand()
{
    return {.name = "bench consume", .arguments = "TOPIC", .summary = "how fast messages that are sent meanwhile are consumed, and what both cost", .options = benchOptions(),
        .least = 1, .most = 1, .run = &runBenchConsume};
}

} // namespace rocketdesk::ctl
