// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/idlerule.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace std::chrono_literals;

/// When a queue that has nothing new is pulled again, by consumers and watches alike.
class IdleRuleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restsAfterAFewAnswersThatLedNowhere_data()
    {
        QTest::addColumn<QString>("answers"); // of each: at once and idle, held and idle, leading on
        QTest::addColumn<QList<int>>("rests");
        QTest::newRow("idle") << QStringLiteral("iiiii") << QList<int>{0, 0, 1000, 1000, 1000};
        QTest::newRow("held") << QStringLiteral("hhhhh") << QList<int>{0, 0, 0, 0, 0};
        QTest::newRow("a held one between") << QStringLiteral("iihiii") << QList<int>{0, 0, 0, 0, 0, 1000};
        QTest::newRow("messages between") << QStringLiteral("iiimii") << QList<int>{0, 0, 1000, 0, 0, 0};
    }
    void restsAfterAFewAnswersThatLedNowhere()
    {
        QFETCH(const QString, answers);
        QFETCH(const QList<int>, rests);
        IdleRule rule;
        std::chrono::nanoseconds now = 7s;
        QList<int> got;
        for (const QChar answer : answers) {
            rule.asked(now);
            now += answer == u'h' ? milliseconds(15'000) : milliseconds(1);
            got << static_cast<int>(rule.answered(now, answer == u'm').count());
        }
        QCOMPARE(got, rests);
    }
};

ROCKETDESK_TEST(IdleRuleTest)

#include "tst_idlerule.moc"
