// SPDX-License-Identifier: Apache-2.0
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

std::unique_ptr<Member> orderly(ConsumeFixture &f)
{
    auto member = f.member();
    member->kind = MessageListener::Kind::Orderly;
    return member;
}

/// A listener that is done after this long.
tests::Answerer slow(ConsumeFixture &f, Member &member, milliseconds time)
{
    return [&f, &member, time](const auto &, const auto &) {
        Promise<ConsumeOutcome> promise;
        auto pending = promise.pending();
        whenDone(f.clock.after(time), &member.context, [promise = std::move(promise)](const Result<void> &) mutable { promise.finish(ConsumeOutcome::success()); });
        return pending;
    };
}

} // namespace

/// A consumer with an orderly listener, on the embedded cluster.
class OrderlyConsumerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void L_19_theOrderOfEachQueueIsKept()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        const auto member = orderly(f);
        member->answers = slow(f, *member, milliseconds(10));
        member->start();
        const QStringList first = f.sendMany(15, 0);
        const QStringList second = f.sendMany(15, 1, 15);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 30);
        QStringList ofFirst;
        QStringList ofSecond;
        for (const QString &body : std::as_const(member->bodies))
            (first.contains(body) ? ofFirst : ofSecond) << body;
        QCOMPARE(ofFirst, first);
        QCOMPARE(ofSecond, second);
        QCOMPARE(member->most, 2); // one batch of each queue
        QTRY_VERIFY(f.tick() && f.stored(0) == 15 && f.stored(1) == 15);
    }

    void whatFailsComesAgainInItsPlace()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = orderly(f);
        int failures = 0;
        member->answers = [&](const protocol::StoredMessage &message, const auto &) {
            const bool fails = message.body.view() == "0001" && failures < 3;
            failures += fails ? 1 : 0;
            return ready<ConsumeOutcome>(fails ? ConsumeOutcome::suspend() : ConsumeOutcome::success());
        };
        member->start();
        f.sendMany(3);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 6);
        QCOMPARE(member->bodies, (QStringList{QStringLiteral("0000"), QStringLiteral("0001"), QStringLiteral("0001"), QStringLiteral("0001"), QStringLiteral("0001"), QStringLiteral("0002")}));
        QCOMPARE(member->messages[4].reconsumeTimes, 3);
        QTRY_VERIFY(f.tick() && f.stored(0) == 3);
    }

    void whatFailsTooOftenGoesToTheDeadLettersAndTheQueueGoesOn()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = orderly(f);
        member->options.maxReconsumeTimes = 2;
        member->options.suspendCurrentQueueTimeMillis = 100;
        member->answers = [](const protocol::StoredMessage &message, const auto &) {
            return ready<ConsumeOutcome>(message.body.view() == "0000" ? ConsumeOutcome::later() : ConsumeOutcome::success());
        };
        member->start();
        f.sendMany(2);
        QTRY_VERIFY(f.tick() && member->bodies.contains(QStringLiteral("0001")));
        QCOMPARE(member->bodies.count(QStringLiteral("0000")), 3);
        QTRY_VERIFY(f.tick() && f.deadLetters() == 1);
    }

    void withoutAutoCommitTheListenerCommits()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = orderly(f);
        member->options.autoCommit = false;
        int calls = 0;
        member->answers = [&](const protocol::StoredMessage &message, const auto &) {
            ++calls;
            if (message.body.view() == "0002" && message.reconsumeTimes == 0)
                return ready<ConsumeOutcome>(ConsumeOutcome{.kind = ConsumeOutcome::Kind::Rollback, .suspendMs = 10});
            return ready<ConsumeOutcome>(ConsumeOutcome{.kind = message.body.view() == "0002" ? ConsumeOutcome::Kind::Commit : ConsumeOutcome::Kind::ConsumeSuccess});
        };
        member->start();
        f.sendMany(3);
        QTRY_VERIFY(f.tick() && calls == 6);
        QCOMPARE(member->bodies.mid(3), (QStringList{QStringLiteral("0000"), QStringLiteral("0001"), QStringLiteral("0002")}));
        QTRY_VERIFY(f.tick() && f.stored(0) == 3);
    }

    void T_49_orderHoldsWhileAQueueMoves_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("5 s") << 5;
        QTest::newRow("30 s") << 30;
    }
    void T_49_orderHoldsWhileAQueueMoves()
    {
        QFETCH(int, seconds);
        ConsumeFixture f;
        f.createTopic(T, 2);
        const auto first = orderly(f);
        const auto second = orderly(f);
        QStringList log; // as both see it, in time
        const auto logged = [&](Member &member) {
            return [&, inner = slow(f, member, std::chrono::seconds(seconds))](const protocol::StoredMessage &message, const ConsumeContext &context) {
                const QString body = QString::fromUtf8(message.body.view());
                log << QStringLiteral("begin ") + body;
                auto pending = inner(message, context);
                Promise<ConsumeOutcome> promise;
                auto answer = promise.pending();
                whenDone(std::move(pending), &member.context, [&log, body, promise = std::move(promise)](Result<ConsumeOutcome> outcome) mutable {
                    log << QStringLiteral("end ") + body;
                    promise.finish(std::move(outcome));
                });
                return answer;
            };
        };
        first->answers = logged(*first);
        second->answers = logged(*second);
        first->start();
        QTRY_VERIFY(f.tick() && first->queues == 3);
        const bool before = first->link.membership.clientId() < second->link.membership.clientId();
        f.sendMany(4, before ? 1 : 0); // the queue that will move
        QTRY_VERIFY(f.tick() && first->bodies.size() == 1);
        second->start();
        QTRY_VERIFY(f.tick(milliseconds(500)) && log.size() == 8);
        QStringList expected;
        for (int i = 0; i < 4; ++i)
            expected << QStringLiteral("begin 000%1").arg(i) << QStringLiteral("end 000%1").arg(i);
        QCOMPARE(log, expected);
        QVERIFY(!second->bodies.isEmpty());
    }

    void aQueueThatBeginsAnewWaitsForTheBatchInWork_data()
    {
        QTest::addColumn<QList<qint64>>("resets");
        QTest::addColumn<QStringList>("then");
        const QString first = QStringLiteral("0000");
        const QString second = QStringLiteral("0001");
        QTest::newRow("reset") << QList<qint64>{0} << QStringList{first, second};
        QTest::newRow("reset twice") << QList<qint64>{0, 1} << QStringList{second};
        QTest::newRow("given up and taken again") << QList<qint64>() << QStringList{second};
    }
    void aQueueThatBeginsAnewWaitsForTheBatchInWork()
    {
        QFETCH(const QList<qint64>, resets);
        QFETCH(const QStringList, then);
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(2);
        const auto member = orderly(f);
        std::vector<Promise<ConsumeOutcome>> held;
        member->answers = [&](const auto &, const auto &) { return held.empty() ? held.emplace_back().pending() : ready<ConsumeOutcome>(ConsumeOutcome::success()); };
        member->start();
        QTRY_VERIFY(f.tick() && held.size() == 1);
        const commands::MessageQueue queue{TopicName(T), BrokerName(QStringLiteral("broker-a")), QueueId(0)};
        for (const qint64 offset : resets) {
            commands::ResetOffsetBody body;
            body.offsetTable.table.insert(queue, QueueOffset(offset));
            member->link.membership.consumer(ConsumerGroup(QStringLiteral("g")))->resetOffsets(TopicName(T), body);
        }
        if (resets.isEmpty()) {
            Subscriptions topics(ConsumerGroup(QStringLiteral("g")));
            member->consumer->setSubscriptions(topics);
            QVERIFY(topics.byTags(TopicName(T), {}, 1).has_value());
            member->consumer->setSubscriptions(topics);
        }
        const auto began = f.clock.now();
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() - began > std::chrono::seconds(100));
        QCOMPARE(member->bodies.size(), 1);
        commands::LockBatchMq lock;
        lock.body = {ClientId(QStringLiteral("somebody")), ConsumerGroup(QStringLiteral("g")), {queue}};
        const auto taken = f.ask(lock);
        QVERIFY(taken && taken->body.lockOKMQSet.isEmpty()); // nobody else may begin meanwhile
        held.front().finish(ConsumeOutcome::success());
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1 + then.size());
        QCOMPARE(member->bodies.mid(1), then);
        QCOMPARE(member->most, 1);
        QTRY_VERIFY(f.tick() && f.stored(0) == 2);
    }

    void T_50_anotherConsumerGoesOnAtOnceAfterAShutdown()
    {
        ConsumeFixture f;
        f.createTopic(T, 4);
        const auto first = orderly(f);
        first->start();
        f.sendMany(8);
        QTRY_VERIFY(f.tick() && first->bodies.size() == 8);
        first->stop();
        QTRY_VERIFY(first->stopped);
        const auto second = orderly(f);
        second->start();
        f.sendMany(8, std::nullopt, 8);
        const auto began = f.clock.now();
        QTRY_VERIFY(f.tick() && second->bodies.size() == 8);
        QVERIFY(f.clock.now() - began < std::chrono::seconds(5));
    }

    void aQueueThatAnotherHoldsIsNotRead()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        commands::LockBatchMq lock;
        lock.body = {ClientId(QStringLiteral("somebody")), ConsumerGroup(QStringLiteral("g")), {{TopicName(T), BrokerName(QStringLiteral("broker-a")), QueueId(0)}}};
        QVERIFY(f.ask(lock).has_value());
        const auto member = orderly(f);
        member->start();
        f.sendMany(1);
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() > std::chrono::seconds(40));
        QCOMPARE(member->bodies.size(), 0);
        QTRY_VERIFY(f.tick(milliseconds(1000)) && member->bodies.size() == 1); // a broker's lock ends after 60 s
        QVERIFY(f.clock.now() > std::chrono::seconds(58));
    }

    void L_28_anActingMasterHoldsMessagesAndLocks()
    {
        auto options = ConsumeFixture::options(1, 1);
        options.actingMaster = true;
        ConsumeFixture f(options);
        f.createTopic(T, 1);
        const BrokerName broker(QStringLiteral("broker-a"));
        const Target replica = Target::at(f.box.replicas().constFirst());
        const QStringList sent = f.sendMany(6, 0);
        const auto copied = [&] {
            const auto end = f.result(f.link->cluster.ask(commands::GetMaxOffset{.topic = TopicName(T), .queueId = QueueId(0)}, replica, {}));
            return end ? end->offset.value() : -1;
        };
        QTRY_COMPARE(copied(), 6);
        const auto first = orderly(f);
        first->answers = slow(f, *first, milliseconds(1000));
        first->start();
        QTRY_VERIFY(f.tick() && first->bodies.size() == 2);
        f.box.stopBroker(broker);
        const auto down = f.clock.now();
        QTRY_VERIFY(f.tick() && first->bodies.size() == 6);
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() - down > std::chrono::seconds(100)); // longer than a lock lives
        QCOMPARE(first->bodies, sent);
        commands::LockBatchMq lock;
        lock.body = {ClientId(QStringLiteral("somebody")), ConsumerGroup(QStringLiteral("g")), {{TopicName(T), broker, QueueId(0)}}};
        const auto taken = f.result(f.link->cluster.ask(lock, replica, {}));
        QVERIFY2(taken.has_value(), qPrintable(taken ? QString() : taken.error().remark));
        QVERIFY(taken->body.lockOKMQSet.isEmpty());
        first->stop();
        QTRY_VERIFY(f.tick() && first->stopped);
        const auto second = orderly(f); // goes on where the first one was, with nobody but the replica to ask
        second->start();
        QTRY_VERIFY(f.tick() && second->queues == 2);
        QVERIFY(f.box.startBroker(broker).has_value());
        for (const QString &body : {QStringLiteral("0006"), QStringLiteral("0007")})
            QVERIFY(tests::eventually([&] { return f.tick(milliseconds(500)) && f.result(f.producer->send({.topic = TopicName(T), .body = body.toUtf8()}, ConsumeFixture::toQueue(0))).has_value(); }));
        QTRY_VERIFY(f.tick() && second->bodies.size() == 2);
        QCOMPARE(second->bodies, (QStringList{QStringLiteral("0006"), QStringLiteral("0007")}));
    }

    void L_28_withoutAMasterTheOrderWaits()
    {
        ConsumeFixture f(1, 1);
        f.createTopic(T, 1);
        const BrokerName broker(QStringLiteral("broker-a"));
        const QStringList sent = f.sendMany(100, 0);
        const auto member = orderly(f);
        member->answers = slow(f, *member, milliseconds(1000));
        member->start();
        QTRY_VERIFY(f.tick() && member->bodies.size() == 2);
        f.box.stopBroker(broker);
        const auto told = [&] {
            return std::find_if(member->news.cbegin(), member->news.cend(), [](const ConsumerNews &news) {
                const auto *trouble = std::get_if<consumernews::Trouble>(&news);
                return trouble && trouble->error.remark == QStringLiteral("the broker has no master, which alone gives locks");
            });
        };
        QTRY_VERIFY(f.tick() && told() != member->news.cend());
        const auto passed = [&f, since = f.clock.now()](std::chrono::seconds time) { return f.tick(milliseconds(1000)) && f.clock.now() - since > time; };
        QTRY_VERIFY(passed(std::chrono::seconds(31))); // the lock of every queue has run out
        const auto stands = member->bodies.size();
        QTRY_VERIFY(passed(std::chrono::seconds(90)));
        QVERIFY(stands < sent.size());
        QCOMPARE(member->bodies.size(), stands);
        QVERIFY(std::none_of(told(), member->news.cend(), [](const ConsumerNews &news) { return std::holds_alternative<consumernews::Recovered>(news); }));
        for (const CallRecord &call : member->link.remoting.log().since(0, CallLog::Capacity))
            QVERIFY(call.code != commands::LockBatchMq::request.code || call.address != f.box.replicas().constFirst());
        QVERIFY(f.box.startBroker(broker).has_value());
        QTRY_VERIFY(f.tick() && member->bodies.size() == sent.size());
        QCOMPARE(member->bodies, sent);
    }

    void aTopicThatIsGoneLeavesTheOthersTheirLocks()
    {
        ConsumeFixture f;
        const QString gone = QStringLiteral("a-gone"); // asked for first
        f.createTopic(gone, 1);
        f.createTopic(T, 1);
        const auto member = orderly(f);
        member->start({{gone, QStringLiteral("*")}, {T, QStringLiteral("*")}});
        QTRY_VERIFY(f.tick() && member->queues == 3); // and the retry topic's
        QVERIFY(f.result(member->link.cluster.ask(commands::DeleteTopicInNamesrv{.topic = TopicName(gone)}, Target::nameServer(), {})).has_value());
        const auto since = f.clock.now();
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() - since > std::chrono::seconds(90)); // three lives of a lock
        const QStringList sent = f.sendMany(4, 0);
        QTRY_VERIFY(f.tick() && member->bodies.size() == sent.size());
        QCOMPARE(member->bodies, sent);
    }

    void aRenewalThatFailsIsTriedAgainBeforeTheLockEnds()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = orderly(f);
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 2);
        f.box.faults().add({.code = 41, .times = 1}, {.kind = sandbox::Fault::Kind::Refusal});
        const auto fromTheFailed = [&] {
            std::vector<CallRecord> calls = member->link.remoting.log().since(0, CallLog::Capacity);
            std::erase_if(calls, [](const CallRecord &call) { return call.code != commands::LockBatchMq::request.code || call.ended == CallRecord::End::Running; });
            calls.erase(calls.begin(), std::find_if(calls.begin(), calls.end(), [](const CallRecord &call) { return call.answer != 0; }));
            return calls;
        };
        QTRY_VERIFY(f.tick() && fromTheFailed().size() >= 2);
        const auto calls = fromTheFailed();
        QVERIFY(calls[1].startedMs - calls[0].startedMs < 10'000); // a lock lives 30 s here, and was 20 s old
        QCOMPARE(calls[1].answer, 0);
    }

    void withoutALockThatLivesNothingIsConsumed()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = orderly(f);
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 2);
        f.box.faults().add({.code = 41}, {.kind = sandbox::Fault::Kind::Refusal});
        const auto lost = f.clock.now();
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() - lost > std::chrono::seconds(50));
        f.sendMany(1);
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() - lost > std::chrono::seconds(80));
        QCOMPARE(member->bodies.size(), 0);
        f.box.faults().clear();
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
    }
};

ROCKETDESK_TEST(OrderlyConsumerTest)

#include "tst_orderlyconsumer.moc"
