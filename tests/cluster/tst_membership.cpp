// SPDX-License-Identifier: Apache-2.0
#include "tests/cluster/membershipfixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests::members;

class MembershipTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSentBeforeSomethingIsRegistered()
    {
        MembershipFixture f;
        f.client.membership.uses(Topic);
        QTRY_VERIFY(f.client.cluster.routes().cached(Topic));
        f.client.membership.changed();
        f.client.clock.advance(std::chrono::minutes(2));
        QCOMPARE(f.broker.count(34), 0);
    }

    void heartbeatsAtOnceThenEveryThirtySecondsUntilItLeaves()
    {
        MembershipFixture f;
        auto registration = f.client.membership.join(Group, f.consuming);
        QVERIFY(registration.has_value());
        f.client.membership.uses(Topic);
        QTRY_COMPARE(f.broker.count(34), 1);
        QTRY_COMPARE(f.client.membership.heartbeats().answered, quint64(1));
        for (int beats = 2; beats < 5; ++beats) {
            f.client.clock.advance(Membership::HeartbeatEvery - milliseconds(1));
            f.client.clock.advance(milliseconds(1));
            QTRY_COMPARE(f.broker.count(34), beats);
            QTRY_COMPARE(f.client.membership.heartbeats().answered, quint64(beats));
            QTRY_VERIFY(f.client.running == 0); // routes and keep-alives too
        }
        const auto body = QJsonDocument::fromJson(f.broker.last(34)->body).object();
        QCOMPARE(body[QStringLiteral("clientID")].toString(), f.client.membership.clientId().text());
        QCOMPARE(body[QStringLiteral("consumerDataSet")][0][QStringLiteral("groupName")].toString(), Group.text());
        *registration = Registration();
        QTRY_COMPARE(f.broker.count(35), 1);
        QCOMPARE(f.broker.last(35)->fields[QStringLiteral("consumerGroup")].toString(), Group.text());
        QCOMPARE(f.broker.last(35)->fields[QStringLiteral("clientID")].toString(), f.client.membership.clientId().text());
        QTRY_VERIFY((f.client.clock.advance(std::chrono::minutes(2)), f.client.cluster.remoting().openConnections() == 0)); // nothing keeps it
        QCOMPARE(f.broker.count(34), 4);
    }

    void theShortestTimeThatAMemberWantsCounts_data()
    {
        QTest::addColumn<QList<int>>("producers"); // seconds between heartbeats that they want
        QTest::addColumn<bool>("consumer");
        QTest::addColumn<int>("every");
        QTest::newRow("one that wants a longer one") << QList<int>{60} << false << 60;
        QTest::newRow("the second is shorter") << QList<int>{60, 7} << false << 7;
        QTest::newRow("the first is shorter") << QList<int>{7, 60} << false << 7;
        QTest::newRow("consumers want the usual one") << QList<int>{60} << true << 30;
        QTest::newRow("a consumer alone") << QList<int>() << true << 30;
    }
    void theShortestTimeThatAMemberWantsCounts()
    {
        QFETCH(QList<int>, producers);
        QFETCH(bool, consumer);
        QFETCH(int, every);
        MembershipFixture f;
        std::vector<Registration> registrations;
        for (const int wanted : producers)
            registrations.push_back(*f.client.membership.join(ProducerGroup(QString::number(wanted)), f.producing, {.heartbeats = std::chrono::seconds(wanted)}));
        if (consumer)
            registrations.push_back(*f.client.membership.join(Group, f.consuming));
        f.client.membership.uses(Topic);
        QTRY_COMPARE(f.client.membership.heartbeats().answered, quint64(1));
        for (int beats = 2; beats < 4; ++beats) {
            const auto last = f.client.clock.now();
            QVERIFY(f.passUntilBeats(beats));
            QCOMPARE(f.client.clock.now() - last, std::chrono::nanoseconds(std::chrono::seconds(every)));
        }
    }

    void aTimeThatNobodyWantsAnyMoreIsForgotten()
    {
        MembershipFixture f;
        const auto staying = f.client.membership.join(Group, f.consuming);
        auto leaving = f.client.membership.join(ProducerGroup(QStringLiteral("p")), f.producing, {.heartbeats = std::chrono::seconds(7)});
        f.client.membership.uses(Topic);
        QTRY_COMPARE(f.client.membership.heartbeats().answered, quint64(1));
        QVERIFY(f.passUntilBeats(2));
        *leaving = Registration();
        QTRY_COMPARE(f.broker.count(35), 1);
        const auto left = f.client.clock.now();
        QVERIFY(f.passUntilBeats(3));
        QCOMPARE(f.client.clock.now() - left, std::chrono::nanoseconds(Membership::HeartbeatEvery));
    }

    void membersThatComeAndGoPutNothingOff()
    {
        MembershipFixture f;
        const auto staying = f.client.membership.join(Group, f.consuming);
        f.client.membership.uses(Topic);
        const Rhythm often{.nameServers = std::chrono::seconds(8), .routes = std::chrono::seconds(8), .heartbeats = std::chrono::seconds(8)};
        Registration passing;
        for (int second = 0; second < 48; ++second) {
            if (second % 10 == 5)
                passing = *f.client.membership.join(ProducerGroup(QStringLiteral("p")), f.producing, often);
            else if (second % 10 == 0)
                passing = Registration();
            QCoreApplication::processEvents(); // a new pace is taken up
            QTRY_VERIFY(f.client.running == 0);
            f.client.clock.advance(milliseconds(1000));
        }
        QTRY_VERIFY(f.client.running == 0);
        // At the beginning, then 8 s later while the one is there, or as soon as it is: after 8, 16, 25, 35 and 45 s.
        QCOMPARE(f.broker.count(105), 6);
        QCOMPARE(f.broker.count(219), 6);
    }

    void failedHeartbeatsAreCounted()
    {
        MembershipFixture f;
        f.broker.refusesHeartbeats = true;
        const auto registration = f.client.membership.join(Group, f.consuming);
        f.client.membership.uses(Topic);
        QTRY_COMPARE(f.client.membership.heartbeats().failed, quint64(1));
        QCOMPARE(f.client.membership.heartbeats().answered, quint64(0));
    }

    void aGroupIsJoinedOnceOnly()
    {
        MembershipFixture f;
        Consuming other;
        auto first = f.client.membership.join(Group, f.consuming);
        const auto second = f.client.membership.join(Group, other);
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::InvalidArgument);
        QCOMPARE(f.client.membership.consumer(Group), &f.consuming);
        *first = Registration();
        QVERIFY(f.client.membership.join(Group, other).has_value());
    }

    void theFarewellComesAfterTheHeartbeats()
    {
        MembershipFixture f;
        f.broker.holdsHeartbeats = true;
        auto registration = f.client.membership.join(Group, f.consuming);
        f.client.membership.uses(Topic);
        QTRY_COMPARE(f.broker.count(34), 1);
        *registration = Registration();
        const auto asking = f.askBehind();
        QTRY_COMPARE(f.broker.count(38), 1);
        QCOMPARE(f.broker.count(35), 0); // a broker that took the heartbeat after it would have the member back
        f.broker.answerHeartbeats();
        QTRY_COMPARE(f.broker.count(35), 1);
    }

    void whoComesBackIsNotUndoneByTheFarewell()
    {
        MembershipFixture f;
        f.broker.holdsHeartbeats = true;
        auto first = f.client.membership.join(Group, f.consuming);
        f.client.membership.uses(Topic);
        QTRY_COMPARE(f.broker.count(34), 1);
        *first = Registration();
        const auto second = f.client.membership.join(Group, f.consuming);
        f.client.membership.uses(Topic);
        QTRY_COMPARE(f.broker.count(34), 2);
        f.broker.answerHeartbeats();
        QTRY_COMPARE(f.client.membership.heartbeats().answered, quint64(2));
        const auto asking = f.askBehind();
        QTRY_COMPARE(f.broker.count(38), 1);
        QCOMPARE(f.broker.count(35), 0);
    }

    void aConnectionThatComesBackHearsAgainAtOnce()
    {
        MembershipFixture f;
        const auto registration = f.client.membership.join(Group, f.consuming);
        f.client.membership.uses(Topic);
        QTRY_COMPARE(f.client.membership.heartbeats().answered, quint64(1));
        f.broker.server.closeAll();
        QTRY_COMPARE(f.client.remoting.openConnections(), 0);
        const auto asking = f.askBehind();
        QTRY_COMPARE(f.broker.count(34), 2);
    }

    void aBrokerThatRefusedTheConnectionHearsAtOnceWhenItIsBack()
    {
        Broker broker;
        bool down = false;
        const auto mapping = [&](const Endpoint &at) { return down ? nobodysEndpoint() : at; };
        Members client(broker.server.endpoint(), {.mapping = mapping});
        Consuming consuming;
        const auto registration = client.membership.join(Group, consuming);
        client.membership.uses(Topic);
        QTRY_COMPARE(client.membership.heartbeats().answered, quint64(1));
        down = true;
        broker.server.closeAll();
        QTRY_COMPARE(client.remoting.openConnections(), 0);
        client.clock.advance(Membership::HeartbeatEvery);
        QTRY_COMPARE(client.membership.heartbeats().failed, quint64(1));
        down = false;
        const auto asking = client.remoting.ask(broker.server.endpoint(), commands::GetConsumerListByGroup{Group}, client.clock.in(milliseconds(3000)), Origin::Unknown);
        QTRY_COMPARE(client.membership.heartbeats().answered, quint64(2));
    }

    void producersAreToldToMastersAndConsumersToReplicasToo()
    {
        sandbox::SandboxOptions options;
        options.demoData = false;
        options.rate = 0;
        options.brokers = 2;
        ManualClock clock;
        sandbox::Sandbox cluster(options, clock);
        QVERIFY(cluster.start().has_value());
        Members client(cluster.nameServer());
        Producing producing;
        Consuming consuming;
        const auto producer = client.membership.join(ProducerGroup(QStringLiteral("p")), producing);
        const auto consumer = client.membership.join(Group, consuming);
        client.membership.uses(TopicName(QStringLiteral("TBW102")));
        QTRY_COMPARE(client.membership.heartbeats().answered, quint64(2));
        for (const QString &name : {QStringLiteral("broker-a"), QStringLiteral("broker-b")}) {
            std::optional<Result<commands::GetConsumerListByGroup::Reply>> ids;
            whenDone(client.cluster.ask(commands::GetConsumerListByGroup{Group}, Target::of(BrokerName(name)), {}), this, [&](auto reply) { ids = std::move(reply); });
            QTRY_VERIFY(ids);
            QVERIFY(ids->has_value());
            QCOMPARE((*ids)->body.consumerIdList, QList<ClientId>{client.membership.clientId()});
        }
    }

    void twoClientsHaveDifferentIds()
    {
        MembershipFixture f;
        Members other(f.broker.server.endpoint());
        QVERIFY(f.client.membership.clientId() != other.membership.clientId());
    }

    void aMemberKeepsTheConnectionWanted()
    {
        MembershipFixture f;
        auto registration = f.client.membership.join(Group, f.consuming);
        QTRY_COMPARE(f.client.presence.state().kind, ClientState::Kind::Online);
        for (int times = 1; times <= 8; ++times) {
            QVERIFY(f.keptAlive(times));
            f.client.clock.advance(Presence::KeepAliveEvery);
        }
        QVERIFY(f.keptAlive(9));
        QCOMPARE(f.client.presence.state().kind, ClientState::Kind::Online);
        *registration = Registration();
        QTRY_VERIFY((f.client.clock.advance(std::chrono::minutes(3)), f.client.presence.state().kind == ClientState::Kind::Idle));
    }

    void theConnectionIsKeptUntilTheLastNeedEnds()
    {
        MembershipFixture f;
        Presence::Need tab = f.client.presence.need();
        Presence::Need watch = f.client.presence.need();
        QTRY_COMPARE(f.client.presence.state().kind, ClientState::Kind::Online);
        tab.reset();
        for (int times = 1; times <= 8; ++times) {
            QVERIFY(f.keptAlive(times));
            f.client.clock.advance(Presence::KeepAliveEvery);
        }
        QVERIFY(f.keptAlive(9));
        watch.reset();
        QTRY_VERIFY((f.client.clock.advance(std::chrono::minutes(3)), f.client.presence.state().kind == ClientState::Kind::Idle));
    }

    void aReadOnlyProfileTellsNobodyOfAConsumer()
    {
        Broker broker;
        Members client(broker.server.endpoint(), {.readOnly = true});
        Consuming consuming;
        const auto registration = client.membership.join(Group, consuming);
        client.membership.uses(Topic);
        QTRY_COMPARE(client.membership.heartbeats().failed, quint64(1));
        QCOMPARE(broker.count(34), 0);
    }
};

ROCKETDESK_TEST(MembershipTest)

#include "tst_membership.moc"
