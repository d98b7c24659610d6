// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paths.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

const QDir root(rocketdesk::tests::sourceFolder());

QString contentOf(const QString &path)
{
    QFile file(root.filePath(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// How a name of this kind is declared; nothing for a kind that there is not.
QRegularExpression declarationOf(const QString &kind, const QString &name)
{
    const QString escaped = QRegularExpression::escape(name);
    static const QHash<QString, QString> forms = {
        {QStringLiteral("class"), QStringLiteral("\\bclass (\\[\\[\\w+\\]\\] )?%1\\b(?!;)")},
        {QStringLiteral("struct"), QStringLiteral("\\bstruct %1\\b(?!;)")},
        {QStringLiteral("enum"), QStringLiteral("\\benum (class )?%1\\b")},
        {QStringLiteral("using"), QStringLiteral("\\busing %1\\b")},
        {QStringLiteral("function"), QStringLiteral("(?<![\\w~])%1\\(")},
        {QStringLiteral("value"), QStringLiteral("\\b%1\\b")},
        {QStringLiteral("file"), QString()},
    };
    return forms.contains(kind) ? QRegularExpression(QString(forms.value(kind)).replace(QLatin1StringView("%1"), escaped)) : QRegularExpression(QStringLiteral("("));
}

struct Line {
    QString id;
    QStringList words;
};

QList<Line> table()
{
    QList<Line> lines;
    for (const QString &text : contentOf(QStringLiteral("tests/data/seednames.txt")).split(u'\n')) {
        if (!text.isEmpty() && !text.startsWith(u'#'))
            lines.append({text.section(u' ', 0, 0), text.split(u' ', Qt::SkipEmptyParts)});
    }
    return lines;
}

/// Every id there is: each room has its own range, with room left in it.
QStringList allIds()
{
    static constexpr std::pair<int, int> ranges[] = {{1, 15}, {20, 27}, {30, 38}, {40, 48}, {50, 63}, {70, 106}, {110, 122}, {130, 180}, {190, 195}, {200, 205}};
    QStringList ids;
    for (const auto &[first, last] : ranges) {
        for (int id = first; id <= last; ++id)
            ids << QStringLiteral("S-%1").arg(id, 3, 10, QLatin1Char('0'));
    }
    return ids;
}

} // namespace

/// Holds the table of names that users of the earlier client know against the headers.
class SeedNamesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNameIsWhereTheTableSays_data()
    {
        QTest::addColumn<QStringList>("words");
        for (const Line &line : table()) {
            if (line.words.value(2) != QLatin1StringView("open"))
                QTest::addRow("%s %s %s", qPrintable(line.id), qPrintable(line.words.value(1)), qPrintable(line.words.value(4))) << line.words;
        }
    }
    void everyNameIsWhereTheTableSays()
    {
        QFETCH(QStringList, words);
        QCOMPARE(words.size(), 5);
        const QString content = contentOf(words[2]);
        QVERIFY2(!content.isEmpty(), qPrintable(words[2]));
        const QRegularExpression declaration = declarationOf(words[3], words[4]);
        QVERIFY2(declaration.isValid(), qPrintable(words[3]));
        QVERIFY2(declaration.match(content).hasMatch(), qPrintable(QStringLiteral("%1 has no %2 %3").arg(words[2], words[3], words[4])));
    }

    void everyIdIsInTheTable()
    {
        QSet<QString> there;
        for (const Line &line : table())
            there.insert(line.id);
        QStringList missing;
        for (const QString &id : allIds()) {
            if (!there.contains(id))
                missing << id;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
        QCOMPARE(there.size(), allIds().size());
    }

    void whatIsOpenSaysWhy()
    {
        for (const Line &line : table()) {
            if (line.words.value(2) == QLatin1StringView("open"))
                QVERIFY2(line.words.size() > 3, qPrintable(line.id));
        }
    }
};

ROCKETDESK_TEST(SeedNamesTest)

#include "tst_seednames.moc"
