// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandbox.h"
#include "client/cluster/memberrequests.h"
#include "client/commands/connections.h"
#include "client/protocol/messagelist.h"
#include "tests/support/rawserver.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>

using namespace rocketdesk;
using tests::RawServer;

namespace {

const TopicName Topic(QStringLiteral("t"));
const ConsumerGroup Group(QStringLiteral("g"));

struct Producing final : ProducerMember {
    void checkTransaction(const commands::CheckTransactionState &, const protocol::StoredMessage &message, const Endpoint &) override { checked << message.messageId(); }
    QStringList checked;
};

struct Consuming final : ConsumerMember {
    commands::ConsumerData heartbeat() const override { return {.groupName = group, .subscriptionDataSet = {*protocol::makeSubscription(Topic, QStringLiteral("*"))}}; }
    void idsChanged() override { ++changes; }
    void resetOffsets(const TopicName &, const commands::ResetOffsetBody &body) override { resets << body.offsetTable.table; }
    commands::ConsumerStatus status(const TopicName &topic) override
    {
        commands::ConsumerStatus status;
        status.messageQueueTable.insert({topic, BrokerName(QStringLiteral("a")), QueueId(1)}, QueueOffset(7));
        return status;
    }
    commands::ConsumerRunningInfo runningInfo() override { return {.properties = {{QStringLiteral("PROP_CONSUME_TYPE"), QStringLiteral("CONSUME_PASSIVELY")}}}; }
    Pending<commands::DirectConsumption> consumeDirectly(protocol::StoredMessage message) override
    {
        direct << message.body.view().toByteArray();
        return answers.emplace_back().pending();
    }
    ConsumerGroup group = Group;
    int changes = 0;
    QList<QMap<commands::MessageQueue, QueueOffset>> resets;
    QList<QByteArray> direct;
    std::vector<Promise<commands::DirectConsumption>> answers;
};

/// A frame of either direction as the test sees it.
struct Seen {
    int code = 0;
    int opaque = 0;
    QJsonObject fields;
    QString remark;
    QByteArray body;
};

/// A broker that is its own name server: knows the topic, answers everything, and asks what the test wants.
struct Broker {
    Broker() : server([this](QTcpSocket &socket, QByteArray &received) { serve(socket, received); }) {}

    void serve(QTcpSocket &socket, QByteArray &received)
    {
        for (QByteArray bytes = RawServer::takeFrame(received); !bytes.isEmpty(); bytes = RawServer::takeFrame(received)) {
            const auto frame = protocol::parseFrame(bytes);
            if (!frame)
                qFatal("no frame");
            const int length = (static_cast<quint8>(bytes[1]) << 16) | (static_cast<quint8>(bytes[2]) << 8) | static_cast<quint8>(bytes[3]);
            const Seen seen{frame->code, frame->opaque, QJsonDocument::fromJson(bytes.mid(4, length)).object()[QStringLiteral("extFields")].toObject(),
                frame->remark.toString(), frame->body.toByteArray()};
            if (frame->isResponse()) {
                responses << seen;
                continue;
            }
            requests << seen;
            if (frame->code != 105)
                peer = &socket;
            socket.write(RawServer::answer(frame->opaque, frame->code == 34 && refusesHeartbeats ? 1 : 0, frame->code == 105 ? route() : QByteArray()));
        }
    }
    QByteArray route() const
    {
        return QByteArray(R"({"brokerDatas":[{"brokerAddrs":{"0":"$A"},"brokerName":"a","cluster":"C"}],"queueDatas":[{"brokerName":"a","perm":6,"readQueueNums":2,"writeQueueNums":2,"topicSysFlag":0}],"filterServerTable":{}})")
            .replace("$A", server.endpoint().toString().toUtf8());
    }
    template <typename C>
    void ask(const C &command, int opaque, int flag = 0)
    {
        QByteArray out;
        QVERIFY(protocol::encodeRequest(out, {.opaque = opaque, .flag = flag}, command).has_value());
        peer->write(out);
    }
    [[nodiscard]] int count(int code) const
    {
        return static_cast<int>(std::count_if(requests.cbegin(), requests.cend(), [=](const Seen &seen) { return seen.code == code; }));
    }
    [[nodiscard]] const Seen *last(int code) const
    {
        const auto found = std::find_if(requests.crbegin(), requests.crend(), [=](const Seen &seen) { return seen.code == code; });
        return found == requests.crend() ? nullptr : &*found;
    }

