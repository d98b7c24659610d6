// SPDX-License-Identifier: Apache-2.0
#include "client/producer/transactionsender.h"
#include "tests/producer/fakecluster.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A transaction producer whose local work the test answers.
struct Fixture {
    Fixture()
        : presence(fake.cluster)
        , membership(fake.cluster, presence)
        , sender(fake.cluster, membership, {.producer = optionsOf(), .executeLimit = milliseconds(1000), .checkLimit = milliseconds(1000), .mostChecks = 2},
              {.execute = [this](OutgoingMessage, QString) { ++executed; return begin(); }, .check = [this](protocol::StoredMessage, QString) { return begin(); }})
    {
    }
    static ProducerOptions optionsOf()
    {
        ProducerOptions options;
        options.producerGroup = u"pg"_s;
        return options;
    }
    Pending<TransactionState> begin()
    {
        work.emplace_back();
        return work.back().pending();
    }
    [[nodiscard]] QList<Asked> ends() const
    {
        QList<Asked> found;
        for (const Asked &asked : fake.a.got + fake.b.got) {
            if (asked.code == 37)
                found << asked;
        }
        return found;
    }
    [[nodiscard]] QList<Asked> halves() const
    {
        QList<Asked> found;
        for (const Asked &asked : fake.a.got + fake.b.got) {
            if (asked.code == 310)
                found << asked;
        }
        return found;
    }
    [[nodiscard]] static QByteArray property(const Asked &asked, QLatin1StringView name)
    {
        return protocol::findProperty(asked.field("i").toUtf8(), name).value_or(QByteArrayView()).toByteArray();
    }

    FakeCluster fake;
    Presence presence;
    Membership membership;
    int executed = 0;
    std::vector<Promise<TransactionState>> work;
    TransactionSender sender;
};

} // namespace

