// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"
#include "client/networkthread.h"
#include "tests/support/rawserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace rocketdesk;
using tests::RawServer;

namespace {

/// A name server that lists two brokers, of which the second is not there.
struct Fake {
    Fake()
        : broker([this](QTcpSocket &socket, QByteArray &received) { serve(socket, received); })
        , nameServer([this](QTcpSocket &socket, QByteArray &received) { serve(socket, received); })
    {
    }

    void serve(QTcpSocket &socket, QByteArray &received)
    {
        for (QByteArray frame = RawServer::takeFrame(received); !frame.isEmpty(); frame = RawServer::takeFrame(received)) {
            const int opaque = RawServer::opaqueOf(frame);
            if (silent)
                continue;
            if (frame.contains("\"code\":106"))
                socket.write(RawServer::answer(opaque, 0, clusterInfo()));
            else if (frame.contains("\"code\":28"))
                socket.write(RawServer::answer(opaque, 0, R"({"table":{"brokerVersionDesc":"V5_5_0"}})"));
            else if (frame.contains("\"code\":105"))
                socket.write(RawServer::answer(opaque, 17, {}, "{}", "No topic route info"));
            else
                socket.write(RawServer::answer(opaque, 22, {}, "{}", "none"));
        }
    }
    QByteArray clusterInfo() const
    {
        return QByteArray(R"({"brokerAddrTable":{"broker-a":{"brokerAddrs":{0:"$A"},"brokerName":"broker-a","cluster":"C"},)"
               R"("broker-b":{"brokerAddrs":{0:"127.0.0.1:1"},"brokerName":"broker-b","cluster":"C"}},"clusterAddrTable":{"C":["broker-a","broker-b"]}})")
            .replace("$A", broker.endpoint().toString().toUtf8());
    }

    bool silent = false;
    RawServer broker;
    RawServer nameServer;
};

Profile profileFor(const QList<Endpoint> &nameServers)
{
    Profile profile;
    profile.nameServers = nameServers;
    profile.timeouts.request = milliseconds(400);
    return profile;
}

} // namespace

class ClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fanOutReturnsEveryBrokersAnswer()
    {
        Fake fake;
        NetworkThread network;
        Client client(network.address(), profileFor({fake.nameServer.endpoint()}));
        QStringList came;
        std::optional<Result<std::vector<BrokerAnswer<commands::GetBrokerRuntimeInfo::Reply>>>> all;
        auto pending = client.askEach(commands::GetBrokerRuntimeInfo(), BrokerSet::masters(), {}, this,
            [&](const BrokerAnswer<commands::GetBrokerRuntimeInfo::Reply> &answer, int asked) {
                QCOMPARE(asked, 2);
                QVERIFY(!all);
                came << answer.broker.name.text();
            });
        whenDone(std::move(pending), this, [&](auto result) { all = std::move(result); });
        QTRY_VERIFY(all);
        QVERIFY(*all);
        QCOMPARE(came.size(), 2);
        QCOMPARE((**all)[0].reply->body.table.value(QStringLiteral("brokerVersionDesc")), QStringLiteral("V5_5_0"));
        QCOMPARE((**all)[1].reply.error().kind, Error::Kind::Unreachable);
        QCOMPARE((**all)[1].reply.error().where, QStringLiteral("broker-b (127.0.0.1:1)"));
    }

    void refusalKeepsTheServersWords()
    {
        Fake fake;
        NetworkThread network;
        Client client(network.address(), profileFor({fake.nameServer.endpoint()}));
        std::optional<Error> error;
        whenDone(client.ask(commands::GetRouteInfoByTopic{.topic = TopicName(QStringLiteral("t"))}), this, [&](auto reply) { error = reply.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, Error::Kind::NoRoute);
        QCOMPARE(error->code, 17);
        QCOMPARE(error->remark, QStringLiteral("No topic route info"));
        QCOMPARE(error->where, fake.nameServer.endpoint().toString());
        QCOMPARE(error->operation, QStringLiteral("GET_ROUTEINFO_BY_TOPIC"));
    }

    void nextNameServerAnswersWhereOneIsSilentOrGone()
    {
        Fake fake;
        Fake silent;
        silent.silent = true;
        NetworkThread network;
        const Endpoint gone{QStringLiteral("127.0.0.1"), 1};
        for (int i = 0; i < 4; ++i) { // whichever comes first
            Client client(network.address(), profileFor({gone, silent.nameServer.endpoint(), fake.nameServer.endpoint()}));
            std::optional<bool> answered;
            whenDone(client.ask(commands::GetBrokerClusterInfo()), this, [&](auto reply) { answered = reply.has_value(); });
            QTRY_VERIFY(answered);
            QVERIFY(*answered);
        }
    }

    void aWatchWantsTheConnection()
    {
        NetworkThread network;
        Client client(network.address(), profileFor({Endpoint{QStringLiteral("127.0.0.1"), 1}}));
        std::optional<bool> asked;
        whenDone(client.ask(commands::GetBrokerClusterInfo()), this, [&asked](const auto &reply) { asked = reply.has_value(); });
        QTRY_COMPARE(asked, std::optional(false));
        QCOMPARE(client.state().kind, ClientState::Kind::Lost);
        QCOMPARE(client.state().nextTryMs, 0); // nobody looks at it: it is not tried again
        auto watch = client.watch({.topics = {TopicName(QStringLiteral("orders"))}});
        QTRY_VERIFY(client.state().nextTryMs > 0);
    }

    void stateIsLostOnlyWhenEveryNameServerFailsAndComesBack()
    {
        Fake fake;
        NetworkThread network;
        Client client(network.address(), profileFor({fake.nameServer.endpoint()}));
        QCOMPARE(client.state().kind, ClientState::Kind::Idle);
        client.setWanted(true);
        QTRY_COMPARE(client.state().kind, ClientState::Kind::Online);
        fake.silent = true;
        std::optional<Error> error;
        whenDone(client.ask(commands::GetBrokerClusterInfo()), this, [&](auto reply) { error = reply.error(); });
        QTRY_COMPARE(client.state().kind, ClientState::Kind::Lost);
        QCOMPARE(client.state().error.kind, Error::Kind::Timeout);
        fake.silent = false;
        client.tryNow();
        QTRY_COMPARE(client.state().kind, ClientState::Kind::Online);
    }

    void everyThreadIsAnsweredOnItself()
    {
        Fake fake;
        NetworkThread network;
        Client client(network.address(), profileFor({fake.nameServer.endpoint()}));
        std::atomic<int> answers = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back(QThread::create([&] {
                QEventLoop loop;
                int left = 50;
                for (int n = 0; n < 50; ++n) {
                    whenDone(client.ask(commands::GetBrokerClusterInfo(), Target::nameServer(), {.limit = milliseconds(20'000)}), &loop, [&](auto reply) {
                        answers += reply.has_value() && QThread::currentThread() == loop.thread();
                        if (--left == 0)
                            loop.quit();
                    });
                }
                loop.exec();
            }));
            threads.back()->start();
        }
        QTRY_VERIFY(std::all_of(threads.cbegin(), threads.cend(), [](const auto &t) { return t->isFinished(); }));
        QCOMPARE(answers.load(), 400);
        QTRY_COMPARE(client.runningCalls(), 0);
    }

    void callsThatRunEndWhenTheClientDies()
    {
        Fake fake;
        fake.silent = true;
        NetworkThread network;
        auto client = std::make_unique<Client>(network.address(), profileFor({fake.nameServer.endpoint()}));
        std::optional<Error::Kind> kind;
        whenDone(client->ask(commands::GetBrokerClusterInfo(), Target::nameServer(), {.limit = milliseconds(20'000)}), this, [&](auto reply) { kind = reply.error().kind; });
        QTRY_COMPARE(fake.nameServer.connections(), 1);
        client.reset();
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, Error::Kind::Cancelled);
    }
};

ROCKETDESK_TEST(ClientTest)

#include "tst_client.moc"
