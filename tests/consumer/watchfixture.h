// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "client/networkthread.h"
#include "tests/consumer/fakebroker.h"
#include "tests/support/awaited.h"

namespace rocketdesk::tests {

/// Two brokers with two queues each, and a client that watches them.
struct WatchFixture {
    WatchFixture() { profile.nameServers = {names.server.endpoint()}; }

    void watch(WatchOptions options)
    {
        if (!client)
            client = std::make_unique<Client>(network.address(), profile);
        if (options.topics.empty())
            options.topics = {TopicName(QStringLiteral("t"))};
        watching = client->watch(std::move(options));
        QObject::connect(watching.get(), &Watch::filled, watching.get(), [this] { take(); });
        QObject::connect(watching.get(), &Watch::positioned, watching.get(), [this](int queues) { positioned = queues; });
        QObject::connect(watching.get(), &Watch::brokerTrouble, watching.get(), [this](const watchnews::Trouble &t) { troubles << t.error.where; });
        QObject::connect(watching.get(), &Watch::recovered, watching.get(), [this](const BrokerName &b) { recoveries << b.text(); });
        QObject::connect(watching.get(), &Watch::ended, watching.get(), [this](const Error &e) { ended = e; });
    }
    void take()
    {
        for (const auto &batch : watching->drain()) {
            for (const auto &message : batch->messages)
                bodies << QString::fromUtf8(message.body.view());
        }
    }
    [[nodiscard]] QStringList sorted() const
    {
        QStringList list = bodies;
        list.sort();
        return list;
    }

    FakeBroker a{QStringLiteral("a"), 2};
    FakeBroker b{QStringLiteral("b"), 2};
    FakeNameServer names{{&a, &b}};
    Profile profile;
    NetworkThread network;
    std::unique_ptr<Client> client;
    std::unique_ptr<Watch> watching;
    QStringList bodies;
    QStringList troubles;
    QStringList recoveries;
    int positioned = -1;
    std::optional<Error> ended;
};

} // namespace rocketdesk::tests
