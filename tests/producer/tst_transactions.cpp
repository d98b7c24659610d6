// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandbox.h"
#include "client/client.h"
#include "client/messageproducer.h"
#include "client/networkthread.h"
#include "client/transactionproducer.h"
#include "tests/support/awaited.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using rocketdesk::tests::awaited;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A sandbox on a clock of the test, and a client of it.
struct World {
    World() : sandbox({.demoData = false}, clock)
    {
        started = sandbox.start().has_value();
        client = std::make_unique<Client>(network.address(), Profile{.nameServers = {sandbox.nameServer()}});
    }

    [[nodiscard]] qint64 stored(const QString &topic)
    {
        qint64 sum = 0;
        for (int queue = 0; queue < 4; ++queue) {
            const auto offset = awaited(client->ask(commands::GetMaxOffset{.topic = TopicName(topic), .queueId = QueueId(queue)}, Target::of(BrokerName(u"broker-a"_s))));
            sum += offset ? offset->offset.value() : 0;
        }
        return sum;
    }
    [[nodiscard]] bool knows(const QString &group)
    {
        return awaited(client->ask(commands::GetProducerConnectionList{.producerGroup = ProducerGroup(group)}, Target::of(BrokerName(u"broker-a"_s)))).has_value();
    }
    /// Moves the sandbox's time on until this holds.
    [[nodiscard]] bool until(const std::function<bool()> &holds, milliseconds step = milliseconds(500))
    {
        return rocketdesk::tests::eventually([&] {
            clock.advance(step);
            return holds();
        });
    }

    ManualClock clock{QDateTime::currentMSecsSinceEpoch()};
    sandbox::Sandbox sandbox;
    bool started = false;
    NetworkThread network;
    std::unique_ptr<Client> client;
};

/// Answers what it is told to, and remembers what it was asked.
struct Listener final : TransactionListener {
    explicit Listener(TransactionState atOnce, TransactionState whenChecked = TransactionState::Commit) : atOnce(atOnce), whenChecked(whenChecked) {}
    Pending<TransactionState> execute(const OutgoingMessage &order, const QString &id) override
    {
        executed << id;
        properties = order.properties;
        return atOnceFails ? readyFailed<TransactionState>(*atOnceFails) : ready<TransactionState>(atOnce);
    }
    Pending<TransactionState> check(const protocol::StoredMessage &order, const QString &) override
    {
        checked << order.messageId();
        return ready<TransactionState>(whenChecked);
    }
    TransactionState atOnce;
    TransactionState whenChecked;
    std::optional<Error> atOnceFails;
    protocol::Properties properties;
    QStringList executed;
    QStringList checked;
};

OutgoingMessage order(const QString &topic = u"T"_s)
{
    return {.topic = TopicName(topic), .body = "work"};
}

TransactionOptions group(const QString &name)
{
    TransactionOptions options;
    options.producer.producerGroup = name;
    return options;
}

} // namespace

