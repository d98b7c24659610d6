// SPDX-License-Identifier: Apache-2.0
#include "client/producer/sendseries.h"

#include <limits>

namespace rocketdesk {

namespace {

constexpr QByteArrayView placeholder("${index}");
/// After a failure the next one waits, so that a series that can only fail leaves the thread to others.
constexpr milliseconds afterFailure{5};

/// The plan bounds what is in flight.
ProducerOptions optionsOf(const SeriesPlan &plan)
{
    ProducerOptions options = Producer::ofConsole();
    options.asyncSendSemaphore = std::max(options.asyncSendSemaphore, plan.inFlight);
    options.asyncSendBytes = std::numeric_limits<qint64>::max();
    return options;
}

double perSecond(qint64 count, std::chrono::nanoseconds time)
{
    return time.count() > 0 ? static_cast<double>(count) * 1e9 / static_cast<double>(time.count()) : 0;
}

} // namespace

SendSeries::SendSeries(Cluster &cluster, SeriesPlan plan, Report report, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_numbered(m_plan.message.body.contains(placeholder))
    , m_report(std::move(report))
    , m_producer(std::make_unique<Producer>(cluster, optionsOf(m_plan)))
{
    m_progress.wanted = std::max<qint64>(m_plan.count, 0);
}

void SendSeries::start()
{
    const Turn turn;
    m_began = m_reported = clock().now();
    auto made = MessageTemplate::of(m_plan.message, m_plan.options, clock().wallMs());
    if (!made) {
        m_progress.failures = {{made.error(), m_progress.wanted}};
        m_progress.failed = m_progress.wanted;
        m_progress.fresh.assign(m_plan.keepReceipts && m_progress.wanted > 0 ? 1 : 0, failed(made.error()));
        end(State::Finished);
        return;
    }
    m_template = std::move(*made);
    tick();
    pump();
}

void SendSeries::stop()
{
    const Turn turn;
    if (m_ended || std::exchange(m_stopping, true))
        return;
    m_pause = ScopedCall();
    if (m_requests == 0)
        return end(State::Stopped);
    m_waiting = whenDone(clock().after(patience), this, [this](Result<void> passed) {
        if (passed)
            end(State::Stopped);
    });
}

void SendSeries::pump()
{
    if (m_ended || m_stopping)
        return;
    const qint64 allowed = std::min(m_progress.wanted, due());
    while (m_requests < std::max(m_plan.inFlight, 1) && m_started < allowed)
        startOne();
    if (m_started == m_progress.wanted) {
        if (m_requests == 0)
            finishOneway();
    } else if (m_started >= due()) {
        const double next = static_cast<double>(m_started) / m_plan.perSecond * 1000;
        const auto passed = std::chrono::duration<double, std::milli>(clock().now() - m_began).count();
        pumpLater(milliseconds(std::max<qint64>(1, static_cast<qint64>(next - passed))));
    }
}

void SendSeries::startOne()
{
    ++m_requests;
    const int size = nextSize();
    const qint64 index = std::exchange(m_started, m_started + size);
    if (size == 1) {
        auto sending = m_numbered ? m_producer->send(numbered(index), m_plan.options) : m_producer->send(*m_template);
        whenDone(std::move(sending), this, [this](Result<SendReceipt> result) {
            note(result);
            requestEnded(!result);
        });
        return;
    }
    std::vector<OutgoingMessage> messages;
    for (int i = 0; i < size; ++i)
        messages.push_back(m_numbered ? numbered(index + i) : m_plan.message);
    whenDone(m_producer->sendBatch(std::move(messages), m_plan.options, size), this, [this, size](Result<BatchReceipts> receipts) {
        for (int i = 0; i < size; ++i)
            note(receipts ? (*receipts)[static_cast<std::size_t>(i)] : Result<SendReceipt>(failed(receipts.error())));
        requestEnded(!receipts || !receipts->front());
    });
}

int SendSeries::nextSize() const
{
    return static_cast<int>(std::clamp<qint64>(m_progress.wanted - m_started, 1, std::max(m_plan.perRequest, 1)));
}

qint64 SendSeries::due() const
{
    if (m_plan.perSecond <= 0)
        return m_progress.wanted;
    const auto passed = std::chrono::duration<double>(m_producer->clock().now() - m_began).count();
    // The first one goes at once; a batch goes when its first message is due.
    return 1 + static_cast<qint64>(passed * m_plan.perSecond);
}

void SendSeries::pumpLater(milliseconds pause)
{
    if (m_pause.isRunning())
        return;
    m_pause = whenDone(clock().after(pause), this, [this](Result<void> passed) {
        if (passed)
            pump();
    });
}

void SendSeries::note(const Result<SendReceipt> &result)
{
    if (m_ended)
        return; // given up: it was reported as waiting
    if (m_plan.keepReceipts)
        m_progress.fresh.push_back(result);
    if (result) {
        ++m_progress.sent;
        m_latencies.add(result->cost);
        m_progress.createdTopic = m_progress.createdTopic || result->createdTopic;
        return;
    }
    ++m_progress.failed;
    for (auto &failures : m_progress.failures) {
        if (failures.first.kind == result.error().kind && failures.first.code == result.error().code) {
            ++failures.count;
            return;
        }
    }
    m_progress.failures.push_back({result.error(), 1});
}

void SendSeries::requestEnded(bool failed)
{
    --m_requests;
    if (m_ended)
        return;
    if (m_stopping && m_requests == 0)
        end(State::Stopped);
    else if (failed && m_started < m_progress.wanted)
        pumpLater(afterFailure);
    else
        pump();
}

void SendSeries::tick()
{
    m_ticking = whenDone(clock().after(reportEvery), this, [this](Result<void> passed) {
        if (!passed || m_ended)
            return;
        report(State::Running);
        tick();
    });
}

void SendSeries::finishOneway()
{
    if (!m_plan.options.oneway)
        return end(State::Finished);
    m_waiting = whenDone(m_producer->allWritten(clock().in(std::chrono::seconds(3))), this, [this](Result<void> written) {
        if (!written && m_progress.sent > 0)
            m_progress.failures.push_back({written.error(), 0}); // on the way, but not all of it has gone
        end(State::Finished);
    });
}

void SendSeries::end(State state)
{
    if (std::exchange(m_ended, true))
        return;
    m_ticking = ScopedCall();
    m_pause = ScopedCall();
    report(state);
    m_requests = 0;
    m_producer->scope().end();
}

void SendSeries::report(State state)
{
    const auto now = clock().now();
    m_progress.state = state;
    m_progress.waiting = m_started - m_progress.sent - m_progress.failed;
    m_progress.elapsed = now - m_began;
    m_progress.perSecond = perSecond(m_progress.sent - m_sentBefore, now - m_reported);
    m_progress.perSecondOverall = perSecond(m_progress.sent, m_progress.elapsed);
    m_progress.p50 = m_latencies.percentile(0.5);
    m_progress.p99 = m_latencies.percentile(0.99);
    m_sentBefore = m_progress.sent;
    m_reported = now;
    m_report(m_progress);
    m_progress.fresh.clear();
}

OutgoingMessage SendSeries::numbered(qint64 index) const
{
    OutgoingMessage message = m_plan.message;
    message.body.replace(placeholder, QByteArray::number(index));
    return message;
}

} // namespace rocketdesk
