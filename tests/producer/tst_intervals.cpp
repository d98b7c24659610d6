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
    /// As they are begun, whether they have arrived or not.
    [[nodiscard]] qsizetype asked(int code)
    {
        const auto all = fake.remoting.log().since(0, CallLog::Capacity);
        return std::count_if(all.cbegin(), all.cend(), [code](const CallRecord &one) { return one.code == code; });
    }
    [[nodiscard]] bool hasJoined()
    {
        End<SendReceipt> end(host.send(message(), {.queue = QueueRef{BrokerName(u"b"_s), QueueId(0)}}));
        return eventually([&] { return end.answer && asked(Beaten) == 2 && asked(AskedToLive) == 1 && fake.isQuiet(); });
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
        const int each = code == Beaten ? 2 : 1; // brokers or name servers
        IntervalsFixture f(interval, time);
        QVERIFY(f.hasJoined());
        const QMap<int, qsizetype> before{{AskedToLive, f.asked(AskedToLive)}, {AskedForRoute, f.asked(AskedForRoute)}, {Beaten, f.asked(Beaten)}};
        for (int round = 1; round <= 3; ++round) {
            f.fake.clock.advance(time - milliseconds(1));
            QCOMPARE(f.asked(code), before[code] + (round - 1) * each);
            f.fake.clock.advance(milliseconds(1));
            QCOMPARE(f.asked(code), before[code] + round * each);
            QTRY_VERIFY(f.fake.isQuiet());
        }
        for (const int other : {AskedToLive, AskedForRoute, Beaten})
            QCOMPARE(f.asked(other), before[other] + (other == code ? 3 * each : 0));
    }

    void aRouteThatIsUsedIsAsOldAsTheOptionsAllowAtMost_data()
    {
        QTest::addColumn<milliseconds>("age");
        QTest::addColumn<int>("asks");
        QTest::newRow("younger") << milliseconds(59'999) << 0;
        QTest::newRow("just as old") << milliseconds(60'000) << 0;
        QTest::newRow("older") << milliseconds(60'001) << 1;
    }
    void aRouteThatIsUsedIsAsOldAsTheOptionsAllowAtMost()
    {
        QFETCH(const milliseconds, age);
        QFETCH(const int, asks);
        IntervalsFixture f(&ProducerOptions::updateTopicRouteInfoInterval, milliseconds(60'000));
        const TopicName other(u"other"_s); // the producer does not send to it: nothing but its use asks for its route
        f.fake.topics << other.text();
        QVERIFY(f.hasJoined());
        QVERIFY(awaited(f.fake.cluster.routes().find(other, {})).has_value());
        QVERIFY(f.fake.passUntil(milliseconds(1000), [&] { return f.fake.clock.now() >= std::chrono::seconds(59) && f.fake.isQuiet(); }));
        f.fake.clock.advance(age - std::chrono::seconds(59));
        const auto before = f.asked(AskedForRoute);
        QVERIFY(f.fake.cluster.routes().cached(other));
        QCOMPARE(f.asked(AskedForRoute), before + asks);
    }
};

ROCKETDESK_TEST(IntervalsTest)

#include "tst_intervals.moc"
