// SPDX-License-Identifier: Apache-2.0
#include "client/producer/sendgate.h"
#include "client/producer/sendretry.h"
#include "tests/producer/fakecluster.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Error error(Error::Kind kind, int code = 0)
{
    return {.kind = kind, .code = code};
}

} // namespace

/// What decides on further tries, and what bounds the sends in flight.
class SendTriesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBusyBrokerCostsNoRetry()
    {
        SendTries tries({std::chrono::seconds(10)}, {.retries = 1});
        for (int i = 0; i < 20; ++i)
            QVERIFY(tries.next(failed(error(Error::Kind::Throttled, 2)), BrokerName(u"a"_s), {}));
        QVERIFY(tries.next(failed(error(Error::Kind::Timeout)), BrokerName(u"a"_s), {}));
        QVERIFY(!tries.next(failed(error(Error::Kind::Timeout)), BrokerName(u"a"_s), {}));
    }

    void anotherBrokerIsTriedAtOnceAndTheSameOneAfterAPause()
    {
        SendTries tries({std::chrono::seconds(10)}, {.retries = 5});
        QCOMPARE(*tries.next(failed(error(Error::Kind::Closed)), BrokerName(u"a"_s), {}), milliseconds(0));
        QCOMPARE(tries.avoid().text(), u"a"_s);
        QCOMPARE(*tries.next(failed(error(Error::Kind::Closed)), BrokerName(u"b"_s), {}), milliseconds(0));
        QVERIFY(*tries.next(failed(error(Error::Kind::Closed)), BrokerName(u"b"_s), {}) > milliseconds(0));
    }

    void noTryAfterTheDeadline()
    {
        SendTries tries({std::chrono::seconds(1)}, {.retries = 5});
        QVERIFY(!tries.next(failed(error(Error::Kind::Timeout)), {}, std::chrono::seconds(1)));
    }

    void whatIsStoredIsNoFailureWhateverComesLater() // T-31
    {
        SendTries tries({std::chrono::seconds(10)}, {.retries = 1, .whenNotStoreOk = true});
        QVERIFY(tries.next(SendReceipt{.messageId = u"id"_s, .status = commands::SendStatus::FlushSlaveTimeout}, BrokerName(u"a"_s), {}));
        const Result<SendReceipt> outcome = tries.outcome(failed(error(Error::Kind::NoRoute)));
        QVERIFY(outcome);
        QCOMPARE(outcome->status, commands::SendStatus::FlushSlaveTimeout);
    }

    void gateLetsInAsManyAsFitAndTheOthersInTheirOrder()
    {
        ManualClock clock;
        SendGate gate(clock, {.sends = 2, .bytes = 100});
        auto first = gate.tryEnter(60);
        auto second = gate.tryEnter(40);
        QVERIFY(first && second);
        QVERIFY(!gate.tryEnter(0)); // two are inside
        End<SendGate::Permit> third(gate.enter(50, clock.in(milliseconds(100))));
        End<SendGate::Permit> fourth(gate.enter(1, clock.in(milliseconds(100))));
        second.reset(); // 40 free: not enough for the third, and the fourth does not overtake it
        QCoreApplication::processEvents();
        QVERIFY(!third.answer && !fourth.answer);
        first.reset();
        QTRY_VERIFY(third.answer && fourth.answer);
        QVERIFY(third.answer->has_value() && fourth.answer->has_value());
        QCOMPARE(gate.inside(), 2);
        third.answer.reset();
        fourth.answer.reset();
        QCOMPARE(gate.inside(), 0);
    }

    void gateSaysWhyNot()
    {
        ManualClock clock;
        SendGate gate(clock, {.sends = 1, .bytes = 100});
        const auto inside = gate.tryEnter(1);
        End<SendGate::Permit> never(gate.enter(101, clock.in(milliseconds(50))));
        End<SendGate::Permit> late(gate.enter(1, clock.in(milliseconds(50))));
        End<SendGate::Permit> tooMany(gate.enter(1, clock.in(milliseconds(50))));
        QTRY_VERIFY(never.answer && tooMany.answer);
        QCOMPARE(never.answer->error().kind, Error::Kind::TooLarge);
        QCOMPARE(tooMany.answer->error().kind, Error::Kind::Throttled);
        QVERIFY(!late.answer);
        clock.advance(milliseconds(50));
        QTRY_VERIFY(late.answer);
        QCOMPARE(late.answer->error().kind, Error::Kind::Throttled);
        QCOMPARE(gate.waiting(), std::size_t(0));
    }

    void gateForgetsWhoGivesUp()
    {
        ManualClock clock;
        SendGate gate(clock, {.sends = 1, .bytes = 100});
        auto inside = gate.tryEnter(1);
        End<SendGate::Permit> gone(gate.enter(1, clock.in(milliseconds(50))));
        gone.call.cancel();
        QTRY_VERIFY(gone.answer);
        QCOMPARE(gone.answer->error().kind, Error::Kind::Cancelled);
        QCOMPARE(gate.waiting(), std::size_t(0));
        inside.reset();
        QCOMPARE(gate.inside(), 0);
    }
};

ROCKETDESK_TEST(SendTriesTest)
#include "tst_sendtries.moc"
