// SPDX-License-Identifier: Apache-2.0
#include "tests/consumer/watchfixture.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>

using namespace rocketdesk;
using tests::WatchFixture;

/// Watches of queues that are far behind, large, or damaged: what is read at once, and what is held back.
class WatchReadingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

ROCKETDESK_TEST(WatchReadingTest)

#include "tst_watchreading.moc"
