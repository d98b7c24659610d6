// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/litepuller.h"
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;

namespace {

QStringList bodiesOf(const LiteBatch &batch)
{
    QStringList bodies;
    for (const protocol::StoredMessage &message : batch.messages)
        bodies << QString::fromUtf8(message.body.view());
    return bodies;
}

LitePullOptions fromFirst()
{
    LitePullOptions options;
    options.consumerGroup = QStringLiteral("g");
    options.consumeFromWhere = QStringLiteral("CONSUME_FROM_FIRST_OFFSET");
    return options;
}

/// A consumer that is polled, with a client of its own.
struct Poller {
    explicit Poller(ConsumeFixture &fixture, const LitePullOptions &options = fromFirst()) : f(fixture), link(fixture.box.nameServer(), fixture.clock)
    {
        auto made = LitePuller::make(link.cluster, link.membership, options);
        if (!made)
            qFatal("%s", qUtf8Printable(made.error().remark));
        puller = std::move(*made);
    }
    /// Subscribes, and waits until so many queues are read.
    bool subscribe(std::size_t queues)
    {
        const auto done = f.result(puller->subscribe(TopicName(T), QStringLiteral("*"), QStringLiteral("TAG")));
        return done && QTest::qWaitFor([&] { return f.tick() && puller->assignment().size() == queues; }, 5'000);
    }
    /// Polls until so many messages have come, or none come any more.
    QStringList pollMany(int count)
    {
        QStringList bodies;
        for (int empty = 0; bodies.size() < count && empty < 20;) {
            const QStringList more = poll();
            empty = more.isEmpty() ? empty + 1 : 0;
            bodies << more;
        }
        bodies.sort();
        return bodies;
    }
    QStringList poll(milliseconds wait = 200ms)
    {
        std::optional<Result<LiteBatch>> got;
        QObject context;
        whenDone(puller->poll(wait), &context, [&got](Result<LiteBatch> batch) { got = std::move(batch); });
        (void)QTest::qWaitFor([&] { return got.has_value() || (f.tick(50ms) && got.has_value()); }, 5'000);
        return got && *got ? bodiesOf(**got) : QStringList();
    }

    ConsumeFixture &f;
    Link link;
    std::unique_ptr<LitePuller> puller;
};

} // namespace

/// The consumer that is polled, on a sandbox whose time the test moves.
class LitePullerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSubscriptionGivesAllMessages()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        const QStringList sent = f.sendMany(25);
        Poller poller(f);
        QVERIFY(poller.subscribe(2));
        QCOMPARE(poller.pollMany(25), sent);
        QVERIFY(poller.poll().isEmpty());
    }

