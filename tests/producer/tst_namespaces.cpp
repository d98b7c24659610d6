// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/memberrequests.h"
#include "client/producer/producerhost.h"
#include "client/producer/requester.h"
#include "client/producer/tracehook.h"
#include "client/producer/transactionsender.h"
#include "client/protocol/recall.h"
#include "tests/producer/fakecluster.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

ProducerOptions inNamespace()
{
    ProducerOptions options;
    options.producerGroup = u"pg"_s;
    options.nameSpace = u"NS"_s;
    return options;
}

/// A fake cluster that knows the topic t in the namespace, and none without.
struct Fixture : FakeCluster {
    Fixture() { topics = {u"NS%t"_s}; }

    [[nodiscard]] QList<Asked> got(int code) const
    {
        QList<Asked> found;
        for (const Asked &asked : a.got + b.got) {
            if (asked.code == code)
                found << asked;
        }
        return found;
    }

    Presence presence{cluster};
    Membership membership{cluster, presence};
};

constexpr int Send = 310;

QByteArray propertyOf(const Asked &asked, QLatin1StringView name)
{
    return protocol::findProperty(asked.field("i").toUtf8(), name).value_or(QByteArrayView()).toByteArray();
}

/// Remembers the topics that hooks were told.
struct Topics final : SendHook {
    Result<void> beforeSend(const SendTry &begun) override
    {
        seen << begun.topic.text();
        return {};
    }
    void afterRecall(const TopicName &topic, const Result<QString> &) override { seen << topic.text(); }
    void afterTransaction(const TransactionEnd &end) override { seen << end.topic.text(); }
    QStringList seen;
};

struct Records final : TraceSink {
    void add(std::vector<protocol::TraceRecord> more) override { all.insert(all.end(), more.begin(), more.end()); }
    std::vector<protocol::TraceRecord> all;
};

} // namespace

