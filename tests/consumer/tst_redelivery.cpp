// SPDX-License-Identifier: Apache-2.0
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

Pending<ConsumeOutcome> answer(const ConsumeOutcome &outcome)
{
    return ready<ConsumeOutcome>(outcome);
}

/// Of a listener that fails once.
Answerer firstThenSuccess(Pending<ConsumeOutcome> (*first)())
{
    return [first, calls = 0](const auto &, const auto &) mutable { return calls++ == 0 ? first() : answer(ConsumeOutcome::success()); };
}

} // namespace

/// What a concurrent listener did not take, or not in time: it comes again, and in the end to the dead letters.
class RedeliveryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailedMessageComesAgainLater()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->answers = firstThenSuccess([] { return answer(ConsumeOutcome::later(2)); });
        member->start();
        f.send(QStringLiteral("again"));
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        const auto failed = f.clock.now();
        QTRY_VERIFY(f.tick() && member->bodies.size() == 2);
        QVERIFY(f.clock.now() - failed >= std::chrono::seconds(5)); // level 2
        QCOMPARE(member->messages.last().reconsumeTimes, 1);
        QCOMPARE(member->messages.last().topic.text(), T); // T-63: not the retry topic
        QCOMPARE(member->contexts.last().queue.topic.text(), QStringLiteral("%RETRY%g"));
        QVERIFY(!member->contexts.last().isFirstTime);
        QTRY_VERIFY(f.tick() && f.stored(0) == 1);
    }

    void whatFailsTooOftenGoesToTheDeadLetters()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->options.maxReconsumeTimes = 2;
        member->answers = [](const auto &, const auto &) { return answer(ConsumeOutcome::later(1)); };
        member->start();
        f.send(QStringLiteral("poison"));
        QTRY_VERIFY(f.tick() && f.deadLetters() == 1);
        QCOMPARE(member->bodies.size(), 3);
    }

    void aNegativeLevelMeansDeadLettersAtOnce()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->answers = [](const auto &, const auto &) { return answer(ConsumeOutcome::later(-1)); };
        member->start();
        f.send(QStringLiteral("poison"));
        QTRY_VERIFY(f.tick() && f.deadLetters() == 1);
        QCOMPARE(member->bodies.size(), 1);
    }

    void whatCanNotBeSentBackGoesToTheRetryTopicAsANewMessage()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.box.faults().add({.code = 36}, {.kind = sandbox::Fault::Kind::Refusal, .remark = QStringLiteral("no")});
        const auto member = f.member();
        member->answers = firstThenSuccess([] { return answer(ConsumeOutcome::later()); });
        member->start();
        f.send(QStringLiteral("again"));
        QTRY_VERIFY(f.tick(milliseconds(1000)) && member->bodies.size() == 2);
        QCOMPARE(member->messages.last().reconsumeTimes, 1);
        QCOMPARE(member->messages.last().topic.text(), T);
        QTRY_VERIFY(f.tick() && f.stored(0) == 1);
    }

    void oneQueueThatRefusesItDoesNotKeepAMessageHere()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->answers = firstThenSuccess([] { return answer(ConsumeOutcome::later()); });
        f.send(QStringLiteral("again")); // a young queue begins at 0
        f.box.faults().add({.code = 36}, {.kind = sandbox::Fault::Kind::Refusal});
        f.box.faults().add({.code = 310, .times = 2}, {.kind = sandbox::Fault::Kind::Refusal});
        member->start();
        QTRY_VERIFY(f.tick(milliseconds(1000)) && member->bodies.size() == 2);
        QCOMPARE(member->messages.last().reconsumeTimes, 1); // by the retry topic, at the third try
    }

    void whatCanNotBeSentAnywhereIsTriedHereAgain()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->answers = firstThenSuccess([] { return answer(ConsumeOutcome::later()); });
        f.send(QStringLiteral("again")); // a young queue begins at 0
        f.box.faults().add({.code = 36}, {.kind = sandbox::Fault::Kind::Refusal});
        f.box.faults().add({.code = 310}, {.kind = sandbox::Fault::Kind::Refusal});
        member->start();
        QTRY_VERIFY(f.tick() && member->bodies.size() == 2);
        QCOMPARE(member->messages.last().reconsumeTimes, 0);
        QTRY_VERIFY(f.tick() && f.stored(0) == 1);
    }

    void aCancelledAnswerIsNoAnswer()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->answers = firstThenSuccess([] { return readyFailed<ConsumeOutcome>({.kind = Error::Kind::Cancelled}); });
        member->start();
        f.send(QStringLiteral("again"));
        QTRY_VERIFY(f.tick() && member->bodies.size() == 2);
        QCOMPARE(member->messages.last().reconsumeTimes, 0); // it never left this client
        QTRY_VERIFY(f.tick() && f.stored(0) == 1);
    }

    void partOfABatchIsAcknowledged()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(4);
        const auto member = f.member();
        member->options.consumeBatchSize = 4;
        member->answers = [](const auto &message, const auto &) {
            return answer(message.reconsumeTimes == 0 ? ConsumeOutcome{.ackIndex = 1, .delayLevel = 1} : ConsumeOutcome::success());
        };
        member->start();
        QTRY_VERIFY(f.tick() && member->bodies.size() == 6);
        QStringList again = member->bodies.mid(4);
        again.sort();
        QCOMPARE(again, (QStringList{QStringLiteral("0002"), QStringLiteral("0003")}));
        QCOMPARE(member->contexts.front().messageCount, 4);
    }

    void aListenerThatTakesTooLongLosesTheMessage()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->options.consumeTimeoutMinutes = 1;
        Promise<ConsumeOutcome> never;
        int calls = 0;
        member->answers = [&](const auto &, const auto &) { return calls++ == 0 ? never.pending() : answer(ConsumeOutcome::success()); };
        member->start();
        f.send(QStringLiteral("slow"));
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        QTRY_VERIFY(f.tick(milliseconds(2000)) && member->bodies.size() == 2);
        QCOMPARE(member->messages.last().reconsumeTimes, 1);
        QTRY_VERIFY(f.tick() && f.stored(0) == 1);
        never.finish(ConsumeOutcome::later()); // too late: it must not be sent back twice
        QTRY_VERIFY(f.tick(milliseconds(5000)) && f.clock.now() > std::chrono::minutes(5));
        QCOMPARE(member->bodies.size(), 2);
    }

    void whatIsOverdueIsNotPassedBeforeItIsSentBack()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.box.faults().add({.code = 36}, {.kind = sandbox::Fault::Kind::Silence});
        const auto member = f.member();
        member->options.consumeTimeoutMinutes = 1;
        std::vector<Promise<ConsumeOutcome>> held;
        member->answers = [&](const auto &message, const auto &) { return message.reconsumeTimes == 0 ? held.emplace_back().pending() : answer(ConsumeOutcome::success()); };
        member->start();
        f.send(QStringLiteral("slow"));
        QTRY_VERIFY(f.tick() && held.size() == 1);
        QTRY_VERIFY(f.tick(milliseconds(2000)) && f.clock.now() > std::chrono::seconds(100));
        f.send(QStringLiteral("quick"));
        QTRY_VERIFY(f.tick() && held.size() == 2);
        QTRY_VERIFY(f.tick(milliseconds(1000)) && member->link.asked(36));
        held[1].finish(ConsumeOutcome::success());
        const auto info = [&] { return member->consumer->runningInfo().mqTable.value({TopicName(T), BrokerName(QStringLiteral("broker-a")), QueueId(0)}); };
        QTRY_COMPARE(member->running, 1);
        QTRY_COMPARE(info().cachedMsgCount, 1); // it is nowhere else yet
        QCOMPARE(info().commitOffset, QueueOffset(0));
        QTRY_VERIFY(f.tick(milliseconds(1000)) && member->bodies.size() >= 3); // twice: the broker had taken it without a word
        QCOMPARE(member->messages.last().reconsumeTimes, 1);
        QTRY_VERIFY(f.tick() && f.stored(0) == 2);
    }

    void whatIsOverdueAndCanNotBeSentBackStays()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto member = f.member();
        member->options.consumeTimeoutMinutes = 1;
        Promise<ConsumeOutcome> never;
        member->answers = [&](const auto &message, const auto &) { return message.reconsumeTimes == 0 ? never.pending() : answer(ConsumeOutcome::success()); };
        member->start();
        f.send(QStringLiteral("slow"));
        QTRY_VERIFY(f.tick() && member->bodies.size() == 1);
        for (const int code : {36, 310})
            f.box.faults().add({.code = code}, {.kind = sandbox::Fault::Kind::Refusal});
        QTRY_VERIFY(f.tick(milliseconds(1000)) && member->link.asked(310));
        QTRY_VERIFY(f.tick(milliseconds(1000)) && f.clock.now() > std::chrono::seconds(150));
        QCOMPARE(member->bodies.size(), 1);
        QVERIFY(f.stored(0) <= 0);
        f.box.faults().clear();
        QTRY_VERIFY(f.tick(milliseconds(2000)) && member->bodies.size() == 2); // the next time it is overdue
        QTRY_VERIFY(f.tick() && f.stored(0) == 1);
    }
};

ROCKETDESK_TEST(RedeliveryTest)

#include "tst_redelivery.moc"
