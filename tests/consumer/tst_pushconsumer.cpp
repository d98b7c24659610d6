// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "client/client.h"
#include "client/consumer/subscriptions.h"
#include "client/networkthread.h"
#include "client/pushconsumer.h"
#include "tests/support/awaited.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace rocketdesk;

namespace {

sandbox::SandboxOptions quiet()
{
    sandbox::SandboxOptions options;
    options.demoData = false;
    options.rate = 0;
    return options;
}

ConsumerOptions ofGroup(const QString &group)
{
    ConsumerOptions options;
    options.consumerGroup = group;
    options.consumeFromWhere = QStringLiteral("CONSUME_FROM_FIRST_OFFSET");
    options.persistInterval = 200;
    return options;
}

const TopicName Topic(QStringLiteral("t"));

} // namespace

/// The consumer as users of the library have it: two threads, real time.
class PushConsumerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_cluster = std::make_unique<sandbox::SandboxThread>(quiet());
        QVERIFY(m_cluster->started().has_value());
        m_profile.nameServers = {m_cluster->nameServer()};
        m_client = std::make_unique<Client>(m_network.address(), m_profile);
        for (int i = 0; i < 5; ++i) {
            const auto sent = result(m_client->send({.topic = Topic, .body = QByteArray::number(i)}));
            QVERIFY2(sent.has_value(), qPrintable(sent ? QString() : sent.error().remark));
        }
    }
    void cleanupTestCase()
    {
        m_client.reset();
        m_cluster.reset();
    }

    void theListenerRunsInTheThreadThatMadeIt()
    {
        QStringList bodies;
        QThread *seen = nullptr;
        const auto consumer = m_client->pushConsumer(ofGroup(QStringLiteral("g1")), MessageListener::concurrently([&](const ConsumeBatch &batch, const ConsumeContext &) {
            seen = QThread::currentThread();
            for (const auto &message : batch->messages)
                bodies << QString::fromUtf8(message.body.view());
            return ready<ConsumeOutcome>(ConsumeOutcome::success());
        }));
        QVERIFY(consumer->subscribe(Topic).has_value());
        QSignalSpy assigned(consumer.get(), &PushConsumer::assigned);
        QVERIFY(result(consumer->start()).has_value());
        QTRY_COMPARE(bodies.size(), 5);
        QCOMPARE(seen, QThread::currentThread());
        QVERIFY(!assigned.isEmpty());
        const auto info = result(consumer->runningInfo());
        QVERIFY(info.has_value());
        QVERIFY(info->properties.contains(QStringLiteral("PROP_CONSUME_TYPE")));
        QVERIFY(result(consumer->shutdown()).has_value());
        QCOMPARE(stored(QStringLiteral("g1")), 5);
    }

    void whatWasAcknowledgedIsStoredWhenItDiesWithoutAWord()
    {
        int seen = 0;
        auto consumer = m_client->pushConsumer(ofGroup(QStringLiteral("g2")), MessageListener::orderly([&](const ConsumeBatch &, const ConsumeContext &) {
            ++seen;
            return ready<ConsumeOutcome>(ConsumeOutcome::success());
        }));
        QVERIFY(consumer->subscribe(Topic).has_value());
        QVERIFY(result(consumer->start()).has_value());
        QTRY_COMPARE(seen, 5);
        consumer.reset();
        QTRY_COMPARE(stored(QStringLiteral("g2")), 5);
        QTRY_VERIFY(!result(m_client->ask(commands::GetConsumerListByGroup{ConsumerGroup(QStringLiteral("g2"))}, Target::of(BrokerName(QStringLiteral("broker-a"))))).has_value());
    }

    void whatWasAcknowledgedIsStoredWhereTheListenerEndsItsConsumer()
    {
        int seen = 0;
        std::unique_ptr<PushConsumer> consumer;
        consumer = m_client->pushConsumer(ofGroup(QStringLiteral("g7")), MessageListener::concurrently([&](const ConsumeBatch &, const ConsumeContext &) {
            if (++seen == 4)
                consumer.reset();
            return ready<ConsumeOutcome>(ConsumeOutcome::success());
        }));
        QVERIFY(consumer->subscribe(Topic).has_value());
        QVERIFY(result(consumer->start()).has_value());
        QTRY_VERIFY(seen >= 4);
        QTRY_VERIFY(stored(QStringLiteral("g7")) >= 3);
        QCOMPARE(seen, 4);
    }

    void pausedItAsksForNothing()
    {
        int seen = 0;
        const auto consumer = m_client->pushConsumer(ofGroup(QStringLiteral("g3")), MessageListener::concurrently([&](const ConsumeBatch &, const ConsumeContext &) {
            ++seen;
            return ready<ConsumeOutcome>(ConsumeOutcome::success());
        }));
        QVERIFY(consumer->subscribe(Topic).has_value());
        consumer->pause();
        QSignalSpy assigned(consumer.get(), &PushConsumer::assigned);
        QVERIFY(result(consumer->start()).has_value());
        QTRY_VERIFY(!assigned.isEmpty());
        const auto info = result(consumer->runningInfo());
        QCOMPARE(info->properties.value(QStringLiteral("pause")), QStringLiteral("true"));
        QCOMPARE(seen, 0);
        consumer->resume();
        QTRY_COMPARE(seen, 5);
    }

    void whatIsWrongIsSaidAndCanBePutRight()
    {
        auto consumer = m_client->pushConsumer(ofGroup(QStringLiteral("g4")), MessageListener::concurrently([](const ConsumeBatch &, const ConsumeContext &) { return ready<ConsumeOutcome>({}); }));
        QCOMPARE(consumer->subscribeBySql(Topic, QStringLiteral("a > ")).error().kind, Error::Kind::InvalidArgument);
        QCOMPARE(result(consumer->start()).error().kind, Error::Kind::InvalidArgument); // no topic
        QVERIFY(consumer->subscribe(Topic, QStringLiteral("A")).has_value());
        QVERIFY(consumer->subscribe(Topic, QStringLiteral("B")).has_value());
        QCOMPARE(consumer->subscriptions().conflicts().size(), 1);
        QVERIFY(result(consumer->start()).has_value());
        auto second = m_client->pushConsumer(ofGroup(QStringLiteral("g4")), MessageListener::concurrently([](const ConsumeBatch &, const ConsumeContext &) { return ready<ConsumeOutcome>({}); }));
        QVERIFY(second->subscribe(Topic).has_value());
        QCOMPARE(result(second->start()).error().kind, Error::Kind::InvalidArgument); // the client is in the group already
        auto nameless = m_client->pushConsumer({}, MessageListener::concurrently({}));
        QVERIFY(nameless->subscribe(Topic).has_value());
        QCOMPARE(result(nameless->start()).error().kind, Error::Kind::InvalidArgument);
    }

    void aStartThatFailedIsTriedAgainWithOtherTopicsOrWhenTheGroupIsFree()
    {
        const auto make = [this] {
            return m_client->pushConsumer(ofGroup(QStringLiteral("g6")), MessageListener::concurrently([](const ConsumeBatch &, const ConsumeContext &) { return ready<ConsumeOutcome>({}); }));
        };
        const auto first = make();
        QVERIFY(first->subscribeBySql(Topic, QStringLiteral("a = 'b'")).has_value());
        m_cluster->faults().add({.code = 46, .times = 1}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("no SQL here")});
        QCOMPARE(result(first->start()).error().remark, QStringLiteral("no SQL here"));
        QVERIFY(first->subscribe(Topic, QStringLiteral("A")).has_value());
        QVERIFY(result(first->start()).has_value());
        const auto second = make();
        QVERIFY(second->subscribe(Topic).has_value());
        QCOMPARE(result(second->start()).error().kind, Error::Kind::InvalidArgument);
        QVERIFY(result(first->shutdown()).has_value());
        QVERIFY(result(second->start()).has_value());
    }

    void optionsThatWereRefusedStayRefused()
    {
        ConsumerOptions options = ofGroup(QStringLiteral("g7"));
        options.namesrvAddr = QStringLiteral("127.0.0.1:1");
        const auto elsewhere = m_client->pushConsumer(options, MessageListener::concurrently([](const ConsumeBatch &, const ConsumeContext &) { return ready<ConsumeOutcome>({}); }));
        QVERIFY(elsewhere->subscribe(Topic).has_value());
        for (int tries = 0; tries < 2; ++tries)
            QCOMPARE(result(elsewhere->start()).error().kind, Error::Kind::InvalidArgument);
    }

    void aNameServerThatIsNotThereIsAClearError()
    {
        Profile wrong;
        wrong.nameServers = {Endpoint{QStringLiteral("127.0.0.1"), 1}};
        wrong.timeouts.request = milliseconds(500);
        Client client(m_network.address(), wrong);
        const auto consumer = client.pushConsumer(ofGroup(QStringLiteral("g5")), MessageListener::concurrently([](const ConsumeBatch &, const ConsumeContext &) { return ready<ConsumeOutcome>({}); }));
        QVERIFY(consumer->subscribe(Topic).has_value());
        const auto started = result(consumer->start());
        QVERIFY(!started);
        QCOMPARE(started.error().kind, Error::Kind::Unreachable);
    }

    void startsAndEndsInAnyOrderEndOnceEachAndLeaveNothing()
    {
        QObject context;
        int begun = 0;
        int ended = 0;
        const auto count = [&](Pending<void> call) {
            ++begun;
            whenDone(std::move(call), &context, [&ended](const Result<void> &) { ++ended; });
        };
        for (int i = 0; i < 60; ++i) {
            const auto consumer = m_client->pushConsumer(ofGroup(QStringLiteral("race%1").arg(i)), MessageListener::concurrently([](const ConsumeBatch &, const ConsumeContext &) { return ready<ConsumeOutcome>({}); }));
            QVERIFY(consumer->subscribe(Topic).has_value());
            count(consumer->start());
            for (int pass = 0; pass < i / 6; ++pass) // the one before it is under way to a different degree
                QCoreApplication::processEvents();
            if (i % 2 == 1)
                count(consumer->shutdown(milliseconds(i % 5)));
            if (i % 3 == 1)
                count(consumer->shutdown(milliseconds(0)));
        }
        QTRY_COMPARE(ended, begun);
        for (int i = 0; i < 60; ++i)
            QTRY_VERIFY(!result(m_client->ask(commands::GetConsumerListByGroup{ConsumerGroup(QStringLiteral("race%1").arg(i))}, Target::of(BrokerName(QStringLiteral("broker-a"))))).has_value());
    }

    void theClientMayDieBeforeIt()
    {
        auto client = std::make_unique<Client>(m_network.address(), m_profile);
        const auto consumer = client->pushConsumer(ofGroup(QStringLiteral("g6")), MessageListener::concurrently([](const ConsumeBatch &, const ConsumeContext &) { return ready<ConsumeOutcome>({}); }));
        QVERIFY(consumer->subscribe(Topic).has_value());
        client.reset();
        QCOMPARE(result(consumer->start()).error().kind, Error::Kind::Cancelled);
    }

private:
    template <typename R>
    Result<R> result(Pending<R> pending)
    {
        return tests::awaited(std::move(pending));
    }
    /// Of all queues of the topic.
    qint64 stored(const QString &group)
    {
        qint64 sum = 0;
        for (int queue = 0; queue < 8; ++queue) {
            const auto offset = result(m_client->ask(commands::QueryConsumerOffset{.consumerGroup = ConsumerGroup(group), .topic = Topic, .queueId = QueueId(queue), .setZeroIfNotFound = false},
                Target::of(BrokerName(QStringLiteral("broker-a")))));
            sum += offset ? offset->offset.value() : 0;
        }
        return sum;
    }

    NetworkThread m_network;
    std::unique_ptr<sandbox::SandboxThread> m_cluster;
    Profile m_profile;
    std::unique_ptr<Client> m_client;
};

ROCKETDESK_TEST(PushConsumerTest)

#include "tst_pushconsumer.moc"
