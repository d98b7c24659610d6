// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/sql92.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::protocol;

namespace {

using Verdict = Sql92::Verdict;

constexpr Sql92Rules asBroker{Sql92Rules::Mode::AsBroker, true};
constexpr Sql92Rules asOldBroker{Sql92Rules::Mode::AsBroker, false};

/// n = 3, d = 2.5, t = text, big = 3000000000, yes = true, q = it's; no property m.
QByteArray block()
{
    const Properties properties{{QStringLiteral("n"), QStringLiteral("3")}, {QStringLiteral("d"), QStringLiteral("2.5")},
                                {QStringLiteral("t"), QStringLiteral("text")}, {QStringLiteral("big"), QStringLiteral("3000000000")},
                                {QStringLiteral("yes"), QStringLiteral("true")}, {QStringLiteral("q"), QStringLiteral("it's")},
                                {QStringLiteral("TAGS"), QStringLiteral("订单")}};
    return *properties.toBlock();
}

Verdict verdictOf(const QString &text, Sql92Rules rules = asBroker)
{
    const auto filter = Sql92::parse(text, rules);
    return filter ? filter->evaluate(block()) : Verdict::Failed;
}

} // namespace

Q_DECLARE_METATYPE(rocketdesk::protocol::Sql92::Verdict)