    void whatEarlierPollsGaveIsCommittedByPolls()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(25);
        Poller poller(f);
        QVERIFY(poller.subscribe(1));
        QCOMPARE(poller.poll().size(), 10); // pullBatchSize
        QVERIFY(f.tick(6s));
        QCOMPARE(f.stored(0), -1);
        QCOMPARE(poller.poll().size(), 10);
        QTRY_COMPARE(f.stored(0), 10); // not what was given out a moment ago
    }

    void whatNobodySawComesWithTheNextPoll()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        f.sendMany(12, 0);
        f.sendMany(1, 1, 12);
        Poller poller(f);
        QVERIFY(poller.subscribe(2));
        const auto poll = [&](quint64 number, quint64 lost) { return f.result(poller.puller->poll(0ms, number, lost)).value_or(LiteBatch()); };
        quint64 number = 0;
        LiteBatch first;
        QVERIFY(tests::eventually([&] {
            ++number;
            return f.tick() && !(first = poll(number, 0)).messages.empty();
        }));
        const LiteBatch again = poll(number + 1, number); // nobody saw it
        QCOMPARE(bodiesOf(again), bodiesOf(first));
        QCOMPARE(again.messages.front().reconsumeTimes, 0);
        QVERIFY(f.result(poller.puller->commit(number + 1)).has_value());
        QCOMPARE(f.stored(first.queue.queue.value()), -1);
        const LiteBatch third = poll(number + 2, number + 1); // that was not seen either
        QCOMPARE(bodiesOf(third), bodiesOf(first));
        QVERIFY(f.result(poller.puller->commit()).has_value());
        QCOMPARE(f.stored(first.queue.queue.value()), static_cast<qint64>(first.messages.size()));
    }

    void nothingIsStoredWithoutAutoCommit()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(5);
        LitePullOptions options = fromFirst();
        options.autoCommit = false;
        {
            Poller poller(f, options);
            QVERIFY(poller.subscribe(1));
            QCOMPARE(poller.poll().size(), 5);
            QVERIFY(f.tick(10s));
            QVERIFY(poller.poll().isEmpty());
            QCOMPARE(f.stored(0), -1);
            QVERIFY(f.result(poller.puller->shutdown()).has_value());
            QCOMPARE(f.stored(0), -1);
        }
        Poller again(f, options);
        QVERIFY(again.subscribe(1));
        QCOMPARE(again.poll().size(), 5);
        QVERIFY(f.result(again.puller->commit()).has_value());
        QCOMPARE(f.stored(0), 5);
        QVERIFY(f.result(again.puller->commitOffsets({{queue(0), QueueOffset(2)}})).has_value());
        QCOMPARE(f.stored(0), 2);
        QCOMPARE(f.result(again.puller->committed(queue(0))).value_or(std::nullopt), std::optional(QueueOffset(2)));
    }

    void assignedQueuesAreReadWhateverTheGroupDoes()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        f.sendMany(3, 0);
        f.sendMany(3, 1, 3);
        Poller poller(f);
        QVERIFY(poller.puller->assign({queue(1)}, QStringLiteral("*")).has_value());
        QCOMPARE(poller.pollMany(3), (QStringList{QStringLiteral("0003"), QStringLiteral("0004"), QStringLiteral("0005")}));
        const auto subscribed = f.result(poller.puller->subscribe(TopicName(T), QStringLiteral("*"), QStringLiteral("TAG")));
        QVERIFY(!subscribed);
        QCOMPARE(kindName(subscribed.error().kind), kindName(Error::Kind::InvalidArgument));
        QVERIFY(!f.ask(commands::GetConsumerConnectionList{ConsumerGroup(QStringLiteral("g"))})); // it takes nobody's share
        QVERIFY(poller.puller->assign({queue(0)}, QStringLiteral("*")).has_value());
        QCOMPARE(poller.pollMany(3), (QStringList{QStringLiteral("0000"), QStringLiteral("0001"), QStringLiteral("0002")}));
    }

    void aFilterThatABrokerRefusesIsNotSubscribedTo()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.box.faults().add({.code = 46}, {.kind = sandbox::Fault::Kind::Refusal, .code = 23, .remark = QStringLiteral("broken")});
        Poller poller(f);
        const auto subscribe = [&](const QString &sql) { return f.result(poller.puller->subscribe(TopicName(T), sql, QStringLiteral("SQL92"))); };
        const auto refused = subscribe(QStringLiteral("a = 'b'"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().remark, QStringLiteral("broken"));
        QVERIFY(poller.link.membership.consumer(ConsumerGroup(QStringLiteral("g"))) == nullptr);
        const auto none = subscribe(QStringLiteral("a ="));
        QVERIFY(!none);
        QCOMPARE(kindName(none.error().kind), kindName(Error::Kind::InvalidArgument));
        f.box.faults().clear();
        QVERIFY(subscribe(QStringLiteral("a = 'b'")).has_value());
        f.send(QStringLiteral("other"));
        f.send(QStringLiteral("wanted"), {}, {}, T, {{QStringLiteral("a"), QStringLiteral("b")}});
        QCOMPARE(poller.pollMany(1), QStringList{QStringLiteral("wanted")});
    }

    void seekGoesWhereItIsTold_data()
    {
        QTest::addColumn<SeekTo>("place");
        QTest::addColumn<QString>("next");
        QTest::newRow("begin") << SeekTo::begin() << QStringLiteral("0000");
        QTest::newRow("offset") << SeekTo::to(QueueOffset(3)) << QStringLiteral("0003");
        QTest::newRow("end") << SeekTo::end() << QStringLiteral("0005");
    }

    void seekGoesWhereItIsTold()
    {
        QFETCH(const SeekTo, place);
        QFETCH(const QString, next);
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(5);
        Poller poller(f);
        QVERIFY(poller.subscribe(1));
        QCOMPARE(poller.pollMany(5).size(), 5);
        QVERIFY(f.result(poller.puller->seek(queue(0), place)).has_value());
        f.sendMany(1, 0, 5);
        QCOMPARE(poller.poll(2s).value(0), next);
    }

    void seekRefusesWhatIsNotThere()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(2);
        Poller poller(f);
        QVERIFY(poller.subscribe(1));
        for (const auto &[where, place] : {std::pair(queue(0), SeekTo::to(QueueOffset(3))), std::pair(queue(7), SeekTo::begin())}) {
            const auto sought = f.result(poller.puller->seek(where, place));
            QVERIFY(!sought);
            QCOMPARE(kindName(sought.error().kind), kindName(Error::Kind::InvalidArgument));
        }
    }

    void aPausedQueueGivesNothing()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        Poller poller(f);
        QVERIFY(poller.subscribe(2));
        poller.puller->setPaused({queue(0)}, true);
        f.sendMany(2, 0);
        f.sendMany(2, 1, 2);
        QCOMPARE(poller.pollMany(2), (QStringList{QStringLiteral("0002"), QStringLiteral("0003")}));
        QVERIFY(poller.poll().isEmpty());
        poller.puller->setPaused({queue(0)}, false);
        QCOMPARE(poller.pollMany(2), (QStringList{QStringLiteral("0000"), QStringLiteral("0001")}));
    }

    void queuesAreSharedWithTheGroup()
    {
        ConsumeFixture f;
        f.createTopic(T, 4);
        Poller one(f);
        QVERIFY(one.subscribe(4));
        {
            Poller two(f);
            QVERIFY(two.subscribe(2));
            QTRY_VERIFY(f.tick() && one.puller->assignment().size() == 2);
            const QStringList sent = f.sendMany(8);
            QStringList got = one.pollMany(4) + two.pollMany(4);
            got.sort();
            QCOMPARE(got, sent);
            QVERIFY(f.result(two.puller->shutdown()).has_value());
        }
        QTRY_VERIFY(f.tick() && one.puller->assignment().size() == 4);
    }

    void cachesAreBoundedOverAllQueues()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        f.sendMany(60);
        LitePullOptions options = fromFirst();
        options.maxCacheCountForAll = 20;
        Poller poller(f, options);
        QVERIFY(poller.subscribe(2));
        const auto cachedCount = [&] {
            int count = 0;
            const auto info = poller.link.membership.consumer(ConsumerGroup(QStringLiteral("g")))->runningInfo();
            for (const auto &one : info.mqTable)
                count += one.cachedMsgCount;
            return count;
        };
        QTRY_VERIFY(f.tick() && cachedCount() >= 20);
        f.tick(5s);
        QVERIFY(cachedCount() <= 30); // one answer more at most
        QCOMPARE(poller.pollMany(60).size(), 60);
    }

    void offsetsAreFoundByTime()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(2);
        f.tick(10s);
        const qint64 between = f.clock.wallMs();
        f.tick(10s);
        f.sendMany(1, 0, 2);
        Poller poller(f);
        QCOMPARE(f.result(poller.puller->offsetForTimestamp(queue(0), between)).value_or(QueueOffset(-1)), QueueOffset(2));
        QCOMPARE(f.result(poller.puller->messageQueues(TopicName(T))).value_or(LitePuller::Queues()), LitePuller::Queues{queue(0)});
        QCOMPARE(f.result(poller.puller->committed(queue(0))).value_or(std::optional(QueueOffset(7))).has_value(), true); // a young queue answers 0
    }

    void aReplicaIsReadWhileTheMasterIsDown()
    {
        ConsumeFixture f(1, 1);
        f.createTopic(T, 1);
        const QStringList sent = f.sendMany(5);
        f.box.stopBroker(BrokerName(QStringLiteral("broker-a")));
        Poller poller(f);
        QVERIFY(poller.puller->assign({queue(0)}, QStringLiteral("*")).has_value());
        QCOMPARE(poller.pollMany(5), sent);
    }
};

ROCKETDESK_TEST(LitePullerTest)

#include "tst_litepuller.moc"
