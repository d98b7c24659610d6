// SPDX-License-Identifier: Apache-2.0
// bench_client MODE --namesrv ADDRESS --topic T [--count N] [--warm-up N] [--size BYTES] [--in-flight W]
//   send   a series, as the Send page and rocketctl do it
//   calls  every message a call over the facade, from this thread
//   floor  one encoded frame over a plain socket
#include "client/client.h"
#include "client/networkthread.h"
#include "client/protocol/call.h"
#include "client/protocol/messageids.h"
#include "tests/bench/client/floor.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace rocketdesk;
using bench::Load;
using bench::Measure;

namespace {

SeriesPlan planFor(const OutgoingMessage &message, long long count, int inFlight)
{
    return {.message = message, .count = count, .inFlight = inFlight};
}

/// Warm-up first, then what is measured.
class SeriesBench final : public QObject
{
public:
    SeriesBench(Client &client, OutgoingMessage message, Load load) : m_client(client), m_message(std::move(message)), m_load(load) {}

    void start() { run(m_load.warmUp, [this] { measure(); }); }

private:
    void run(long long count, std::function<void()> then)
    {
        m_series = m_client.startSeries(planFor(m_message, count, m_load.inFlight));
        connect(m_series.get(), &RunningSeries::finished, this, [then = std::move(then)] { then(); }, Qt::QueuedConnection);
    }
    void measure()
    {
        const Measure measure;
        run(m_load.count, [this, measure] {
            const SeriesProgress &end = m_series->progress();
            measure.print(end.sent, end.failed);
            QCoreApplication::exit(end.sent == m_load.count ? 0 : 1);
        });
    }

    Client &m_client;
    OutgoingMessage m_message;
    Load m_load;
    std::unique_ptr<RunningSeries> m_series;
};

class CallsBench final : public QObject
{
public:
    CallsBench(Client &client, OutgoingMessage message, Load load) : m_client(client), m_message(std::move(message)), m_load(load) {}

    void start()
    {
        while (m_begun < m_load.warmUp + m_load.count && m_begun - m_ended < m_load.inFlight) {
            ++m_begun;
            whenDone(m_client.send(m_message), this, [this](Result<SendReceipt> receipt) { note(receipt.has_value()); });
        }
    }

private:
    void note(bool stored)
    {
        m_failed += stored ? 0 : 1;
        if (++m_ended == m_load.warmUp) {
            m_measure.emplace();
            m_failed = 0;
        }
        if (m_ended == m_load.warmUp + m_load.count) {
            m_measure->print(m_load.count, m_failed);
            QCoreApplication::exit(m_failed == 0 ? 0 : 1);
        }
        start();
    }

    Client &m_client;
    OutgoingMessage m_message;
    Load m_load;
    long long m_begun = 0;
    long long m_ended = 0;
    long long m_failed = 0;
    std::optional<Measure> m_measure;
};

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

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    for (const auto &[name, value] : {std::pair("namesrv", "127.0.0.1:9876"), {"topic", "Bench"}, {"count", "60000"}, {"warm-up", "10000"}, {"size", "1024"}, {"in-flight", "256"}})
        parser.addOption({QString::fromLatin1(name), QString(), QStringLiteral("value"), QString::fromLatin1(value)});
    parser.process(application);
    const auto number = [&](const char *name) { return parser.value(QString::fromLatin1(name)).toInt(); };
    const Load load{.warmUp = number("warm-up"), .count = number("count"), .inFlight = number("in-flight")};
    const OutgoingMessage message{.topic = TopicName(parser.value(QStringLiteral("topic"))), .body = QByteArray(number("size"), 'x')};
    Profile profile;
    const auto nameServer = Endpoint::parse(parser.value(QStringLiteral("namesrv")));
    if (!nameServer || parser.positionalArguments().size() != 1)
        return 2;
    profile.nameServers = {*nameServer};

    NetworkThread network;
    Client client(network.address(), profile);
    SeriesBench series(client, message, load);
    CallsBench calls(client, message, load);
    std::unique_ptr<bench::Floor> floor;
    const QString mode = parser.positionalArguments().front();
    if (mode == QLatin1StringView("send")) {
        series.start();
    } else if (mode == QLatin1StringView("calls")) {
        calls.start();
    } else if (mode == QLatin1StringView("floor")) {
        // One real send tells the queue and, by its offset id, the broker's address.
        whenDone(client.send(message), &application, [&](Result<SendReceipt> receipt) {
            const auto place = receipt ? protocol::parseOffsetId(receipt->offsetMessageId) : Result<protocol::OffsetMessageId>(failed(Error::Kind::Local));
            if (!place)
                return QCoreApplication::exit(1);
            floor = std::make_unique<bench::Floor>(encodedFrame(message, *receipt), load);
            QObject::connect(floor.get(), &bench::Floor::done, &application, [](bool complete) { QCoreApplication::exit(complete ? 0 : 1); });
            floor->run(*Endpoint::parse(place->storeHost.toString()));
        });
    } else {
        return 2;
    }
    return QCoreApplication::exec();
}
