// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/common/filling.h"

#include "client/commands/topics.h"

#include <cstdio>

namespace rocketdesk::bench {

namespace {

constexpr int batchBytes = 128 << 10;
constexpr int batchesInFlight = 8;

OutgoingMessage messageOf(const Fill &fill)
{
    OutgoingMessage message{.topic = fill.topic};
    message.properties.set(protocol::property::Tags, QStringLiteral("created"));
    message.properties.set(protocol::property::Keys, QStringLiteral("SO-2026-1184207"));
    const QByteArray head = R"({"n":${index},"type":"order.created","text":")";
    message.body = head + QByteArray(std::max<qsizetype>(0, fill.size - head.size() - 2), 'x') + "\"}";
    return message;
}

} // namespace

void Filling::start()
{
    commands::UpdateAndCreateTopic create;
    create.topic = m_fill.topic;
    create.readQueueNums = create.writeQueueNums = m_fill.queues;
    whenDone(m_client.askEach(create, BrokerSet::masters(), {}, this, [](const auto &, int) {}), this, [this](const auto &brokers) {
        const bool created = brokers && !brokers->empty() && brokers->front().reply;
        return created ? send() : Q_EMIT done(false);
    });
}

void Filling::send()
{
    SeriesPlan plan{.message = messageOf(m_fill), .count = m_fill.count, .inFlight = batchesInFlight};
    plan.options.createTopic = false;
    plan.options.limit = std::chrono::seconds(20);
    plan.perRequest = std::clamp(batchBytes / m_fill.size, 1, 400);
    m_series = m_client.startSeries(std::move(plan));
    connect(m_series.get(), &RunningSeries::finished, this, &Filling::end, Qt::QueuedConnection);
}

void Filling::end(const SeriesProgress &progress)
{
    std::fprintf(stderr, "filled %s: %lld of %d B, %.0f a second, %lld failed\n", qPrintable(m_fill.topic.text()), static_cast<long long>(progress.sent), m_fill.size,
        progress.perSecondOverall, static_cast<long long>(progress.failed));
    for (const auto &failure : progress.failures)
        std::fprintf(stderr, "  %lld: %s\n", static_cast<long long>(failure.count), qPrintable(failure.first.remark));
    Q_EMIT done(progress.sent == m_fill.count);
}

} // namespace rocketdesk::bench
