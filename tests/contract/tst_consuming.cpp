// SPDX-License-Identifier: Apache-2.0
#include "client/groups.h"
#include "tests/contract/grouptest.h"
#include "tests/contract/memberprocess.h"
#include "tests/support/testregistry.h"

#include <QDateTime>

using namespace rocketdesk;
using namespace rocketdesk::tests;

/// Groups of our consumers: who gets what, and where they go on.
class ConsumingTest final : public GroupTest
{
    Q_OBJECT

private Q_SLOTS:
    void L01_everyMessageComesOnce_data() { addTargetRows(); }
    void L01_everyMessageComesOnce()
    {
        send(0, 40);
        Consuming member(m_nameServer, group());
        QCOMPARE(member.start(m_topic), QString());
        QTRY_COMPARE(member.bodies(), numbered(0, 40));
        send(40, 10);
        QTRY_COMPARE(member.bodies(), numbered(0, 50));
        QCOMPARE(member.stop(), QString());
        QCOMPARE(member.bodies(), numbered(0, 50));
        QCOMPARE(member.troubles, QStringList());
    }

    void L02_L03_membersShareTheQueues_data() { addTargetRows(); }
    void L02_L03_membersShareTheQueues()
    {
        Consuming first(m_nameServer, group());
        QCOMPARE(first.start(m_topic), QString());
        QTRY_COMPARE(first.queues(), 4);
        Consuming second(m_nameServer, group());
        QCOMPARE(second.start(m_topic), QString());
        QTRY_VERIFY(first.queues() == 2 && second.queues() == 2);
        send(0, 20);
        QTRY_COMPARE(together({&first, &second}), numbered(0, 20));
        QCOMPARE(first.came.size(), std::size_t(10));
        Consuming third(m_nameServer, group());
        QCOMPARE(third.start(m_topic), QString());
        send(20, 20);
        QTRY_VERIFY(third.queues() >= 1 && first.queues() + second.queues() + third.queues() == 4);
        send(40, 20);
        QTRY_COMPARE(unique({&first, &second, &third}), numbered(0, 60));
        QVERIFY(!third.came.empty());
        QCOMPARE(third.stop(), QString());
        QCOMPARE(second.stop(), QString());
        QCOMPARE(first.stop(), QString());
    }

    void L04_whoIsLeftTakesTheQueuesOfWhoIsGone_data() { addTargetRows(); }
    void L04_whoIsLeftTakesTheQueuesOfWhoIsGone()
    {
        Consuming staying(m_nameServer, group());
        QCOMPARE(staying.start(m_topic), QString());
        QTRY_COMPARE(staying.queues(), 4);
        MemberProcess crashing(m_nameServer, m_topic, group());
        QTRY_COMPARE(staying.queues(), 2);
        crashing.kill();
        QTRY_COMPARE(staying.queues(), 4);
        send(0, 20);
        QTRY_COMPARE(unique({&staying}), numbered(0, 20));
        Consuming leaving(m_nameServer, group());
        QCOMPARE(leaving.start(m_topic), QString());
        QTRY_VERIFY(staying.queues() == 2 && leaving.queues() == 2);
        leaving.vanish(); // without having stored anything itself
        QTRY_COMPARE(staying.queues(), 4);
        send(20, 20);
        QTRY_COMPARE(unique({&staying, &leaving}), numbered(0, 40));
        QCOMPARE(staying.stop(), QString());
    }

    void L12_oneMemberReadsManyTopics_data() { addTargetRows(); }
    void L12_oneMemberReadsManyTopics()
    {
        const QString other = m_topic + u"-other"_qs;
        QVERIFY(m_target->createTopic(other, 2));
        Consuming member(m_nameServer, group());
        QVERIFY(member.consumer().subscribe(TopicName(other)));
        QCOMPARE(member.start(m_topic), QString());
        QTRY_COMPARE(member.queues(), 6);
        send(0, 4);
        QVERIFY(Caller::result(m_caller->client().send({.topic = TopicName(other), .body = "other"})).has_value());
        QTRY_COMPARE(member.bodies(), numbered(0, 4) + QStringList{u"other"_qs});
        QCOMPARE(member.stop(), QString());
    }

