// SPDX-License-Identifier: Apache-2.0
#include "tests/producer/fakecluster.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;

class ProducerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void receiptSaysWhereItLies()
    {
        FakeCluster fake;
        fake.a.always = 10;
        End<SendReceipt> end(fake.producer.send(message(), {.queue = QueueRef{BrokerName(QStringLiteral("a")), QueueId(1)}}));
        QTRY_VERIFY(end.answer);
        QVERIFY2(end.answer->has_value(), qPrintable(end.answer->has_value() ? QString() : end.answer->error().remark));
        const SendReceipt &receipt = **end.answer;
        QCOMPARE(receipt.status, commands::SendStatus::FlushDiskTimeout);
        QCOMPARE(receipt.offsetMessageId, QStringLiteral("7F00000100002A9F0000000000000001"));
        QCOMPARE(receipt.queue.broker.text(), QStringLiteral("a"));
        QCOMPARE(receipt.queue.id.value(), 1);
        QCOMPARE(receipt.queueOffset.value(), 100);
        QCOMPARE(receipt.tries, 1);
        QVERIFY(!receipt.createdTopic);
        QCOMPARE(fake.a.got.at(0).code, 310);
        QCOMPARE(fake.a.got.at(0).id(), receipt.messageId.toLatin1());
        QCOMPARE(fake.a.got.at(0).body, QByteArray("hello"));
    }

    void queuesComeInTurn()
    {
        FakeCluster fake;
        std::vector<std::unique_ptr<End<SendReceipt>>> ends;
        for (int i = 0; i < 8; ++i)
            ends.push_back(std::make_unique<End<SendReceipt>>(fake.producer.send(message(), {})));
        QTRY_VERIFY(std::all_of(ends.cbegin(), ends.cend(), [](const auto &end) { return end->answer.has_value(); }));
        QMap<QString, int> used;
        for (const auto &end : ends)
            ++used[(**end->answer).queue.broker.text() + QString::number((**end->answer).queue.id.value())];
        QCOMPARE(used, (QMap<QString, int>{{QStringLiteral("a0"), 2}, {QStringLiteral("a1"), 2}, {QStringLiteral("b0"), 2}, {QStringLiteral("b1"), 2}}));
    }

    void shardingKeyKeepsItsQueue()
    {
        FakeCluster fake;
        for (int i = 0; i < 3; ++i) {
            End<SendReceipt> end(fake.producer.send(message(), {.shardingKey = QStringLiteral("order-1")}));
            QTRY_VERIFY(end.answer);
        }
        const QList<Asked> all = fake.a.got + fake.b.got;
        QVERIFY(fake.a.got.isEmpty() || fake.b.got.isEmpty());
        for (const Asked &asked : all) {
            QCOMPARE(asked.field("e"), all.at(0).field("e"));
            QCOMPARE(protocol::findProperty(asked.field("i").toUtf8(), protocol::property::ShardingKey).value_or(QByteArrayView()).toByteArray(), QByteArray("order-1"));
        }
    }

    void tryAfterARefusalGoesToTheOtherBrokerWithTheSameId()
    {
        FakeCluster fake;
        fake.a.always = 14;
        for (int i = 0; i < 4; ++i) {
            End<SendReceipt> end(fake.producer.send(message(), {}));
            QTRY_VERIFY(end.answer);
            QVERIFY(end.answer->has_value());
            QCOMPARE((**end.answer).queue.broker.text(), QStringLiteral("b"));
        }
        QVERIFY(!fake.a.got.isEmpty());
        for (const Asked &refused : fake.a.got)
            QVERIFY(std::any_of(fake.b.got.cbegin(), fake.b.got.cend(), [&](const Asked &taken) { return taken.id() == refused.id(); }));
    }

    void refusalsThatStayAreFinal_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("tries");
        for (const int code : {1, 14, 17, 204, 205})
            QTest::addRow("%d", code) << code << 3;
        for (const int code : {3, 13, 16, 29})
            QTest::addRow("%d", code) << code << 1;
    }

    void refusalsThatStayAreFinal()
    {
        QFETCH(int, code);
        QFETCH(int, tries);
        FakeCluster fake;
        fake.a.always = fake.b.always = code;
        End<SendReceipt> end(fake.producer.send(message(), {}));
        QTRY_VERIFY(end.answer);
        QCOMPARE(end.answer->error().code, code);
        QCOMPARE(end.answer->error().remark, QStringLiteral("no"));
        QVERIFY(end.answer->error().where.contains(u'('));
        QCOMPARE(fake.sends(), tries);
        QCOMPARE(end.times, 1);
    }

    void lostConnectionIsTriedElsewhereUnderTheSameId() // T-33: what was stored before the loss is stored twice, under one id
    {
        FakeCluster fake;
        fake.a.always = fake.b.always = 0;
        fake.a.answers = {HangUp};
        fake.b.answers = {HangUp};
        End<SendReceipt> end(fake.producer.send(message(), {}));
        QVERIFY(fake.passUntil(milliseconds(20), [&] { return end.answer.has_value(); })); // the third try is on a broker that failed: after a pause
        QVERIFY(end.answer->has_value());
        QCOMPARE((**end.answer).tries, 3);
        QCOMPARE(fake.sends(), 3);
        for (const Asked &asked : fake.a.got + fake.b.got)
            QCOMPARE(asked.id(), (**end.answer).messageId.toLatin1());
    }

    void busyBrokerIsAskedAgainAfterAPauseUntilTheLimit()
    {
        FakeCluster fake;
        fake.a.always = fake.b.always = 2;
        End<SendReceipt> end(fake.producer.send(message(), {.limit = milliseconds(1000)}));
        QVERIFY(fake.passUntil(milliseconds(25), [&] { return end.answer.has_value(); }));
        QCOMPARE(end.answer->error().code, 2);
        QVERIFY(fake.sends() > 3 && fake.sends() < 12);

        fake.a.always = fake.b.always = 0;
        fake.a.answers = fake.b.answers = {2, 2};
        End<SendReceipt> later(fake.producer.send(message(), {.limit = milliseconds(1000)}));
        QVERIFY(fake.passUntil(milliseconds(15), [&] { return later.answer.has_value(); }));
        QVERIFY(later.answer->has_value());
    }

    void oneLimitForAllTries()
    {
        FakeCluster fake;
        fake.a.always = fake.b.always = Silent;
        End<SendReceipt> end(fake.producer.send(message(), {.limit = milliseconds(300)}));
        QTRY_COMPARE(fake.sends(), 1);
        fake.clock.advance(milliseconds(299));
        QVERIFY(!end.answer);
        fake.clock.advance(milliseconds(1));
        QTRY_VERIFY(end.answer);
        QCOMPARE(end.answer->error().kind, Error::Kind::Timeout);
        QCOMPARE(fake.sends(), 1);
    }

    void noRetriesMeansOneTry()
    {
        FakeCluster fake;
        fake.a.always = fake.b.always = 2;
        End<SendReceipt> end(fake.producer.send(message(), {.retries = 0}));
        QTRY_VERIFY(end.answer);
        QCOMPARE(fake.sends(), 1);
    }

    void topicWithoutRouteGoesByTheTemplate()
    {
        FakeCluster fake;
        fake.topics = {QStringLiteral("TBW102")};
        End<SendReceipt> end(fake.producer.send(message(), {}));
        QTRY_VERIFY(end.answer);
        QVERIFY(end.answer->has_value());
        QVERIFY((**end.answer).createdTopic);
        const Asked asked = (fake.a.got + fake.b.got).at(0);
        QCOMPARE(asked.field("b"), QStringLiteral("t"));
        QCOMPARE(asked.field("c"), QStringLiteral("TBW102"));
        QCOMPARE(asked.field("d"), QStringLiteral("4"));

        End<SendReceipt> unwanted(fake.producer.send(message(), {.createTopic = false}));
        QTRY_VERIFY(unwanted.answer);
        QCOMPARE(unwanted.answer->error().kind, Error::Kind::NoRoute);
    }

    void batchesAreCutAndEachMessageHasItsOwnEnd()
    {
        FakeCluster fake;
        std::vector<OutgoingMessage> messages;
        for (int i = 0; i < 70; ++i)
            messages.push_back(message(QByteArray::number(i)));
        fake.a.answers = {13};
        End<BatchReceipts> end(fake.producer.sendBatch(messages, {.queue = QueueRef{BrokerName(QStringLiteral("a")), QueueId(0)}}));
        QTRY_VERIFY(end.answer);
        QVERIFY(end.answer->has_value());
        const BatchReceipts &receipts = **end.answer;
        QCOMPARE(receipts.size(), std::size_t(70));
        QCOMPARE(fake.sends(), 3); // 32, 32, 6
        QCOMPARE((fake.a.got + fake.b.got).at(0).code, 320);
        QCOMPARE(receipts.at(0).error().code, 13);
        QVERIFY(receipts.at(69).has_value());
        QCOMPARE(receipts.at(69)->queueOffset.value(), receipts.at(64)->queueOffset.value() + 5);
        QVERIFY(receipts.at(69)->messageId != receipts.at(68)->messageId);
    }

    void onewayIsOnItsWayAndAsksNothing()
    {
        FakeCluster fake;
        End<SendReceipt> end(fake.producer.send(message(), {.oneway = true}));
        QVERIFY(fake.passUntil(milliseconds(2), [&] { return end.answer.has_value(); }));
        QVERIFY(end.answer->has_value());
        QCOMPARE((**end.answer).queueOffset.value(), -1);
        QTRY_COMPARE(fake.sends(), 1);
        QVERIFY((fake.a.got + fake.b.got).at(0).oneway);
    }

    void whatMayNotBeSentTouchesNoSocket()
    {
        FakeCluster fake;
        for (const auto &[bad, options] : std::vector<std::pair<OutgoingMessage, SendOptions>>{{message(QByteArray()), {}}, {message(), {.delayLevel = 19}},
                 {message(), {.delayLevel = 1, .deliverAt = fake.clock.wallMs()}}, {message(), {.deliverAt = fake.clock.wallMs() + 4 * 86'400'000LL}},
                 {{.topic = TopicName(QStringLiteral("a b")), .body = "x"}, {}}, {{.topic = TopicName(QStringLiteral("SCHEDULE_TOPIC_XXXX")), .body = "x"}, {}},
                 {{.topic = TopicName(QStringLiteral("t")), .properties = {{QStringLiteral("UNIQ_KEY"), QStringLiteral("1")}}, .body = "x"}, {}}}) {
            End<SendReceipt> end(fake.producer.send(bad, options));
            QTRY_VERIFY(end.answer);
            QCOMPARE(end.answer->error().kind, Error::Kind::InvalidArgument);
            QCOMPARE(checkMessage(bad, options, fake.clock.wallMs()).size(), std::size_t(1));
        }
        End<SendReceipt> large(fake.producer.send(message(QByteArray(protocol::maxMessageBody + 1, 'x')), {}));
        QTRY_VERIFY(large.answer);
        QCOMPARE(large.answer->error().kind, Error::Kind::TooLarge);
        QVERIFY(!fake.hasAsked());
    }
};

ROCKETDESK_TEST(ProducerTest)
#include "tst_producer.moc"
