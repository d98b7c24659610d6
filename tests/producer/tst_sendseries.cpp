// SPDX-License-Identifier: Apache-2.0
#include "client/producer/sendseries.h"
#include "tests/producer/fakecluster.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

/// A series against the fake cluster, on a clock that moves only here.
struct Run {
    explicit Run(SeriesPlan plan) : series(fake.cluster, std::move(plan), [this](const SeriesProgress &progress) { reports.push_back(progress); }) {}

    void pass(milliseconds time)
    {
        for (milliseconds passed{0}; passed < time; passed += milliseconds(5)) {
            fake.clock.advance(milliseconds(5));
            QVERIFY(tests::eventually([this] { return fake.isQuiet(); }));
        }
    }
    [[nodiscard]] bool ended() const { return !reports.empty() && reports.back().state != SeriesProgress::State::Running; }

    FakeCluster fake;
    std::vector<SeriesProgress> reports;
    SendSeries series;
};

} // namespace

class SendSeriesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAreSentAndCounted()
    {
        Run run({.message = message("number ${index}"), .count = 500, .inFlight = 8, .keepReceipts = true});
        run.series.start();
        QTRY_VERIFY(run.ended());
        QCOMPARE(run.reports.back().state, SeriesProgress::State::Finished);
        QCOMPARE(run.reports.back().sent, 500);
        QCOMPARE(run.reports.back().failed, 0);
        QCOMPARE(run.reports.back().waiting, 0);
        std::size_t receipts = 0;
        for (const SeriesProgress &report : run.reports)
            receipts += report.fresh.size();
        QCOMPARE(receipts, std::size_t(500));
        QSet<QByteArray> bodies;
        QSet<QByteArray> ids;
        for (const Asked &asked : run.fake.a.got + run.fake.b.got) {
            bodies << asked.body;
            ids << asked.id();
        }
        QCOMPARE(bodies.size(), 500);
        QCOMPARE(ids.size(), 500);
        QVERIFY(bodies.contains("number 0") && bodies.contains("number 499"));
    }

    void noMoreThanTheWindowAreInFlight()
    {
        Run run({.message = message(), .count = 100, .inFlight = 7});
        run.fake.a.always = run.fake.b.always = Silent;
        run.series.start();
        QTRY_COMPARE(run.fake.sends(), 7);
        QCOMPARE(run.fake.running.load(), 7);
    }

    void rateIsKept()
    {
        Run run({.message = message(), .count = 1000, .perSecond = 100});
        run.series.start();
        run.pass(milliseconds(1000));
        QVERIFY2(run.fake.sends() >= 95 && run.fake.sends() <= 102, qPrintable(QString::number(run.fake.sends())));
        QVERIFY(run.reports.size() >= 15 && run.reports.size() <= 21);
    }

    void stopSaysWhatIsUnanswered()
    {
        Run run({.message = message(), .count = 100, .inFlight = 5});
        run.fake.a.always = run.fake.b.always = Silent;
        run.series.start();
        QTRY_COMPARE(run.fake.sends(), 5);
        run.series.stop();
        QVERIFY(!run.ended());
        run.pass(milliseconds(100));
        QVERIFY(run.ended());
        QCOMPARE(run.reports.back().state, SeriesProgress::State::Stopped);
        QCOMPARE(run.reports.back().waiting, 5);
        QCOMPARE(run.reports.back().sent + run.reports.back().failed, 0);
        const std::size_t reports = run.reports.size();
        run.pass(milliseconds(4000)); // deadlines pass: nothing is tried again, nothing more is said
        QCOMPARE(run.reports.size(), reports);
        QCOMPARE(run.fake.sends(), 5);
    }

    void failuresAreCountedByCodeAndOthersGoOn()
    {
        Run run({.message = message(), .count = 20, .inFlight = 2});
        run.fake.a.answers = {13, 13, 29};
        run.fake.b.answers = {13, 29};
        run.series.start();
        for (int i = 0; i < 400 && !run.ended(); ++i)
            run.pass(milliseconds(5));
        QVERIFY(run.ended());
        QCOMPARE(run.reports.back().sent, 15);
        QCOMPARE(run.reports.back().failed, 5);
        QMap<int, qint64> byCode;
        for (const auto &failures : run.reports.back().failures)
            byCode[failures.first.code] = failures.count;
        QCOMPARE(byCode, (QMap<int, qint64>{{13, 3}, {29, 2}}));
    }

    void batchesCarrySeveralARequest()
    {
        Run run({.message = message(), .count = 70, .perRequest = 32});
        run.series.start();
        QTRY_VERIFY(run.ended());
        QCOMPARE(run.reports.back().sent, 70);
        QCOMPARE(run.fake.sends(), 3);
    }

    void whatMayNotBeSentEndsAtOnce()
    {
        Run run({.message = message(QByteArray()), .count = 10});
        run.series.start();
        QVERIFY(run.ended());
        QCOMPARE(run.reports.back().failed, 10);
        QCOMPARE(run.reports.back().failures.at(0).first.kind, Error::Kind::InvalidArgument);
    }

    void percentilesAreWithinAnEighth()
    {
        Latencies latencies;
        QCOMPARE(latencies.percentile(0.5).count(), 0);
        for (int i = 1; i <= 1000; ++i)
            latencies.add(std::chrono::microseconds(i));
        const auto p50 = std::chrono::duration_cast<std::chrono::microseconds>(latencies.percentile(0.5)).count();
        const auto p99 = std::chrono::duration_cast<std::chrono::microseconds>(latencies.percentile(0.99)).count();
        QVERIFY2(p50 >= 500 && p50 <= 563, qPrintable(QString::number(p50)));
        QVERIFY2(p99 >= 990 && p99 <= 1114, qPrintable(QString::number(p99)));
    }
};

ROCKETDESK_TEST(SendSeriesTest)
#include "tst_sendseries.moc"
