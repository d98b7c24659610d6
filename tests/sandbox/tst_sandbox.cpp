// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "client/commands/all.h"
#include "client/protocol/batch.h"
#include "tests/sandbox/caller.h"
#include "tests/sandbox/rawclient.h"
#include "tests/support/testregistry.h"

#include <QTcpSocket>

#include <array>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using sandbox::Fault;
using sandbox::SandboxOptions;
using sandbox::SandboxThread;

namespace {

SandboxOptions withoutTraffic()
{
    SandboxOptions options;
    options.rate = 0;
    return options;
}

/// Its time stands until it is moved.
SandboxOptions withStandingTime()
{
    SandboxOptions options = withoutTraffic();
    options.demoData = false;
    options.standsAt = 1'800'000'000'000;
    return options;
}

Target atBrokerA()
{
    return Target::of(BrokerName(QStringLiteral("broker-a")));
}

protocol::MessageList messages(const commands::PullReply &reply)
{
    return protocol::decodeMessageList(protocol::Bytes(reply.body));
}

} // namespace

/// The embedded cluster, asked through the client.
class SandboxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_cluster = std::make_unique<SandboxThread>(withoutTraffic());
        QVERIFY2(m_cluster->started().has_value(), m_cluster->started() ? "" : qPrintable(m_cluster->started().error().remark));
        m_caller = std::make_unique<Caller>(m_cluster->nameServer());
    }
    void cleanupTestCase()
    {
        m_caller.reset();
        m_cluster.reset();
    }

    void theShopIsThere()
    {
        const auto route = m_caller->ask(commands::GetRouteInfoByTopic{.topic = TopicName(QStringLiteral("order-created"))});
        QVERIFY2(route.has_value(), qPrintable(route ? QString() : route.error().remark));
        QCOMPARE(route->body.queueDatas.size(), 1);
        QCOMPARE(route->body.queueDatas.constFirst().readQueueNums, 8);
        QCOMPARE(route->body.brokerDatas.constFirst().brokerAddrs.value(BrokerId(0)), m_cluster->brokers().constFirst().toString());
        const auto stats = m_caller->ask(commands::GetTopicStatsInfo{TopicName(QStringLiteral("order-created"))}, atBrokerA());
        QVERIFY(stats.has_value());
        qint64 count = 0;
        for (const auto &queue : stats->body.offsetTable)
            count += queue.maxOffset.value() - queue.minOffset.value();
        QVERIFY(count > 100);
        const auto lag = m_caller->ask(commands::GetConsumeStats{ConsumerGroup(QStringLiteral("fraud-check")), {}}, atBrokerA());
        QVERIFY(lag.has_value());
        QCOMPARE(lag->body.offsetTable.size(), 4);
    }

    void aTopicIsMadeByItsFirstMessage()
    {
        const QString topic = QStringLiteral("sandbox-first");
        const auto sent = m_caller->ask(sendTo(topic, "hello", {{QStringLiteral("TAGS"), QStringLiteral("a")}, {QStringLiteral("user"), QStringLiteral("大小")}}), atBrokerA());
        QVERIFY2(sent.has_value(), qPrintable(sent ? QString() : sent.error().remark));
        QCOMPARE(sent->queueOffset, QueueOffset(0));
        QCOMPARE(sent->region, std::optional(QStringLiteral("DefaultRegion")));
        const auto pulled = m_caller->ask(pullFrom(topic, 0), atBrokerA());
        QVERIFY(pulled.has_value());
        QCOMPARE(pulled->code, 0);
        QCOMPARE(pulled->remark, QStringLiteral("FOUND"));
        const auto list = messages(*pulled);
        QCOMPARE(list.messages.size(), std::size_t(1));
        const protocol::StoredMessage &message = list.messages.front();
        QCOMPARE(message.body.view(), QByteArrayView("hello"));
        QCOMPARE(message.propertyText(protocol::property::UniqueKey), *sent->transactionId);
        QCOMPARE(message.offsetMessageId(), sent->msgId);
        QCOMPARE(message.propertyText(QLatin1StringView("user")), QStringLiteral("大小"));
        const auto route = m_caller->ask(commands::GetRouteInfoByTopic{.topic = TopicName(topic)});
        QVERIFY(route.has_value());
        QCOMPARE(route->body.queueDatas.constFirst().perm, 6);
    }

    void tagsAreFilteredByHash()
    {
        const QString topic = QStringLiteral("sandbox-tags");
        for (const char *tag : {"Aa", "x", "BB"}) // Aa and BB have one hash
            QVERIFY(m_caller->ask(sendTo(topic, tag, {{QStringLiteral("TAGS"), QString::fromLatin1(tag)}}), atBrokerA()).has_value());
        const auto pulled = m_caller->ask(pullFrom(topic, 0, QStringLiteral("Aa")), atBrokerA());
        QVERIFY(pulled.has_value());
        QCOMPARE(messages(*pulled).messages.size(), std::size_t(2));
        const auto none = m_caller->ask(pullFrom(topic, 0, QStringLiteral("nobody")), atBrokerA());
        QVERIFY(none.has_value());
        QCOMPARE(none->code, 20);
        QCOMPARE(none->nextBeginOffset, QueueOffset(3));
    }

    void sqlIsReadAsTheBrokerReadsIt()
    {
        const QString topic = QStringLiteral("sandbox-sql");
        for (const char *n : {"1", "2", "3"})
            QVERIFY(m_caller->ask(sendTo(topic, n, {{QStringLiteral("n"), QString::fromLatin1(n)}}), atBrokerA()).has_value());
        const auto count = [&](const QString &expression) {
            auto pull = pullFrom(topic, 0, expression);
            pull.expressionType = QStringLiteral("SQL92");
            const auto pulled = m_caller->ask(pull, atBrokerA());
            return pulled ? int(messages(*pulled).messages.size()) : -1;
        };
        QCOMPARE(count(QStringLiteral("n > 1 garbage")), 2);
        QCOMPARE(count(QStringLiteral("n == 2")), 3); // broken: everything is delivered
    }

    void aHeldPullEndsWithTheMessage()
    {
        const QString topic = QStringLiteral("sandbox-wait");
        QVERIFY(m_caller->ask(sendTo(topic), atBrokerA()).has_value());
        auto pull = pullFrom(topic, 1);
        pull.sysFlag |= commands::pullflag::suspend;
        pull.suspendTimeoutMillis = 20'000;
        std::optional<Result<commands::PullReply>> answer;
        whenDone(m_caller->client().ask(pull, atBrokerA(), {.limit = milliseconds(30'000)}), this, [&](auto result) { answer = std::move(result); });
        QVERIFY(m_caller->ask(pullFrom(topic, 0), atBrokerA()).has_value()); // asked later, answered first
        QVERIFY(!answer);
        QVERIFY(m_caller->ask(sendTo(topic, "second"), atBrokerA()).has_value());
        QTRY_VERIFY(answer);
        QVERIFY(answer->has_value());
        QCOMPARE((*answer)->code, 0);
    }

    void batchesAreStoredAsSingleMessages()
    {
        const QString topic = QStringLiteral("sandbox-batch");
        std::vector<protocol::OutgoingMessage> outgoing(3);
        for (auto &message : outgoing) {
            message.topic = TopicName(topic);
            message.body = "member";
        }
        commands::SendBatchMessage batch;
        static_cast<commands::SendHeader &>(batch) = sendTo(topic);
        batch.batch = true;
        batch.body = *protocol::encodeBatch(outgoing);
        const auto sent = m_caller->ask(batch, atBrokerA());
        QVERIFY(sent.has_value());
        QCOMPARE(sent->msgId.count(u','), 2);
        const auto pulled = m_caller->ask(pullFrom(topic, 0), atBrokerA());
        QVERIFY(pulled.has_value());
        QCOMPARE(messages(*pulled).messages.size(), std::size_t(3));
    }

    void aMessageThatWasPutBackComesAgainAndThenIsDead()
    {
        const QString topic = QStringLiteral("sandbox-back");
        QVERIFY(m_caller->ask(sendTo(topic), atBrokerA()).has_value());
        const auto pulled = m_caller->ask(pullFrom(topic, 0), atBrokerA());
        QVERIFY(pulled.has_value());
        commands::ConsumerSendMsgBack back;
        back.offset = messages(*pulled).messages.front().commitLogOffset;
        back.group = ConsumerGroup(QStringLiteral("sandbox-back-group"));
        back.originTopic = TopicName(topic);
        back.delayLevel = 1;
        QVERIFY(m_caller->ask(back, atBrokerA()).has_value());
        const QString retry = QStringLiteral("%RETRY%sandbox-back-group");
        QTRY_VERIFY(m_caller->ask(pullFrom(retry, 0), atBrokerA()).value_or(commands::PullReply{.code = 19}).code == 0);
        const auto again = messages(*m_caller->ask(pullFrom(retry, 0), atBrokerA())).messages.front();
        QCOMPARE(again.reconsumeTimes, 1);
        QCOMPARE(again.propertyText(protocol::property::RetryTopic), topic);
        back.delayLevel = -1;
        QVERIFY(m_caller->ask(back, atBrokerA()).has_value());
        const auto dead = m_caller->ask(pullFrom(QStringLiteral("%DLQ%sandbox-back-group"), 0), atBrokerA());
        QVERIFY(dead.has_value());
        QCOMPARE(messages(*dead).messages.size(), std::size_t(1));
    }

    void unknownCodesAreRefusedWithTheServersWords()
    {
        const auto reply = m_caller->ask(commands::CleanUnusedTopic(), atBrokerA());
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, 3);
        QCOMPARE(reply.error().remark, QStringLiteral(" request type 316 not supported"));
    }

    void itEndsWhileClientsHaveSaidNothing()
    {
        auto cluster = std::make_unique<SandboxThread>(withoutTraffic());
        QVERIFY(cluster->started().has_value());
        std::array<QTcpSocket, 4> silent;
        for (QTcpSocket &socket : silent) {
            socket.connectToHost(cluster->nameServer().host, cluster->nameServer().port);
            QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        }
        QVERIFY(Caller(cluster->nameServer()).ask(commands::GetBrokerClusterInfo(), Target::nameServer())); // so those before it have been accepted
        cluster.reset();
        for (QTcpSocket &socket : silent)
            QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }

    void anAnswerOfFourMebibytesComesWhole()
    {
        const QString topic = QStringLiteral("sandbox-big");
        const QByteArray body(4 * 1024 * 1024, 'x');
        QVERIFY(m_caller->ask(sendTo(topic, body), atBrokerA()).has_value());
        const auto pulled = m_caller->ask(pullFrom(topic, 0), atBrokerA());
        QVERIFY(pulled.has_value());
        QCOMPARE(messages(*pulled).messages.front().body.size(), body.size());
        const auto tooBig = m_caller->ask(sendTo(topic, body + 'x'), atBrokerA());
        QVERIFY(!tooBig);
        QCOMPARE(tooBig.error().code, 13);
    }

    void faultsDoWhatTheySay_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Error::Kind>("kind");
        using Kind = Fault::Kind;
        QTest::newRow("garbage") << Fault{.kind = Kind::Garbage} << Error::Kind::Malformed;
        QTest::newRow("silence") << Fault{.kind = Kind::Silence} << Error::Kind::Timeout;
        QTest::newRow("break") << Fault{.kind = Kind::Break, .bytes = 20} << Error::Kind::Closed;
        QTest::newRow("half-close") << Fault{.kind = Kind::HalfClose, .bytes = 20} << Error::Kind::Closed;
        QTest::newRow("opaque") << Fault{.kind = Kind::WrongOpaque} << Error::Kind::Timeout;
        QTest::newRow("oversize") << Fault{.kind = Kind::Oversize} << Error::Kind::Malformed;
        QTest::newRow("refusal") << Fault{.kind = Kind::Refusal, .code = 2, .remark = QStringLiteral("busy")} << Error::Kind::Throttled;
    }

    void faultsDoWhatTheySay()
    {
        QFETCH(const Fault, fault);
        QFETCH(const Error::Kind, kind);
        m_cluster->faults().add({.code = 28, .server = QStringLiteral("broker-a"), .times = 1}, fault);
        const auto reply = Caller::result(m_caller->client().ask(commands::GetBrokerRuntimeInfo(), Target::at(m_cluster->brokers().constFirst()), {.limit = milliseconds(600)}));
        m_cluster->faults().clear();
        QVERIFY(!reply);
        QCOMPARE(kindName(reply.error().kind), kindName(kind));
    }

    void aDelayedAnswerComesWhenItsTimeHasPassed()
    {
        SandboxThread cluster(withStandingTime());
        RawClient client(cluster.brokers().constFirst());
        cluster.faults().add({.code = 28, .times = 1}, {.kind = Fault::Kind::Delay, .delay = milliseconds(20)});
        const qint32 delayed = client.send(commands::GetBrokerRuntimeInfo());
        // What is asked later on the same connection is answered before it.
        const auto overtaken = [&] { return client.ask(commands::GetBrokerRuntimeInfo()) && !client.reply<commands::GetBrokerRuntimeInfo>(delayed, 0); };
        QVERIFY(overtaken());
        cluster.advance(milliseconds(19));
        QVERIFY(overtaken());
        cluster.advance(milliseconds(1));
        QVERIFY(client.reply<commands::GetBrokerRuntimeInfo>(delayed, Patience).has_value());
    }

    void aSplitAnswerComesInTwoParts()
    {
        SandboxThread cluster(withStandingTime());
        RawClient client(cluster.brokers().constFirst());
        cluster.faults().add({.code = 28, .times = 1}, {.kind = Fault::Kind::Split, .delay = milliseconds(20), .bytes = 11});
        const qint32 split = client.send(commands::GetBrokerRuntimeInfo());
        QVERIFY(client.socket().waitForReadyRead(Patience));
        QCOMPARE(client.socket().bytesAvailable(), 11);
        cluster.advance(milliseconds(20));
        QVERIFY(client.reply<commands::GetBrokerRuntimeInfo>(split, Patience).has_value());
    }

private:
    std::unique_ptr<SandboxThread> m_cluster;
    std::unique_ptr<Caller> m_caller;
};

ROCKETDESK_TEST(SandboxTest)

#include "tst_sandbox.moc"