    QList<Seen> requests;
    QList<Seen> responses;
    QPointer<QTcpSocket> peer;
    bool refusesHeartbeats = false;
    RawServer server;
};

struct Members {
    explicit Members(const Endpoint &nameServer, Remoting::Options options = {}) : remoting(std::move(options), clock), cluster(remoting, {.nameServers = {nameServer}})
    {
        remoting.log().countRunningIn(&running);
    }

    std::atomic<int> running = 0; ///< calls without an answer
    ManualClock clock;
    Remoting remoting;
    Cluster cluster;
    Presence presence{cluster};
    Membership membership{cluster, presence};
    MemberRequests requests{remoting, membership};
};

struct MembershipFixture {
    Broker broker;
    Members client{broker.server.endpoint()};
    Producing producing;
    Consuming consuming;

    /// A second passes whenever no call is out, until so many heartbeats were answered.
    [[nodiscard]] bool passUntilBeats(int beats)
    {
        return tests::eventually([&] {
            const bool over = client.membership.heartbeats().answered >= quint64(beats) && client.running == 0;
            if (!over && client.running == 0)
                client.clock.advance(milliseconds(1000));
            return over;
        });
    }
    /// So many keep-alives are over: the time may pass without passing their limits.
    [[nodiscard]] bool keptAlive(int times)
    {
        return tests::eventually([&] { return broker.count(219) == times && client.running == 0; });
    }
};

Endpoint nobodysEndpoint()
{
    const RawServer gone([](QTcpSocket &, QByteArray &) {});
    return gone.endpoint();
}

commands::ConsumeMessageDirectly consumeDirectly(const QByteArray &body)
{
    commands::ConsumeMessageDirectly order{.consumerGroup = Group};
    (void)protocol::appendStored(order.body, {.topic = Topic, .body = protocol::Bytes(body)});
    return order;
}

commands::CheckTransactionState checkOf(const QString &group, const QString &id)
{
    protocol::Properties properties;
    properties.set(protocol::property::ProducerGroup, group);
    properties.set(protocol::property::UniqueKey, id);
    commands::CheckTransactionState check;
    (void)protocol::appendStored(check.body, {.topic = Topic, .body = protocol::Bytes(QByteArray("x")), .properties = protocol::Bytes(*properties.toBlock())});
    return check;
}

} // namespace

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

    void aConnectionThatComesBackHearsAgainAtOnce()
    {
        MembershipFixture f;
        const auto registration = f.client.membership.join(Group, f.consuming);
        f.client.membership.uses(Topic);
        QTRY_COMPARE(f.client.membership.heartbeats().answered, quint64(1));
        f.broker.server.closeAll();
        QTRY_COMPARE(f.client.remoting.openConnections(), 0);
        auto asking = f.client.remoting.ask(f.broker.server.endpoint(), commands::GetConsumerListByGroup{Group}, f.client.clock.in(milliseconds(3000)), Origin::Unknown);
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

    void requestsGoToTheirMember()
    {
        MembershipFixture f;
        const auto registration = f.client.membership.join(Group, f.consuming);
        f.client.membership.uses(Topic);
        QTRY_VERIFY(f.broker.peer);
        f.broker.ask(commands::NotifyConsumerIdsChanged{Group}, 1, protocol::onewayFlag);
        QTRY_COMPARE(f.consuming.changes, 1);
        commands::ResetConsumerClientOffset reset;
        reset.topic = Topic;
        reset.group = Group;
        reset.body.offsetTable.table.insert({Topic, BrokerName(QStringLiteral("a")), QueueId(0)}, QueueOffset(5));
        f.broker.ask(reset, 2, protocol::onewayFlag);
        QTRY_COMPARE(f.consuming.resets, (QList{reset.body.offsetTable.table}));
        f.broker.ask(commands::GetConsumerStatusFromClient{Topic, Group}, 3);
        QTRY_COMPARE(f.broker.responses.size(), 1);
        QVERIFY(f.broker.responses.last().body.contains("\"queueId\":1"));
        f.broker.ask(commands::GetConsumerRunningInfo{Group, f.client.membership.clientId()}, 4);
        QTRY_COMPARE(f.broker.responses.size(), 2);
        QVERIFY(f.broker.responses.last().body.contains("CONSUME_PASSIVELY"));
        QCOMPARE(f.broker.responses.last().opaque, 4);
    }

    void aDirectConsumptionIsAnsweredWhenTheMemberIsDone()
    {
        MembershipFixture f;
        const auto registration = f.client.membership.join(Group, f.consuming);
        f.client.membership.uses(Topic);
        QTRY_VERIFY(f.broker.peer);
        f.broker.ask(consumeDirectly("hello"), 9);
        QTRY_COMPARE(f.consuming.direct, QList<QByteArray>{"hello"});
        QCOMPARE(f.broker.responses.size(), 0);
        f.consuming.answers[0].finish(commands::DirectConsumption{.consumeResult = commands::ConsumeResult::Later, .spentTimeMills = 3});
        QTRY_COMPARE(f.broker.responses.size(), 1);
        QCOMPARE(f.broker.responses[0].opaque, 9);
        QVERIFY(f.broker.responses[0].body.contains("\"consumeResult\":\"CR_LATER\""));
    }

    void T_43_eachTransactionProducerIsAskedForItsOwnGroup()
    {
        MembershipFixture f;
        Producing other;
        Producing plain;
        const auto first = f.client.membership.join(ProducerGroup(QStringLiteral("plain")), plain);
        const auto second = f.client.membership.join(ProducerGroup(QStringLiteral("one")), f.producing);
        const auto third = f.client.membership.join(ProducerGroup(QStringLiteral("two")), other);
        f.client.membership.uses(Topic);
        QTRY_VERIFY(f.broker.peer);
        f.broker.ask(checkOf(QStringLiteral("two"), QStringLiteral("m2")), 1, protocol::onewayFlag);
        f.broker.ask(checkOf(QStringLiteral("one"), QStringLiteral("m1")), 2, protocol::onewayFlag);
        f.broker.ask(checkOf(QStringLiteral("gone"), QStringLiteral("m3")), 3, protocol::onewayFlag);
        QTRY_COMPARE(f.client.requests.astray(), quint64(1));
        QCOMPARE(f.producing.checked, QStringList{QStringLiteral("m1")});
        QCOMPARE(other.checked, QStringList{QStringLiteral("m2")});
        QCOMPARE(plain.checked, QStringList());
    }

    void T_77_tenThousandRequestsAtOnceStayBounded()
    {
        MembershipFixture f;
        const auto registration = f.client.membership.join(Group, f.consuming);
        f.client.membership.uses(Topic);
        QTRY_VERIFY(f.broker.peer);
        QByteArray burst;
        const auto order = consumeDirectly("x");
        for (int i = 0; i < 10'000; ++i)
            QVERIFY(protocol::encodeRequest(burst, {.opaque = i}, order).has_value());
        f.broker.peer->write(burst);
        QTRY_COMPARE(f.broker.responses.size(), 10'000 - MemberRequests::MostDirect);
        QCOMPARE(f.consuming.direct.size(), qsizetype(MemberRequests::MostDirect));
        for (auto &answer : f.consuming.answers)
            answer.finish(commands::DirectConsumption());
        QTRY_COMPARE(f.broker.responses.size(), 10'000);
        const auto busy = std::count_if(f.broker.responses.cbegin(), f.broker.responses.cend(), [](const Seen &seen) { return seen.code == 2; });
        QCOMPARE(busy, 10'000 - MemberRequests::MostDirect);
    }

    void T_77_aHandlerMayCall()
    {
        struct Calling final : ConsumerMember {
            explicit Calling(Members &client) : members(client) {}
            commands::ConsumerData heartbeat() const override { return {.groupName = Group}; }
            void idsChanged() override
            {
                whenDone(members.cluster.ask(commands::GetConsumerListByGroup{Group}, Target::of(BrokerName(QStringLiteral("a"))), {}), &context, [this](const auto &reply) { answered = true; (void)reply; });
            }
            void resetOffsets(const TopicName &, const commands::ResetOffsetBody &) override {}
            commands::ConsumerStatus status(const TopicName &) override { return {}; }
            commands::ConsumerRunningInfo runningInfo() override { return {}; }
            Pending<commands::DirectConsumption> consumeDirectly(protocol::StoredMessage) override { return ready<commands::DirectConsumption>({}); }
            Members &members;
            QObject context;
            bool answered = false;
        };
        MembershipFixture f;
        Calling calling(f.client);
        const auto registration = f.client.membership.join(Group, calling);
        f.client.membership.uses(Topic);
        QTRY_VERIFY(f.broker.peer);
        f.broker.ask(commands::NotifyConsumerIdsChanged{Group}, 1, protocol::onewayFlag);
        QTRY_VERIFY(calling.answered);
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
