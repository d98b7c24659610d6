// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/watcher.h"
#include "tests/consumer/consumefixture.h"
#include "tests/consumer/watchfixture.h"
#include "tests/support/heard.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using tests::WatchFixture;

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
        QTRY_COMPARE(f.sorted(), (QStringList{QStringLiteral("also"), QStringLiteral("new")})); // brokers answer in any order
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
        f.profile.timeouts.request = milliseconds(500);
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
        QVERIFY(tests::heard(f.network.address()));
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
