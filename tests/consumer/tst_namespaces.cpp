// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/litepuller.h"
#include "client/consumer/offsetfile.h"
#include "client/consumer/popper.h"
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

#include <QFile>
#include <QTemporaryDir>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString Wire = u"NS%t"_s; // as brokers do
const QString Group = u"NS%g"_s;

std::unique_ptr<Member> memberIn(ConsumeFixture &f, const QString &nameSpace)
{
    auto member = f.member();
    member->options.nameSpace = nameSpace;
    return member;
}

QStringList topicsOf(const Member &member)
{
    QStringList topics;
    for (const protocol::StoredMessage &message : member.messages)
        topics << message.topic.text();
    return topics;
}

/// A consumer of the namespace that is polled.
struct NamespacePoller {
    explicit NamespacePoller(ConsumeFixture &fixture) : f(fixture), link(fixture.box.nameServer(), fixture.clock)
    {
        LitePullOptions options;
        options.consumerGroup = u"g"_s;
        options.consumeFromWhere = u"CONSUME_FROM_FIRST_OFFSET"_s;
        options.nameSpace = u"NS"_s;
        options.autoCommit = false;
        auto made = LitePuller::make(link.cluster, link.membership, options);
        if (!made)
            qFatal("%s", qUtf8Printable(made.error().remark));
        puller = std::move(*made);
    }
    /// The first batch that is not empty; an empty one where none comes.
    LiteBatch poll()
    {
        std::optional<Result<LiteBatch>> got;
        QObject context;
        const auto asked = [&] {
            got.reset();
            whenDone(puller->poll(200ms), &context, [&got](Result<LiteBatch> batch) { got = std::move(batch); });
            (void)QTest::qWaitFor([&] { return got.has_value() || (f.tick(50ms) && got.has_value()); }, 5'000);
            return got && *got && !(*got)->messages.empty();
        };
        for (int i = 0; i < 20 && !asked(); ++i) { }
        return got && *got ? **got : LiteBatch();
    }

    ConsumeFixture &f;
    tests::Link link;
    std::unique_ptr<LitePuller> puller;
};

} // namespace

