// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"
#include "client/messageproducer.h"
#include "client/networkthread.h"
#include "client/pushconsumer.h"
#include "client/transactionproducer.h"
#include "tests/interop/javaprogram.h"
#include "tests/interop/mqadmin.h"
#include "tests/support/awaited.h"
#include "tests/support/testregistry.h"
#include "tests/support/undecided.h"

#include <QDateTime>
#include <QTest>

#include <algorithm>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
QByteArray words(const Result<T> &result)
{
    return result ? QByteArray() : result.error().remark.toUtf8() + ' ' + QByteArray::number(result.error().code);
}

OutgoingMessage message(const QString &topic, const QByteArray &body = "body")
{
    return {.topic = TopicName(topic), .body = body};
}

} // namespace

/// What a producer does beyond plain sends, against both real servers.
class RealProducerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<bool>("isNew");
        QTest::addRow("5.5.0") << true;
        QTest::addRow("4.9.7") << false;
    }
    void init()
    {
        QFETCH_GLOBAL(bool, isNew);
        m_version = isNew ? ServerVersion::V5_5_0 : ServerVersion::V4_9_7;
        const RealCluster &cluster = RealCluster::shared(m_version);
        QVERIFY2(cluster.isUp(), qPrintable(cluster.problem()));
        m_nameServer = cluster.nameServer();
        m_client = std::make_unique<Client>(m_network.address(), Profile{.nameServers = {m_nameServer}});
    }
    void cleanup() { m_client.reset(); }

    void transactionsEndAsTheyAreTold() // L-21
    {
        const QString topic = u"transactions"_s;
        TransactionOptions options;
        options.producer.producerGroup = u"committing"_s;
        const auto committing = m_client->transactionProducer(options, createSimpleTransactionListener(true));
        options.producer.producerGroup = u"undoing"_s;
        const auto undoing = m_client->transactionProducer(options, createSimpleTransactionListener(false));
        options.producer.producerGroup = u"undecided"_s;
        const auto listener = std::make_shared<Undecided>();
        const auto undecided = m_client->transactionProducer(options, listener);
        const auto committed = awaited(committing->send(message(topic)));
        QVERIFY2(committed, words(committed));
        QVERIFY(committed->isCommit());
        const auto undone = awaited(undoing->send(message(topic)));
        QVERIFY2(undone, words(undone));
        QVERIFY(undone->isRollback());
        const auto open = awaited(undecided->send(message(topic)));
        QVERIFY2(open, words(open));
        // By id: a broker that asks again before it has seen the first answer stores a message twice.
        QTRY_COMPARE(idsIn(topic), QSet<QString>{committed->messageId});
        QTRY_VERIFY(listener->checked.contains(open->messageId));
        QTRY_COMPARE(idsIn(topic), (QSet<QString>{committed->messageId, open->messageId}));
    }

    void tracesAreReadByMqadmin()
    {
        ProducerOptions options;
        options.producerGroup = u"traced"_s;
        options.enableTrace = true;
        const auto producer = m_client->producer(options);
        OutgoingMessage tagged = message(u"traced"_s);
        tagged.properties.set(protocol::property::Keys, u"key1 key2"_s);
        const auto sent = awaited(producer->send(tagged));
        QVERIFY2(sent, words(sent));
        const QString output = traceOf(sent->messageId, {u"Pub"_s, u"traced"_s, u"success"_s});
        QVERIFY2(output.isEmpty(), qPrintable(output));
    }

    void tracesOfConsumersAreReadByMqadmin()
    {
        const QString topic = u"traced-consumption"_s;
        const auto sent = awaited(m_client->send(message(topic)));
        QVERIFY2(sent, words(sent));
        int calls = 0;
        ConsumerOptions options;
        options.consumerGroup = u"tracing-readers"_s;
        options.consumeFromWhere = u"CONSUME_FROM_FIRST_OFFSET"_s;
        options.enableTrace = true;
        const auto consumer = m_client->pushConsumer(options, MessageListener::concurrently([&calls](const ConsumeBatch &, const ConsumeContext &) {
            return ready<ConsumeOutcome>(++calls == 1 ? ConsumeOutcome::later(1) : ConsumeOutcome::success());
        }));
        QVERIFY(consumer->subscribe(TopicName(topic)));
        const auto started = awaited(consumer->start());
        QVERIFY2(started, words(started));
        QTRY_COMPARE(calls, 2);
        QVERIFY(awaited(consumer->shutdown()));
        const QString output = traceOf(sent->messageId, {u"Sub"_s, u"tracing-readers"_s, u"failed"_s, u"success"_s});
        QVERIFY2(output.isEmpty(), qPrintable(output));
    }

    void batchIsStoredMessageByMessage()
    {
        const auto sent = awaited(m_client->sendBatch({message(u"batches"_s, "1"), message(u"batches"_s, "2"), message(u"batches"_s, "3")}));
        QVERIFY2(sent, words(sent));
        for (const auto &receipt : *sent)
            QVERIFY2(receipt, words(receipt));
        QCOMPARE(stored(u"batches"_s), 3);
    }

    void timerIsCalledBack() // L-24
    {
        QFETCH_GLOBAL(bool, isNew);
        QVERIFY(awaited(m_client->send(message(u"timers"_s))));
        const auto timer = awaited(m_client->send(message(u"timers"_s), {.deliverAt = QDateTime::currentMSecsSinceEpoch() + 60'000}));
        if (!isNew) {
            QVERIFY(!timer);
            QCOMPARE(timer.error().kind, Error::Kind::Unsupported);
            return;
        }
        QVERIFY2(timer, words(timer));
        const auto recalled = awaited(m_client->recall(TopicName(u"timers"_s), timer->recallHandle));
        QVERIFY2(recalled, words(recalled));
        QCOMPARE(*recalled, timer->messageId);
    }

    void requestOfOursIsAnsweredByTheJavaClient()
    {
        const QString topic = u"requests"_s;
        QVERIFY(awaited(m_client->send(message(topic))));
        JavaProgram replier(m_version, u"RequestReply"_s, m_nameServer, {u"--topic"_s, topic, u"--side"_s, u"answer"_s, u"--group"_s, u"repliers"_s});
        QVERIFY2(replier.next(u"ready"_s), qPrintable(replier.transcript()));
        const auto reply = awaited(m_client->request(message(topic, "question"), std::chrono::seconds(25)));
        QVERIFY2(reply, (words(reply) + replier.transcript().toUtf8()).constData());
        QCOMPARE(reply->body.toByteArray(), QByteArray("re: question"));
    }

    void requestOfTheJavaClientIsAnsweredByUs()
    {
        const QString topic = u"questions"_s;
        QVERIFY(awaited(m_client->send(message(topic))));
        JavaProgram asker(m_version, u"RequestReply"_s, m_nameServer, {u"--topic"_s, topic, u"--body"_s, u"from Java"_s});
        QTRY_COMPARE(stored(topic), 2);
        const auto request = messageWith(topic, "from Java");
        QVERIFY(request);
        const auto replied = awaited(m_client->reply(*request, "answer"));
        QVERIFY2(replied, words(replied));
        const auto line = asker.next(u"reply"_s);
        QVERIFY2(line, qPrintable(asker.transcript()));
        QCOMPARE(line->value("body"), u"answer"_s);
    }

private:
    /// What mqadmin prints of a message's trace where it lacks one of the words; empty when it has them all.
    [[nodiscard]] QString traceOf(const QString &messageId, const QStringList &wanted)
    {
        if (const auto flushed = awaited(m_client->flushTrace(std::chrono::seconds(10))); !flushed)
            return flushed.error().remark;
        MqAdmin::Output output;
        for (int i = 0; i < 10; ++i) { // the index is written a moment later
            output = MqAdmin::run(m_version, {u"queryMsgTraceById"_s, u"-i"_s, messageId}, m_nameServer);
            if (std::all_of(wanted.cbegin(), wanted.cend(), [&](const QString &word) { return output.text.contains(word); }))
                return {};
        }
        return output.text + output.errors;
    }

    [[nodiscard]] qint64 stored(const QString &topic)
    {
        qint64 sum = 0;
        const auto status = awaited(m_client->ask(commands::GetTopicStatsInfo{.topic = TopicName(topic)}, Target::of(BrokerName(u"broker-a"_s))));
        if (status) {
            for (const auto &queue : status->body.offsetTable)
                sum += queue.maxOffset.value() - queue.minOffset.value();
        }
        return sum;
    }

    [[nodiscard]] QSet<QString> idsIn(const QString &topic)
    {
        QSet<QString> ids;
        for (int queue = 0; queue < 8; ++queue) {
            for (int offset = 0;; ++offset) {
                const auto found = awaited(m_client->openMessage(TopicName(topic), {BrokerName(u"broker-a"_s), QueueId(queue)}, QueueOffset(offset)));
                if (!found)
                    break;
                ids << found->messageId();
            }
        }
        return ids;
    }

    [[nodiscard]] std::optional<protocol::StoredMessage> messageWith(const QString &topic, const QByteArray &body)
    {
        for (int queue = 0; queue < 8; ++queue) {
            for (int offset = 0; offset < 2; ++offset) {
                auto found = awaited(m_client->openMessage(TopicName(topic), {BrokerName(u"broker-a"_s), QueueId(queue)}, QueueOffset(offset)));
                if (found && found->body.toByteArray() == body)
                    return *found;
            }
        }
        return std::nullopt;
    }

    NetworkThread m_network;
    ServerVersion m_version = ServerVersion::V5_5_0;
    Endpoint m_nameServer;
    std::unique_ptr<Client> m_client;
};

ROCKETDESK_TEST(RealProducerTest)
#include "tst_realproducer.moc"