/// What goes over the wire in a transaction.
class TransactionSenderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void halfMessageIsMarkedAndHasNoDelay()
    {
        Fixture fixture;
        OutgoingMessage delayed = message();
        delayed.properties.set(protocol::property::Delay, u"3"_s);
        End<TransactionSendResult> end(fixture.sender.send(delayed, {.delayLevel = 2}));
        QTRY_COMPARE(fixture.halves().size(), 1);
        const Asked half = fixture.halves().front();
        QCOMPARE(half.field("a"), u"pg"_s);
        QCOMPARE(half.field("f").toInt() & 12, 4);
        QCOMPARE(Fixture::property(half, protocol::property::TransactionPrepared), QByteArray("true"));
        QCOMPARE(Fixture::property(half, protocol::property::ProducerGroup), QByteArray("pg"));
        QCOMPARE(Fixture::property(half, protocol::property::Delay), QByteArray());
        QTRY_COMPARE(fixture.work.size(), std::size_t(1));
        QVERIFY(!end.answer); // before the work is done
    }

    void firstEndIsNoCheckAndNamesTheHalfMessage_data()
    {
        QTest::addColumn<int>("state");
        for (const int state : {0, 8, 12})
            QTest::addRow("%d", state) << state;
    }
    void firstEndIsNoCheckAndNamesTheHalfMessage() // T-04
    {
        QFETCH(int, state);
        Fixture fixture;
        End<TransactionSendResult> end(fixture.sender.send(message(), {}));
        QTRY_COMPARE(fixture.work.size(), std::size_t(1));
        fixture.work.front().finish(TransactionState(state));
        QTRY_VERIFY(end.answer);
        QVERIFY(end.answer->has_value());
        QTRY_COMPARE(fixture.ends().size(), 1);
        const Asked told = fixture.ends().front();
        QVERIFY(told.oneway);
        QCOMPARE(told.field("fromTransactionCheck"), u"false"_s);
        QCOMPARE(told.field("commitOrRollback").toInt(), state);
        QCOMPARE(told.field("commitLogOffset"), u"1"_s);
        QCOMPARE(told.field("tranStateTableOffset"), QString::number((**end.answer).queueOffset.value()));
        QCOMPARE(told.field("msgId"), (**end.answer).messageId);
        QCOMPARE(told.field("producerGroup"), u"pg"_s);
        QCOMPARE(told.field("transactionId"), (**end.answer).messageId); // 4.9 names none: our own id
    }

    void answerToACheckTakesItsValuesAndItsAddress() // T-04
    {
        Fixture fixture;
        protocol::StoredMessage half;
        half.topic = TopicName(u"t"_s);
        half.properties = protocol::Bytes(QByteArray("UNIQ_KEY\x01UNIQUE\x02PGROUP\x01pg\x02"));
        const commands::CheckTransactionState check{.tranStateTableOffset = QueueOffset(7), .commitLogOffset = CommitLogOffset(77), .transactionId = u"tx"_s};
        fixture.sender.checkTransaction(check, half, fixture.fake.b.server.endpoint());
        QTRY_COMPARE(fixture.work.size(), std::size_t(1));
        fixture.work.front().finish(TransactionState::Rollback);
        QTRY_COMPARE(fixture.ends().size(), 1);
        const Asked told = fixture.ends().front();
        QCOMPARE(fixture.fake.a.got.size(), 0);
        QCOMPARE(told.field("fromTransactionCheck"), u"true"_s);
        QCOMPARE(told.field("commitOrRollback").toInt(), 12);
        QCOMPARE(told.field("commitLogOffset"), u"77"_s);
        QCOMPARE(told.field("tranStateTableOffset"), u"7"_s);
        QCOMPARE(told.field("msgId"), u"UNIQUE"_s);
        QCOMPARE(told.field("transactionId"), u"tx"_s);
    }

    void badlyStoredHalfMessageIsRolledBackWithoutWork()
    {
        Fixture fixture;
        fixture.fake.a.always = fixture.fake.b.always = 10;
        End<TransactionSendResult> end(fixture.sender.send(message(), {}));
        QTRY_VERIFY(end.answer);
        QVERIFY(end.answer->has_value());
        QVERIFY((**end.answer).isRollback());
        QCOMPARE(fixture.executed, 0);
        QTRY_COMPARE(fixture.ends().size(), 1);
        QCOMPARE(fixture.ends().front().field("commitOrRollback").toInt(), 12);
    }

    void refusedHalfMessageEndsTheSend()
    {
        Fixture fixture;
        fixture.fake.a.always = fixture.fake.b.always = 16;
        End<TransactionSendResult> end(fixture.sender.send(message(), {}));
        QTRY_VERIFY(end.answer);
        QCOMPARE(end.answer->error().code, 16);
        QCOMPARE(fixture.executed, 0);
        fixture.fake.settle();
        QVERIFY(fixture.ends().isEmpty());
        QCOMPARE(fixture.sender.statistics().halfFailed, 1U);
    }

    void workWithoutAnAnswerIsUnknownInTime()
    {
        Fixture fixture;
        End<TransactionSendResult> end(fixture.sender.send(message(), {}));
        QTRY_COMPARE(fixture.work.size(), std::size_t(1));
        fixture.fake.clock.advance(milliseconds(999));
        QCoreApplication::processEvents();
        QVERIFY(!end.answer);
        fixture.fake.clock.advance(milliseconds(1));
        QTRY_VERIFY(end.answer);
        QCOMPARE((**end.answer).state, TransactionState::Unknown);
        QCOMPARE(fixture.sender.statistics().timedOut, 1U);
        fixture.work.front().finish(TransactionState::Commit); // too late: the broker will ask
        QCoreApplication::processEvents();
        fixture.fake.settle();
        QCOMPARE(fixture.ends().size(), 1);
    }

    void checksAreBounded()
    {
        Fixture fixture;
        for (int i = 0; i < 5; ++i)
            fixture.sender.checkTransaction({}, {}, fixture.fake.a.server.endpoint());
        QCOMPARE(fixture.work.size(), std::size_t(2));
        QCOMPARE(fixture.sender.statistics().checks, 5U);
        QCOMPARE(fixture.sender.statistics().checksDropped, 3U);
    }
};

ROCKETDESK_TEST(TransactionSenderTest)
#include "tst_transactionsender.moc"
