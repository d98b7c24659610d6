// SPDX-License-Identifier: Apache-2.0
#include "client/base/clock.h"
#include "client/base/flow.h"
#include "client/base/mailbox.h"
#include "tests/support/callstorm.h"
#include "tests/support/longtests.h"
#include "tests/support/testregistry.h"

#include <QTest>
#include <QThread>

using namespace rocketdesk;
using tests::CallStorm;

namespace {

/// How a call is answered on the other thread.
struct Fate {
    int pauseMs = 0; ///< before the answer; 0 = at once
    int depth = 0; ///< flows inside flows
    bool refused = false;
    bool silent = false; ///< answered by its deadline of 30 ms alone
    bool late = false; ///< answered when its deadline passes
};

/// What answers the calls, on a thread of its own.
class Worker final
{
public:
    Scope &scope() { return m_scope; }

    Pending<int> serve(Fate fate)
    {
        if (fate.depth > 0) {
            --fate.depth;
            auto inner = serve(fate);
            const auto value = co_await inner;
            if (!value)
                co_return failed(value.error());
            co_return *value + 1;
        }
        if (fate.late) {
            auto racing = race(milliseconds(fate.pauseMs));
            co_return co_await racing;
        }
        if (fate.pauseMs > 0) {
            auto pause = m_clock.after(milliseconds(fate.pauseMs));
            (void)co_await pause;
        }
        if (fate.silent) {
            auto deadline = m_clock.after(milliseconds(30));
            (void)co_await deadline;
            co_return failed(Error::Kind::Timeout);
        }
        if (fate.refused)
            co_return failed(Error::Kind::Refused);
        co_return 0;
    }

private:
    /// Answer and deadline come at the same time, one of them first.
    Pending<int> race(milliseconds time)
    {
        const auto promise = std::make_shared<Promise<int>>();
        for (const Result<int> &end : {Result<int>(0), Result<int>(failed(Error::Kind::Timeout))})
            whenDone(m_clock.after(time), &m_clock, [promise, end](const Result<void> &) { promise->finish(end); });
        return promise->pending();
    }

    SystemClock m_clock;
    Scope m_scope;
};

/// A thread with a worker that dies there, by the last letter, whatever is pending then.
class WorkerThread final
{
public:
    WorkerThread()
    {
        m_mailbox->moveToThread(&m_thread);
        m_thread.start();
        m_address.post([this] { m_worker = std::make_unique<Worker>(); });
    }
    ~WorkerThread() { end(); }
    Q_DISABLE_COPY_MOVE(WorkerThread)

    void end()
    {
        m_address.post([this] {
            m_worker.reset();
            QThread::currentThread()->quit();
        });
        m_thread.wait();
        m_mailbox.reset(); // what nobody read
    }

    [[nodiscard]] Pending<int> ask(Fate fate)
    {
        return onThread(m_address, [this, fate] { return m_worker ? m_worker->serve(fate) : readyFailed<int>({.kind = Error::Kind::Cancelled}); });
    }

private:
    QThread m_thread;
    std::unique_ptr<Mailbox> m_mailbox = std::make_unique<Mailbox>();
    const Mailbox::Address m_address = m_mailbox->address();
    std::unique_ptr<Worker> m_worker;
};

Fate randomFate(CallStorm &storm)
{
    const int dice = storm.random(100);
    return {.pauseMs = dice < 50 ? 0 : storm.random(8), .depth = storm.random(3), .refused = dice % 10 == 0, .silent = dice < 3, .late = dice >= 90};
}

int storms()
{
    return tests::longTests() ? 50'000 : 5'000;
}

} // namespace

/// Calls between two threads while contexts, callers and threads die: each ends exactly once and leaves nothing.
class ThreadStormTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachCallEndsOnceAcrossThreads_data()
    {
        QTest::addColumn<quint32>("seed");
        QTest::addColumn<bool>("threadEnds");
        QTest::addColumn<int>("atOnce");
        for (quint32 seed = 1; seed <= 2; ++seed) {
            QTest::addRow("seed %u, the other thread lives", seed) << seed << false << 256;
            QTest::addRow("seed %u, the other thread ends with calls pending", seed) << seed << true << 256;
        }
        QTest::newRow("thousands at once, the other thread lives") << quint32(3) << false << storms();
        QTest::newRow("thousands at once, the other thread ends") << quint32(4) << true << storms();
    }

    void eachCallEndsOnceAcrossThreads()
    {
        QFETCH(quint32, seed);
        QFETCH(bool, threadEnds);
        QFETCH(int, atOnce);
        WorkerThread worker;
        CallStorm storm(storms(), seed, [&](CallStorm &it) { it.watch(worker.ask(randomFate(it))); }, [](CallStorm &) {}, atOnce);
        QTRY_VERIFY(storm.begun() >= storms() / 2);
        if (threadEnds)
            worker.end();
        QTRY_VERIFY(storm.isOver());
        QVERIFY2(storm.wrong() == 0, qPrintable(storm.counts()));
        qInfo().noquote() << storm.counts();
    }

    void callersThreadMayEndFirst()
    {
        WorkerThread worker;
        for (int round = 0; round < storms() / 50; ++round) {
            const std::unique_ptr<QThread> caller(QThread::create([&] {
                QObject context;
                for (int i = 0; i < 20; ++i) {
                    Call call = whenDone(worker.ask({.pauseMs = i % 3, .depth = i % 2}), &context, [](Result<int>) {});
                    if (i % 4 == 0)
                        call.cancel();
                }
                QCoreApplication::processEvents();
            }));
            caller->start();
            QVERIFY(caller->wait());
        }
        int answers = 0;
        whenDone(worker.ask({}), this, [&](Result<int> result) { answers += result.has_value(); });
        QTRY_COMPARE(answers, 1);
    }
};

ROCKETDESK_TEST(ThreadStormTest)

#include "tst_threadstorm.moc"
