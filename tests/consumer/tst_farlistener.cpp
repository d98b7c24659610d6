// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/farlistener.h"
#include "tests/support/awaited.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;

namespace {

ConsumeBatch emptyBatch()
{
    return std::make_shared<protocol::MessageBatch>();
}

/// As a listener that works: longer than what counts as quick.
void takeTime()
{
    QElapsedTimer timer;
    timer.start();
    while (!timer.hasExpired(1))
        continue;
}

/// A listener that answers when the test says so, its desk, and the far end, all in this thread.
struct DeskFixture {
    explicit DeskFixture(int atOnce = 20)
        : desk(new ListenerDesk([this](const ConsumeBatch &, const ConsumeContext &about) { return take(about.messageCount); }, atOnce, nullptr))
        , far(new FarListener(Mailbox::ofThisThread(), desk->grip()))
    {
    }

    Pending<ConsumeOutcome> take(int number)
    {
        begun << number;
        if (whenCalled)
            whenCalled(number);
        if (!isUndecided)
            return ready<ConsumeOutcome>(ConsumeOutcome::later(number));
        Promise<ConsumeOutcome> promise;
        promise.onCancel([this, number] { stopped.insert(number); });
        auto pending = promise.pending();
        undecided.emplace(number, std::move(promise));
        return pending;
    }
    /// Calls the listener, `number` being how the test knows the call.
    Call call(int number)
    {
        return whenDone(far->call(emptyBatch(), {.queue = {}, .messageCount = number}), &context, [this, number](const Result<ConsumeOutcome> &outcome) {
            if (outcome)
                answered << outcome->delayLevel;
            else if (outcome.error().kind == Error::Kind::Cancelled)
                cancelled.insert(number);
        });
    }

    bool isUndecided = false;
    std::function<void(int)> whenCalled;
    QList<int> begun;
    QSet<int> stopped; ///< answers that were cancelled here
    std::map<int, Promise<ConsumeOutcome>> undecided;
    QList<int> answered;
    QSet<int> cancelled;
    std::unique_ptr<ListenerDesk> desk;
    std::unique_ptr<FarListener> far;
    QObject context;
};

} // namespace

class FarListenerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallIsAnsweredInOrder()
    {
        DeskFixture f;
        for (int i = 0; i < 50; ++i)
            f.call(i);
        QVERIFY(f.begun.isEmpty()); // never below the caller
        QTRY_COMPARE(f.answered.size(), 50);
        QVERIFY(std::is_sorted(f.answered.cbegin(), f.answered.cend()));
        QCOMPARE(f.begun, f.answered);
    }

    void noMoreAreUnansweredThanMayBe()
    {
        DeskFixture f(2);
        f.isUndecided = true;
        for (int i = 0; i < 4; ++i)
            f.call(i);
        QTRY_COMPARE(f.begun, (QList<int>{0, 1}));
        f.undecided.extract(1).mapped().finish(ConsumeOutcome::later(11));
        QTRY_COMPARE(f.begun, (QList<int>{0, 1, 2}));
        QTRY_COMPARE(f.answered, QList<int>{11});
        f.undecided.clear(); // dropped without an answer: the last one begins
        QTRY_COMPARE(f.begun.size(), 4);
        QTRY_COMPARE(f.cancelled, (QSet<int>{0, 2}));
    }

    void onlyQuickListenersAreCalledAhead()
    {
        DeskFixture f;
        QCOMPARE(f.far->ahead(), 0);
        f.isUndecided = true;
        f.call(0);
        QTRY_COMPARE(f.begun.size(), 1);
        f.undecided.extract(0).mapped().finish(ConsumeOutcome::later(1));
        QTRY_COMPARE(f.answered.size(), 1);
        QCOMPARE(f.far->ahead(), 0); // it took its time
        f.isUndecided = false;
        for (int i = 0; f.far->ahead() == 0 && i < 1000; ++i) { // a machine may be busy
            f.call(i);
            QTRY_COMPARE(f.answered.size(), i + 2);
        }
        QVERIFY(f.far->ahead() > 0);
        f.whenCalled = [](int) { takeTime(); };
        f.call(0);
        QTRY_COMPARE(f.far->ahead(), 0);
    }

    void aSlowAnswerWaitsForNoOther()
    {
        const auto home = std::make_unique<QThread>();
        Mailbox mailbox;
        mailbox.moveToThread(home.get());
        home->start();
        DeskFixture f;
        QSemaphore called;
        QSemaphore proceed;
        // the second call holds the thread of the listener until the first is answered: else this never ends
        auto grip = awaited(onThread(mailbox.address(), [&] {
            auto *desk = new ListenerDesk([&](const ConsumeBatch &, const ConsumeContext &about) {
                if (about.messageCount == 0)
                    takeTime();
                else
                    proceed.acquire();
                return ready<ConsumeOutcome>(ConsumeOutcome::success());
            }, 20, nullptr);
            QObject::connect(QThread::currentThread(), &QThread::finished, desk, [desk] { delete desk; }, Qt::DirectConnection);
            return ready<ListenerDesk::Grip>(ListenerDesk::Grip(desk->grip()));
        }));
        QVERIFY(grip.has_value());
        FarListener far(mailbox.address(), *grip);
        auto first = far.call(emptyBatch(), {.queue = {}, .messageCount = 0});
        auto second = far.call(emptyBatch(), {.queue = {}, .messageCount = 1});
        QVERIFY(awaited(std::move(first)).has_value());
        proceed.release();
        QVERIFY(awaited(std::move(second)).has_value());
        home->quit();
        home->wait();
    }

    void aDeskThatGoesCancelsWhatItHas_data()
    {
        QTest::addColumn<bool>("fromTheListener");
        QTest::newRow("from outside") << false;
        QTest::newRow("from its own listener") << true;
    }
    void aDeskThatGoesCancelsWhatItHas()
    {
        QFETCH(bool, fromTheListener);
        DeskFixture f(2);
        f.isUndecided = true;
        if (fromTheListener)
            f.whenCalled = [&](int number) { number == 1 ? f.desk.reset() : void(); };
        for (int i = 0; i < 4; ++i)
            f.call(i);
        QTRY_COMPARE(f.begun, (QList<int>{0, 1}));
        f.desk.reset();
        QTRY_COMPARE(f.cancelled, (QSet<int>{0, 1, 2, 3}));
        QCOMPARE(f.stopped, (QSet<int>{0, 1}));
        f.call(4); // there is nobody any more
        QTRY_VERIFY(f.cancelled.contains(4));
        QCOMPARE(f.begun.size(), 2);
    }

    void whatIsCancelledIsNotBegunOrIsStopped()
    {
        DeskFixture f(1);
        f.isUndecided = true;
        Call begun = f.call(0);
        Call waiting = f.call(1);
        QTRY_COMPARE(f.begun, QList<int>{0});
        waiting.cancel();
        begun.cancel();
        QTRY_COMPARE(f.cancelled, (QSet<int>{0, 1}));
        QTRY_COMPARE(f.stopped, QSet<int>{0});
        f.call(2); // with the room that they have left
        QTRY_COMPARE(f.begun, (QList<int>{0, 2}));
    }

    void aFarEndThatGoesStopsWhatItAskedFor()
    {
        DeskFixture f(1);
        f.isUndecided = true;
        const Call begun = f.call(0);
        QTRY_COMPARE(f.begun, QList<int>{0});
        f.call(1);
        f.far.reset();
        QTRY_COMPARE(f.cancelled, (QSet<int>{0, 1}));
        QTRY_COMPARE(f.stopped, QSet<int>{0});
        QCOMPARE(f.begun, QList<int>{0});
    }

    void aThreadThatHasEndedAnswersWithCancelled()
    {
        DeskFixture f;
        auto ended = std::make_unique<Mailbox>();
        const Mailbox::Address address = ended->address();
        FarListener far(address, f.desk->grip());
        std::optional<Pending<ConsumeOutcome>> unread;
        {
            const Turn turn;
            unread = far.call(emptyBatch(), {});
        }
        ended.reset(); // with its letter in it
        auto refused = far.call(emptyBatch(), {});
        QCOMPARE(awaited(std::move(*unread)).error().kind, Error::Kind::Cancelled);
        QCOMPARE(awaited(std::move(refused)).error().kind, Error::Kind::Cancelled);
    }
};

ROCKETDESK_TEST(FarListenerTest)
#include "tst_farlistener.moc"