/// Consumers whose topics and groups lie in a namespace: brokers know them with it, programs without.
class NamespacesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListenerSeesNamesWithoutIt()
    {
        ConsumeFixture f;
        f.createTopic(Wire, 1);
        const auto member = memberIn(f, u"NS"_s);
        member->start();
        f.send(u"x"_s, {}, {}, Wire);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        QCOMPARE(topicsOf(*member), QStringList{T});
        QCOMPARE(member->contexts.front().queue, queue(0));
        QTRY_VERIFY(f.tick() && f.stored(0, Wire, Group) == 1);
        QVERIFY(f.ask(commands::GetConsumerConnectionList{ConsumerGroup(Group)}));
        const auto info = member->consumer->runningInfo(); // for brokers
        QCOMPARE(info.properties.value(u"consumerGroup"_s), Group);
        QVERIFY(info.mqTable.contains({TopicName(Wire), BrokerName(u"broker-a"_s), QueueId(0)}));
    }

    void whatFailsComesAgainUnderItsTopic_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addRow("concurrently") << static_cast<int>(MessageListener::Kind::Concurrently);
        QTest::addRow("orderly") << static_cast<int>(MessageListener::Kind::Orderly);
    }
    void whatFailsComesAgainUnderItsTopic()
    {
        QFETCH(const int, kind);
        ConsumeFixture f;
        f.createTopic(Wire, 1);
        const auto member = memberIn(f, u"NS"_s);
        member->kind = static_cast<MessageListener::Kind>(kind);
        member->options.maxReconsumeTimes = 1;
        member->answers = [](const auto &, const auto &) { return ready<ConsumeOutcome>(ConsumeOutcome::later()); };
        member->start();
        f.send(u"bad"_s, {}, {}, Wire);
        QTRY_VERIFY(f.tick() && f.deadLetters(Group) == 1);
        QCOMPARE(topicsOf(*member), (QStringList{T, T}));
        const bool sentBack = member->kind == MessageListener::Kind::Concurrently;
        QCOMPARE(member->contexts.back().queue.topic.text(), sentBack ? u"%RETRY%g"_s : T);
    }

    void membersOfOneNameInTwoNamespacesDoNotMeet()
    {
        ConsumeFixture f;
        f.createTopic(u"A%t"_s, 1);
        f.createTopic(u"B%t"_s, 1);
        const auto a = memberIn(f, u"A"_s);
        const auto b = memberIn(f, u"B"_s);
        const auto outside = f.member();
        outside->group = u"outside"_s;
        a->start();
        b->start();
        outside->start(u"A%t"_s);
        f.send(u"for a"_s, {}, {}, u"A%t"_s);
        f.send(u"for b"_s, {}, {}, u"B%t"_s);
        QTRY_VERIFY(f.tick() && a->bodies.size() == 1 && b->bodies.size() == 1 && outside->bodies.size() == 1);
        QCOMPARE(a->bodies, QStringList{u"for a"_s});
        QCOMPARE(b->bodies, QStringList{u"for b"_s});
        QCOMPARE(topicsOf(*a) + topicsOf(*b), (QStringList{T, T}));
        QCOMPARE(topicsOf(*outside), QStringList{u"A%t"_s});
    }

    void subscriptionsTakeEitherName()
    {
        Subscriptions subscriptions(ConsumerGroup(u"g"_s), protocol::NameSpace(u"NS"_s));
        QVERIFY(subscriptions.byTags(TopicName(T), u"A"_s, 1).has_value());
        QVERIFY(subscriptions.byTags(TopicName(Wire), u"A"_s, 1).has_value());
        QCOMPARE(subscriptions.all().size(), std::size_t(1));
        QCOMPARE(subscriptions.all().begin()->first.text(), Wire);
        QVERIFY(subscriptions.find(TopicName(T)) && subscriptions.find(TopicName(Wire)));
        QVERIFY(subscriptions.remove(TopicName(T)));
        QVERIFY(subscriptions.all().empty());
        QVERIFY(!subscriptions.byTags(TopicName(QString(126, u't')), u"*"_s, 1)); // brokers would see 129 letters
    }

    void broadcastersKeepTheirOffsetsUnderBrokersNames()
    {
        ConsumeFixture f;
        f.createTopic(Wire, 1);
        const QTemporaryDir folder;
        const auto member = memberIn(f, u"NS"_s);
        member->options.messageModel = u"BROADCASTING"_s;
        member->options.offsetStorePath = folder.path();
        member->start();
        f.send(u"x"_s, {}, {}, Wire);
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        member->stop();
        QTRY_VERIFY(member->stopped);
        QFile file(folder.filePath(offsetFileName(ConsumerGroup(Group))));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const OffsetFile kept = loadOffsetFile(file.readAll(), {});
        QCOMPARE(kept.offsets.value({TopicName(Wire), BrokerName(u"broker-a"_s), QueueId(0)}), QueueOffset(1));
    }

    void aSubscriptionThatIsPolledShowsNamesWithoutIt()
    {
        ConsumeFixture f;
        f.createTopic(Wire, 1);
        f.send(u"0"_s, {}, {}, Wire);
        f.send(u"1"_s, {}, {}, Wire);
        NamespacePoller poller(f);
        QVERIFY(f.result(poller.puller->subscribe(TopicName(T), u"*"_s, u"TAG"_s)).has_value());
        QTRY_VERIFY(f.tick() && poller.puller->assignment().size() == 1);
        QCOMPARE(poller.puller->assignment().front(), queue(0));
        const LiteBatch batch = poller.poll();
        QCOMPARE(batch.queue, queue(0));
        QCOMPARE(batch.messages.size(), std::size_t(2));
        QCOMPARE(batch.messages.back().topic.text(), T);
        QVERIFY(f.result(poller.puller->commit()).has_value());
        QCOMPARE(f.stored(0, Wire, Group), 2);
        poller.puller->unsubscribe(TopicName(T));
        QTRY_VERIFY(f.tick() && poller.puller->assignment().empty());
    }

    void queuesOfAPolledConsumerAreNamedWithoutIt()
    {
        ConsumeFixture f;
        f.createTopic(Wire, 1);
        f.send(u"0"_s, {}, {}, Wire);
        f.send(u"1"_s, {}, {}, Wire);
        NamespacePoller poller(f);
        const auto all = f.result(poller.puller->messageQueues(TopicName(T)));
        QVERIFY(all.has_value());
        QCOMPARE(*all, LitePuller::Queues{queue(0)});
        const auto early = f.result(poller.puller->seek(queue(0), SeekTo::begin()));
        QCOMPARE(early.error().remark, u"the queue t broker-a 0 is not read"_s);
        QVERIFY(poller.puller->assign(*all, u"*"_s).has_value());
        QTRY_VERIFY(f.tick() && poller.puller->assignment() == *all);
        QVERIFY(f.result(poller.puller->seek(queue(0), SeekTo::to(QueueOffset(1)))).has_value());
        QCOMPARE(poller.poll().messages.size(), std::size_t(1));
        const auto beyond = f.result(poller.puller->seek(queue(0), SeekTo::to(QueueOffset(3))));
        QCOMPARE(beyond.error().remark, u"the queue t broker-a 0 has offsets from 0 to 2, not 3"_s);
        poller.puller->setPaused({queue(0)}, true);
        QVERIFY(f.result(poller.puller->seek(queue(0), SeekTo::begin())).has_value());
        QVERIFY(poller.poll().messages.empty());
        poller.puller->setPaused({queue(0)}, false);
        QCOMPARE(poller.poll().messages.size(), std::size_t(2));
        QVERIFY(f.result(poller.puller->commitOffsets({{queue(0), QueueOffset(1)}})).has_value());
        QCOMPARE(f.stored(0, Wire, Group), 1);
        QCOMPARE(f.result(poller.puller->committed(queue(0))).value_or(std::nullopt), std::optional(QueueOffset(1)));
        QCOMPARE(f.result(poller.puller->offsetForTimestamp(queue(0), 0)).value_or(QueueOffset(-1)), QueueOffset(0));
    }

    void whatIsPoppedShowsItsTopicWithoutIt()
    {
        ConsumeFixture f;
        f.createTopic(Wire, 1);
        PopOptions options;
        options.group = ConsumerGroup(u"g"_s);
        options.topic = TopicName(T);
        options.nameSpace = u"NS"_s;
        const auto popper = Popper::make(f.link->cluster, f.link->membership, options, [](const ConsumerNews &) {});
        QVERIFY(popper.has_value());
        const auto take = [&] {
            auto batch = f.result((*popper)->receive(32, 5s));
            for (int tries = 0; !batch && batch.error().kind == Error::Kind::Closed && tries < 3; ++tries) { // idle for too long
                f.tick(2s);
                batch = f.result((*popper)->receive(32, 5s));
            }
            return batch.value_or(PoppedBatch());
        };
        f.send(u"x"_s, {}, {}, Wire);
        const PoppedBatch first = take();
        QCOMPARE(first.size(), std::size_t(1));
        QCOMPARE(first.front().message.topic.text(), T);
        QCOMPARE(first.front().ticket.topic.text(), Wire);
        f.tick(61s);
        const PoppedBatch again = take();
        QCOMPARE(again.size(), std::size_t(1));
        QCOMPARE(again.front().message.topic.text(), T);
        QCOMPARE(again.front().message.reconsumeTimes, 1);
        const auto longer = f.result((*popper)->changeInvisible(again.front().ticket, 3min));
        QVERIFY2(longer.has_value(), qPrintable(longer ? QString() : longer.error().remark));
        QVERIFY(f.result((*popper)->acknowledge(*longer)).has_value());
        QVERIFY(f.ask(commands::GetConsumerConnectionList{ConsumerGroup(Group)}));
    }

    void tracesNameNoNamespace()
    {
        struct Records final : TraceSink {
            void add(std::vector<protocol::TraceRecord> more) override { all.insert(all.end(), more.begin(), more.end()); }
            std::vector<protocol::TraceRecord> all;
        } records;
        ConsumeFixture f;
        f.createTopic(Wire, 1);
        const auto member = memberIn(f, u"NS"_s);
        member->trace = &records;
        member->start();
        f.send(u"x"_s, {}, {}, Wire);
        QTRY_VERIFY(f.tick() && records.all.size() == 2);
        for (const protocol::TraceRecord &record : records.all)
            QCOMPARE(record.groupName, u"g"_s);
    }
};

ROCKETDESK_TEST(NamespacesTest)
#include "tst_namespaces.moc"
