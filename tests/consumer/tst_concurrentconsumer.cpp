// SPDX-License-Identifier: Apache-2.0
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

/// A clustering consumer with a concurrent listener, on the embedded cluster.
class ConcurrentConsumerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void L_01_everyMessageComesExactlyOnce()
    {
        ConsumeFixture f(2);
        f.createTopic(T, 4, {QStringLiteral("broker-a"), QStringLiteral("broker-b")});
        const auto member = f.member();
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 10); // and the retry topic's queue of each broker
        const QStringList sent = f.sendMany(50);
        QTRY_COMPARE(member->sorted(), sent);
        QVERIFY(member->started->has_value());
        QCOMPARE(member->contexts.front().messageCount, 1);
        QVERIFY(member->contexts.front().isFirstTime);
        QCOMPARE(member->messages.front().topic.text(), T);
    }

    void offsetsAreStoredWhileItRunsAndAtItsEnd()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto first = f.member();
        first->start();
        f.sendMany(5);
        QTRY_VERIFY(f.tick() && first->bodies.size() == 5);
        QTRY_VERIFY(f.tick() && f.stored(0) == 5); // by the period
        f.sendMany(3, std::nullopt, 5);
        QTRY_COMPARE(first->bodies.size(), 8);
        first->stop();
        QTRY_VERIFY(first->stopped);
        QVERIFY(first->stopped->has_value());
        QCOMPARE(f.stored(0), 8);
        const auto second = f.member();
        second->start();
        f.send(QStringLiteral("next"));
        QTRY_VERIFY(f.tick() && second->bodies.size() == 1);
        QCOMPARE(second->bodies, QStringList{QStringLiteral("next")});
    }

    void offsetsAreStoredAtTheIntervalOfTheOptions()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->options.persistInterval = 7'000;
        member->start();
        QTRY_VERIFY(member->started);
        f.send(QStringLiteral("one"));
        QTRY_COMPARE(member->bodies.size(), 1);
        QCOMPARE(f.clock.now(), std::chrono::nanoseconds(0)); // since the start
        f.clock.advance(milliseconds(6'999));
        QVERIFY(!member->link.asked(commands::UpdateConsumerOffset::request.code));
        f.clock.advance(milliseconds(1));
        QTRY_VERIFY(member->link.asked(commands::UpdateConsumerOffset::request.code));
        QTRY_COMPARE(f.stored(0), 1);
    }

    void offsetsAreStoredWhenMembersComeAndGo()
    {
        ConsumeFixture f;
        f.createTopic(T, 4);
        const auto first = f.member();
        first->options.persistInterval = 3'600'000;
        first->start();
        QTRY_VERIFY(f.tick() && first->queues == 5);
        f.sendMany(8);
        QTRY_COMPARE(first->bodies.size(), 8);
        QCOMPARE(f.stored(0), -1);
        f.box.faults().add({.code = commands::GetConsumerListByGroup::request.code}, {.kind = sandbox::Fault::Kind::Delay, .delay = milliseconds(100)}); // whoever shares waits for the tick
        const auto second = f.member();
        second->start();
        for (int queue = 0; queue < 4; ++queue) // time stands still: nobody has given up anything yet
            QTRY_COMPARE(f.stored(queue), 2);
        QTRY_VERIFY(f.tick() && second->queues > 0);
        QVERIFY(second->bodies.isEmpty());
    }

    void theCallLogNamesAConsumerAsTheOneWhoAsked()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->start();
        f.send(QStringLiteral("m"));
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        QList<int> codes;
        for (const CallRecord &call : member->link.remoting.log().since(0, CallLog::Capacity)) {
            QVERIFY(call.origin != Origin::Watch);
            if (call.origin == Origin::Consumer)
                codes << call.code;
        }
        QVERIFY(codes.contains(11)); // its pulls
        QVERIFY(codes.contains(38)); // and who else is in the group
    }

    void aConsumerThatLeavesIsNotListedAnyMore()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->start();
        QTRY_VERIFY(member->started);
        QVERIFY(f.ask(commands::GetConsumerListByGroup{ConsumerGroup(QStringLiteral("g"))}).has_value());
        member->stop();
        QTRY_VERIFY(member->stopped);
        QVERIFY(!f.ask(commands::GetConsumerListByGroup{ConsumerGroup(QStringLiteral("g"))}).has_value());
    }

    void L_03_membersShareTheQueuesAndNothingIsLostWhenTheyMove()
    {
        ConsumeFixture f;
        f.createTopic(T, 6);
        std::vector<std::unique_ptr<Member>> members;
        QStringList sent;
        for (int i = 0; i < 3; ++i) {
            members.push_back(f.member());
            members.back()->start();
            sent += f.sendMany(12, std::nullopt, i * 12);
            // Six queues of the topic and one for retries among all.
            QTRY_VERIFY(f.tick() && std::all_of(members.cbegin(), members.cend(), [&](const auto &m) { return m->queues >= 6 / (i + 1) && m->queues <= 6 / (i + 1) + 1; }));
        }
        sent += f.sendMany(12, std::nullopt, 36);
        const auto all = [&] { // some may come twice: the next owner begins where the last one had stored
            QStringList bodies;
            for (const auto &member : members)
                bodies += member->bodies;
            bodies.sort();
            bodies.removeDuplicates();
            return bodies;
        };
        QTRY_VERIFY(f.tick() && all() == sent);
    }

    void noMoreCallsAreUnfinishedThanAllowed()
    {
        ConsumeFixture f;
        f.createTopic(T, 4);
        f.sendMany(40);
        const auto member = f.member();
        member->options.consumeThreadMin = 3;
        member->options.consumeThreadMax = 3;
        member->answerAfter(milliseconds(100));
        member->start();
        QTRY_VERIFY(f.tick() && member->bodies.size() == 40);
        QCOMPARE(member->most, 3);
    }

    void aListenerThatBecomesSlowHasNoMoreCallsThanItMayLeaveUnanswered()
    {
        ConsumeFixture f;
        f.createTopic(T, 4);
        f.sendMany(300);
        const auto member = f.member();
        member->options.consumeThreadMin = 3;
        member->options.consumeThreadMax = 3;
        member->ahead = 10;
        member->answerAfter(milliseconds(100));
        member->start();
        QTRY_VERIFY(f.tick() && member->most == 13);
        member->ahead = 0;
        QTRY_VERIFY(f.tick() && member->running <= 3);
        QVERIFY(member->bodies.size() < 300);
        member->most = 0;
        QTRY_VERIFY(f.tick() && member->bodies.size() == 300);
        QCOMPARE(member->most, 3);
    }

    void tagsAreCheckedHereToo()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->start({{T, QStringLiteral("Aa || C")}});
        QTRY_VERIFY(f.tick() && member->queues == 2);
        f.send(QStringLiteral("same hash"), {}, QStringLiteral("BB")); // Java's hash of "BB" is that of "Aa"
        f.send(QStringLiteral("other"), {}, QStringLiteral("D"));
        f.send(QStringLiteral("wanted"), {}, QStringLiteral("Aa"));
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        QCOMPARE(member->bodies, QStringList{QStringLiteral("wanted")});
        f.send(QStringLiteral("other"), {}, QStringLiteral("D"));
        QTRY_VERIFY(f.tick() && f.stored(0) == 4); // what was filtered out is behind it
    }

    void aFilterThatABrokerRefusesIsAnErrorAtTheStart()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.box.faults().add({.code = 46}, {.kind = sandbox::Fault::Kind::Refusal, .code = 23, .remark = QStringLiteral("broken")});
        const auto member = f.member();
        member->sql = true;
        member->start({{T, QStringLiteral("a = 'b'")}});
        QTRY_VERIFY(member->started);
        QVERIFY(!member->started->has_value());
        QCOMPARE(member->started->error().remark, QStringLiteral("broken"));
        QVERIFY(!f.ask(commands::GetConsumerListByGroup{ConsumerGroup(QStringLiteral("g"))}).has_value());
    }

    void aFilterThatIsRefusedWhileItRunsIsNotUsed()
    {
        ConsumeFixture f;
        const QString U = QStringLiteral("u");
        const QString V = QStringLiteral("v");
        for (const QString &topic : {T, U, V})
            f.createTopic(topic, 1);
        const auto member = f.member();
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 2);
        f.box.faults().add({.code = 46}, {.kind = sandbox::Fault::Kind::Refusal, .code = 23, .remark = QStringLiteral("broken")});
        Subscriptions next(ConsumerGroup(QStringLiteral("g")));
        QVERIFY(next.bySql(TopicName(T), QStringLiteral("a = 'b'"), 2) && next.bySql(TopicName(U), QStringLiteral("a = 'b'"), 2) && next.byTags(TopicName(V), {}, 2));
        member->news.clear();
        member->consumer->setSubscriptions(next);
        QTRY_VERIFY(f.tick() && member->queues == 3); // v is read, u is not
        QList<consumernews::Trouble> troubles;
        for (const ConsumerNews &news : std::as_const(member->news)) {
            if (const auto *trouble = std::get_if<consumernews::Trouble>(&news))
                troubles << *trouble;
        }
        QCOMPARE(troubles.size(), 2);
        QCOMPARE(troubles.front().broker.text(), QStringLiteral("broker-a"));
        QCOMPARE(troubles.front().error.remark, QStringLiteral("broken"));
        for (const QString &topic : {T, U, V})
            f.send(topic, {}, {}, topic);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 2);
        QCOMPARE(member->sorted(), (QStringList{T, V})); // t as it was before
        f.box.faults().clear();
        member->consumer->setSubscriptions(next);
        QTRY_VERIFY(f.tick() && member->queues == 4);
    }

    void topicsThatChangeWhileItStartsAreCheckedToo()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.box.faults().add({.code = 46}, {.kind = sandbox::Fault::Kind::Refusal, .code = 23, .remark = QStringLiteral("broken")});
        f.box.faults().add({.code = 46, .times = 1}, {.kind = sandbox::Fault::Kind::Delay, .delay = milliseconds(500)});
        const auto member = f.member();
        member->sql = true;
        member->start({{T, QStringLiteral("a = 'b'")}});
        QTRY_VERIFY(member->link.asked(46));
        Subscriptions next(ConsumerGroup(QStringLiteral("g")));
        QVERIFY(next.bySql(TopicName(T), QStringLiteral("c = 'd'"), 2).has_value());
        member->consumer->setSubscriptions(next);
        QTRY_VERIFY(f.tick() && member->started);
        QVERIFY(!member->started->has_value());
        QCOMPARE(member->started->error().remark, QStringLiteral("broken"));
    }

    void startsWhereItIsTold_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("first") << QStringLiteral("CONSUME_FROM_FIRST_OFFSET") << QStringList{QStringLiteral("0000"), QStringLiteral("0001"), QStringLiteral("0002")};
        QTest::newRow("time") << QStringLiteral("CONSUME_FROM_TIMESTAMP") << QStringList{QStringLiteral("0001"), QStringLiteral("0002")};
        QTest::newRow("last") << QStringLiteral("CONSUME_FROM_LAST_OFFSET") << QStringList{QStringLiteral("0002")};
    }
    void startsWhereItIsTold()
    {
        QFETCH(QString, from);
        QFETCH(QStringList, expected);
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.box.faults().add({.code = 14}, {.kind = sandbox::Fault::Kind::Refusal, .code = 22}); // else a young queue begins at 0
        f.sendMany(1);
        f.tick(std::chrono::hours(1));
        f.sendMany(1, std::nullopt, 1);
        const auto member = f.member();
        member->options.consumeFromWhere = from;
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 2);
        f.sendMany(1, std::nullopt, 2);
        QTRY_VERIFY(f.tick() && member->bodies.size() == expected.size());
        QCOMPARE(member->bodies, expected);
    }

    void aReadOnlyProfileHasNoConsumer()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        Remoting remoting({.readOnly = true}, f.clock);
        Cluster cluster(remoting, {.nameServers = {f.box.nameServer()}});
        Presence presence(cluster);
        Membership membership(cluster, presence);
        ConsumerOptions options;
        options.consumerGroup = QStringLiteral("g");
        GroupConsumer consumer(cluster, membership, *ConsumerSettings::of(options, MessageListener::Kind::Concurrently, 0), Subscriptions(ConsumerGroup(QStringLiteral("g"))), {}, [](const auto &) {});
        std::optional<Result<void>> started;
        whenDone(consumer.start(), this, [&](Result<void> result) { started = std::move(result); });
        QTRY_VERIFY(started);
        QCOMPARE(started->error().kind, Error::Kind::ReadOnly);
    }

    void directConsumptionAsksTheListener()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->start();
        QTRY_VERIFY(member->started);
        member->answers = [](const auto &, const auto &) { return ready<ConsumeOutcome>(ConsumeOutcome::later()); };
        auto *const asked = member->link.membership.consumer(ConsumerGroup(QStringLiteral("g")));
        const auto result = f.result(asked->consumeDirectly({.topic = TopicName(T), .body = protocol::Bytes(QByteArray("direct"))}));
        QVERIFY(result.has_value());
        QCOMPARE(result->consumeResult, commands::ConsumeResult::Later);
        QCOMPARE(member->bodies, QStringList{QStringLiteral("direct")});
    }

    void theRunningInfoNamesQueuesRatesAndSettings()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        const auto member = f.member();
        member->start();
        f.sendMany(4);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 4);
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() > std::chrono::seconds(25));
        const auto info = member->consumer->runningInfo();
        for (const QString &name : commands::runningInfoProperties())
            QVERIFY2(info.properties.contains(name), qPrintable(name));
        QCOMPARE(info.mqTable.size(), 3);
        QCOMPARE(info.mqTable.value({TopicName(T), BrokerName(QStringLiteral("broker-a")), QueueId(0)}).commitOffset, QueueOffset(2));
        QCOMPARE(info.subscriptionSet.size(), 2);
        QVERIFY(info.statusTable.contains(TopicName(T)));
        const auto status = member->link.membership.consumer(ConsumerGroup(QStringLiteral("g")))->status(TopicName(T));
        QCOMPARE(status.messageQueueTable.size(), 2);
    }

    void topicsComeAndGoWhileItRuns()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.createTopic(QStringLiteral("u"), 1);
        const auto member = f.member();
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 2);
        Subscriptions next(ConsumerGroup(QStringLiteral("g")));
        QVERIFY(next.byTags(TopicName(QStringLiteral("u")), {}, 1).has_value());
        member->consumer->setSubscriptions(next);
        f.send(QStringLiteral("u"), {}, {}, QStringLiteral("u"));
        f.send(QStringLiteral("t"));
        QTRY_VERIFY(f.tick() && member->bodies.contains(QStringLiteral("u")));
        QTRY_VERIFY(f.tick() && member->queues == 2);
        QVERIFY(!member->bodies.contains(QStringLiteral("t")));
    }

    void aTopicThatComesLaterIsFound()
    {
        ConsumeFixture f;
        f.createTopic(QStringLiteral("other"), 1);
        const auto member = f.member();
        member->start();
        QTRY_VERIFY(member->started);
        QVERIFY(member->started->has_value());
        f.createTopic(T, 1);
        f.send(QStringLiteral("x"));
        QTRY_VERIFY(f.tick(milliseconds(1000)) && member->bodies.size() == 1);
    }
};

ROCKETDESK_TEST(ConcurrentConsumerTest)

#include "tst_concurrentconsumer.moc"
