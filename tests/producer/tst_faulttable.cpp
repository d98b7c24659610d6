// SPDX-License-Identifier: Apache-2.0
#include "client/producer/faulttable.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace std::chrono_literals;

/// Which broker is taken where all were slow lately.
class FaultTableTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void T_82_theFastestThatCanBeReachedIsPickedEveryTime_data()
    {
        QTest::addColumn<QList<int>>("latencies"); // ms, of brokers a, b, c...; negative: not reachable
        QTest::addColumn<QString>("picked");
        QTest::newRow("none") << QList<int>{} << QString();
        QTest::newRow("one") << QList<int>{500} << QStringLiteral("a");
        QTest::newRow("one that is not reachable") << QList<int>{-500} << QString();
        QTest::newRow("the fastest of many") << QList<int>{900, 700, 300, 500, 800, 400} << QStringLiteral("c");
        QTest::newRow("the fastest is not reachable") << QList<int>{900, 700, -300, 500, 800, 400} << QStringLiteral("f");
    }
    /// Java takes one of the better half by lot: a rule that no test can hold, and that may take a slower one.
    void T_82_theFastestThatCanBeReachedIsPickedEveryTime()
    {
        QFETCH(const QList<int>, latencies);
        QFETCH(const QString, picked);
        FaultTable table;
        for (qsizetype i = 0; i < latencies.size(); ++i)
            table.update(BrokerName(QString(QChar(static_cast<char16_t>(u'a' + i)))), std::chrono::milliseconds(std::abs(latencies[i])), 10s, latencies[i] >= 0);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(table.pickOneAtLeast().text(), picked);
    }
};

ROCKETDESK_TEST(FaultTableTest)

#include "tst_faulttable.moc"
