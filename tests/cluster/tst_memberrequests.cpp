// SPDX-License-Identifier: Apache-2.0
#include "tests/cluster/membershipfixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests::members;

/// What brokers ask of this client goes to the member that it concerns.
class MemberRequestsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

ROCKETDESK_TEST(MemberRequestsTest)

#include "tst_memberrequests.moc"
