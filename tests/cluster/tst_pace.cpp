// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/pace.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace std::chrono_literals;

/// What is done again and again, on a clock that the test moves.
class PaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeCountsFromWhatWasDoneLast_data()
    {
        QTest::addColumn<std::chrono::seconds>("changedTo"); // after 10 s of 30
        QTest::addColumn<std::chrono::seconds>("due");
        QTest::newRow("shorter") << 15s << 15s;
        QTest::newRow("shorter than what has passed") << 7s << 10s;
        QTest::newRow("longer") << 60s << 60s;
        QTest::newRow("the same") << 30s << 30s;
    }
    void aChangeCountsFromWhatWasDoneLast()
    {
        QFETCH(std::chrono::seconds, changedTo);
        QFETCH(std::chrono::seconds, due);
        Paced paced;
        advance(paced, 10);
        paced.pace.set(changedTo);
        QCoreApplication::processEvents();
        while (paced.done.isEmpty() && paced.clock.now() < 100s)
            advance(paced, 1);
        QCOMPARE(paced.done.value(0), qint64(due.count()));
        paced.done.clear();
        while (paced.done.isEmpty() && paced.clock.now() < 200s)
            advance(paced, 1);
        QCOMPARE(paced.done.value(0), qint64(due.count() + changedTo.count()));
    }

    void changesPutNothingOffForEver()
    {
        Paced paced;
        for (int second = 1; second <= 60; ++second) {
            paced.pace.set(second % 2 == 0 ? 30s : 20s);
            advance(paced, 1);
        }
        QCOMPARE(paced.done, (QList<qint64>{21, 41})); // the first second of the shorter pace at which it is due
    }

private:
    /// Notes the seconds at which it is due.
    struct Paced {
        Paced() { again(); }
        void again()
        {
            whenDone(pace.next(), &context, [this](const Result<void> &) {
                done << std::chrono::duration_cast<std::chrono::seconds>(clock.now()).count();
                again();
            });
        }
        ManualClock clock;
        QList<qint64> done;
        QObject context;
        Pace pace{clock, 30s};
    };
    static void advance(Paced &paced, int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            paced.clock.advance(1s);
            QCoreApplication::processEvents(); // what waits for it goes on
        }
    }
};

ROCKETDESK_TEST(PaceTest)

#include "tst_pace.moc"
