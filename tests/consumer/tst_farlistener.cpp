// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/farlistener.h"
#include "tests/support/awaited.h"
#include "tests/support/testregistry.h"

#include <QEventLoop>
#include <QSemaphore>
#include <QTest>
#include <QThread>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;

namespace {

ConsumeBatch emptyBatch()
{
    return std::make_shared<protocol::MessageBatch>();
}

/// A listener that answers when the test says so, its desk, and the far end, all in this thread.
struct DeskFixture {
    explicit DeskFixture(int atOnce = 20)
        : desk(new ListenerDesk([this](const ConsumeBatch &, const ConsumeContext &about) { return take(about.messageCount); }, atOnce, clock))
        , far(new FarListener(Mailbox::ofThisThread(), desk->grip(), Mailbox::ofThisThread()))
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
    Call call(int number) { return call(number, retired); }
    Call call(int number, QueueRetired of)
    {
        return whenDone(far->call(emptyBatch(), {.queue = {}, .messageCount = number}, std::move(of)), &context, [this, number](const Result<ConsumeOutcome> &outcome) {
            if (outcome)
                answered << outcome->delayLevel;
            else if (outcome.error().kind == Error::Kind::Cancelled)
                cancelled.insert(number);
        });
    }

    ManualClock clock;
    const std::shared_ptr<std::atomic<bool>> retired = std::make_shared<std::atomic<bool>>(false);
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

/// A desk in a thread of its own.
struct DeskElsewhere {
    DeskElsewhere(const Clock &clock, const MessageListener::Consume &listener)
    {
        mailbox.moveToThread(&thread);
        thread.start();
        grip = awaited(onThread(mailbox.address(), [&clock, &listener] {
            auto *desk = new ListenerDesk(listener, 20, clock);
            QObject::connect(QThread::currentThread(), &QThread::finished, desk, [desk] { delete desk; }, Qt::DirectConnection);
            return ready<ListenerDesk::Grip>(ListenerDesk::Grip(desk->grip()));
        })).value();
    }
    ~DeskElsewhere()
    {
        thread.quit();
        thread.wait();
    }
    Q_DISABLE_COPY_MOVE(DeskElsewhere)

    QThread thread;
    Mailbox mailbox;
    ListenerDesk::Grip grip;
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
        f.call(0);
        QTRY_COMPARE(f.answered.size(), 2);
        QVERIFY(f.far->ahead() > 0);
        f.whenCalled = [&](int) { f.clock.advance(1ms); };
        f.call(0);
        QTRY_COMPARE(f.far->ahead(), 0);
    }

    void answersDoNotWaitForWhatTheListenerStillHas_data()
    {
        QTest::addColumn<int>("answeredBefore");
        QTest::addColumn<bool>("slow");
        QTest::newRow("one that was slow") << 1 << true;
        QTest::newRow("more than go together") << 40 << false;
    }
    void answersDoNotWaitForWhatTheListenerStillHas()
    {
        QFETCH(int, answeredBefore);
        QFETCH(bool, slow);
        ManualClock clock; // moves in the desk's thread
        QSemaphore proceed;
        // the last call holds the thread of the listener until the first is answered: else this never ends
        const DeskElsewhere desk(clock, [&](const ConsumeBatch &, const ConsumeContext &about) {
            if (about.messageCount == answeredBefore)
                proceed.acquire();
            else if (slow)
                clock.advance(1ms);
            return ready<ConsumeOutcome>(ConsumeOutcome::success());
        });
        FarListener far(desk.mailbox.address(), desk.grip, Mailbox::ofThisThread());
        const auto retired = std::make_shared<std::atomic<bool>>(false);
        std::vector<Pending<ConsumeOutcome>> calls;
        for (int i = 0; i <= answeredBefore; ++i)
            calls.push_back(far.call(emptyBatch(), {.queue = {}, .messageCount = i}, retired));
        QVERIFY(awaited(std::move(calls.front())).has_value());
        proceed.release();
        QVERIFY(awaited(std::move(calls.back())).has_value());
    }

