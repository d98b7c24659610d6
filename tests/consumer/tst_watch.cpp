// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"
#include "client/consumer/watcher.h"
#include "client/networkthread.h"
#include "tests/consumer/consumefixture.h"
#include "tests/consumer/fakebroker.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace rocketdesk;
using tests::FakeBroker;
using tests::FakeNameServer;

namespace {

/// Two brokers with two queues each, and a client that watches them.
struct WatchFixture {
    WatchFixture()
    {
        profile.nameServers = {names.server.endpoint()};
        profile.timeouts.request = milliseconds(500);
    }

    void watch(WatchOptions options)
    {
        if (!client)
            client = std::make_unique<Client>(network.address(), profile);
        if (options.topics.empty())
            options.topics = {TopicName(QStringLiteral("t"))};
        watching = client->watch(std::move(options));
        QObject::connect(watching.get(), &Watch::filled, watching.get(), [this] { take(); });
        QObject::connect(watching.get(), &Watch::positioned, watching.get(), [this](int queues) { positioned = queues; });
        QObject::connect(watching.get(), &Watch::brokerTrouble, watching.get(), [this](const watchnews::Trouble &t) { troubles << t.error.where; });
        QObject::connect(watching.get(), &Watch::recovered, watching.get(), [this](const BrokerName &b) { recoveries << b.text(); });
        QObject::connect(watching.get(), &Watch::ended, watching.get(), [this](const Error &e) { ended = e; });
    }
    void take()
    {
        for (const auto &batch : watching->drain()) {
            for (const auto &message : batch->messages)
                bodies << QString::fromUtf8(message.body.view());
        }
    }
    /// The network thread has read whatever was posted to it so far; what a broker sends meanwhile may overtake a letter.
    void untilHeard()
    {
        QVERIFY(tests::awaited(onThread(network.address(), [] { return ready<void>({}); })));
    }

    FakeBroker a{QStringLiteral("a"), 2};
    FakeBroker b{QStringLiteral("b"), 2};
    FakeNameServer names{{&a, &b}};
    Profile profile;
    NetworkThread network;
    std::unique_ptr<Client> client;
    std::unique_ptr<Watch> watching;
    QStringList bodies;
    QStringList troubles;
    QStringList recoveries;
    int positioned = -1;
    std::optional<Error> ended;
};

} // namespace

class WatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestSeesOnlyWhatComes()
    {
        WatchFixture f;
        f.a.add(0, 1, "old");
        f.watch({});
        QTRY_COMPARE(f.positioned, 4);
        QTRY_COMPARE(f.a.pulls.size() + f.b.pulls.size(), std::size_t(4));
        f.a.add(0, 2, "new");
        f.b.add(1, 3, "also");
        QTRY_COMPARE(f.bodies, (QStringList{QStringLiteral("new"), QStringLiteral("also")}));
        QCOMPARE(f.troubles, QStringList());
    }

    void leavesNoTrace()
    {
        WatchFixture f;
        f.a.add(0, 1, "x");
        f.watch({.from = WatchFrom::oldest()});
        QTRY_COMPARE(f.bodies.size(), 1);
        for (const int code : f.a.codes)
            QVERIFY2(code == 11 || code == 30 || code == 31, qPrintable(QString::number(code)));
        for (const auto &pull : f.a.pulls) {
            QCOMPARE(pull.consumerGroup.text(), QStringLiteral("TOOLS_CONSUMER"));
            QCOMPARE(pull.sysFlag, 6);
            QCOMPARE(pull.subVersion, 0);
        }
    }

    void oldestBeginsAtTheMinimum()
    {
        WatchFixture f;
        for (int i = 0; i < 70; ++i)
            f.b.add(0, i, QByteArray::number(1000 + i));
        f.b.minimum[0] = 60;
        f.watch({.from = WatchFrom::oldest()});
        QTRY_COMPARE(f.bodies.size(), 10);
        QCOMPARE(f.bodies.front(), QStringLiteral("1060"));
    }

    void farBehindIsReadAheadInOrderWithoutGaps_data()
    {
        QTest::addColumn<qint64>("mostAtOnce");
        QTest::newRow("whole blocks") << qint64(32);
        QTest::newRow("short answers") << qint64(5);
    }
    void farBehindIsReadAheadInOrderWithoutGaps()
    {
        QFETCH(qint64, mostAtOnce);
        WatchFixture f;
        f.a.mostAtOnce = mostAtOnce;
        QStringList expected;
        for (int i = 0; i < 1000; ++i) {
            f.a.add(0, i, QByteArray::number(i));
            if (i >= 7)
                expected << QString::number(i);
        }
        f.a.minimum[0] = 7;
        f.watch({.from = WatchFrom::oldest()});
        QTRY_COMPARE(f.bodies.size(), expected.size());
        QCOMPARE(f.bodies, expected);
        f.a.add(0, 2000, "next");
        QTRY_COMPARE(f.bodies.size(), expected.size() + 1);
    }

    void largeMessagesAreReadAheadWithinABound_data()
    {
        QTest::addColumn<int>("small"); // messages before the large ones
        QTest::addColumn<int>("mostAhead"); // pulls
        QTest::newRow("all large") << 0 << 0;
        QTest::newRow("large after small ones") << 64 << 40;
    }
    void largeMessagesAreReadAheadWithinABound()
    {
        QFETCH(const int, small);
        QFETCH(const int, mostAhead);
        WatchFixture f;
        f.a.mostAtOnce = 4; // as brokers bound their answers in bytes
        QStringList expected;
        for (int i = 0; i < 320; ++i) {
            expected << QString::number(i);
            f.a.add(0, i, QByteArray::number(i).leftJustified(i < small ? 10 : 150'000, ' '));
        }
        f.watch({.from = WatchFrom::oldest(), .feedBytes = 256 << 20});
        QTRY_COMPARE(f.bodies.size(), expected.size());
        for (QString &body : f.bodies)
            body = body.trimmed();
        QCOMPARE(f.bodies, expected);
        const auto ahead = std::count_if(f.a.pulls.cbegin(), f.a.pulls.cend(), [](const auto &pull) { return !(pull.sysFlag & commands::pullflag::suspend); });
        QVERIFY2(ahead <= mostAhead, qPrintable(QString::number(ahead)));
    }

    void aRateHoldsBackWhatIsOld()
    {
        WatchFixture f;
        for (int i = 0; i < 600; ++i)
            f.a.add(0, i, QByteArray::number(i));
        QElapsedTimer timer;
        timer.start();
        f.watch({.from = WatchFrom::oldest(), .perSecond = 2'000});
        QTRY_COMPARE(f.bodies.size(), 600);
        // 544 are read before the last 56 are asked for: 272 ms, less the 100 ms that are made up for
        QVERIFY2(timer.elapsed() >= 150, qPrintable(QString::number(timer.elapsed())));
    }

    void readingAheadMeetsQueuesThatAreCutMeanwhile()
    {
        WatchFixture f;
        for (int i = 0; i < 1000; ++i)
            f.a.add(0, i, QByteArray::number(i));
        f.a.cutAtPull = 3;
        f.a.cutTo = 500;
        f.watch({.from = WatchFrom::oldest()});
        QTRY_VERIFY(!f.bodies.isEmpty() && f.bodies.back() == QStringLiteral("999"));
        QCOMPARE(f.bodies.removeDuplicates(), 0);
        QVERIFY(f.bodies.size() >= 500 && f.bodies.size() < 1000);
        QTRY_COMPARE(f.watching->progress().skipped, 1000 - f.bodies.size());
    }

    void readingAheadMeetsQueuesWhoseEndMovesBack()
    {
        WatchFixture f;
        for (int i = 0; i < 1000; ++i)
            f.a.add(0, i, QByteArray::number(i));
        f.a.shortenAtPull = 10;
        f.a.shortenTo = 100;
        f.watch({.from = WatchFrom::oldest()});
        const auto waitsAtTheEnd = [&f] {
            return std::any_of(f.a.pulls.cbegin(), f.a.pulls.cend(), [](const auto &pull) { return pull.queueId.value() == 0 && pull.queueOffset.value() == 100 && pull.suspendTimeoutMillis > 0; });
        };
        QTRY_VERIFY(waitsAtTheEnd());
        QVERIFY2(f.a.pulls.size() < 40, qPrintable(QString::number(f.a.pulls.size())));
        f.a.add(0, 2000, "next");
        QTRY_VERIFY(!f.bodies.isEmpty() && f.bodies.back() == QStringLiteral("next"));
    }

    void timeLeavesOutWhatABrokerOfVersionFourGivesTooMuch()
    {
        WatchFixture f;
        for (int i = 0; i < 5; ++i)
            f.a.add(0, 100 * i, QByteArray::number(i));
        f.watch({.from = WatchFrom::time(150)});
        QTRY_COMPARE(f.bodies, (QStringList{QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")}));
    }

    void lastTakesTheNewestOverAllQueues()
    {
        WatchFixture f;
        for (int i = 0; i < 100; ++i)
            f.a.add(0, 1000 + i, "a" + QByteArray::number(i));
        f.a.add(1, 5, "oldest");
        f.b.add(0, 1098, "b0");
        f.b.add(1, 2000, "b1");
        f.watch({.from = WatchFrom::last(50)});
        QTRY_COMPARE(f.bodies.size(), 50);
        QCOMPARE(f.bodies.front(), QStringLiteral("a52"));
        QCOMPARE(f.bodies.back(), QStringLiteral("b1"));
        QVERIFY(f.bodies.contains(QStringLiteral("b0")));
        QTRY_COMPARE(f.positioned, 4);
        f.a.add(1, 3000, "next");
        QTRY_COMPARE(f.bodies.size(), 51);
        QCOMPARE(f.bodies.back(), QStringLiteral("next"));
    }

    void anUnreadableRecordSpoilsOnlyItself_data()
    {
        QTest::addColumn<int>("messages");
        QTest::addColumn<WatchFrom>("from");
        QTest::addColumn<int>("first"); // that is shown
        QTest::addColumn<std::set<qint64>>("unreadable");
        QTest::newRow("first") << 10 << WatchFrom::oldest() << 0 << std::set<qint64>{0};
        QTest::newRow("two in a row") << 10 << WatchFrom::oldest() << 0 << std::set<qint64>{3, 4};
        QTest::newRow("last") << 10 << WatchFrom::oldest() << 0 << std::set<qint64>{9};
        QTest::newRow("all") << 3 << WatchFrom::oldest() << 0 << std::set<qint64>{0, 1, 2};
        QTest::newRow("read ahead") << 1000 << WatchFrom::oldest() << 0 << std::set<qint64>{0, 100, 128, 500, 501, 999};
        QTest::newRow("last three") << 10 << WatchFrom::last(3) << 6 << std::set<qint64>{8};
    }
    void anUnreadableRecordSpoilsOnlyItself()
    {
        QFETCH(const int, messages);
        QFETCH(const WatchFrom, from);
        QFETCH(const int, first);
        WatchFixture f;
        QFETCH(std::set<qint64>, unreadable);
        f.a.unreadable = unreadable;
        QStringList expected;
        for (int i = 0; i < messages; ++i) {
            f.a.add(0, i, QByteArray::number(i));
            if (i >= first && !unreadable.contains(i))
                expected << QString::number(i);
        }
        f.watch({.from = from});
        QTRY_COMPARE(f.bodies.size(), expected.size());
        QCOMPARE(f.bodies, expected);
        QTRY_COMPARE(f.watching->progress().skipped, static_cast<qint64>(unreadable.size()));
        QVERIFY(f.troubles.isEmpty());
    }

    void lastHoldsNoMoreOfLargeMessagesThanItMust()
    {
        WatchFixture f;
        QStringList expected;
        for (int i = 0; i < 40; ++i) {
            f.a.add(0, i, QByteArray::number(i).leftJustified(400'000, ' '));
            if (i >= 20)
                expected << QString::number(i);
        }
        f.watch({.from = WatchFrom::last(20), .feedBytes = 256 << 20});
        QTRY_COMPARE(f.bodies.size(), expected.size());
        for (QString &body : f.bodies)
            body = body.trimmed();
        QCOMPARE(f.bodies, expected);
        QStringList places;
        for (const auto &pull : f.a.pulls) {
            if (pull.queueId.value() == 0 && !(pull.sysFlag & commands::pullflag::suspend))
                places << QString::number(pull.queueOffset.value());
        }
        QCOMPARE(places, (QStringList{QStringLiteral("8"), QStringLiteral("20")})); // ten fit at a time
    }

    void lastCountsMessagesThatFit()
    {
        WatchFixture f;
        for (int i = 0; i < 200; ++i)
            f.a.add(0, i, QByteArray::number(i), i % 50 == 0 ? "A" : "B");
        f.watch({.from = WatchFrom::last(3), .tags = QStringLiteral("A")});
        QTRY_COMPARE(f.bodies, (QStringList{QStringLiteral("50"), QStringLiteral("100"), QStringLiteral("150")}));
    }

    void tagsAreComparedByTheirText()
    {
        WatchFixture f;
        f.a.add(0, 1, "yes", "Aa");
        f.a.add(0, 2, "no", "BB"); // the same hash code
        f.a.add(0, 3, "none");
        f.a.add(0, 4, "too", "C");
        f.watch({.from = WatchFrom::oldest(), .tags = QStringLiteral("Aa || C")});
        QTRY_COMPARE(f.bodies, (QStringList{QStringLiteral("yes"), QStringLiteral("too")}));
        QCOMPARE(f.a.pulls.front().subscription, QStringLiteral("Aa || C"));
    }

    void silentBrokerIsNamedAndHoldsUpNobody()
    {
        WatchFixture f;
        f.b.silent = true;
        f.a.add(0, 1, "here");
        f.b.add(0, 1, "later");
        f.watch({.from = WatchFrom::oldest()});
        QTRY_COMPARE(f.bodies, QStringList{QStringLiteral("here")});
        QCOMPARE(f.positioned, -1); // read before the other's time is over
        QTRY_COMPARE(f.positioned, 2);
        QCOMPARE(f.troubles, QStringList{QStringLiteral("b (%1)").arg(f.b.server.endpoint().toString())});
        f.b.silent = false;
        QTRY_COMPARE(f.bodies.size(), 2);
        QCOMPARE(f.recoveries, QStringList{QStringLiteral("b")});
        QCOMPARE(f.positioned, 4);
    }

    void missingTopicIsNamedAndHoldsUpNobody()
    {
        tests::ConsumeFixture f;
        f.createTopic(QStringLiteral("here"), 1);
        f.send(QStringLiteral("one"), {}, {}, QStringLiteral("here"));
        QStringList told;
        QStringList bodies;
        const auto feed = std::make_shared<MessageFeed>(1 << 20, MessageFeed::WhenFull::Wait);
        const auto take = [&] {
            for (const auto &batch : feed->drain()) {
                for (const auto &message : batch->messages)
                    bodies << QString::fromUtf8(message.body.view());
            }
            return true;
        };
        const Watcher watcher(f.link->cluster, {.topics = {TopicName(QStringLiteral("nowhere")), TopicName(QStringLiteral("here"))}, .from = WatchFrom::oldest()}, feed,
            [&](const WatchNews &news) {
                if (const auto *missing = std::get_if<watchnews::TopicMissing>(&news))
                    told << QStringLiteral("missing ") + missing->topic.text();
                if (const auto *found = std::get_if<watchnews::TopicFound>(&news))
                    told << QStringLiteral("found ") + found->topic.text();
                if (std::holds_alternative<watchnews::Ended>(news))
                    told << QStringLiteral("ended");
            });
        QTRY_VERIFY(take() && bodies == QStringList{QStringLiteral("one")});
        QCOMPARE(told, QStringList{QStringLiteral("missing nowhere")});
        f.createTopic(QStringLiteral("nowhere"), 1);
        f.send(QStringLiteral("two"), {}, {}, QStringLiteral("nowhere"));
        QTRY_VERIFY(f.tick(milliseconds(1000)) && take() && bodies.contains(QStringLiteral("two")));
        QCOMPARE(told, (QStringList{QStringLiteral("missing nowhere"), QStringLiteral("found nowhere")}));
    }

    void noneOfTheTopicsEndsTheWatch()
    {
        tests::ConsumeFixture f;
        std::optional<Error> ended;
        const Watcher watcher(f.link->cluster, {.topics = {TopicName(QStringLiteral("nowhere")), TopicName(QStringLiteral("neither"))}},
            std::make_shared<MessageFeed>(1 << 20, MessageFeed::WhenFull::Wait), [&ended](const WatchNews &news) {
                if (const auto *end = std::get_if<watchnews::Ended>(&news))
                    ended = end->error;
            });
        QTRY_VERIFY(ended.has_value());
        QCOMPARE(ended->code, 17); // the topic does not exist
    }

    void brokenConnectionGoesOnWhereItWas()
    {
        WatchFixture f;
        f.a.add(0, 1, "one");
        f.watch({.from = WatchFrom::oldest()});
        QTRY_COMPARE(f.bodies.size(), 1);
        f.a.server.closeAll();
        QTRY_COMPARE(f.troubles.size(), 1);
        f.a.add(0, 2, "two");
        f.a.add(1, 2, "two too");
        QTRY_COMPARE(f.bodies.size(), 3);
        QTRY_COMPARE(f.recoveries, QStringList{QStringLiteral("a")});
    }

    void offsetsBelowTheMinimumAreSkippedAndCounted()
    {
        WatchFixture f;
        f.watch({});
        QTRY_COMPARE(f.positioned, 4);
        QTRY_COMPARE(f.a.pulls.size(), std::size_t(2));
        f.watching->pause();
        f.untilHeard();
        for (int i = 0; i < 10; ++i)
            f.a.add(0, i, QByteArray::number(i));
        QTRY_COMPARE(f.bodies, QStringList{QStringLiteral("0")}); // was on its way
        f.a.minimum[0] = 8;
        f.watching->resume();
        QTRY_COMPARE(f.bodies, (QStringList{QStringLiteral("0"), QStringLiteral("8"), QStringLiteral("9")}));
        QTRY_COMPARE(f.watching->progress().skipped, 7);
        QCOMPARE(f.watching->progress().received, quint64(3));
    }

    void refusedOffsetsComeFromTheHeadOfAPull()
    {
        WatchFixture f;
        f.a.refusesOffsets = true;
        for (int i = 0; i < 5; ++i)
            f.a.add(0, i, QByteArray::number(i));
        f.a.minimum[0] = 3;
        f.watch({.from = WatchFrom::oldest()});
        QTRY_COMPARE(f.bodies, (QStringList{QStringLiteral("3"), QStringLiteral("4")}));
        QCOMPARE(f.positioned, 4);
    }

    void timeIsRefusedWhereOffsetsAreRefused()
    {
        WatchFixture f;
        f.a.refusesOffsets = true;
        f.watch({.from = WatchFrom::time(1)});
        QTRY_VERIFY(f.ended);
        QCOMPARE(f.ended->kind, Error::Kind::NotAuthorised);
        QCOMPARE(f.ended->operation, QStringLiteral("SEARCH_OFFSET_BY_TIMESTAMP"));
    }

    void refusedGroupEndsTheWatch()
    {
        WatchFixture f;
        f.a.refusesGroup = f.b.refusesGroup = true;
        f.watch({});
        QTRY_VERIFY(f.ended);
        QCOMPARE(f.ended->kind, Error::Kind::NotAuthorised);
        QVERIFY(f.ended->remark.contains(QLatin1StringView("TOOLS_CONSUMER")));
    }

    void groupThatIsNotThereIsNotCreated()
    {
        WatchFixture f;
        f.watch({.asGroup = ConsumerGroup(QStringLiteral("g2"))});
        QTRY_VERIFY(f.ended);
        QCOMPARE(f.ended->kind, Error::Kind::InvalidArgument);
        QVERIFY(f.a.pulls.empty() && f.b.pulls.empty());
    }

    void readsAsAGroupThatIsThereEvenWhenReadOnly()
    {
        WatchFixture f;
        f.profile.readOnly = true;
        f.a.add(0, 1, "x");
        f.watch({.from = WatchFrom::oldest(), .asGroup = ConsumerGroup(QStringLiteral("g1"))});
        QTRY_COMPARE(f.bodies.size(), 1);
        QCOMPARE(f.a.pulls.front().consumerGroup.text(), QStringLiteral("g1"));
        QCOMPARE(f.a.pulls.front().sysFlag & 1, 0);
    }

    void brokenSqlIsSaidBeforeAnythingIsPulled()
    {
        WatchFixture f;
        f.watch({.sql = QStringLiteral("a > 5 garbage")});
        QTRY_VERIFY(f.ended);
        QCOMPARE(f.ended->kind, Error::Kind::InvalidArgument);
        QVERIFY2(f.ended->remark.contains(QLatin1StringView("column 7")), qPrintable(f.ended->remark));
        QVERIFY(f.a.codes.empty());
    }

    void sqlIsCheckedByEachBrokerFirst()
    {
        WatchFixture f;
        f.watch({.sql = QStringLiteral("a > 5")});
        QTRY_COMPARE(f.positioned, 4);
        QCOMPARE(f.a.codes.front(), 46);
        QCOMPARE(f.b.codes.front(), 46);
        QTRY_VERIFY(!f.a.pulls.empty());
        QCOMPARE(f.a.pulls.front().expressionType, QStringLiteral("SQL92"));
    }

    void slowReaderLosesTheOldestAndSeesHowMany()
    {
        WatchFixture f;
        for (int i = 0; i < 64; ++i)
            f.a.add(0, i, QByteArray(1000, 'x'));
        f.watch({.from = WatchFrom::oldest(), .feedBytes = 40'000});
        f.watching->disconnect(&f.a.server);
        QObject::disconnect(f.watching.get(), &Watch::filled, nullptr, nullptr);
        QTRY_COMPARE(f.watching->counts().put, quint64(64));
        QCOMPARE(f.watching->counts().dropped, quint64(32));
    }

    void slowReaderThatWaitsLosesNothing()
    {
        WatchFixture f;
        for (int i = 0; i < 200; ++i)
            f.a.add(0, i, QByteArray(1000, 'x'));
        f.watch({.from = WatchFrom::oldest(), .feedBytes = 40'000, .whenFull = MessageFeed::WhenFull::Wait});
        QTRY_COMPARE(f.bodies.size(), 200);
        QCOMPARE(f.watching->counts().dropped, quint64(0));
    }

    void opensOneMessageByItsPlace()
    {
        WatchFixture f;
        f.a.add(1, 1, "zero");
        f.a.add(1, 1, "one");
        f.client = std::make_unique<Client>(f.network.address(), f.profile);
        std::optional<Result<protocol::StoredMessage>> found;
        const auto open = [&](qint64 offset) {
            found.reset();
            whenDone(f.client->openMessage(TopicName(QStringLiteral("t")), {BrokerName(QStringLiteral("a")), QueueId(1)}, QueueOffset(offset)), this,
                [&](Result<protocol::StoredMessage> message) { found = std::move(message); });
        };
        open(1);
        QTRY_VERIFY(found);
        QCOMPARE((*found)->body.toByteArray(), QByteArray("one"));
        QCOMPARE((*found)->brokerName.text(), QStringLiteral("a"));
        open(7);
        QTRY_VERIFY(found);
        QCOMPARE(found->error().kind, Error::Kind::NotFound);
    }

    void endsQuietlyWhenItDiesWhilePulling()
    {
        for (int i = 0; i < 20; ++i) {
            WatchFixture f;
            f.a.add(0, 1, "x");
            f.watch({.from = WatchFrom::oldest()});
            if (i % 2)
                QTRY_COMPARE(f.bodies.size(), 1);
            if (i % 4 == 0)
                f.client.reset();
            f.watching.reset();
        }
    }
};

ROCKETDESK_TEST(WatchTest)

#include "tst_watch.moc"
