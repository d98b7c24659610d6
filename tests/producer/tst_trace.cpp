// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/tracedispatcher.h"
#include "client/producer/tracehook.h"
#include "tests/producer/fakecluster.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A cluster with a trace topic, and a dispatcher that writes to it.
struct Traced : FakeCluster {
    explicit Traced(TraceDispatcher::Options options = {}) : trace(cluster, std::move(options)) { topics << u"RMQ_SYS_TRACE_TOPIC"_s; }

    [[nodiscard]] QList<Asked> traces() const
    {
        QList<Asked> found;
        for (const Asked &asked : a.got + b.got) {
            if (asked.field("b") == u"RMQ_SYS_TRACE_TOPIC"_s)
                found << asked;
        }
        return found;
    }
    [[nodiscard]] std::vector<protocol::TraceRecord> records() const
    {
        std::vector<protocol::TraceRecord> all;
        for (const Asked &asked : traces()) {
            for (auto &record : protocol::decodeTrace(asked.body))
                all.push_back(std::move(record));
        }
        return all;
    }
    TraceDispatcher trace;
};

protocol::TraceRecord numbered(int number)
{
    protocol::TraceRecord record;
    record.messageId = u"id%1"_s.arg(number);
    return record;
}

} // namespace

class TraceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenOperationsGoAtOnceAndTheRestAfterAWhile()
    {
        Traced fake;
        for (int i = 0; i < 13; ++i)
            fake.trace.add({numbered(i)});
        QTRY_COMPARE(fake.traces().size(), 1);
        QCOMPARE(fake.records().size(), std::size_t(10));
        QCOMPARE(fake.trace.counts().waiting, 3U);
        QTRY_COMPARE(fake.trace.counts().messages, 1U); // answered: its limit must not pass with the time
        fake.clock.advance(milliseconds(5000));
        QTRY_COMPARE(fake.traces().size(), 2);
        QTRY_COMPARE(fake.trace.counts().messages, 2U);
        QCOMPARE(fake.records().size(), std::size_t(13));
        const QByteArray keys = protocol::findProperty(fake.traces().at(1).field("i").toUtf8(), protocol::property::Keys).value_or(QByteArrayView()).toByteArray();
        QCOMPARE(keys, QByteArray("id10 id11 id12"));
    }

    void sizeCutsAMessageToo()
    {
        Traced fake({.bytes = 100});
        for (int i = 0; i < 6; ++i)
            fake.trace.add({numbered(i)});
        (void)fake.trace.flush(fake.clock.in(std::chrono::seconds(1)));
        QTRY_COMPARE(fake.records().size(), std::size_t(6));
        QVERIFY(fake.traces().size() > 1);
        for (const Asked &trace : fake.traces())
            QVERIFY(trace.body.size() <= 100);
    }

    void whatIsTooMuchIsDroppedAndCounted()
    {
        Traced fake({.operations = 100, .mostWaiting = 5});
        for (int i = 0; i < 8; ++i)
            fake.trace.add({numbered(i)});
        QCOMPARE(fake.trace.counts().waiting, 5U);
        QCOMPARE(fake.trace.counts().dropped, 3U);
    }

    void flushWritesWhatWaits()
    {
        Traced fake;
        fake.trace.add({numbered(1)});
        End<void> end(fake.trace.flush(fake.clock.in(std::chrono::seconds(1))));
        QVERIFY(fake.passUntil(milliseconds(10), [&] { return end.answer.has_value(); }));
        QVERIFY(end.answer->has_value());
        QCOMPARE(fake.records().size(), std::size_t(1));
    }

    void storedSendIsTracedAsJavaDoesAndAFailedTryIsNot()
    {
        Traced fake;
        fake.producer.addHook(std::make_shared<TraceHook>(fake.trace, fake.clock, ProducerGroup(u"pg"_s), fake.trace.topic()));
        OutgoingMessage tagged = message("hello");
        tagged.properties.set(protocol::property::Tags, u"TagA"_s);
        fake.a.answers = fake.b.answers = {14};
        End<SendReceipt> end(fake.producer.send(tagged, {.retries = 3}));
        QTRY_VERIFY(end.answer);
        End<SendReceipt> delayed(fake.producer.send(message(), {.delayLevel = 2}));
        QTRY_VERIFY(delayed.answer);
        (void)fake.trace.flush(fake.clock.in(std::chrono::seconds(1)));
        QTRY_COMPARE(fake.records().size(), std::size_t(2));
        const auto records = fake.records();
        const protocol::TraceRecord &first = records.front();
        const SendReceipt &receipt = **end.answer;
        QCOMPARE(first.kind, protocol::TraceKind::Pub);
        QCOMPARE(first.groupName, u"pg"_s);
        QCOMPARE(first.topic, u"t"_s);
        QCOMPARE(first.messageId, receipt.messageId);
        QCOMPARE(first.offsetMessageId, receipt.offsetMessageId);
        QCOMPARE(first.tags, u"TagA"_s);
        QCOMPARE(first.keys, QString()); // written as "null"
        QVERIFY(fake.traces().front().body.contains("\x01null\x01"));
        QCOMPARE(first.bodyLength, 5);
        QCOMPARE(first.messageType, protocol::TraceMessageType::Normal);
        QVERIFY(first.success);
        QVERIFY(first.storeHost.startsWith(u"127.0.0.1:"_s));
        QCOMPARE(records.back().messageType, protocol::TraceMessageType::Delay);
    }

    void consumptionHasABeginningAndAnEndForEveryMessage()
    {
        protocol::StoredMessage message;
        message.properties = protocol::Bytes(QByteArray("UNIQ_KEY\x01" "A\x02" "KEYS\x01k1 k2\x02"));
        message.reconsumeTimes = 2;
        protocol::StoredMessage untraced;
        untraced.properties = protocol::Bytes(QByteArray("UNIQ_KEY\x01" "B\x02TRACE_ON\x01" "false\x02"));
        const protocol::StoredMessage batch[] = {message, untraced};
        const ConsumptionTrace trace(ConsumerGroup(u"g"_s), u"request"_s, batch, 1000);
        QCOMPARE(trace.began().size(), std::size_t(1));
        QCOMPARE(trace.began().front().messageId, u"A"_s);
        QCOMPARE(trace.began().front().retryTimes, 2);
        const auto ended = trace.ended(ConsumeEnd::Failed, 1040);
        QCOMPARE(ended.size(), std::size_t(1));
        QCOMPARE(ended.front().kind, protocol::TraceKind::SubAfter);
        QCOMPARE(ended.front().requestId, u"request"_s);
        QCOMPARE(ended.front().costTime, 40);
        QCOMPARE(ended.front().contextCode, 4);
        QVERIFY(!ended.front().success);
    }
};

ROCKETDESK_TEST(TraceTest)
#include "tst_trace.moc"
