// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/litepuller.h"
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;

namespace {

/// Nobody is in the group, as this client and the broker see it.
bool isLeft(ConsumeFixture &f, const Link &link)
{
    return link.membership.consumer(G) == nullptr && !f.ask(commands::GetConsumerListByGroup{G}).has_value();
}

void delay(ConsumeFixture &f, int code)
{
    f.box.faults().add({.code = code}, {.kind = sandbox::Fault::Kind::Delay, .delay = 500ms});
}

/// A member with one message done and one in its hands.
struct Busy {
    explicit Busy(ConsumeFixture &f) : member(f.member())
    {
        f.createTopic(T, 1);
        f.sendMany(2);
        member->options.persistInterval = 3'600'000;
        member->answers = [this](const protocol::StoredMessage &message, const auto &) {
            return message.body.view() == "0000" ? ready<ConsumeOutcome>(ConsumeOutcome::success()) : held.pending();
        };
        member->start();
        begun = tests::eventually([&] { return f.tick() && member->bodies.size() == 2 && member->running == 1; });
    }

    Promise<ConsumeOutcome> held;
    std::unique_ptr<Member> member;
    bool begun = false;
};

/// A consumer that is polled, and how its calls ended.
struct Polled {
    explicit Polled(ConsumeFixture &f) : link(f.box.nameServer(), f.clock)
    {
        LitePullOptions options;
        options.consumerGroup = G.text();
        options.consumeFromWhere = QStringLiteral("CONSUME_FROM_FIRST_OFFSET");
        auto made = LitePuller::make(link.cluster, link.membership, options);
        if (!made)
            qFatal("%s", qUtf8Printable(made.error().remark));
        puller = made->release();
    }
    ~Polled() { delete puller.data(); }
    void subscribe()
    {
        whenDone(puller->subscribe(TopicName(T), QStringLiteral("*"), QStringLiteral("TAG")), &context, [this](Result<void> result) { subscribed << result; });
    }
    void poll(milliseconds wait)
    {
        whenDone(puller->poll(wait), &context, [this](const Result<LiteBatch> &batch) { polled << static_cast<int>(batch ? batch->messages.size() : -1); });
    }
    void stop()
    {
        whenDone(puller->shutdown(), &context, [this](Result<void> result) { stopped << result; });
    }

    Link link;
    QPointer<LitePuller> puller;
    QObject context;
    QList<Result<void>> subscribed;
    QList<Result<void>> stopped;
    QList<int> polled; ///< messages, -1 for none at all
};

} // namespace