    // Messages share names and frames: two threads that count them at the same time cost more than a quick listener.
    void whatTheListenerIsDoneWithGoesWhereItWasMade()
    {
        const ManualClock clock;
        const DeskElsewhere desk(clock, [](const ConsumeBatch &, const ConsumeContext &) { return ready<ConsumeOutcome>(ConsumeOutcome::success()); });
        FarListener far(desk.mailbox.address(), desk.grip, Mailbox::ofThisThread());
        const auto retired = std::make_shared<std::atomic<bool>>(false);
        std::atomic<int> goneHere = 0;
        std::atomic<int> goneElsewhere = 0;
        std::vector<Pending<ConsumeOutcome>> calls;
        for (int i = 0; i < 100; ++i) {
            ConsumeBatch batch(new protocol::MessageBatch, [&, here = QThread::currentThread()](const protocol::MessageBatch *gone) {
                ++(QThread::currentThread() == here ? goneHere : goneElsewhere);
                delete gone;
            });
            calls.push_back(far.call(std::move(batch), {}, retired));
        }
        for (Pending<ConsumeOutcome> &call : calls)
            QVERIFY(awaited(std::move(call)).has_value());
        QTRY_COMPARE(goneHere + goneElsewhere, 100);
        QCOMPARE(goneElsewhere.load(), 0);
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

    void whatIsCancelledInsideTheListenerIsStopped()
    {
        DeskFixture f;
        f.isUndecided = true;
        Call call = f.call(0);
        QEventLoop dialog;
        f.whenCalled = [&](int number) {
            if (number == 1)
                return dialog.quit();
            QMetaObject::invokeMethod(&dialog, [&] {
                call.cancel();
                f.call(1);
            }, Qt::QueuedConnection);
            dialog.exec();
        };
        QTRY_COMPARE(f.stopped, QSet<int>{0});
        QCOMPARE(f.cancelled, QSet<int>{0});
        QCOMPARE(f.begun, (QList<int>{0, 1}));
        f.undecided.extract(1).mapped().finish(ConsumeOutcome::later(11));
        QTRY_COMPARE(f.answered, QList<int>{11});
    }

    void whatIsCancelledBeforeItGoesNeverDoes()
    {
        DeskFixture f;
        {
            const Turn turn;
            f.call(0).cancel();
            f.call(1); // may have the same number on the way
        }
        QTRY_COMPARE(f.answered, QList<int>{1});
        QCOMPARE(f.begun, QList<int>{1});
        QCOMPARE(f.cancelled, QSet<int>{0});
    }

    void aQueueThatIsRetiredIsNotBegun()
    {
        DeskFixture f(1);
        f.isUndecided = true;
        const auto other = std::make_shared<std::atomic<bool>>(false);
        f.call(0);
        f.call(1);
        f.call(2, other);
        QTRY_COMPARE(f.begun, QList<int>{0});
        *f.retired = true;
        f.undecided.extract(0).mapped().finish(ConsumeOutcome::later(10));
        QTRY_COMPARE(f.begun, (QList<int>{0, 2}));
        QTRY_COMPARE(f.cancelled, QSet<int>{1});
        QCOMPARE(f.answered, QList<int>{10}); // what was begun counts
    }

    void aCallOfNoQueueWaitsForNoOther()
    {
        DeskFixture f(1);
        f.isUndecided = true;
        f.call(0);
        f.call(1);
        QTRY_COMPARE(f.begun, QList<int>{0});
        f.call(2, nullptr);
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
        FarListener far(address, f.desk->grip(), Mailbox::ofThisThread());
        std::optional<Pending<ConsumeOutcome>> unread;
        {
            const Turn turn;
            unread = far.call(emptyBatch(), {}, f.retired);
        }
        ended.reset(); // with its letter in it
        auto refused = far.call(emptyBatch(), {}, f.retired);
        QCOMPARE(awaited(std::move(*unread)).error().kind, Error::Kind::Cancelled);
        QCOMPARE(awaited(std::move(refused)).error().kind, Error::Kind::Cancelled);
    }
};

ROCKETDESK_TEST(FarListenerTest)
#include "tst_farlistener.moc"
