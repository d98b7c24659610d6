// SPDX-License-Identifier: Apache-2.0
#include "client/base/clock.h"
#include "client/base/flow.h"
#include "client/base/mailbox.h"
#include "tests/support/testregistry.h"

#include <QTest>
#include <QThread>

#include <semaphore>

using namespace rocketdesk;

namespace {

/// Adds up what it awaits.
class Adder final
{
public:
    Scope &scope() { return m_scope; }

    Pending<int> sum(std::shared_ptr<std::vector<Promise<int>>> parts)
    {
        int total = 0;
        for (std::size_t i = 0; i < parts->size(); ++i) {
            auto part = (*parts)[i].pending();
            const auto value = co_await part;
            if (!value)
                co_return failed(value.error());
            total += *value;
        }
        co_return total;
    }

    Pending<int> count(int times)
    {
        for (int i = 0; i < times; ++i) {
            auto done = ready<int>(i);
            (void)co_await done;
        }
        co_return times;
    }

private:
    Scope m_scope;
};

std::shared_ptr<std::vector<Promise<int>>> promises(std::size_t n)
{
    return std::make_shared<std::vector<Promise<int>>>(n);
}

} // namespace

class PendingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerComesLaterNeverInsideTheCall()
    {
        int got = 0;
        Promise<int> promise;
        whenDone(promise.pending(), this, [&](Result<int> r) { got = *r; });
        {
            const Turn turn;
            QVERIFY(promise.finish(7));
            QVERIFY(!promise.finish(8));
            QCOMPARE(got, 0);
        }
        QCOMPARE(got, 7);
    }

    void answerWithoutATurnComesByAnEvent()
    {
        int got = 0;
        Promise<int> promise;
        whenDone(promise.pending(), this, [&](Result<int> r) { got = *r; });
        promise.finish(7);
        QCOMPARE(got, 0);
        QTRY_COMPARE(got, 7);
    }

    void droppedPromiseEndsTheCall()
    {
        Error::Kind kind{};
        {
            const Turn turn;
            Promise<int> promise;
            whenDone(promise.pending(), this, [&](Result<int> r) { kind = r.error().kind; });
        }
        QCOMPARE(kind, Error::Kind::Cancelled);
    }

    void deadContextDropsDeliveryNotWork()
    {
        Promise<int> promise;
        bool called = false;
        auto context = std::make_unique<QObject>();
        whenDone(promise.pending(), context.get(), [&](Result<int>) { called = true; });
        context.reset();
        {
            const Turn turn;
            QVERIFY(promise.finish(1));
        }
        QVERIFY(!called);
    }

    void cancelGoesDownTheChain()
    {
        Adder adder;
        auto parts = promises(3);
        bool stopped = false;
        (*parts)[1].onCancel([&] { stopped = true; });
        Error::Kind kind{};
        Call call = whenDone(adder.sum(parts), this, [&](Result<int> r) { kind = r.error().kind; });
        {
            const Turn turn;
            (*parts)[0].finish(1);
        }
        {
            const Turn turn;
            call.cancel();
        }
        QCOMPARE(kind, Error::Kind::Cancelled);
        QVERIFY(stopped);
    }

    void cancelAfterTheAnswerStillHidesIt()
    {
        Promise<int> promise;
        std::optional<Result<int>> got;
        Call call = whenDone(promise.pending(), this, [&](Result<int> r) { got = r; });
        {
            const Turn turn;
            promise.finish(1);
            call.cancel();
        }
        QVERIFY(got && !*got);
    }

    void ownersDeathEndsItsFlows()
    {
        auto adder = std::make_unique<Adder>();
        auto parts = promises(2);
        Error::Kind kind{};
        whenDone(adder->sum(parts), this, [&](Result<int> r) { kind = r.error().kind; });
        {
            const Turn turn;
            adder.reset();
        }
        QCOMPARE(kind, Error::Kind::Cancelled);
        QVERIFY((*parts)[0].isFinished());
    }

    void flowAddsUp()
    {
        Adder adder;
        auto parts = promises(3);
        int total = 0;
        whenDone(adder.sum(parts), this, [&](Result<int> r) { total = *r; });
        for (auto &part : *parts) {
            const Turn turn;
            part.finish(2);
        }
        QCOMPARE(total, 6);
    }

    void awaitingFinishedThingsDoesNotRecurse()
    {
        Adder adder;
        int times = 0;
        {
            const Turn turn;
            whenDone(adder.count(200'000), this, [&](Result<int> r) { times = *r; });
        }
        QCOMPARE(times, 200'000);
    }

    void whenAllKeepsTheOrderAndEachFailure()
    {
        std::vector<Promise<int>> parts(3);
        std::vector<Pending<int>> pendings;
        for (auto &part : parts)
            pendings.push_back(part.pending());
        std::vector<Result<int>> got;
        whenDone(whenAll(std::move(pendings)), this, [&](Result<std::vector<Result<int>>> r) { got = *r; });
        {
            const Turn turn;
            parts[2].finish(3);
            parts[0].finish(1);
            parts[1].finish(failed(Error::Kind::Timeout));
        }
        QCOMPARE(got.size(), std::size_t(3));
        QCOMPARE(*got[0], 1);
        QCOMPARE(got[1].error().kind, Error::Kind::Timeout);
        QCOMPARE(*got[2], 3);
    }

    void onThreadAnswersHereAndCancelsThere()
    {
        QThread thread;
        Mailbox door;
        Mailbox::Address there;
        std::binary_semaphore opened{0}; // ThreadSanitizer sees std's hand-over, not Qt's
        QThread *const home = QThread::currentThread();
        door.moveToThread(&thread);
        thread.start();
        QVERIFY(door.address().post([&] {
            there = Mailbox::ofThisThread();
            opened.release();
        }));
        opened.acquire();

        std::optional<Result<int>> got;
        whenDone(onThread(there, [&] { return ready<int>(QThread::currentThread() == home ? 0 : 5); }), this, [&](Result<int> r) {
            QCOMPARE(QThread::currentThread(), home);
            got = r;
        });
        QTRY_VERIFY(got.has_value());
        QCOMPARE(**got, 5);

        std::atomic<bool> begun = false;
        std::atomic<bool> stopped = false;
        std::shared_ptr<Promise<int>> silent;
        got.reset();
        Call call = whenDone(onThread(there,
                                 [&] {
                                     silent = std::make_shared<Promise<int>>();
                                     silent->onCancel([&] { stopped = true; });
                                     begun = true;
                                     return silent->pending();
                                 }),
            this, [&](Result<int> r) { got = r; });
        QTRY_VERIFY(begun.load());
        call.cancel();
        QTRY_VERIFY(got.has_value());
        QCOMPARE(got->error().kind, Error::Kind::Cancelled);
        QTRY_VERIFY(stopped.load());

        got.reset();
        std::shared_ptr<Promise<int>> orphan;
        whenDone(onThread(there, [&] { orphan = std::make_shared<Promise<int>>(); return orphan->pending(); }), this, [&](Result<int> r) { got = r; });
        there.post([&] { silent.reset(); orphan.reset(); QThread::currentThread()->quit(); });
        QTRY_VERIFY(got.has_value());
        QCOMPARE(got->error().kind, Error::Kind::Cancelled);
        QVERIFY(thread.wait());

        got.reset();
        whenDone(onThread(there, [] { return ready<int>(1); }), this, [&](Result<int> r) { got = r; });
        QTRY_VERIFY(got.has_value());
        QCOMPARE(got->error().kind, Error::Kind::Cancelled);
    }

    void endedThreadHoldsNothingOfItsLastAnswers()
    {
        const auto held = std::make_shared<int>();
        for (int round = 0; round < 100; ++round) {
            QThread thread;
            QObject context;
            std::binary_semaphore ended{0};
            connect(&thread, &QThread::finished, &context, [&] {
                Promise<int> late;
                whenDone(late.pending(), &context, [held](Result<int>) {});
                late.finish(1);
                ended.release();
            }, Qt::DirectConnection);
            thread.start();
            thread.quit();
            QVERIFY(thread.wait());
            ended.acquire();
            QCOMPARE(held.use_count(), 1L);
        }
    }

    void clockEndsTimersInOrderAndForgetsCancelledOnes()
    {
        ManualClock clock;
        QList<int> order;
        whenDone(clock.after(milliseconds(30)), this, [&](Result<void>) { order << 30; });
        whenDone(clock.after(milliseconds(10)), this, [&](Result<void>) { order << 10; });
        Call call = whenDone(clock.after(milliseconds(20)), this, [&](Result<void> r) { order << (r ? 20 : -20); });
        {
            const Turn turn;
            call.cancel();
        }
        clock.advance(milliseconds(15));
        QCOMPARE(order, (QList<int>{-20, 10}));
        clock.advance(milliseconds(15));
        QCOMPARE(order, (QList<int>{-20, 10, 30}));
    }

    void systemClockWakes()
    {
        SystemClock clock;
        bool done = false;
        whenDone(clock.after(milliseconds(5)), this, [&](Result<void>) { done = true; });
        QTRY_VERIFY(done);
    }
};

ROCKETDESK_TEST(PendingTest)

#include "tst_pending.moc"
