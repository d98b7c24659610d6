// SPDX-License-Identifier: Apache-2.0
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

/// Faults known from other clients, tried on a concurrent consumer and the embedded cluster.
class ConsumerTrapsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void T_71_oneOfTwoConsumersStopsAndTheOtherHasAllQueues()
    {
        ConsumeFixture f;
        f.createTopic(T, 4);
        const auto first = f.member();
        const auto second = f.member();
        first->start();
        second->start();
        QTRY_VERIFY(f.tick() && first->queues + second->queues == 5 && second->queues >= 2);
        second->stop();
        const auto began = f.clock.now();
        QTRY_VERIFY(f.tick() && first->queues == 5);
        QVERIFY(f.clock.now() - began < std::chrono::seconds(30));
    }

    void T_79_twoConsumersOfOneClient()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        Member first(*f.link);
        Member second(*f.link);
        second.group = QStringLiteral("other");
        first.start();
        second.start();
        f.sendMany(4);
        QTRY_VERIFY(f.tick() && first.bodies.size() == 4 && second.bodies.size() == 4);
        second.stop();
        QTRY_VERIFY(second.stopped);
        f.sendMany(4, std::nullopt, 4);
        QTRY_VERIFY(f.tick() && first.bodies.size() == 8);
        QCOMPARE(second.bodies.size(), 4);
        QVERIFY(f.ask(commands::GetConsumerListByGroup{ConsumerGroup(QStringLiteral("g"))}).has_value());
    }

    void T_25_sqlFiltersTheWholeWay()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->sql = true;
        member->start({{T, QStringLiteral("size > 3 AND colour = 'red'")}});
        QTRY_VERIFY(f.tick() && member->queues == 2);
        for (const QString &size : {QStringLiteral("2"), QStringLiteral("4")}) {
            for (const QString &colour : {QStringLiteral("red"), QStringLiteral("blue")})
                f.send(size + colour, {}, {}, T, {{QStringLiteral("size"), size}, {QStringLiteral("colour"), colour}});
        }
        QTRY_VERIFY(f.tick() && f.stored(0) == 4);
        QCOMPARE(member->bodies, QStringList{QStringLiteral("4red")});
    }

    void T_51_aQueueIsNotBegunWhileItsOffsetIsNotKnown()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(3);
        f.box.faults().add({.code = 14}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("not now")});
        const auto member = f.member();
        member->start();
        QTRY_VERIFY(f.tick() && !member->news.isEmpty());
        QVERIFY(std::holds_alternative<consumernews::Trouble>(member->news.front()));
        QTRY_VERIFY(f.tick() && f.clock.now() > std::chrono::seconds(10));
        QCOMPARE(member->queues, 0);
        f.box.faults().clear();
        QTRY_VERIFY(f.tick() && member->bodies.size() == 3); // a young queue begins at 0
        QTRY_VERIFY(f.tick() && std::any_of(member->news.cbegin(), member->news.cend(), [](const ConsumerNews &news) { return std::holds_alternative<consumernews::Recovered>(news); }));
    }

    void T_52_anOffsetThatIsNotKnownIsNeverStored()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        const auto member = f.member();
        Promise<ConsumeOutcome> unfinished;
        member->answers = [&](const auto &, const auto &) { return unfinished.pending(); };
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 3);
        f.send(QStringLiteral("x"), ConsumeFixture::toQueue(1));
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() > std::chrono::seconds(20));
        QVERIFY(f.stored(1) <= 0); // never beyond what was acknowledged
        member->stop();
        QTRY_VERIFY(member->stopped);
        QVERIFY(f.stored(1) <= 0);
    }

    void U_07_theAnswerForADroppedQueueChangesNoOffset()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        Promise<ConsumeOutcome> slow;
        member->answers = [&](const auto &, const auto &) { return slow.pending(); };
        member->start();
        f.send(QStringLiteral("x"));
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        member->consumer->setSubscriptions(Subscriptions(ConsumerGroup(QStringLiteral("g")))); // the queue is dropped
        QTRY_VERIFY(f.tick() && member->queues == 1);
        slow.finish(ConsumeOutcome::success());
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() > std::chrono::seconds(20));
        QVERIFY(f.stored(0) <= 0);
        QVERIFY(member->consumer->runningInfo().mqTable.size() == 1);
    }

    void T_57_aQueueThatComesBackGoesOnWhereItWas()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        const auto first = f.member();
        first->start();
        f.sendMany(6, 0);
        f.sendMany(6, 1, 6);
        QTRY_VERIFY(f.tick() && first->bodies.size() == 12 && f.stored(0) == 6 && f.stored(1) == 6);
        for (int i = 0; i < 2; ++i) {
            const auto second = f.member();
            second->start();
            QTRY_VERIFY(f.tick() && second->queues > 0 && first->queues < 3);
            second->stop();
            QTRY_VERIFY(f.tick() && first->queues == 3);
            QTRY_VERIFY(f.tick() && f.stored(0) == 6 && f.stored(1) == 6);
            QCOMPARE(second->bodies.size(), 0);
        }
        QCOMPARE(first->bodies.size(), 12);
    }

    void T_59_aResetIsFollowedWithinThreeSeconds()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->start();
        f.sendMany(5);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 5);
        const auto began = f.clock.now();
        commands::ResetOffsetBody body;
        body.offsetTable.table.insert({TopicName(T), BrokerName(QStringLiteral("broker-a")), QueueId(0)}, QueueOffset(2));
        member->link.membership.consumer(ConsumerGroup(QStringLiteral("g")))->resetOffsets(TopicName(T), body);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 8);
        QVERIFY(f.clock.now() - began < std::chrono::seconds(3));
        QTRY_VERIFY(f.tick() && f.stored(0) == 5);
    }

    void T_60_fiftyQueuesAreEachReadOnce()
    {
        ConsumeFixture f;
        f.createTopic(T, 50);
        const auto member = f.member();
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 51);
        QStringList sent;
        for (int i = 0; i < 50; ++i) {
            sent << QString::number(1000 + i);
            f.send(sent.last(), ConsumeFixture::toQueue(i));
        }
        QTRY_VERIFY(f.tick() && member->bodies.size() == 50);
        QCOMPARE(member->sorted(), sent);
    }

    void T_58_aTopicsLimitIsNeverPassed()
    {
        ConsumeFixture f;
        f.createTopic(T, 64);
        for (int queue = 0; queue < 64; ++queue) {
            for (int i = 0; i < 8; ++i)
                f.send(QStringLiteral("x"), ConsumeFixture::toQueue(queue));
        }
        const auto member = f.member();
        member->options.pullThresholdForTopic = 128;
        member->answerAfter(milliseconds(1000));
        member->start();
        int most = 0;
        const auto cached = [&] {
            int count = 0;
            const auto info = member->consumer->runningInfo();
            for (const auto &queue : info.mqTable)
                count += queue.cachedMsgCount;
            most = std::max(most, count);
            return count;
        };
        QTRY_VERIFY(f.tick() && cached() >= 0 && member->queues == 65);
        QTRY_VERIFY(f.tick() && cached() >= 0 && member->bodies.size() == 512);
        QVERIFY2(most <= 128, qPrintable(QString::number(most)));
        QVERIFY(most > 64);
    }

    void nothingIsPulledWhileAQueueHoldsTooManyBytes_data()
    {
        QTest::addColumn<int>("ofQueue"); // MiB
        QTest::addColumn<int>("ofTopic");
        QTest::newRow("of the queue") << 1 << -1;
        QTest::newRow("of the topic") << 100 << 1;
    }
    void nothingIsPulledWhileAQueueHoldsTooManyBytes()
    {
        QFETCH(const int, ofQueue);
        QFETCH(const int, ofTopic);
        ConsumeFixture f;
        f.createTopic(T, 1);
        for (int i = 0; i < 12; ++i)
            f.send(QString(300 * 1024, QLatin1Char('x')));
        const auto member = f.member();
        member->options.maxCacheSizePerQueue = ofQueue;
        member->options.pullThresholdSizeForTopic = ofTopic;
        member->options.pullBatchSize = 1;
        std::vector<Promise<ConsumeOutcome>> held;
        bool holds = true;
        member->answers = [&](const auto &, const auto &) { return holds ? held.emplace_back().pending() : ready<ConsumeOutcome>(ConsumeOutcome::success()); };
        member->start();
        QTRY_VERIFY(f.tick() && held.size() == 4); // the fourth passes 1 MiB
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() > std::chrono::seconds(30));
        QCOMPARE(member->bodies.size(), 4);
        holds = false;
        for (Promise<ConsumeOutcome> &one : held)
            one.finish(ConsumeOutcome::success());
        QTRY_VERIFY(f.tick() && member->bodies.size() == 12);
    }

    void T_47_aQueueThatStoodStillForTwoMinutesGoesOnWithoutDoubles()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->start();
        f.sendMany(3);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 3);
        member->consumer->setPaused(true);
        f.sendMany(3, std::nullopt, 3);
        const auto began = f.clock.now();
        QTRY_VERIFY(f.tick(milliseconds(5000)) && f.clock.now() - began > std::chrono::seconds(150));
        const auto held = member->bodies.size(); // a pull that was out already may have come back
        QVERIFY(held >= 3 && held <= 6);
        member->consumer->setPaused(false);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 6);
        QTRY_VERIFY(f.tick() && f.stored(0) == 6);
        QCOMPARE(member->sorted(), (QStringList{QStringLiteral("0000"), QStringLiteral("0001"), QStringLiteral("0002"), QStringLiteral("0003"), QStringLiteral("0004"), QStringLiteral("0005")}));
    }

    void T_61_aSlowBrokerHoldsUpItsOwnTopicsOnly()
    {
        ConsumeFixture f(2);
        f.createTopic(T, 1);
        f.createTopic(QStringLiteral("slow"), 1, {QStringLiteral("broker-b")});
        f.box.faults().add({.server = QStringLiteral("broker-b")}, {.kind = sandbox::Fault::Kind::Delay, .delay = std::chrono::milliseconds(4000)});
        const auto member = f.member();
        member->start({{T, QStringLiteral("*")}, {QStringLiteral("slow"), QStringLiteral("*")}});
        QTRY_VERIFY(f.tick() && member->queues >= 1);
        f.send(QStringLiteral("quick"));
        QTRY_VERIFY(f.tick() && member->bodies == QStringList{QStringLiteral("quick")});
    }

    void T_76_shutdownWhileARebalanceRuns()
    {
        ConsumeFixture f;
        f.createTopic(T, 8);
        for (int i = 0; i < 200; ++i) {
            Member member(*f.link);
            member.group = QStringLiteral("g%1").arg(i % 7);
            member.start();
            QVERIFY(tests::eventually([&] { return member.started.has_value(); }));
            member.link.membership.consumer(ConsumerGroup(member.group))->idsChanged();
            member.stop();
            QVERIFY(tests::eventually([&] { return member.stopped.has_value(); }));
        }
    }

    void T_78_shutdownUnderLoad()
    {
        ConsumeFixture f;
        f.createTopic(T, 4);
        f.sendMany(60);
        for (int i = 0; i < 100; ++i) {
            Member member(*f.link);
            member.group = QStringLiteral("load%1").arg(i);
            member.start();
            QVERIFY(tests::eventually([&] { return !member.bodies.isEmpty(); }));
            if (i % 2)
                member.consumer.reset(); // without a word
            else
                member.stop();
        }
    }

    void T_80_aStartThatFailedCanBeTriedAgain()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.box.faults().add({.code = 105, .times = 1}, {.kind = sandbox::Fault::Kind::Refusal, .remark = QStringLiteral("not now")});
        const auto member = f.member();
        member->start();
        QTRY_VERIFY(member->started);
        QVERIFY(!member->started->has_value());
        QCOMPARE(member->started->error().remark, QStringLiteral("not now"));
        member->started.reset();
        whenDone(member->consumer->start(), this, [&](Result<void> result) { member->started = std::move(result); });
        QTRY_VERIFY(member->started);
        QVERIFY(member->started->has_value());
        f.send(QStringLiteral("x"));
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
    }
};

ROCKETDESK_TEST(ConsumerTrapsTest)

#include "tst_consumertraps.moc"
