// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/cluster.h"
#include "tests/support/awaited.h"
#include "tests/support/rawserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using tests::awaited;
using tests::RawServer;

namespace {

const TopicName One(QStringLiteral("one"));
const TopicName Other(QStringLiteral("other"));

/// A name server that knows every topic, each on a broker of its own, and can be told to refuse.
struct NameServer {
    NameServer() : server([this](QTcpSocket &socket, QByteArray &received) { serve(socket, received); }) {}

    void serve(QTcpSocket &socket, QByteArray &received)
    {
        for (QByteArray frame = RawServer::takeFrame(received); !frame.isEmpty(); frame = RawServer::takeFrame(received)) {
            ++asked;
            const QByteArray port = frame.contains("\"one\"") ? "1" : "2";
            const QByteArray route = R"({"brokerDatas":[{"brokerAddrs":{"0":"127.0.0.1:$P"},"brokerName":"a","cluster":"C"}],"queueDatas":[{"brokerName":"a","perm":6,"readQueueNums":2,"writeQueueNums":2,"topicSysFlag":0}],"filterServerTable":{}})";
            socket.write(RawServer::answer(RawServer::opaqueOf(frame), refuses ? 1 : 0, refuses ? QByteArray() : QByteArray(route).replace("$P", port)));
        }
    }

    int asked = 0;
    bool refuses = false;
    RawServer server;
};

struct RouteFixture {
    RoutePtr found(const TopicName &topic)
    {
        RoutePtr route;
        bool ended = false;
        whenDone(cluster.routes().find(topic, {}), &context, [&](const Result<RoutePtr> &answer) {
            route = answer.value_or(RoutePtr());
            ended = true;
        });
        return QTest::qWaitFor([&] { return ended; }) ? route : RoutePtr();
    }

    QObject context;
    NameServer names;
    ManualClock clock;
    Remoting remoting{{}, clock};
    Cluster cluster{remoting, {.nameServers = {names.server.endpoint()}}};
};

} // namespace

class RouteTableTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoDoubtsARouteAsksOnceInAWhile()
    {
        RouteFixture f;
        QVERIFY(f.found(One));
        f.cluster.routes().refreshIfOlder(One, RouteTable::RetryAfter);
        f.clock.advance(RouteTable::RetryAfter - milliseconds(1));
        f.cluster.routes().refreshIfOlder(One, RouteTable::RetryAfter);
        QVERIFY(f.found(Other)); // whatever was asked before is answered before
        QCOMPARE(f.names.asked, 2);
        f.clock.advance(milliseconds(1));
        f.cluster.routes().refreshIfOlder(One, RouteTable::RetryAfter);
        f.cluster.routes().refreshIfOlder(One, RouteTable::RetryAfter);
        QTRY_COMPARE(f.names.asked, 3);
    }

    void aRefreshThatFailedIsNotRepeatedByEveryUse()
    {
        RouteFixture f;
        QVERIFY(f.found(One));
        QCOMPARE(f.names.asked, 1);
        f.names.refuses = true;
        f.clock.advance(RouteTable::FreshFor + milliseconds(1));
        (void)f.cluster.routes().cached(One);
        QTRY_VERIFY(f.cluster.routes().cached(One)->stale);
        for (int use = 0; use < 100; ++use)
            QVERIFY(f.found(One)->stale);
        QCOMPARE(f.names.asked, 2);
        f.names.refuses = false;
        f.clock.advance(RouteTable::RetryAfter + milliseconds(1));
        (void)f.cluster.routes().cached(One);
        QTRY_VERIFY(!f.cluster.routes().cached(One)->stale);
        QCOMPARE(f.names.asked, 3);
    }

    void brokersOfRoutesThatNobodyUsesAreForgotten()
    {
        RouteFixture f;
        QVERIFY(f.found(One) && f.found(Other));
        QCOMPARE(f.cluster.routes().brokers().size(), size_t(2));
        for (int refreshed = 2; refreshed * RouteTable::FreshFor < 2 * RouteTable::KeptFor; ++refreshed) {
            f.clock.advance(RouteTable::FreshFor + milliseconds(1));
            (void)f.cluster.routes().cached(Other);
            QTRY_COMPARE(f.names.asked, refreshed + 1);
            QVERIFY(f.found(Other));
            QTRY_VERIFY(f.cluster.routes().cached(Other)->fetched == f.clock.now());
        }
        const auto brokers = f.cluster.routes().brokers();
        QCOMPARE(brokers.size(), size_t(1));
        QCOMPARE(brokers.front().address.port, quint16(2));
    }

    void routesAreLookedAtOnceAnInterval_data()
    {
        QTest::addColumn<milliseconds>("afterALook");
        QTest::addColumn<int>("brokers");
        QTest::newRow("half an interval") << milliseconds(15'000) << 2;
        QTest::newRow("almost one") << milliseconds(29'999) << 2;
        QTest::newRow("one") << milliseconds(30'000) << 1;
    }
    void routesAreLookedAtOnceAnInterval()
    {
        QFETCH(const milliseconds, afterALook);
        QFETCH(const int, brokers);
        RouteFixture f;
        QVERIFY(f.found(One));
        f.clock.advance(RouteTable::KeptFor - milliseconds(10'000));
        QVERIFY(f.found(Other)); // looks: the first one is kept still
        f.clock.advance(afterALook); // and now it is so old that any look forgets it
        QVERIFY(awaited(f.cluster.routes().refresh(Other, {})).has_value());
        QCOMPARE(f.cluster.routes().brokers().size(), size_t(brokers));
    }
};

ROCKETDESK_TEST(RouteTableTest)

#include "tst_routetable.moc"