/// Transactions from the call to the consumer, against the sandbox.
class TransactionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitDeliversAndRollbackDoesNot()
    {
        World world;
        QVERIFY(world.started);
        const auto listener = std::make_shared<Listener>(TransactionState::Commit);
        const auto producer = world.client->transactionProducer(group(u"pg"_s), listener);
        const auto sent = awaited(producer->send(order()));
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().remark));
        QVERIFY(sent->isCommit() && !sent->isRollback() && !sent->notTold);
        QCOMPARE(sent->transactionId, sent->messageId);
        QCOMPARE(listener->executed, QStringList{sent->messageId});
        QCOMPARE(listener->properties.value(protocol::property::TransactionId, {}), sent->transactionId);
        QTRY_COMPARE(world.stored(u"T"_s), 1);

        listener->atOnce = TransactionState::Rollback;
        const auto undone = awaited(producer->send(order()));
        QVERIFY(undone && undone->isRollback());
        for (int i = 0; i < 10; ++i) { // a minute, in which the broker asks about what is open
            world.clock.advance(std::chrono::seconds(6));
            QCOMPARE(world.stored(u"T"_s), 1);
        }
        QVERIFY(listener->checked.isEmpty());
        const auto statistics = awaited(producer->statistics());
        QVERIFY(statistics);
        QCOMPARE(statistics->halfSent, 2U);
        QCOMPARE(statistics->committed, 1U);
        QCOMPARE(statistics->rolledBack, 1U);
    }

    void unknownIsAskedAboutAndThenDelivered()
    {
        World world;
        const auto listener = std::make_shared<Listener>(TransactionState::Unknown);
        const auto producer = world.client->transactionProducer(group(u"pg"_s), listener);
        const auto sent = awaited(producer->send(order()));
        QVERIFY(sent);
        QCOMPARE(sent->state, TransactionState::Unknown);
        QCOMPARE(world.stored(u"T"_s), 0);
        QTRY_VERIFY(world.knows(u"pg"_s));
        QVERIFY(world.until([&] { return !listener->checked.isEmpty(); }));
        QCOMPARE(listener->checked.front(), sent->messageId);
        QTRY_COMPARE(world.stored(u"T"_s), 1);
        const auto statistics = awaited(producer->statistics());
        QCOMPARE(statistics->unknown, 1U);
        QCOMPARE(statistics->committed, 1U);
        QVERIFY(statistics->checks >= 1U);
    }

    void whatNobodyEndsIsGivenUp_data()
    {
        QTest::addColumn<bool>("down"); // the broker, for longer than it keeps messages
        QTest::addColumn<int>("copies"); // of the half message: itself, and one a check
        QTest::newRow("after fifteen checks that nobody answered") << false << 16;
        QTest::newRow("after 72 hours") << true << 1;
    }
    void whatNobodyEndsIsGivenUp()
    {
        QFETCH(bool, down);
        QFETCH(int, copies);
        World world;
        auto producer = world.client->transactionProducer(group(u"pg"_s), std::make_shared<Listener>(TransactionState::Unknown));
        QVERIFY(awaited(producer->send(message())));
        QTRY_VERIFY(world.knows(u"pg"_s));
        producer.reset();
        QTRY_VERIFY(!world.knows(u"pg"_s));
        if (down) {
            world.sandbox.stopBroker(BrokerName(u"broker-a"_s));
            world.clock.advance(std::chrono::hours(73));
            QVERIFY(world.sandbox.startBroker(BrokerName(u"broker-a"_s)).has_value());
        }
        QVERIFY(world.until([&] { return world.stored(u"TRANS_CHECK_MAX_TIME_TOPIC"_s) == 1; }));
        for (int i = 0; i < 10; ++i)
            world.clock.advance(std::chrono::seconds(30));
        QCOMPARE(world.stored(u"TRANS_CHECK_MAX_TIME_TOPIC"_s), 1);
        QCOMPARE(world.stored(u"RMQ_SYS_TRANS_HALF_TOPIC"_s), copies);
        QCOMPARE(world.stored(u"T"_s), 0);
    }

    void failedWorkIsUnknownWithItsWords()
    {
        World world;
        const auto listener = std::make_shared<Listener>(TransactionState::Commit);
        listener->atOnceFails = Error{.kind = Error::Kind::Local, .remark = u"db down"_s};
        const auto producer = world.client->transactionProducer(group(u"pg"_s), listener);
        const auto sent = awaited(producer->send(order()));
        QVERIFY(sent);
        QCOMPARE(sent->state, TransactionState::Unknown);
        QCOMPARE(sent->remark, u"db down"_s);
    }

    void everyGroupIsAskedForItself() // T-43
    {
        World world;
        ProducerOptions plain;
        plain.producerGroup = u"plain"_s;
        const auto ordinary = world.client->producer(plain);
        const auto one = std::make_shared<Listener>(TransactionState::Unknown);
        const auto two = std::make_shared<Listener>(TransactionState::Unknown, TransactionState::Rollback);
        const auto first = world.client->transactionProducer(group(u"one"_s), one);
        const auto second = world.client->transactionProducer(group(u"two"_s), two);
        QVERIFY(awaited(ordinary->send(order())));
        const auto ofOne = awaited(first->send(order()));
        const auto ofTwo = awaited(second->send(order()));
        QVERIFY(ofOne && ofTwo);
        for (const QString &name : {u"plain"_s, u"one"_s, u"two"_s})
            QTRY_VERIFY(world.knows(name));
        QVERIFY(world.until([&] { return !one->checked.isEmpty() && !two->checked.isEmpty(); }));
        QCOMPARE(one->checked.front(), ofOne->messageId);
        QCOMPARE(two->checked.front(), ofTwo->messageId);
        QTRY_COMPARE(world.stored(u"T"_s), 2); // the ordinary one and the committed one
    }

    void oneGroupHasOneProducer()
    {
        World world;
        const auto first = world.client->transactionProducer(group(u"pg"_s), createSimpleTransactionListener());
        const auto second = world.client->transactionProducer(group(u"pg"_s), createSimpleTransactionListener());
        const auto refused = awaited(second->send(order()));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::InvalidArgument);
        QVERIFY(awaited(first->send(order())));
    }

    void producerOfOptionsSendsUnderItsGroup()
    {
        World world;
        ProducerOptions options = ProducerOptions::preset(u"testing");
        options.producerGroup = u"orders"_s;
        const auto producer = world.client->producer(options);
        QVERIFY(awaited(producer->send(order())));
        const auto batch = awaited(producer->sendBatch({order(), order(), order()}));
        QVERIFY(batch);
        QCOMPARE(batch->size(), std::size_t(3));
        QTRY_VERIFY(world.knows(u"orders"_s));
        QCOMPARE(world.stored(u"T"_s), 4);
        const auto statistics = awaited(producer->statistics());
        QCOMPARE(statistics->stored(), 2U); // requests

        options.routingStrategy = u"best"_s;
        options.producerGroup = u"others"_s;
        const auto wrong = world.client->producer(options);
        QCOMPARE(awaited(wrong->send(order())).error().kind, Error::Kind::InvalidArgument);
    }

    void largeMessageGoesThrough() // T-39
    {
        World world;
        OutgoingMessage large = order();
        large.body = QByteArray(3'900'000, 'x');
        const auto sent = awaited(world.client->send(large));
        QVERIFY2(sent, qPrintable(sent ? QString() : sent.error().remark));
    }

    void requestEndsWithItsReply()
    {
        World world;
        QVERIFY(awaited(world.client->send(order())));
        std::optional<Result<protocol::StoredMessage>> reply;
        QObject context;
        OutgoingMessage asking = order(u"T"_s);
        asking.body = "question";
        whenDone(world.client->request(asking, std::chrono::seconds(5)), &context, [&](Result<protocol::StoredMessage> answer) { reply = std::move(answer); });
        QTRY_COMPARE(world.stored(u"T"_s), 2);
        Client other(world.network.address(), world.client->profile());
        std::optional<protocol::StoredMessage> request;
        for (int queue = 0; queue < 4 && !request; ++queue) {
            for (int offset = 0; offset < 2 && !request; ++offset) {
                const auto found = awaited(other.openMessage(TopicName(u"T"_s), {BrokerName(u"broker-a"_s), QueueId(queue)}, QueueOffset(offset)));
                if (found && found->body.toByteArray() == "question")
                    request = *found;
            }
        }
        QVERIFY(request);
        QVERIFY(!request->propertyText(protocol::property::CorrelationId).isEmpty());
        const auto replied = awaited(other.reply(*request, "answer"));
        QVERIFY2(replied, qPrintable(replied ? QString() : replied.error().remark));
        QTRY_VERIFY(reply);
        QVERIFY2(reply->has_value(), qPrintable(reply->has_value() ? QString() : reply->error().remark));
        QCOMPARE((*reply)->body.toByteArray(), QByteArray("answer"));
    }

    void requestWithoutAReplyEndsInTime()
    {
        World world;
        QVERIFY(awaited(world.client->send(order())));
        const auto reply = awaited(world.client->request(order(), milliseconds(200)));
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::Timeout);
    }

    void replyToWhatAsksForNoneSaysSo()
    {
        World world;
        const auto replied = awaited(world.client->reply(protocol::StoredMessage(), "answer"));
        QVERIFY(!replied);
        QCOMPARE(replied.error().kind, Error::Kind::NotFound);
    }

    void recalledTimerIsNotDelivered()
    {
        World world;
        QVERIFY(awaited(world.client->send(order())));
        const auto timer = awaited(world.client->send(order(), {.deliverAt = QDateTime::currentMSecsSinceEpoch() + 60'000}));
        QVERIFY2(timer, qPrintable(timer ? QString() : timer.error().remark));
        QVERIFY(!timer->recallHandle.isEmpty());
        const auto forbidden = awaited(world.client->recall(TopicName(u"T"_s), timer->recallHandle));
        QVERIFY(!forbidden);
        QCOMPARE(forbidden.error().code, 16);
        QVERIFY(awaited(world.client->ask(commands::UpdateBrokerConfig{.body = u"recallMessageEnable=true"_s}, Target::of(BrokerName(u"broker-a"_s)))));
        const auto recalled = awaited(world.client->recall(TopicName(u"T"_s), timer->recallHandle));
        QVERIFY2(recalled, qPrintable(recalled ? QString() : recalled.error().remark));
        QCOMPARE(*recalled, timer->messageId);
        for (int i = 0; i < 10; ++i)
            world.clock.advance(std::chrono::seconds(10));
        QCOMPARE(world.stored(u"T"_s), 1);
    }
};

ROCKETDESK_TEST(TransactionsTest)
#include "tst_transactions.moc"
