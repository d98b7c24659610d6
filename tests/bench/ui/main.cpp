// SPDX-License-Identifier: Apache-2.0
// bench_ui [--namesrv ADDRESS] --topic T --count N [--rate N]
// Replays a topic that holds N messages into a Live page, `rate` a second (0: as fast as they come), and prints what frames
// cost, in one line. Without a name server the topic is filled in an embedded sandbox first: --size BYTES.
#include "app/sandbox/sandboxthread.h"
#include "client/client.h"
#include "client/networkthread.h"
#include "tests/bench/common/filling.h"
#include "tests/bench/ui/replay.h"

#include <QCommandLineParser>

using namespace rocketdesk;

int main(int argc, char **argv)
{
    bench::FrameApplication application(argc, argv);
    QCommandLineParser parser;
    for (const auto &[name, value] : {std::pair("namesrv", ""), {"topic", "Replay"}, {"count", "300000"}, {"rate", "100000"}, {"size", "200"}})
        parser.addOption({QString::fromLatin1(name), QString(), QStringLiteral("value"), QString::fromLatin1(value)});
    parser.process(application);
    const auto number = [&](const char *name) { return parser.value(QString::fromLatin1(name)).toInt(); };
    const bench::Replay::Plan plan{parser.value(QStringLiteral("topic")), number("count"), number("rate")};

    std::unique_ptr<sandbox::SandboxThread> sandbox;
    Profile profile;
    if (const QString given = parser.value(QStringLiteral("namesrv")); !given.isEmpty()) {
        const auto nameServer = Endpoint::parse(given);
        if (!nameServer)
            return 2;
        profile.nameServers = {*nameServer};
    } else {
        sandbox = std::make_unique<sandbox::SandboxThread>(sandbox::SandboxOptions{.demoData = false, .rate = 0, .topicLimit = 2LL << 30, .totalLimit = 2LL << 30});
        profile.nameServers = {sandbox->nameServer()};
    }
    NetworkThread network;
    Client client(network.address(), profile);
    bench::Replay replay(application, client, plan);
    bench::Filling filling(client, {.topic = TopicName(plan.topic), .count = plan.count, .size = number("size")});
    QObject::connect(&replay, &bench::Replay::done, &application, [](bool complete) { QCoreApplication::exit(complete ? 0 : 1); });
    QObject::connect(&filling, &bench::Filling::done, &replay, [&replay](bool complete) { complete ? replay.start() : QCoreApplication::exit(1); });
    if (sandbox)
        filling.start();
    else
        replay.start();
    return QApplication::exec();
}
