// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/recall.h"
#include "client/protocol/selectorhash.h"
#include "tests/producer/fakecluster.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

ProducerOptions optionsWith(auto change)
{
    ProducerOptions options = Producer::ofConsole();
    change(options);
    return options;
}

} // namespace

/// What a producer may be told: how to choose, to avoid, to compress, to bound; and what it tells.
class ProducerWaysTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashTakesTheShardingPropertyThenTheFirstKey_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("index"); // of a0 a1 b0 b1
        const auto index = [](const QString &key) { return std::abs(protocol::javaHashCode(key) % 4); };
        QTest::addRow("sharding key") << u"__SHARDINGKEY"_s << u"order-7"_s << index(u"order-7"_s);
        QTest::addRow("of others") << u"SHARDING_KEY"_s << u"order-8"_s << index(u"order-8"_s);
        QTest::addRow("first key") << u"KEYS"_s << u"k1 k2"_s << index(u"k1"_s);
        QTest::addRow("smallest number") << u"KEYS"_s << u"polygenelubricants"_s << 0; // T-34: its hash code has no absolute value
    }

    void hashTakesTheShardingPropertyThenTheFirstKey() // T-34, T-35
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(int, index);
        FakeCluster fake;
        OutgoingMessage keyed = message();
        keyed.properties.set(name, value);
        for (int i = 0; i < 2; ++i) {
            End<SendReceipt> end(fake.producer.send(keyed, {.routing = Routing::MessageHash}));
            QTRY_VERIFY(end.answer);
            QVERIFY(end.answer->has_value());
            QCOMPARE((**end.answer).queue.broker.text(), index < 2 ? u"a"_s : u"b"_s);
            QCOMPARE((**end.answer).queue.id.value(), index % 2);
        }
    }

    void selectorOfTheCallerChooses()
    {
        FakeCluster fake;
        SendOptions options;
        options.selector = [](const std::vector<QueueRef> &queues, const OutgoingMessage &message) { return message.body.size() % queues.size(); };
        End<SendReceipt> end(fake.producer.send(message("123"), options));
        QTRY_VERIFY(end.answer);
        QCOMPARE((**end.answer).queue.broker.text(), u"b"_s);
        QCOMPARE((**end.answer).queue.id.value(), 1);
    }

    void randomUsesEveryQueue()
    {
        FakeCluster fake;
        QSet<QString> used;
        for (int i = 0; i < 200 && used.size() < 4; ++i) {
            End<SendReceipt> end(fake.producer.send(message(), {.routing = Routing::Random}));
            QTRY_VERIFY(end.answer);
            used << (**end.answer).queue.broker.text() + QString::number((**end.answer).queue.id.value());
        }
        QCOMPARE(used.size(), 4);
    }

    void slowBrokerIsAvoidedForAWhile()
    {
        FakeCluster fake;
        Producer producer(fake.cluster, optionsWith([](ProducerOptions &options) { options.sendLatencyEnable = true; }));
        fake.a.always = 14;
        for (int i = 0; i < 12; ++i) {
            End<SendReceipt> end(producer.send(message(), {}));
            QTRY_VERIFY(end.answer);
            QVERIFY(end.answer->has_value());
        }
        QCOMPARE(fake.a.got.size(), 1); // isolated after its first refusal
        fake.a.always = 0;
        fake.clock.advance(milliseconds(10'000));
        for (int i = 0; i < 4; ++i) {
            End<SendReceipt> end(producer.send(message(), {}));
            QTRY_VERIFY(end.answer);
        }
        QCOMPARE(fake.a.got.size(), 3);
    }

    void badlyStoredIsStoredElsewhereOnlyWhereAsked()
    {
        FakeCluster fake;
        fake.a.always = fake.b.always = 12;
        End<SendReceipt> once(fake.producer.send(message(), {}));
        QTRY_VERIFY(once.answer);
        QCOMPARE(fake.sends(), 1);
        End<SendReceipt> asked(fake.producer.send(message(), {.retryWhenNotStoreOk = true}));
        QVERIFY(fake.passUntil(milliseconds(20), [&] { return asked.answer.has_value(); }));
        QVERIFY(asked.answer->has_value());
        QCOMPARE((**asked.answer).status, commands::SendStatus::FlushSlaveTimeout);
        QCOMPARE((**asked.answer).tries, 3);
        QCOMPARE(fake.sends(), 4);
        QVERIFY(!fake.a.got.isEmpty() && !fake.b.got.isEmpty());
    }

    void bodyIsCompressedOnTheWireOnlyAndAtEveryTryTheSame() // T-28, T-30, T-38
    {
        FakeCluster fake;
        const QByteArray body(5000, 'x');
        const OutgoingMessage large = message(body);
        SendOptions options = ProducerOptions().sendOptions();
        fake.a.answers = fake.b.answers = {14};
        for (int i = 0; i < 2; ++i) {
            End<SendReceipt> end(fake.producer.send(large, options));
            QTRY_VERIFY(end.answer);
            QVERIFY(end.answer->has_value());
        }
        QCOMPARE(large.body, body);
        QCOMPARE(fake.sends(), 4); // two of them are refused
        for (const Asked &asked : fake.a.got + fake.b.got) {
            QVERIFY(asked.body.size() < 100);
            QCOMPARE(asked.field("f").toInt() & 1, 1);
            QCOMPARE(protocol::decompress(protocol::Compression::Zlib, asked.body).value_or(QByteArray()), body);
        }
    }

    void batchGivesEveryMessageAnIdAndLeavesTheCallersAsTheyWere() // T-41
    {
        FakeCluster fake;
        const std::vector<OutgoingMessage> mine = {message("1"), message("2"), message("3")};
        End<BatchReceipts> end(fake.producer.sendBatch(mine, {}));
        QTRY_VERIFY(end.answer);
        QSet<QString> ids;
        for (const auto &receipt : **end.answer)
            ids << receipt->messageId;
        QCOMPARE(ids.size(), 3);
        QVERIFY(!ids.contains(QString()));
        QVERIFY(mine.front().properties.isEmpty());
    }

    void batchGoesOnewayToo()
    {
        FakeCluster fake;
        End<BatchReceipts> end(fake.producer.sendBatch({message("1"), message("2")}, {.oneway = true}));
        QVERIFY(fake.passUntil(milliseconds(2), [&] { return end.answer.has_value(); }));
        QVERIFY(end.answer->has_value());
        QTRY_COMPARE(fake.sends(), 1);
        const Asked asked = (fake.a.got + fake.b.got).front();
        QCOMPARE(asked.code, 320);
        QVERIFY(asked.oneway);
    }

    void onlySoMuchIsInFlight()
    {
        FakeCluster fake;
        Producer producer(fake.cluster, optionsWith([](ProducerOptions &options) { options.asyncSendSemaphore = 2; }));
        fake.a.always = fake.b.always = Silent;
        std::vector<std::unique_ptr<End<SendReceipt>>> ends;
        for (int i = 0; i < 5; ++i)
            ends.push_back(std::make_unique<End<SendReceipt>>(producer.send(message(), {.limit = milliseconds(300), .retries = 0})));
        QTRY_COMPARE(fake.sends(), 2);
        QTRY_VERIFY(ends[4]->answer); // two in flight, two wait
        QCOMPARE(ends[4]->answer->error().kind, Error::Kind::Throttled);
        QCOMPARE(producer.statistics().onTheirWay, 2);
        QCOMPARE(producer.statistics().waiting, 2);
        fake.clock.advance(milliseconds(300));
        for (const auto &end : ends)
            QTRY_VERIFY(end->answer);
        QCOMPARE(producer.statistics().onTheirWay, 0);
    }

    void hooksSeeEveryTryAndMayForbidIt() // T-42
    {
        struct Hook final : SendHook {
            Result<void> beforeSend(const SendTry &begun) override
            {
                seen << u"before %1"_s.arg(begun.numbers.number);
                if (begun.property(protocol::property::Tags) == u"forbidden"_s)
                    return failed(Error::Kind::NoPermission, u"not this one"_s);
                return {};
            }
            void afterSend(const SendTry &ended, const Result<SendReceipt> &result) override
            {
                seen << u"after %1 %2"_s.arg(ended.numbers.number).arg(result ? u"stored"_s : QString::number(result.error().code));
                ids << ended.messageId;
            }
            QStringList seen;
            QStringList ids;
        };
        FakeCluster fake;
        const auto hook = std::make_shared<Hook>();
        fake.producer.addHook(hook);
        fake.a.always = fake.b.always = 0;
        fake.a.answers = fake.b.answers = {14, 14};
        End<SendReceipt> end(fake.producer.send(message(), {.retries = 1}));
        QTRY_VERIFY(end.answer);
        QCOMPARE(hook->seen, (QStringList{u"before 1"_s, u"after 1 14"_s, u"before 2"_s, u"after 2 14"_s}));
        QCOMPARE(hook->ids.front(), hook->ids.back());

        OutgoingMessage forbidden = message();
        forbidden.properties.set(protocol::property::Tags, u"forbidden"_s);
        const qsizetype before = fake.sends();
        End<SendReceipt> refused(fake.producer.send(forbidden, {}));
        QTRY_VERIFY(refused.answer);
        QCOMPARE(refused.answer->error().kind, Error::Kind::NoPermission);
        QCOMPARE(fake.sends(), before);
    }

    void statisticsCountTriesByBroker()
    {
        FakeCluster fake;
        fake.a.always = 14;
        for (int i = 0; i < 4; ++i) {
            End<SendReceipt> end(fake.producer.send(message(), {}));
            QTRY_VERIFY(end.answer);
        }
        const SendStatistics statistics = fake.producer.statistics();
        QCOMPARE(statistics.stored(), 4U);
        QCOMPARE(statistics.failed(), quint64(fake.a.got.size()));
        QCOMPARE(statistics.brokers.size(), std::size_t(2));
        QVERIFY(statistics.successRate() < 1);
    }

    void recallTakesOnlyTheHandleOfItsTopic()
    {
        FakeCluster fake;
        const QString handle = protocol::RecallHandle{.topic = TopicName(u"other"_s), .brokerName = BrokerName(u"a"_s), .deliverAt = 1, .messageId = u"id"_s}.toString();
        End<QString> other(fake.producer.recall(TopicName(u"t"_s), handle, {}));
        End<QString> none(fake.producer.recall(TopicName(u"t"_s), u"nonsense"_s, {}));
        QTRY_VERIFY(other.answer && none.answer);
        QCOMPARE(other.answer->error().kind, Error::Kind::InvalidArgument);
        QVERIFY(!none.answer->has_value());
        QVERIFY(!fake.hasAsked());
    }

    void optionsSayWhatIsWrongWithThem_data()
    {
        QTest::addColumn<ProducerOptions>("options");
        QTest::addColumn<bool>("valid");
        QTest::addRow("default") << ProducerOptions() << true;
        QTest::addRow("group") << optionsWith([](ProducerOptions &options) { options.producerGroup = u"a b"_s; }) << false;
        QTest::addRow("strategy") << optionsWith([](ProducerOptions &options) { options.routingStrategy = u"best"_s; }) << false;
        QTest::addRow("split") << optionsWith([](ProducerOptions &options) { options.batchSplitType = u"by_moon"_s; }) << false;
        QTest::addRow("semaphore") << optionsWith([](ProducerOptions &options) { options.asyncSendSemaphore = 0; }) << false;
        QTest::addRow("routes without a pause") << optionsWith([](ProducerOptions &options) { options.updateTopicRouteInfoInterval = 0; }) << false;
        QTest::addRow("heartbeats without a pause") << optionsWith([](ProducerOptions &options) { options.heartbeatBrokerInterval = 0; }) << false;
        QTest::addRow("name servers without a pause") << optionsWith([](ProducerOptions &options) { options.pollNameServerInterval = -1; }) << false;
        for (const QString &name : {u"development"_s, u"production"_s, u"highPerformance"_s, u"testing"_s, u"orderSequenced"_s})
            QTest::addRow("preset %s", qPrintable(name)) << ProducerOptions::preset(name) << true;
    }

    void optionsSayWhatIsWrongWithThem()
    {
        QFETCH(ProducerOptions, options);
        QFETCH(bool, valid);
        QCOMPARE(options.check().has_value(), valid);
    }

    void presetsAreValues() // T-45
    {
        ProducerOptions changed = ProducerOptions::preset(u"production");
        changed.retryTimes = 99;
        QCOMPARE(ProducerOptions::preset(u"production").retryTimes, 3);
    }

    void optionsFromTheEnvironmentDriveTheSend() // T-46
    {
        ProducerOptions options = ProducerOptions::fromEnvironment({{u"ROCKETDESK_SEND_MSG_TIMEOUT"_s, u"250"_s}, {u"ROCKETDESK_RETRY_TIMES"_s, u"0"_s}, {u"ROCKETDESK_PRODUCER_GROUP"_s, u"mine"_s}});
        FakeCluster fake;
        fake.a.always = fake.b.always = Silent;
        Producer producer(fake.cluster, options);
        End<SendReceipt> end(producer.send(message(), options.sendOptions()));
        QTRY_COMPARE(fake.sends(), 1);
        QCOMPARE((fake.a.got + fake.b.got).front().field("a"), u"mine"_s);
        fake.clock.advance(milliseconds(250));
        QTRY_VERIFY(end.answer);
        QCOMPARE(end.answer->error().kind, Error::Kind::Timeout);
        options.sendMsgTimeout = 7000; // code wins
        QCOMPARE(options.sendOptions().limit, milliseconds(7000));
    }
};

ROCKETDESK_TEST(ProducerWaysTest)
#include "tst_producerways.moc"
