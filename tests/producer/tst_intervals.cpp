// SPDX-License-Identifier: Apache-2.0
#include "client/producer/producerhost.h"
#include "tests/producer/fakecluster.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int AskedToLive = 219;
constexpr int AskedForRoute = 105;
constexpr int Beaten = 34;

/// A producer that has sent one message, with one interval of its own.
struct IntervalsFixture {
    explicit IntervalsFixture(qint64 ProducerOptions::*interval, milliseconds time) : host(fake.cluster, membership, optionsWith(interval, time)) {}

    static ProducerOptions optionsWith(qint64 ProducerOptions::*interval, milliseconds time)
    {
        ProducerOptions options;
        options.producerGroup = u"pg"_s;
        options.*interval = time.count();
        return options;
    }
    [[nodiscard]] qsizetype asked(int code) const
    {
        const QList<Asked> all = fake.routesAsked + fake.a.got;
        return std::count_if(all.cbegin(), all.cend(), [code](const Asked &one) { return one.code == code; });
    }
    [[nodiscard]] bool hasJoined()
    {
        End<SendReceipt> end(host.send(message(), {.queue = QueueRef{BrokerName(u"b"_s), QueueId(0)}}));
        return eventually([&] { return end.answer && asked(Beaten) == 1 && asked(AskedToLive) == 1 && fake.isQuiet(); });
    }

    FakeCluster fake;
    Presence presence{fake.cluster};
    Membership membership{fake.cluster, presence};
    ProducerHost host;
};

} // namespace

/// The intervals of a producer's options do what their names say.
class IntervalsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachDrivesItsOwn_data()
    {
        QTest::addColumn<qint64 ProducerOptions::*>("interval");
        QTest::addColumn<int>("code");
        QTest::newRow("pollNameServerInterval") << &ProducerOptions::pollNameServerInterval << AskedToLive;
        QTest::newRow("updateTopicRouteInfoInterval") << &ProducerOptions::updateTopicRouteInfoInterval << AskedForRoute;
        QTest::newRow("heartbeatBrokerInterval") << &ProducerOptions::heartbeatBrokerInterval << Beaten;
    }
    void eachDrivesItsOwn()
    {
        QFETCH(qint64 ProducerOptions::*, interval);
        QFETCH(int, code);
        const milliseconds time(7000);
        IntervalsFixture f(interval, time);
        QVERIFY(f.hasJoined());
        const QMap<int, qsizetype> before{{AskedToLive, f.asked(AskedToLive)}, {AskedForRoute, f.asked(AskedForRoute)}, {Beaten, f.asked(Beaten)}};
        for (int round = 1; round <= 3; ++round) {
            f.fake.clock.advance(time - milliseconds(1));
            QCOMPARE(f.asked(code), before[code] + round - 1);
            f.fake.clock.advance(milliseconds(1));
            QTRY_COMPARE(f.asked(code), before[code] + round);
            QTRY_VERIFY(f.fake.isQuiet());
        }
        for (const int other : {AskedToLive, AskedForRoute, Beaten})
            QCOMPARE(f.asked(other), before[other] + (other == code ? 3 : 0));
    }

    void aRouteThatIsUsedIsAsOldAsTheOptionsAllowAtMost()
    {
        IntervalsFixture f(&ProducerOptions::updateTopicRouteInfoInterval, milliseconds(60'000));
        QVERIFY(f.hasJoined());
        QVERIFY(f.fake.passUntil(milliseconds(1000), [&] { return f.fake.clock.now() >= std::chrono::seconds(59); }));
        End<SendReceipt> end(f.host.send(message(), {.queue = QueueRef{BrokerName(u"b"_s), QueueId(0)}}));
        QTRY_VERIFY(end.answer && f.fake.isQuiet());
        QCOMPARE(f.asked(AskedForRoute), 1);
    }
};

ROCKETDESK_TEST(IntervalsTest)

#include "tst_intervals.moc"
