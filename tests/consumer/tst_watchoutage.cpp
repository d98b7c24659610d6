// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/watcher.h"
#include "tests/consumer/consumefixture.h"
#include "tests/consumer/fakebroker.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace std::chrono_literals;
using tests::FakeBroker;
using tests::FakeNameServer;

namespace {

/// Two brokers with one queue each, and a watch on a clock that the test moves.
struct Outage {
    void watch(WatchOptions options)
    {
        if (options.topics.empty())
            options.topics = {TopicName(QStringLiteral("t"))};
        watching = std::make_unique<Watcher>(link.cluster, std::move(options), feed, [this](const WatchNews &told) { hear(told); });
    }
    void hear(const WatchNews &told)
    {
        if (const auto *positioned = std::get_if<watchnews::Positioned>(&told))
            queues = positioned->queues;
        if (const auto *trouble = std::get_if<watchnews::Trouble>(&told))
            news << QStringLiteral("trouble ") + trouble->broker.name.text();
        if (const auto *recovered = std::get_if<watchnews::Recovered>(&told))
            news << QStringLiteral("recovered ") + recovered->broker.text();
        if (const auto *missing = std::get_if<watchnews::TopicMissing>(&told))
            news << QStringLiteral("missing ") + missing->topic.text();
        if (const auto *found = std::get_if<watchnews::TopicFound>(&told))
            news << QStringLiteral("found ") + found->topic.text();
        if (const auto *over = std::get_if<watchnews::Ended>(&told))
            ended = over->error;
    }
    /// Lets time pass and takes what came: for conditions of QTRY_VERIFY.
    bool tick(milliseconds time)
    {
        clock.advance(time);
        return take();
    }
    bool take()
    {
        for (const auto &batch : feed->drain()) {
            for (const auto &message : batch->messages)
                bodies << QString::fromUtf8(message.body.view());
        }
        return true;
    }
    /// The next look for queues, and its answer.
    bool looksForQueues()
    {
        clock.advance(Watcher::LookForQueuesEvery);
        const auto refresh = [this] { return tests::awaited(link.cluster.routes().refresh(TopicName(QStringLiteral("t")), {})).has_value(); };
        return refresh() && refresh(); // the second is asked when the watch has the first
    }

    FakeBroker a{QStringLiteral("a"), 1};
    FakeBroker b{QStringLiteral("b"), 1};
    FakeNameServer names{{&a, &b}};
    ManualClock clock;
    tests::Link link{names.server.endpoint(), clock};
    std::shared_ptr<MessageFeed> feed = std::make_shared<MessageFeed>(1 << 20, MessageFeed::WhenFull::Wait);
    QStringList bodies;
    QStringList news;
    int queues = 0;
    std::optional<Error> ended;
    std::unique_ptr<Watcher> watching;
};

QStringList texts(std::initializer_list<const char *> list)
{
    QStringList texts;
    for (const char *text : list)
        texts << QString::fromLatin1(text);
    return texts;
}

} // namespace

