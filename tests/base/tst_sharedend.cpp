// SPDX-License-Identifier: Apache-2.0
#include "client/base/sharedend.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;

namespace {

/// Somebody who waits for the end.
struct EndWaiter {
    explicit EndWaiter(SharedEnd &end)
    {
        call = whenDone(end.wait(), &context, [this](Result<void> result) {
            ++times;
            came = std::move(result);
        });
    }
    QObject context;
    Call call;
    int times = 0;
    std::optional<Result<void>> came;
};

} // namespace

class SharedEndTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstWhoAsksBeginsIt()
    {
        SharedEnd end;
        QVERIFY(!end.isBegun());
        QVERIFY(end.begin());
        QVERIFY(end.isBegun());
        QVERIFY(!end.begin());
        end.finish({});
        QVERIFY(!end.begin());
    }

    void allWhoAskGetWhatItCameTo_data()
    {
        QTest::addColumn<bool>("failed");
        QTest::newRow("done") << false;
        QTest::newRow("failed") << true;
    }
    void allWhoAskGetWhatItCameTo()
    {
        QFETCH(bool, failed);
        SharedEnd end;
        QVERIFY(end.begin());
        EndWaiter first(end);
        EndWaiter second(end);
        QCoreApplication::processEvents();
        QCOMPARE(first.times + second.times, 0);
        end.finish(failed ? Result<void>(rocketdesk::failed(Error::Kind::Timeout, QStringLiteral("late"))) : Result<void>());
        EndWaiter later(end);
        QTRY_COMPARE(first.times + second.times + later.times, 3);
        for (const EndWaiter *one : {&first, &second, &later}) {
            QCOMPARE(one->came->has_value(), !failed);
            QCOMPARE(failed ? one->came->error().remark : QString(), failed ? QStringLiteral("late") : QString());
        }
    }

    void whoGivesUpDoesNotHoldUpTheOthers()
    {
        SharedEnd end;
        QVERIFY(end.begin());
        EndWaiter impatient(end);
        EndWaiter patient(end);
        impatient.call.cancel();
        QTRY_COMPARE(impatient.times, 1);
        QCOMPARE(impatient.came->error().kind, Error::Kind::Cancelled);
        end.finish({});
        QTRY_COMPARE(patient.times, 1);
        QVERIFY(patient.came->has_value());
        QCOMPARE(impatient.times, 1);
    }

    void whereItGoesAwayNobodyWaitsForEver()
    {
        auto end = std::make_unique<SharedEnd>();
        EndWaiter waiting(*end);
        end.reset();
        QTRY_COMPARE(waiting.times, 1);
        QCOMPARE(waiting.came->error().kind, Error::Kind::Cancelled);
    }
};

ROCKETDESK_TEST(SharedEndTest)

#include "tst_sharedend.moc"
