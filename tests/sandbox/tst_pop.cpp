// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "client/commands/brokers.h"
#include "client/commands/connections.h"
#include "client/commands/offsets.h"
#include "client/commands/pop.h"
#include "client/commands/topics.h"
#include "client/protocol/messagelist.h"
#include "client/protocol/pop.h"
#include "tests/sandbox/caller.h"
#include "tests/sandbox/rawclient.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;

namespace {

const TopicName popped(QStringLiteral("popped"));
const ConsumerGroup popGroup(QStringLiteral("pop-group"));
constexpr qint64 begin = 1'800'000'000'000;

commands::PopMessage popOf(int queue, qint64 bornTime, qint64 pollTime = 0)
{
    commands::PopMessage pop;
    pop.consumerGroup = popGroup;
    pop.topic = popped;
    pop.queueId = QueueId(queue);
    pop.bornTime = bornTime;
    pop.pollTime = pollTime;
    return pop;
}

std::vector<protocol::StoredMessage> messagesOf(const commands::PopMessage::Reply &reply)
{
    return protocol::decodeMessageList(protocol::Bytes(reply.body)).messages;
}

/// The receipt of a message that does not carry its own.
protocol::PopReceipt receiptOf(const commands::PopMessage::Reply &reply, const protocol::StoredMessage &message)
{
    const auto starts = protocol::parsePopStartOffsets(reply.startOffsetInfo.value_or(QString()));
    const qint64 start = starts ? starts->value(QStringLiteral("0@%1").arg(message.queueId.value())) : -1;
    return {start, reply.popTime, reply.invisibleTime, reply.reviveQid, QStringLiteral("0"), BrokerName(QStringLiteral("broker-a")),
            message.queueId, message.queueOffset, -1};
}

commands::AckMessage ackOf(const commands::PopMessage::Reply &reply, const protocol::StoredMessage &message)
{
    return {popGroup, popped, message.queueId, receiptOf(reply, message).toString(), message.queueOffset};
}

} // namespace