/// Watches of brokers that go and come back, or do a part of their work only.
class WatchOutageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBrokerThatComesBackGoesOnWhereItWas_data()
    {
        QTest::addColumn<WatchFrom>("from");
        QTest::addColumn<QStringList>("before");
        QTest::newRow("newest") << WatchFrom::newest() << QStringList();
        QTest::newRow("oldest") << WatchFrom::oldest() << texts({"old", "older"});
        QTest::newRow("last") << WatchFrom::last(1) << texts({"older"});
    }
    void aBrokerThatComesBackGoesOnWhereItWas()
    {
        QFETCH(const WatchFrom, from);
        QFETCH(const QStringList, before);
        Outage f;
        f.b.add(0, 1, "old");
        f.b.add(0, 2, "older");
        f.watch({.from = from});
        QTRY_VERIFY(f.take() && f.queues == 2 && f.bodies == before);
        f.b.add(0, 3, "new");
        QTRY_VERIFY(f.take() && f.bodies == before + texts({"new"}));
        f.b.routed = false;
        QVERIFY(f.looksForQueues());
        f.b.add(0, 4, "meanwhile");
        f.b.routed = true;
        QTRY_VERIFY(f.tick(1s) && f.bodies.contains(QStringLiteral("meanwhile")));
        f.b.add(0, 5, "later");
        QTRY_VERIFY(f.take() && f.bodies.contains(QStringLiteral("later")));
        QCOMPARE(f.bodies, before + texts({"new", "meanwhile", "later"}));
    }

    void aBrokerThatWasNeverReadBeginsAsTheWatchDid()
    {
        Outage f;
        f.b.add(0, 1, "old");
        f.b.busy = true;
        f.watch({});
        QTRY_COMPARE(f.news, texts({"trouble b"}));
        f.b.routed = false;
        QVERIFY(f.looksForQueues());
        QTRY_VERIFY(f.tick(1s) && f.news.contains(QStringLiteral("recovered b"))); // it is out of the route
        f.b.busy = false;
        f.b.routed = true;
        f.queues = 0;
        QTRY_VERIFY(f.tick(1s) && f.queues == 2);
        QTRY_VERIFY(!f.b.pulls.empty());
        f.b.add(0, 2, "new");
        QTRY_VERIFY(f.take() && !f.bodies.isEmpty());
        QCOMPARE(f.bodies, texts({"new"}));
    }

    void aQueueWhoseLastMessagesCannotBeReadIsNamed()
    {
        Outage f;
        f.a.add(0, 1, "one");
        f.b.add(0, 2, "two");
        f.b.failingPulls = 1;
        f.watch({.from = WatchFrom::last(10)});
        QTRY_VERIFY(f.take() && f.queues == 2);
        QCOMPARE(f.bodies, texts({"one"}));
        QCOMPARE(f.news, texts({"trouble b"}));
        f.b.add(0, 3, "new");
        QTRY_VERIFY(f.take() && f.bodies == texts({"one", "new"}));
        QCOMPARE(f.news, texts({"trouble b", "recovered b"}));
    }

    void aTopicThatIsRefusedIsNamedAndTheOthersGoOn_data()
    {
        QTest::addColumn<bool>("tellsOffsets");
        QTest::newRow("from its offsets on") << false;
        QTest::newRow("by its pulls") << true;
    }
    void aTopicThatIsRefusedIsNamedAndTheOthersGoOn()
    {
        QFETCH(const bool, tellsOffsets);
        Outage f;
        for (FakeBroker *broker : {&f.a, &f.b}) {
            broker->add(0, 1, "old");
            broker->refused = {QStringLiteral("secret")};
            broker->tellsOffsetsOfRefused = tellsOffsets;
        }
        f.watch({.topics = {TopicName(QStringLiteral("secret")), TopicName(QStringLiteral("t"))}});
        QTRY_COMPARE(f.news, texts({"missing secret"}));
        QTRY_VERIFY(!f.a.pulls.empty() && f.queues > 0);
        f.a.add(0, 2, "one");
        QTRY_VERIFY(f.take() && f.bodies == texts({"one"}));
        const auto before = static_cast<std::ptrdiff_t>(f.b.pulls.size());
        const auto isPulled = [&f, before] {
            return std::any_of(f.b.pulls.cbegin() + before, f.b.pulls.cend(), [](const auto &pull) { return pull.topic.text() == QLatin1StringView("secret"); });
        };
        f.a.refused.clear();
        f.b.refused.clear();
        QTRY_VERIFY(f.tick(1s) && isPulled());
        f.b.add(0, 3, "two");
        QTRY_VERIFY(f.take() && f.bodies.count(QStringLiteral("two")) == 2);
        QVERIFY(f.news.contains(QStringLiteral("found secret")));
        QVERIFY(!f.bodies.contains(QStringLiteral("old"))); // that is older than the watch
        QVERIFY(!f.ended);
    }

    void aWatchWhoseTopicsAreAllRefusedEnds_data() { aTopicThatIsRefusedIsNamedAndTheOthersGoOn_data(); }
    void aWatchWhoseTopicsAreAllRefusedEnds()
    {
        QFETCH(const bool, tellsOffsets);
        Outage f;
        for (FakeBroker *broker : {&f.a, &f.b}) {
            broker->refused = {QStringLiteral("secret"), QStringLiteral("hidden")};
            broker->tellsOffsetsOfRefused = tellsOffsets;
        }
        f.watch({.topics = {TopicName(QStringLiteral("secret")), TopicName(QStringLiteral("hidden"))}});
        QTRY_VERIFY(f.ended);
        QCOMPARE(f.ended->kind, Error::Kind::NotAuthorised);
        QCOMPARE(f.queues, tellsOffsets ? 4 : 0);
    }

    void aTopicThatWasMadeAnewIsReadFromItsBeginning()
    {
        Outage f;
        for (int i = 0; i < 5; ++i)
            f.b.add(0, i, "old");
        f.watch({});
        QTRY_COMPARE(f.queues, 2);
        f.b.routed = false;
        QVERIFY(f.looksForQueues());
        f.b.records[0].clear();
        f.b.add(0, 9, "first");
        f.b.routed = true;
        QTRY_VERIFY(f.tick(1s) && !f.bodies.isEmpty());
        QCOMPARE(f.bodies, texts({"first"}));
    }
};

ROCKETDESK_TEST(WatchOutageTest)

#include "tst_watchoutage.moc"
