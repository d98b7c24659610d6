// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/client/sending.h"

#include "client/protocol/call.h"
#include "client/protocol/messageids.h"

#include <QCoreApplication>

namespace rocketdesk::bench {

namespace {

QByteArray encodedFrame(const OutgoingMessage &message, const SendReceipt &like)
{
    commands::SendMessageV2 command;
    command.producerGroup = ProducerGroup(QStringLiteral("rocketdesk"));
    command.topic = message.topic;
    command.queueId = like.queue.id;
    command.bornTimestamp = 1'767'225'600'000;
    command.brokerName = like.queue.broker;
    command.properties = QByteArrayLiteral("UNIQ_KEY\x01") + like.messageId.toLatin1() + '\x02';
    command.body = message.body;
    QByteArray frame;
    (void)protocol::encodeRequest(frame, {.opaque = 1'000'000'000}, command);
    return frame;
}

} // namespace

SeriesBench::SeriesBench(Client &client, OutgoingMessage message, Load load, int perRequest)
    : m_client(client)
    , m_plan{.message = std::move(message), .inFlight = load.inFlight, .perRequest = perRequest}
    , m_load(load)
{
}

void SeriesBench::start()
{
    run(m_load.warmUp, [this] { measure(); });
}

void SeriesBench::run(long long count, std::function<void()> then)
{
    m_plan.count = count;
    m_series = m_client.startSeries(m_plan);
    connect(m_series.get(), &RunningSeries::finished, this, [then = std::move(then)] { then(); }, Qt::QueuedConnection);
}

void SeriesBench::measure()
{
    const Measure measure;
    run(m_load.count, [this, measure] {
        const SeriesProgress &end = m_series->progress();
        measure.print(end.sent, end.failed);
        QCoreApplication::exit(end.sent == m_load.count ? 0 : 1);
    });
}

void CallsBench::start()
{
    while (m_begun < m_load.warmUp + m_load.count && m_begun - m_ended < m_load.inFlight) {
        ++m_begun;
        whenDone(m_client.send(m_message), this, [this](Result<SendReceipt> receipt) { note(receipt.has_value()); });
    }
}

void CallsBench::note(bool stored)
{
    m_failed += stored ? 0 : 1;
    if (++m_ended == m_load.warmUp) {
        m_measure.emplace();
        m_failed = 0;
    }
    if (m_ended == m_load.warmUp + m_load.count) {
        m_measure->print(m_load.count - m_failed, m_failed);
        QCoreApplication::exit(m_failed == 0 ? 0 : 1);
    }
    start();
}

void FloorBench::start()
{
    whenDone(m_client.send(m_message), this, [this](Result<SendReceipt> receipt) { receipt ? run(*receipt) : QCoreApplication::exit(1); });
}

void FloorBench::run(const SendReceipt &first)
{
    const auto place = protocol::parseOffsetId(first.offsetMessageId);
    if (!place)
        return QCoreApplication::exit(1);
    m_floor = std::make_unique<Floor>(encodedFrame(m_message, first), m_load);
    connect(m_floor.get(), &Floor::done, this, [](bool complete) { QCoreApplication::exit(complete ? 0 : 1); });
    m_floor->run(place->storeHost.toEndpoint());
}

} // namespace rocketdesk::bench
