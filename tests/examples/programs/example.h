// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "client/networkthread.h"

#include <QCoreApplication>

#include <cstdio>

namespace examples {

/// What every program begins with: an event loop, the network thread, one open profile. Arguments: HOST:PORT of a name server, a topic.
struct Program {
    Program(int &argc, char **argv) : application(argc, argv), client(network.address(), profileOf(argument(1, "127.0.0.1:9876"))), topic(argument(2, "demo")) {}

    [[nodiscard]] static QString argument(int index, const char *otherwise) { return QCoreApplication::arguments().value(index, QString::fromLatin1(otherwise)); }
    [[nodiscard]] static rocketdesk::Profile profileOf(const QString &nameServer)
    {
        rocketdesk::Profile profile;
        if (const auto endpoint = rocketdesk::Endpoint::parse(nameServer, 9876))
            profile.nameServers = {*endpoint};
        return profile;
    }

    /// Ends the program with what became of its work.
    template <typename T>
    void end(const rocketdesk::Result<T> &result)
    {
        if (!result)
            say(rocketdesk::wordsFor(result.error()).line());
        QCoreApplication::exit(result ? 0 : 1);
    }
    static void say(const QString &line)
    {
        std::printf("%s\n", qUtf8Printable(line));
        std::fflush(stdout);
    }

    QCoreApplication application;
    rocketdesk::NetworkThread network;
    rocketdesk::Client client;
    rocketdesk::TopicName topic;
};

} // namespace examples