    void L12_groupsOfTheirOwnEachReadTheirTopic_data() { addTargetRows(); }
    void L12_groupsOfTheirOwnEachReadTheirTopic()
    {
        const QString other = m_topic + u"-other"_qs;
        QVERIFY(m_target->createTopic(other, 2));
        Consuming one(m_nameServer, group());
        Consuming two(m_nameServer, group() + u"-other"_qs);
        Consuming alsoTwo(m_nameServer, group() + u"-third"_qs);
        QCOMPARE(one.start(m_topic), QString());
        QCOMPARE(two.start(other), QString());
        QCOMPARE(alsoTwo.start(other), QString());
        send(0, 6);
        QVERIFY(Caller::result(m_caller->client().send({.topic = TopicName(other), .body = "other"})).has_value());
        QTRY_COMPARE(one.bodies(), numbered(0, 6));
        QTRY_COMPARE(two.bodies(), QStringList{u"other"_qs});
        QTRY_COMPARE(alsoTwo.bodies(), QStringList{u"other"_qs});
        for (Consuming *member : {&one, &two, &alsoTwo})
            QCOMPARE(member->stop(), QString());
    }

    void L17_aClientIsInAGroupOnce_data() { addTargetRows(); }
    void L17_aClientIsInAGroupOnce()
    {
        ConsumerOptions options = Consuming::optionsFor(group());
        const auto listener = MessageListener::concurrently([](const auto &, const auto &) { return ready<ConsumeOutcome>(ConsumeOutcome::success()); });
        const auto started = [&](Client &client, std::unique_ptr<PushConsumer> &kept) {
            kept = client.pushConsumer(options, listener);
            (void)kept->subscribe(TopicName(m_topic));
            return Caller::result(kept->start());
        };
        std::unique_ptr<PushConsumer> one, same, other, elsewhere;
        QVERIFY(started(m_caller->client(), one).has_value());
        const auto again = started(m_caller->client(), same);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::InvalidArgument);
        options.consumerGroup += u"-other"_qs;
        QVERIFY(started(m_caller->client(), other).has_value());
        Caller second(m_nameServer);
        options.consumerGroup = group();
        QVERIFY(started(second.client(), elsewhere).has_value());
        elsewhere.reset();
        for (const QString &bad : {QString(), u"DEFAULT_CONSUMER"_qs, u"with space"_qs, QString(256, u'g')}) {
            options.consumerGroup = bad;
            std::unique_ptr<PushConsumer> kept;
            const auto refused = started(second.client(), kept);
            QVERIFY2(!refused, qPrintable(bad));
            QCOMPARE(refused.error().kind, Error::Kind::InvalidArgument);
        }
    }

    void L23_whoComesNextGoesOnWhereTheLastStopped_data() { addTargetRows(); }
    void L23_whoComesNextGoesOnWhereTheLastStopped()
    {
        send(0, 8);
        {
            Consuming member(m_nameServer, group());
            QCOMPARE(member.start(m_topic), QString());
            QTRY_COMPARE(member.bodies(), numbered(0, 8));
            QCOMPARE(member.stop(), QString());
        }
        QCOMPARE(lag(), 0);
        send(8, 6);
        QTRY_COMPARE(lag(), 6);
        Consuming next(m_nameServer, group());
        QCOMPARE(next.start(m_topic), QString());
        QTRY_COMPARE(next.bodies(), numbered(8, 6));
        QCOMPARE(next.stop(), QString());
        QCOMPARE(lag(), 0);
    }

    void L23_theFirstOffsetsOfAGroupAreAllStored_data() { addTargetRows(); }
    void L23_theFirstOffsetsOfAGroupAreAllStored()
    {
        constexpr int queues = 16;
        const QString wide = m_topic + u"-wide"_qs;
        QVERIFY(m_target->createTopic(wide, queues));
        for (int queue = 0; queue < queues; ++queue)
            QVERIFY(Caller::result(m_caller->client().send({.topic = TopicName(wide), .body = "first"}, to(queue))).has_value());
        for (int round = 0; round < 8; ++round) { // a broker that gets them together loses some, but not each time
            const QString fresh = group() + QString::number(round);
            Consuming member(m_nameServer, fresh);
            QCOMPARE(member.start(wide), QString());
            QTRY_COMPARE(member.came.size(), std::size_t(queues));
            QCOMPARE(member.stop(), QString());
            QCOMPARE(lag(fresh, wide), 0);
        }
    }

    void L23_aRunningGroupIsResetToATime_data() { addTargetRows(); }
    void L23_aRunningGroupIsResetToATime()
    {
        send(0, 4);
        const qint64 time = QDateTime::currentMSecsSinceEpoch() + 1;
        QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > time + 2'000); // 4.9.7 takes the nearest message
        send(4, 4);
        Consuming member(m_nameServer, group());
        QCOMPARE(member.start(m_topic), QString());
        QTRY_COMPARE(member.bodies(), numbered(0, 8));
        QTRY_COMPARE(lag(), 0);
        const auto plan = Caller::result(m_caller->client().groups().planReset(
            {.group = ConsumerGroup(group()), .topic = TopicName(m_topic), .to = {.kind = ResetTarget::Kind::Time, .number = time}, .queues = {}}));
        QVERIFY2(plan.has_value(), qPrintable(plan ? QString() : wordsFor(plan.error()).line()));
        QCOMPARE(plan->clients, 1);
        const auto results = Caller::result(m_caller->client().groups().reset(*plan));
        QVERIFY(results.has_value());
        const int first = m_target->dialect() == Dialect::As5_5_0 ? 4 : 0;
        QTRY_COMPARE(member.bodies().size(), 16 - first);
        QStringList expected = numbered(0, 8) + numbered(first, 8 - first);
        expected.sort();
        QCOMPARE(member.bodies(), expected);
        QCOMPARE(member.stop(), QString());
    }

    void L23_aNewGroupBeginsWhereItIsTold_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("expected");
        for (const auto &target : tests::TargetCluster::all()) {
            const auto row = [&](const char *from, const QStringList &expected) { QTest::addRow("%s: %s", qPrintable(target.name()), from) << target.name() << QString::fromLatin1(from) << expected; };
            row("CONSUME_FROM_FIRST_OFFSET", numbered(0, 8));
            row("CONSUME_FROM_LAST_OFFSET", numbered(0, 8)); // brokers name the first offset of a topic that still has its first message
        }
    }
    void L23_aNewGroupBeginsWhereItIsTold()
    {
        QFETCH(const QString, from);
        QFETCH(const QStringList, expected);
        send(0, 4);
        auto options = Consuming::optionsFor(group());
        options.consumeFromWhere = from;
        Consuming member(m_nameServer, options);
        QCOMPARE(member.start(m_topic), QString());
        QTRY_COMPARE(member.queues(), 4);
        send(4, 4);
        QTRY_COMPARE(member.bodies(), expected);
        QCOMPARE(member.stop(), QString());
    }

private:
    /// -1 where it can't be read.
    [[nodiscard]] int lag() { return lag(group(), m_topic); }
    [[nodiscard]] int lag(const QString &group, const QString &topic)
    {
        const auto detail = Caller::result(m_caller->client().groups().read({.group = ConsumerGroup(group), .topic = TopicName(topic), .whole = false}));
        return detail ? static_cast<int>(detail->lag()) : -1;
    }
};

ROCKETDESK_TEST(ConsumingTest)

#include "tst_consuming.moc"