/// POP as a broker of 5.5.0 does it, while the time stands and is moved.
class PopTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sandbox::SandboxOptions options;
        options.demoData = false;
        options.standsAt = begin;
        m_cluster = std::make_unique<sandbox::SandboxThread>(options);
        QVERIFY(m_cluster->started().has_value());
        m_client = std::make_unique<RawClient>(m_cluster->brokers().constFirst());
        commands::UpdateAndCreateTopic create;
        create.topic = popped;
        create.readQueueNums = create.writeQueueNums = 2;
        QVERIFY(m_client->ask(create).has_value());
        m_now = begin;
    }
    void cleanup()
    {
        m_client.reset();
        m_cluster.reset();
    }

    void whatIsTakenIsGoneForOthers()
    {
        send("a", "b");
        const auto reply = m_client->ask(popOf(0, m_now));
        QVERIFY2(reply.has_value(), qPrintable(reply ? QString() : reply.error().remark));
        QCOMPARE(messagesOf(*reply).size(), std::size_t(2));
        QCOMPARE(reply->startOffsetInfo, std::optional(QStringLiteral("0 0 0")));
        QCOMPARE(reply->msgOffsetInfo, std::optional(QStringLiteral("0 0 0,1")));
        QCOMPARE(reply->popTime, begin);
        QCOMPARE(popAgain(), 210);
    }

    void anUnacknowledgedMessageComesAgainUnderItsName()
    {
        send("a", "b");
        const auto first = m_client->ask(popOf(0, m_now));
        QVERIFY(first.has_value());
        QVERIFY(m_client->ask(ackOf(*first, messagesOf(*first).at(0))).has_value());
        QVERIFY(m_client->ask(ackOf(*first, messagesOf(*first).at(0))).has_value()); // twice is the same
        pass(60s);
        const auto again = m_client->ask(popOf(0, m_now));
        QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error().remark));
        const auto messages = messagesOf(*again);
        QCOMPARE(messages.size(), std::size_t(1));
        QCOMPARE(messages.front().body.view(), QByteArrayView("b"));
        QCOMPARE(messages.front().topic, popped);
        QCOMPARE(messages.front().reconsumeTimes, 1);
        QCOMPARE(messages.front().propertyText(protocol::property::FirstPopTime), QString::number(begin));
        const auto receipt = protocol::PopReceipt::parse(messages.front().propertyText(protocol::property::PopCheckPoint));
        QVERIFY(receipt.has_value());
        QCOMPARE(receipt->topicType, QStringLiteral("1"));
        const commands::AckMessage ack{popGroup, receipt->realTopic(popped, popGroup), messages.front().queueId, receipt->toString(), messages.front().queueOffset};
        QVERIFY(m_client->ask(ack).has_value());
        pass(100s); // less than what a broker leaves a silent connection open
        QCOMPARE(popAgain(), 210);
    }

    void retryTopicsHaveTheFormThatIsSet_data()
    {
        QTest::addColumn<bool>("v2");
        QTest::addColumn<QString>("name");
        QTest::newRow("v1") << false << QStringLiteral("%RETRY%pop-group_popped");
        QTest::newRow("v2") << true << QStringLiteral("%RETRY%pop-group+popped");
    }

    void retryTopicsHaveTheFormThatIsSet()
    {
        QFETCH(const bool, v2);
        QFETCH(const QString, name);
        if (v2)
            QVERIFY(m_client->ask(commands::UpdateBrokerConfig{QStringLiteral("enableRetryTopicV2=true")}).has_value());
        send("a");
        QVERIFY(m_client->ask(popOf(0, m_now)).has_value());
        pass(60s);
        QCOMPARE(m_client->ask(commands::GetMaxOffset{TopicName(name), QueueId(0)})->offset, QueueOffset(1));
        const auto again = m_client->ask(popOf(0, m_now));
        QVERIFY(again.has_value());
        QCOMPARE(messagesOf(*again).size(), std::size_t(1));
    }

    void aBatchAcknowledgesExactlyItsBits()
    {
        send("a", "b", "c");
        const auto first = m_client->ask(popOf(0, m_now));
        QVERIFY(first.has_value());
        commands::BatchAckMessage batch;
        batch.body.brokerName = BrokerName(QStringLiteral("broker-a"));
        batch.body.acks = {{.bits = QString::fromLatin1(protocol::popAckBits(0, {0, 2}).toBase64()), .consumerGroup = popGroup, .invisibleTime = first->invisibleTime,
            .popTime = first->popTime, .queueId = QueueId(0), .retry = QStringLiteral("0"), .reviveQueueId = first->reviveQid, .startOffset = QueueOffset(0), .topic = popped}};
        QVERIFY(m_client->ask(batch).has_value());
        pass(60s);
        const auto again = m_client->ask(popOf(0, m_now));
        QVERIFY(again.has_value());
        QCOMPARE(messagesOf(*again).size(), std::size_t(1));
        QCOMPARE(messagesOf(*again).front().body.view(), QByteArrayView("b"));
        batch.body.acks.clear();
        QCOMPARE(codeOf(m_client->ask(batch)), 208);
    }

    void aChangedTimeMakesAnotherReceipt()
    {
        send("a");
        const auto first = m_client->ask(popOf(0, m_now));
        QVERIFY(first.has_value());
        const auto message = messagesOf(*first).front();
        auto receipt = receiptOf(*first, message);
        pass(1s);
        const auto changed = m_client->ask(commands::ChangeMessageInvisibleTime{popGroup, popped, QueueId(0), receipt.toString(), message.queueOffset, 120'000});
        QVERIFY(changed.has_value());
        QCOMPARE(changed->popTime, begin + 1000);
        QCOMPARE(changed->invisibleTime, 120'000);
        QVERIFY(m_client->ask(ackOf(*first, message)).has_value()); // the old receipt is dead: it ends nothing
        pass(100s);
        QCOMPARE(popAgain(), 210);
        pass(20s);
        QCOMPARE(popAgain(), 0);
    }

    void aWaitingPopGetsTheNextMessage()
    {
        const qint32 asked = m_client->send(popOf(-1, m_now, 15'000));
        QCOMPARE(m_client->ask(commands::PollingInfo{popGroup, popped, QueueId(-1)})->pollingNum, 1);
        send("late");
        const auto reply = m_client->reply<commands::PopMessage>(asked);
        QVERIFY(reply.has_value());
        QCOMPARE(messagesOf(*reply).front().body.view(), QByteArrayView("late"));
    }

    void aWaitingPopEndsWithItsTime()
    {
        const qint32 asked = m_client->send(popOf(0, m_now - 5'000, 15'000));
        QCOMPARE(m_client->ask(commands::PollingInfo{popGroup, popped, QueueId(0)})->pollingNum, 1);
        pass(10s);
        QCOMPARE(codeOf(m_client->reply<commands::PopMessage>(asked)), 210);
    }

    void notificationSaysWhetherThereIsSomething()
    {
        commands::Notification ask{.consumerGroup = popGroup, .topic = popped, .pollTime = 10'000, .bornTime = m_now};
        const qint32 waits = m_client->send(ask);
        send("a");
        QCOMPARE(m_client->reply<commands::Notification>(waits)->hasMsg, true);
        QVERIFY(m_client->ask(popOf(-1, m_now)).has_value());
        ask.pollTime = 0;
        QCOMPARE(m_client->ask(ask)->hasMsg, false);
    }

    void anOrderedQueueWaitsForItsBatch()
    {
        send("a", "b");
        auto pop = popOf(0, m_now);
        pop.order = true;
        pop.maxMsgNums = 1;
        const auto first = m_client->ask(pop);
        QVERIFY(first.has_value());
        QCOMPARE(first->reviveQid, 999);
        QCOMPARE(first->orderCountInfo, std::optional(QStringLiteral("0 0 0")));
        QCOMPARE(codeOf(m_client->ask(pop)), 210);
        pass(60s); // nobody acknowledged: the same again, counted
        pop.bornTime = m_now;
        const auto again = m_client->ask(pop);
        QVERIFY(again.has_value());
        QCOMPARE(messagesOf(*again).front().queueOffset, QueueOffset(0));
        QCOMPARE(again->orderCountInfo, std::optional(QStringLiteral("0 qo0%0 1;0 0 1")));
        QVERIFY(m_client->ask(ackOf(*again, messagesOf(*again).front())).has_value());
        const auto next = m_client->ask(pop);
        QVERIFY(next.has_value());
        QCOMPARE(messagesOf(*next).front().queueOffset, QueueOffset(1));
    }

    void badPopsAreRefused_data()
    {
        QTest::addColumn<QString>("topicName");
        QTest::addColumn<int>("queue");
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("age");
        QTest::addColumn<int>("code");
        QTest::newRow("unknown topic") << QStringLiteral("nowhere") << 0 << 32 << qint64(0) << 17;
        QTest::newRow("queue") << popped.text() << 2 << 32 << qint64(0) << 29;
        QTest::newRow("count") << popped.text() << 0 << 33 << qint64(0) << 29;
        QTest::newRow("old") << popped.text() << 0 << 32 << qint64(501) << 210;
    }

    void badPopsAreRefused()
    {
        QFETCH(const QString, topicName);
        QFETCH(const int, queue);
        QFETCH(const int, count);
        QFETCH(const qint64, age);
        auto pop = popOf(queue, m_now - age);
        pop.topic = TopicName(topicName);
        pop.maxMsgNums = count;
        QTEST(codeOf(m_client->ask(pop)), "code");
    }

    void queuesAreSharedOutByTheBroker()
    {
        commands::HeartBeat beat;
        beat.body.clientId = ClientId(QStringLiteral("me"));
        beat.body.consumerDataSet = {{.groupName = popGroup}};
        commands::QueryAssignment query{{.clientId = beat.body.clientId, .consumerGroup = popGroup, .strategyName = QStringLiteral("AVG"), .topic = popped}};
        QVERIFY(m_client->ask(query)->body.messageQueueAssignments.isEmpty());
        QVERIFY(m_client->ask(beat).has_value());
        const auto pulls = m_client->ask(query)->body.messageQueueAssignments;
        QCOMPARE(pulls.size(), 2);
        QCOMPARE(pulls.constFirst().mode, QStringLiteral("PULL"));
        QVERIFY(m_client->ask(commands::SetMessageRequestMode{{popGroup, QStringLiteral("POP"), 0, popped}}).has_value());
        const auto pops = m_client->ask(query)->body.messageQueueAssignments;
        QCOMPARE(pops.size(), 1);
        QCOMPARE(pops.constFirst().mode, QStringLiteral("POP"));
        QCOMPARE(pops.constFirst().messageQueue->queue, QueueId(-1));
        QCOMPARE(codeOf(m_client->ask(commands::SetMessageRequestMode{{popGroup, QStringLiteral("POP"), 0, TopicName(QStringLiteral("%RETRY%pop-group"))}})), 16);
    }

private:
    template <typename... Body>
    void send(const Body &...body)
    {
        (m_client->ask(sendTo(popped.text(), body)).has_value() && ...);
    }
    void pass(milliseconds time)
    {
        m_cluster->advance(time);
        m_now += time.count();
    }
    template <typename Reply>
    static int codeOf(const Result<Reply> &reply)
    {
        return reply ? 0 : reply.error().code;
    }
    int popAgain() { return codeOf(m_client->ask(popOf(-1, m_now))); }

    std::unique_ptr<sandbox::SandboxThread> m_cluster;
    std::unique_ptr<RawClient> m_client;
    qint64 m_now = 0;
};

ROCKETDESK_TEST(PopTest)

#include "tst_pop.moc"