/// Producers whose topics and groups lie in a namespace.
class NamespacesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void topicGoesOutInTheNamespace_data()
    {
        QTest::addColumn<QString>("topic");
        QTest::addColumn<QString>("wire");
        QTest::addRow("plain") << u"t"_s << u"NS%t"_s;
        QTest::addRow("in it already") << u"NS%t"_s << u"NS%t"_s;
        QTest::addRow("in another one") << u"NSX%t"_s << u"NS%NSX%t"_s;
        QTest::addRow("retry") << u"%RETRY%g"_s << u"%RETRY%NS%g"_s;
        QTest::addRow("dead letters") << u"%DLQ%g"_s << u"%DLQ%NS%g"_s;
        QTest::addRow("RocketMQ's own") << u"BenchmarkTest"_s << u"BenchmarkTest"_s;
    }
    void topicGoesOutInTheNamespace() // T-29
    {
        QFETCH(QString, topic);
        QFETCH(QString, wire);
        Fixture fixture;
        fixture.topics = {wire};
        ProducerHost host(fixture.cluster, fixture.membership, inNamespace());
        const OutgoingMessage mine{.topic = TopicName(topic), .body = "x"};
        for (int i = 0; i < 2; ++i) {
            End<SendReceipt> end(host.send(mine, {}));
            QTRY_VERIFY(end.answer);
            QVERIFY2(end.answer->has_value(), qPrintable(*end.answer ? QString() : end.answer->error().remark));
            QCOMPARE(fixture.got(Send).size(), i + 1);
        }
        for (const Asked &asked : fixture.got(Send)) {
            QCOMPARE(asked.field("b"), wire);
            QCOMPARE(asked.field("a"), u"NS%pg"_s);
            QCOMPARE(propertyOf(asked, protocol::property::InstanceId), QByteArray("NS"));
        }
        QCOMPARE(mine.topic.text(), topic);
        QVERIFY(mine.properties.isEmpty());
        QVERIFY(fixture.membership.producer(ProducerGroup(u"NS%pg"_s)));
    }

    void withoutOneNothingIsAdded()
    {
        FakeCluster fake;
        End<SendReceipt> end(fake.producer.send(message(), {}));
        QTRY_VERIFY(end.answer);
        const Asked asked = (fake.a.got + fake.b.got).front();
        QCOMPARE(asked.field("b"), u"t"_s);
        QCOMPARE(propertyOf(asked, protocol::property::InstanceId), QByteArray());
    }

    void aSelectorSeesTheTopicWithoutIt_data()
    {
        QTest::addColumn<bool>("batch");
        QTest::addRow("one") << false;
        QTest::addRow("batch") << true;
    }
    void aSelectorSeesTheTopicWithoutIt()
    {
        QFETCH(bool, batch);
        Fixture fixture;
        Producer producer(fixture.cluster, inNamespace());
        QString seen;
        SendOptions options;
        options.selector = [&seen](const std::vector<QueueRef> &, const OutgoingMessage &chosen) {
            seen = chosen.topic.text();
            return std::size_t(0);
        };
        if (batch) {
            End<BatchReceipts> end(producer.sendBatch({message("1"), message("2")}, options));
            QTRY_VERIFY(end.answer);
            QVERIFY(end.answer->has_value());
        } else {
            End<SendReceipt> end(producer.send(message(), options));
            QTRY_VERIFY(end.answer);
            QVERIFY(end.answer->has_value());
        }
        QCOMPARE(seen, u"t"_s);
    }

    void everyMessageOfABatchNamesIt_data()
    {
        QTest::addColumn<int>("count");
        QTest::addRow("one alone") << 1;
        QTest::addRow("three") << 3;
    }
    void everyMessageOfABatchNamesIt()
    {
        QFETCH(int, count);
        Fixture fixture;
        ProducerHost host(fixture.cluster, fixture.membership, inNamespace());
        End<BatchReceipts> end(host.sendBatch(std::vector<OutgoingMessage>(static_cast<std::size_t>(count), message()), {}, 32));
        QTRY_VERIFY(end.answer);
        QVERIFY(end.answer->has_value() && (**end.answer).front().has_value());
        QCOMPARE(fixture.got(320).size(), 1);
        const Asked asked = fixture.got(320).front();
        QCOMPARE(asked.field("b"), u"NS%t"_s);
        QCOMPARE(asked.field("a"), u"NS%pg"_s);
        const QByteArray whole = asked.field("i").toUtf8() + asked.body;
        QCOMPARE(whole.count("INSTANCE_ID\x01NS\x02"), count);
    }

    void theNamesAreCheckedAsTheyGoOut_data()
    {
        QTest::addColumn<QString>("nameSpace");
        QTest::addRow("no name") << u"a b"_s;
        QTest::addRow("too long together") << QString(120, u'n');
    }
    void theNamesAreCheckedAsTheyGoOut()
    {
        QFETCH(QString, nameSpace);
        Fixture fixture;
        ProducerOptions options = inNamespace();
        QVERIFY(options.check().has_value());
        options.nameSpace = nameSpace;
        QVERIFY(!options.check());
        Producer producer(fixture.cluster, options);
        End<SendReceipt> end(producer.send({.topic = TopicName(u"topic_of_a_long_name"_s), .body = "x"}, {}));
        QTRY_VERIFY(end.answer);
        QCOMPARE(end.answer->error().kind, Error::Kind::InvalidArgument);
        QVERIFY(!fixture.hasAsked());
    }

    void aHandleIsOfTheTopicInTheNamespace()
    {
        Fixture fixture;
        Producer producer(fixture.cluster, inNamespace());
        const auto hook = std::make_shared<Topics>();
        producer.addHook(hook);
        const auto handleOf = [](const QString &topic) {
            return protocol::RecallHandle{.topic = TopicName(topic), .brokerName = BrokerName(u"a"_s), .deliverAt = 1, .messageId = u"id"_s}.toString();
        };
        End<QString> foreign(producer.recall(TopicName(u"t"_s), handleOf(u"NS%other"_s), {}));
        QTRY_VERIFY(foreign.answer);
        QCOMPARE(foreign.answer->error().remark, u"the handle is of the topic other"_s);
        End<SendReceipt> sent(producer.send(message(), {})); // its route says where the broker is
        QTRY_VERIFY(sent.answer);
        End<QString> own(producer.recall(TopicName(u"t"_s), handleOf(u"NS%t"_s), {}));
        QTRY_VERIFY(own.answer);
        QCOMPARE(fixture.got(370).size(), 1);
        QCOMPARE(fixture.got(370).front().field("topic"), u"NS%t"_s);
        QCOMPARE(fixture.got(370).front().field("producerGroup"), u"NS%pg"_s);
        QCOMPARE(hook->seen, (QStringList{u"NS%t"_s, u"NS%t"_s}));
    }

    void aRequestLooksForItsTopicInTheNamespace()
    {
        Fixture fixture;
        MemberRequests requests(fixture.remoting, fixture.membership);
        Producer producer(fixture.cluster, inNamespace());
        Requester requester(fixture.cluster, fixture.membership, requests, producer);
        End<protocol::StoredMessage> end(requester.request(message(), {}, milliseconds(60'000)));
        QTRY_COMPARE(fixture.got(Send).size(), 1);
        QCOMPARE(fixture.got(Send).front().field("b"), u"NS%t"_s);
    }

    void aTransactionShowsItsTopicWithoutIt()
    {
        Fixture fixture;
        QStringList shown;
        const auto keep = [&shown](const auto &asked) {
            shown << asked.topic.text();
            return ready<TransactionState>(TransactionState::Commit);
        };
        TransactionSender sender(fixture.cluster, fixture.membership, {.producer = inNamespace()},
            {.execute = [&](const OutgoingMessage &half, const QString &) { return keep(half); }, .check = [&](const protocol::StoredMessage &half, const QString &) { return keep(half); }});
        const auto hook = std::make_shared<Topics>();
        sender.producer().addHook(hook);
        End<TransactionSendResult> end(sender.send(message(), {}));
        QTRY_VERIFY(end.answer);
        QVERIFY2(end.answer->has_value(), qPrintable(*end.answer ? QString() : end.answer->error().remark));
        QVERIFY(!(**end.answer).notTold);
        const Asked half = fixture.got(Send).front();
        QCOMPARE(half.field("b"), u"NS%t"_s);
        QCOMPARE(propertyOf(half, protocol::property::ProducerGroup), QByteArray("NS%pg"));
        QCOMPARE(propertyOf(half, protocol::property::InstanceId), QByteArray("NS"));

        protocol::StoredMessage stored;
        stored.topic = TopicName(u"NS%t"_s);
        sender.checkTransaction({.topic = TopicName(u"NS%t"_s)}, stored, fixture.a.server.endpoint());
        QTRY_COMPARE(fixture.got(37).size(), 2);
        QCOMPARE(shown, (QStringList{u"t"_s, u"t"_s}));
        for (const Asked &ended : fixture.got(37))
            QCOMPARE(ended.field("producerGroup"), u"NS%pg"_s);
        QCOMPARE(hook->seen, (QStringList{u"NS%t"_s, u"t"_s, u"t"_s}));
    }

    void tracesNameNoNamespace()
    {
        Fixture fixture;
        Producer producer(fixture.cluster, inNamespace());
        Records records;
        producer.addHook(std::make_shared<TraceHook>(records, fixture.clock, producer.group(), TopicName(u"RMQ_SYS_TRACE_TOPIC"_s)));
        End<SendReceipt> end(producer.send(message(), {}));
        QTRY_VERIFY(end.answer);
        QCOMPARE(records.all.size(), std::size_t(1));
        QCOMPARE(records.all.front().topic, u"t"_s);
        QCOMPARE(records.all.front().groupName, u"pg"_s);
    }
};

ROCKETDESK_TEST(NamespacesTest)
#include "tst_namespaces.moc"
