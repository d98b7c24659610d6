// SPDX-License-Identifier: Apache-2.0
#include "client/litepullconsumer.h"
#include "client/messageproducer.h"
#include "client/transactionproducer.h"
#include "tests/contract/grouptest.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

/// Clients of one name in two namespaces, and one without: brokers know "NS%topic" and "NS%group", the programs do not.
class NamespacesTest final : public GroupTest
{
    Q_OBJECT

private Q_SLOTS:
    void twoNamespacesDoNotMeet_data() { addTargetRows(); }
    void twoNamespacesDoNotMeet()
    {
        QVERIFY(m_target->createTopic(wire(u"A"_qs)) && m_target->createTopic(wire(u"B"_qs)));
        Consuming a(m_nameServer, optionsIn(u"A"_qs));
        Consuming b(m_nameServer, optionsIn(u"B"_qs));
        Consuming outside(m_nameServer, Consuming::optionsFor(group() + u"-outside"_qs));
        QStringList ofA;
        QStringList ofOutside;
        a.answers = [&ofA](const protocol::StoredMessage &message) { // fails once: it comes again from the namespace's retry topic
            ofA << message.topic.text();
            return message.reconsumeTimes == 0 ? ConsumeOutcome::later(1) : ConsumeOutcome::success();
        };
        outside.answers = [&ofOutside](const protocol::StoredMessage &message) {
            ofOutside << message.topic.text();
            return ConsumeOutcome::success();
        };
        QCOMPARE(a.start(m_topic), QString());
        QCOMPARE(b.start(m_topic), QString());
        QCOMPARE(outside.start(wire(u"A"_qs)), QString());
        const auto ofProducer = [this](const QString &nameSpace) {
            ProducerOptions options;
            options.producerGroup = group();
            options.nameSpace = nameSpace;
            return m_caller->client().producer(options);
        };
        const auto inA = ofProducer(u"A"_qs);
        const auto inB = ofProducer(u"B"_qs);
        QVERIFY(sent(inA->send(inTopic("for a"))));
        QVERIFY(sent(inB->send(inTopic("for b"))));
        const auto batch = Caller::result(inB->sendBatch({inTopic("b 1"), inTopic("b 2")}));
        QVERIFY(batch && batch->front() && batch->back());
        QTRY_COMPARE(a.bodies(), (QStringList{u"for a"_qs, u"for a"_qs}));
        QTRY_COMPARE(b.bodies(), (QStringList{u"b 1"_qs, u"b 2"_qs, u"for b"_qs}));
        QTRY_COMPARE(outside.bodies(), QStringList{u"for a"_qs});
        QCOMPARE(ofA, (QStringList{m_topic, m_topic}));
        QCOMPARE(ofOutside, QStringList{wire(u"A"_qs)});
        QCOMPARE(a.stop(), QString());
        QCOMPARE(b.stop(), QString());
        QCOMPARE(outside.stop(), QString());
        QCOMPARE(stored(u"A"_qs), 1);
        QCOMPARE(stored(u"B"_qs), 3);
    }

    void aPolledConsumerReadsItsNamespace_data() { addTargetRows(); }
    void aPolledConsumerReadsItsNamespace()
    {
        QVERIFY(m_target->createTopic(wire(u"A"_qs)));
        QVERIFY(sent(m_caller->client().send({.topic = TopicName(wire(u"A"_qs)), .body = "polled"})));
        LitePullOptions options;
        options.consumerGroup = group();
        options.consumeFromWhere = u"CONSUME_FROM_FIRST_OFFSET"_qs;
        options.nameSpace = u"A"_qs;
        const auto consumer = m_caller->client().litePullConsumer(options);
        QVERIFY(Caller::result(consumer->subscribe(TopicName(m_topic))).has_value());
        std::vector<protocol::StoredMessage> came;
        const auto poll = [&] {
            const auto batch = Caller::result(consumer->poll(milliseconds(500)));
            if (batch)
                came.insert(came.end(), batch->messages.cbegin(), batch->messages.cend());
            return !came.empty();
        };
        QTRY_VERIFY(poll());
        QCOMPARE(came.front().topic.text(), m_topic);
        const auto queues = Caller::result(consumer->assignment());
        QCOMPARE(queues.value_or(LitePullConsumer::Queues()), LitePullConsumer::Queues({place()}));
        QVERIFY(Caller::result(consumer->seek(place(), SeekTo::begin())).has_value());
        came.clear();
        QTRY_VERIFY(poll());
        QVERIFY(Caller::result(consumer->commit()).has_value());
        QCOMPARE(stored(u"A"_qs), 1);
        QCOMPARE(Caller::result(consumer->committed(place())).value_or(std::nullopt), std::optional(QueueOffset(1)));
    }

    void aTransactionOfANamespaceIsDelivered_data() { addTargetRows(); }
    void aTransactionOfANamespaceIsDelivered()
    {
        QVERIFY(m_target->createTopic(wire(u"A"_qs)));
        TransactionOptions options;
        options.producer.producerGroup = group();
        options.producer.nameSpace = u"A"_qs;
        const auto producer = m_caller->client().transactionProducer(options, createSimpleTransactionListener());
        const auto ended = Caller::result(producer->send(inTopic("committed")));
        QVERIFY2(ended.has_value(), qPrintable(ended ? QString() : wordsFor(ended.error()).line()));
        QVERIFY(ended->isCommit() && !ended->notTold);
        Consuming member(m_nameServer, optionsIn(u"A"_qs));
        QString instance;
        member.answers = [&instance](const protocol::StoredMessage &message) {
            instance = message.propertyText(protocol::property::InstanceId);
            return ConsumeOutcome::success();
        };
        QCOMPARE(member.start(m_topic), QString());
        QTRY_COMPARE(member.bodies(), QStringList{u"committed"_qs});
        QCOMPARE(instance, u"A"_qs);
        QCOMPARE(member.stop(), QString());
    }

private:
    [[nodiscard]] QString wire(const QString &nameSpace) const { return nameSpace + u'%' + m_topic; }
    [[nodiscard]] commands::MessageQueue place() const { return {TopicName(m_topic), BrokerName(u"broker-a"_qs), QueueId(0)}; }
    [[nodiscard]] OutgoingMessage inTopic(const QByteArray &body) const { return {.topic = TopicName(m_topic), .body = body}; }
    [[nodiscard]] ConsumerOptions optionsIn(const QString &nameSpace) const
    {
        auto options = Consuming::optionsFor(group());
        options.nameSpace = nameSpace;
        return options;
    }
    [[nodiscard]] static bool sent(Pending<SendReceipt> sending)
    {
        const auto receipt = Caller::result(std::move(sending));
        if (!receipt)
            qWarning("%s", qPrintable(wordsFor(receipt.error()).line()));
        return receipt.has_value();
    }
    /// What the broker has stored for the group in this namespace; -1 where it has nothing.
    [[nodiscard]] qint64 stored(const QString &nameSpace)
    {
        const commands::QueryConsumerOffset question{.consumerGroup = ConsumerGroup(nameSpace + u'%' + group()), .topic = TopicName(wire(nameSpace)), .queueId = QueueId(0)};
        const auto reply = m_caller->ask(question, rocketdesk::Target::of(BrokerName(u"broker-a"_qs)));
        return reply ? reply->offset.value() : -1;
    }
};

ROCKETDESK_TEST(NamespacesTest)

#include "tst_namespaces.moc"
