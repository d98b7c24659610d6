// SPDX-License-Identifier: Apache-2.0
#include "tests/chaos/chaosrun.h"
#include "tests/support/longtests.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk::tests;

class ChaosTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLostAndNothingHangs()
    {
        ChaosPlan plan;
        if (longTests())
            plan = {.duration = std::chrono::minutes(2), .seed = 2, .silentPulls = true};
        ChaosRun run(plan);
        const ChaosReport report = run.run();
        QVERIFY2(report.isWell(), qPrintable(report.text()));
        QVERIFY2(report.faults > 0 && !report.failed.isEmpty(), qPrintable(report.text()));
        qInfo().noquote() << report.text();
    }
};

ROCKETDESK_TEST(ChaosTest)

#include "tst_chaos.moc"