/// Consumers that end while something of them is under way: each call ends once, and nothing of them stays.
class ConsumerEndsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shutDownWhileItStartsItIsInNoGroup_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("while it looks for its topics") << 105;
        QTest::newRow("while it asks for its filter") << 46;
        QTest::newRow("while it joins") << 34;
    }
    void shutDownWhileItStartsItIsInNoGroup()
    {
        QFETCH(const int, code);
        ConsumeFixture f;
        f.createTopic(T, 1);
        delay(f, code);
        const auto member = f.member();
        member->sql = code == 46;
        member->start({{T, member->sql ? QStringLiteral("a = 1") : QStringLiteral("*")}});
        QTRY_VERIFY(member->link.asked(code));
        QVERIFY(!member->started);
        member->stop();
        QTRY_VERIFY(f.tick() && member->started && member->stopped);
        QVERIFY(!member->started->has_value());
        QCOMPARE(member->started->error().kind, Error::Kind::Cancelled);
        QVERIFY(member->stopped->has_value());
        f.box.faults().clear();
        QVERIFY(member->link.membership.consumer(G) == nullptr);
        QTRY_VERIFY(f.tick() && isLeft(f, member->link));
        QCOMPARE(member->queues, 0);
    }

    void whatIsGivenUpIsStoredBeforeTheEnd()
    {
        ConsumeFixture f;
        f.createTopic(T, 4);
        const auto member = f.member();
        member->options.persistInterval = 3'600'000;
        member->start();
        QTRY_VERIFY(f.tick() && member->queues == 5);
        f.sendMany(8);
        QTRY_COMPARE(member->bodies.size(), 8);
        f.box.faults().add({.code = 15, .times = 1}, {.kind = sandbox::Fault::Kind::Delay, .delay = 500ms});
        member->consumer->setSubscriptions(Subscriptions(G));
        QTRY_COMPARE(f.stored(0), 2); // and the answer is out
        member->stop();
        QVERIFY(f.result(member->link.cluster.ask(commands::GetConsumerListByGroup{G}, rocketdesk::Target::of(queue(0).broker), {})).has_value());
        QVERIFY(!member->link.asked(35));
        f.tick(500ms);
        QTRY_VERIFY(member->stopped);
        QVERIFY(member->stopped->has_value());
        for (int queue = 0; queue < 4; ++queue)
            QCOMPARE(f.stored(queue), 2);
    }

    void aStartThatIsCancelledCanBeTriedAgain()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        delay(f, 34);
        Link link(f.box.nameServer(), f.clock);
        ConsumerOptions options = Member::fromTheFirst();
        options.consumerGroup = G.text();
        const auto settings = ConsumerSettings::of(options, MessageListener::Kind::Concurrently, f.clock.wallMs());
        QVERIFY(settings.has_value());
        Subscriptions topics(G);
        QVERIFY(topics.byTags(TopicName(T), {}, 1).has_value());
        GroupConsumer consumer(link.cluster, link.membership, *settings, topics, {}, [](const auto &) {});
        auto call = whenDone(consumer.start(), this, [](const Result<void> &) {});
        QTRY_VERIFY(link.membership.consumer(G) != nullptr);
        call.cancel();
        QVERIFY(link.membership.consumer(G) == nullptr);
        f.box.faults().clear();
        QVERIFY(f.result(consumer.start()).has_value());
        std::optional<Result<void>> stopped;
        whenDone(consumer.shutdown(0ms), this, [&stopped](const Result<void> &result) { stopped = result; });
        QTRY_VERIFY(f.tick() && stopped);
        QVERIFY(stopped->has_value());
        QTRY_VERIFY(isLeft(f, link));
    }

    void abandonedWhileItShutsDownItEndsInOrder()
    {
        ConsumeFixture f;
        Busy busy(f);
        QVERIFY(busy.begun);
        busy.member->stop(10s);
        const QPointer<GroupConsumer> consumer = busy.member->consumer.release();
        consumer->abandon();
        QTRY_VERIFY(consumer.isNull()); // without waiting for the listener any more
        QVERIFY(busy.member->stopped);
        QVERIFY2(busy.member->stopped->has_value(), qPrintable(*busy.member->stopped ? QString() : busy.member->stopped->error().remark));
        QCOMPARE(f.stored(0), 1);
        QVERIFY(isLeft(f, busy.member->link));
    }

    void aShutdownThatIsCancelledGoesOn()
    {
        ConsumeFixture f;
        Busy busy(f);
        QVERIFY(busy.begun);
        auto call = whenDone(busy.member->consumer->shutdown(10s), this, [](const Result<void> &) {});
        call.cancel();
        busy.member->stop(); // the least patient decides
        QTRY_VERIFY(busy.member->stopped);
        QVERIFY(busy.member->stopped->has_value());
        QCOMPARE(f.stored(0), 1);
        QVERIFY(isLeft(f, busy.member->link));
    }

    void aPolledConsumerThatIsAbandonedWhileItShutsDownEndsInOrder()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(1);
        Polled polled(f);
        polled.subscribe();
        QTRY_VERIFY(f.tick() && !polled.puller->assignment().empty());
        polled.poll(60s);
        QTRY_COMPARE(polled.polled, QList<int>{1});
        polled.poll(60s); // what came is done, and nothing else is there
        delay(f, 15);
        polled.stop();
        QTRY_VERIFY(polled.link.asked(15));
        polled.puller->abandon();
        QTRY_VERIFY(f.tick() && polled.puller.isNull());
        QCOMPARE(polled.polled, (QList<int>{1, -1}));
        QCOMPARE(polled.stopped.size(), 1);
        QVERIFY2(polled.stopped.front().has_value(), qPrintable(polled.stopped.front() ? QString() : polled.stopped.front().error().remark));
        QCOMPARE(f.stored(0), 1);
        QVERIFY(isLeft(f, polled.link));
    }

    void aPolledConsumerThatIsShutDownWhileItSubscribesIsInNoGroup()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        delay(f, 34);
        Polled polled(f);
        polled.subscribe();
        QTRY_VERIFY(polled.link.asked(34) || polled.subscribed.size() == 1);
        polled.stop();
        QTRY_VERIFY(f.tick() && polled.subscribed.size() == 1 && polled.stopped.size() == 1);
        f.box.faults().clear();
        QTRY_VERIFY(f.tick() && isLeft(f, polled.link));
        QVERIFY(polled.puller->assignment().empty());
    }
};

ROCKETDESK_TEST(ConsumerEndsTest)

#include "tst_consumerends.moc"
