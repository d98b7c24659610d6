// SPDX-License-Identifier: Apache-2.0
// bench_client MODE --namesrv ADDRESS --topic T [--count N] [--warm-up N] [--size BYTES] [--in-flight W] [--per-request N]
//   send   a series, as the Send page and rocketctl do it; one in flight: synchronous; several per request: batches
//   calls  every message a call over the facade, from this thread
//   floor  one encoded frame over a plain socket
//   fill   creates the topic and puts N messages into it
//   watch  reads a filled topic from its oldest message on
//   push   the same as a member of a new consumer group
#include "client/client.h"
#include "client/networkthread.h"
#include "tests/bench/client/reading.h"
#include "tests/bench/client/sending.h"
#include "tests/bench/common/filling.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace rocketdesk;
using namespace rocketdesk::bench;

namespace {

/// What every mode is given.
struct Order {
    Client &client;
    OutgoingMessage message;
    Load load;
    int perRequest = 1;
};

using Bench = std::unique_ptr<QObject>;

template <typename T, typename... Args>
Bench started(Args &&...args)
{
    auto bench = std::make_unique<T>(std::forward<Args>(args)...);
    bench->start();
    return bench;
}

Bench fill(const Order &order)
{
    auto filling = std::make_unique<Filling>(order.client, Fill{.topic = order.message.topic, .count = order.load.count, .size = static_cast<int>(order.message.body.size())});
    QObject::connect(filling.get(), &Filling::done, filling.get(), [](bool complete) { QCoreApplication::exit(complete ? 0 : 1); });
    filling->start();
    return filling;
}

struct Mode {
    const char *name;
    Bench (*start)(const Order &);
};
constexpr std::array modes = {
    Mode{"send", [](const Order &order) { return started<SeriesBench>(order.client, order.message, order.load, order.perRequest); }},
    Mode{"calls", [](const Order &order) { return started<CallsBench>(order.client, order.message, order.load); }},
    Mode{"floor", [](const Order &order) { return started<FloorBench>(order.client, order.message, order.load); }},
    Mode{"fill", fill},
    Mode{"push", [](const Order &order) { return started<PushBench>(order.client, order.message.topic, order.load); }},
    Mode{"watch", [](const Order &order) { return started<WatchBench>(order.client, order.message.topic, order.load); }},
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    for (const auto &[name, value] : {std::pair("namesrv", "127.0.0.1:9876"), {"topic", "Bench"}, {"count", "60000"}, {"warm-up", "10000"}, {"size", "1024"}, {"in-flight", "256"}, {"per-request", "1"}})
        parser.addOption({QString::fromLatin1(name), QString(), QStringLiteral("value"), QString::fromLatin1(value)});
    parser.process(application);
    const auto number = [&](const char *name) { return parser.value(QString::fromLatin1(name)).toInt(); };
    const auto nameServer = Endpoint::parse(parser.value(QStringLiteral("namesrv")));
    const QString wanted = parser.positionalArguments().value(0);
    const auto mode = std::find_if(modes.begin(), modes.end(), [&](const Mode &each) { return wanted == QLatin1StringView(each.name); });
    if (!nameServer || mode == modes.end())
        return 2;
    Profile profile;
    profile.nameServers = {*nameServer};
    NetworkThread network;
    Client client(network.address(), profile);
    const Bench bench = mode->start({.client = client,
        .message = {.topic = TopicName(parser.value(QStringLiteral("topic"))), .body = QByteArray(number("size"), 'x')},
        .load = {.warmUp = number("warm-up"), .count = number("count"), .inFlight = number("in-flight")},
        .perRequest = number("per-request")});
    return QCoreApplication::exec();
}