/// RocketMQ's SQL92: what people may write, and what brokers make of it.
class Sql92Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filtersDecide_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Verdict>("verdict");
        const auto row = [](const char *text, Verdict verdict) { QTest::newRow(text) << QString::fromUtf8(text) << verdict; };
        for (const char *text : {"n = 3", "n = '3'", "n > 2", "2 < n", "n >= 3", "n <= 3.5", "d > 2.0", "d < 3.0", "n <> 4", "NOT (n = 4)", "t = 'text'", "t <> 'x'",
                                 "t IN ('a', 'text')", "t NOT IN ('a')", "n BETWEEN 1 AND 3", "n not between 4 and 5", "m IS NULL", "n IS NOT NULL",
                                 "n > 2 AND t = 'text'", "n > 5 OR t = 'text'", "(n > 5 OR n < 4) AND t IS NOT NULL", "n > -1", "n > - 1", "n > +1",
                                 "t CONTAINS 'ex'", "t NOT CONTAINS 'y'", "t startswith 'te'", "t NOT STARTSWITH 'x'", "t ENDSWITH 'xt'", "t not endswith 'x'",
                                 "yes = TRUE", "q = 'it''s'", "TAGS = '订单'", "TAGS CONTAINS '单'", "TRUE", "n > 2 -- and so on", "n /* of it */ > 2", "big > 2999999999L",
                                 "big > 3.0", "n > 1e0", "n > .5", "m IS NULL OR m > 5", "n > d", "m = m", "n = n"})
                row(text, Verdict::True);
        for (const char *text : {"n = 4", "n > 3", "t IN ('a')", "t NOT IN ('text')", "n BETWEEN 4 AND 9", "n IS NULL", "m IS NOT NULL", "FALSE", "NOT (n = 3)",
                                 "t CONTAINS ''", "m CONTAINS 'a'", "m NOT CONTAINS 'a'", "n > 5 AND m = 1", "yes = FALSE", "n = m", "NOT n = 1"})
            row(text, Verdict::False);
        for (const char *text : {"m = 1", "m > 1", "m <> 1", "m IN ('a')", "m NOT IN ('a')", "NOT (m = 1)", "n = 3 AND m = 1", "n = 4 OR m = 1", "m BETWEEN 1 AND 2", "m", "NULL"})
            row(text, Verdict::Null);
        // A text that is no number of the other side's type: the broker throws and does not deliver.
        for (const char *text : {"t > 1", "t = 1", "d > 2", "big > 2", "t > d", "t = 1 OR n = 3", "TRUE = t"})
            row(text, Verdict::Failed);
    }

    void filtersDecide()
    {
        QFETCH(const QString, text);
        QFETCH(const Verdict, verdict);
        const auto filter = Sql92::parse(text, asBroker);
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error().reason));
        QCOMPARE(filter->evaluate(block()), verdict);
    }

    void rubbishBehindIsIgnoredByBrokersOnly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::newRow("a word") << QStringLiteral("n > 2 garbage") << 6;
        QTest::newRow("a bracket") << QStringLiteral("n > 2 )") << 6;
        QTest::newRow("like") << QStringLiteral("n > 2 like 'x'") << 6;
        QTest::newRow("two names") << QStringLiteral("nonsense nonsense") << 9;
        QTest::newRow("a function") << QStringLiteral("abs(n) > 1") << 3;
        QTest::newRow("leading zeros") << QStringLiteral("n > 007") << 5;
        QTest::newRow("a name") << QStringLiteral("n") << 0;
        QTest::newRow("not of a name") << QStringLiteral("NOT n = 3") << 4;
    }

    void rubbishBehindIsIgnoredByBrokersOnly()
    {
        QFETCH(const QString, text);
        QFETCH(const int, column);
        QVERIFY(Sql92::parse(text, asBroker));
        const auto strict = Sql92::parse(text);
        QVERIFY(!strict);
        QCOMPARE(strict.error().column, column);
    }

    void bothRefuse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        const auto row = [](const char *text, int column) { QTest::newRow(text) << QString::fromUtf8(text) << column; };
        row("", 0);
        row("n == 2", 3);
        row("n in (1,2)", 6);
        row("n > '2'", 4);
        row("1", 0);
        row("'a'", 0);
        row(";", 0);
        row("n > 2 ;", 6);
        row("n >", 3);
        row("(n > 2", 6);
        row("n = 'open", 4);
        row("n = NULL", 4);
        row("n IS 3", 5);
        row("n BETWEEN 5 AND 1", 16);
        row("n BETWEEN 1 OR 2", 12);
        row("n > 0.0", 4);
        row("n > 9999999999999999999", 4);
        row("1 IN ('a')", 0);
        row("n > 1 > 2", 0);
        row("n > TRUE", 4);
        row("n > 2 NOT x", 6);
        row("n != 2", 2);
        row("n > 2 AND", 9);
        row("n > 2 /* open", 6);
        row("n % 2 = 1", 2);
    }

    void bothRefuse()
    {
        QFETCH(const QString, text);
        QFETCH(const int, column);
        QVERIFY(!Sql92::parse(text, asBroker));
        const auto strict = Sql92::parse(text);
        QVERIFY(!strict);
        QCOMPARE(strict.error().column, column);
        QVERIFY(!strict.error().reason.isEmpty());
    }

    void oldBrokersHaveNoTextOperators()
    {
        const QString text = QStringLiteral("t contains 'ex'");
        QCOMPARE(verdictOf(text, asOldBroker), Verdict::False); // just the name t
        const auto strict = Sql92::parse(text, {Sql92Rules::Mode::Strict, false});
        QVERIFY(!strict);
        QCOMPARE(strict.error().column, 2);
        QVERIFY(strict.error().reason.contains(QLatin1StringView("5.0")));
    }

    void depthIsBounded()
    {
        QVERIFY(!Sql92::parse(QString(5000, u'(') + QStringLiteral("n > 2") + QString(5000, u')')));
        QVERIFY(!Sql92::parse(QStringLiteral("n > ") + QStringLiteral("- ").repeated(5000) + u'2'));
        QVERIFY(!Sql92::parse(QStringLiteral("NOT ").repeated(5000) + QStringLiteral("(n > 2)")));
        QVERIFY(!Sql92::parse(QStringLiteral("n = 1") + QStringLiteral(" = TRUE").repeated(5000)));
        QVERIFY(!Sql92::parse(QString(100'000, u' ') + QStringLiteral("n > 2")));
        const auto wide = Sql92::parse(QStringLiteral("n = 3") + QStringLiteral(" AND n = 3").repeated(5000));
        QVERIFY(wide);
        QCOMPARE(wide->evaluate(block()), Verdict::True);
    }

    void namesAreKnown()
    {
        const auto filter = Sql92::parse(u"n > 2 AND (t IN ('a') OR m IS NULL)");
        QVERIFY(filter);
        QCOMPARE(filter->properties(), (QSet<QString>{QStringLiteral("n"), QStringLiteral("t"), QStringLiteral("m")}));
    }

    void noCutOrChangedTextDoesHarm()
    {
        const QString text = QStringLiteral("NOT (a.b > -1.5e3 OR t NOT IN ('x','it''s')) AND n BETWEEN 1 AND 2L /* c */ = TRUE -- end");
        for (qsizetype size = 0; size <= text.size(); ++size) {
            for (const Sql92Rules rules : {Sql92Rules(), asBroker, asOldBroker}) {
                if (const auto filter = Sql92::parse(QStringView(text).first(size), rules))
                    (void)filter->evaluate(block());
                for (const QChar c : QStringLiteral("'(.-/*;Ж0")) {
                    QString changed = text;
                    changed[std::min(size, text.size() - 1)] = c;
                    if (const auto filter = Sql92::parse(changed, rules))
                        (void)filter->evaluate(block());
                }
            }
        }
    }
};

ROCKETDESK_TEST(Sql92Test)

#include "tst_sql92.moc"
