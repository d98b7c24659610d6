// SPDX-License-Identifier: Apache-2.0
#include "tests/vectors/vectorareas.h"
#include "tests/vectors/vectorcompare.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

using namespace rocketdesk::tests;

namespace {

struct Count {
    int passed = 0;
    int failed = 0;
    int skipped = 0;
};

struct Case {
    QString id;
    QJsonObject input;
    QJsonObject expected;
};

using Cases = QMap<QString, QList<Case>>;

Cases casesOf(const QJsonArray &array, const QString &onlyArea, const QString &onlyId)
{
    Cases cases;
    for (const QJsonValue &value : array) {
        const QJsonObject entry = value.toObject();
        const QString area = entry.value(QLatin1StringView("area")).toString();
        const QString id = entry.value(QLatin1StringView("id")).toString();
        if ((onlyArea.isEmpty() || onlyArea == area) && (onlyId.isEmpty() || onlyId == id))
            cases[area].append({id, entry.value(QLatin1StringView("input")).toObject(),
                                entry.value(QLatin1StringView("expected")).toObject()});
    }
    return cases;
}

Count runArea(QTextStream &out, const QString &area, const QList<Case> &cases)
{
    const VectorArea run = vectorAreas().value(area);
    if (!run) {
        out << area << ": skipped (" << cases.size() << "), not built\n";
        return {.skipped = int(cases.size())};
    }
    Count count;
    for (const Case &each : cases) {
        const QStringList differences = compareVector(area, each.expected, run(each.input));
        ++(differences.isEmpty() ? count.passed : count.failed);
        for (const QString &difference : differences)
            out << "  " << each.id << ' ' << difference << '\n';
    }
    out << area << ": " << count.passed << " passed, " << count.failed << " failed\n";
    return count;
}

int run(const QCommandLineParser &parser)
{
    QTextStream out(stdout);
    QFile file(parser.positionalArguments().value(0));
    if (!file.open(QIODevice::ReadOnly)) {
        QTextStream(stderr) << "cannot read " << file.fileName() << ": " << file.errorString() << '\n';
        return 2;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isArray()) {
        QTextStream(stderr) << file.fileName() << " is no array of cases\n";
        return 2;
    }
    Count total;
    const Cases cases = casesOf(document.array(), parser.value(QStringLiteral("area")), parser.value(QStringLiteral("id")));
    for (auto it = cases.begin(); it != cases.end(); ++it) {
        const Count count = runArea(out, it.key(), it.value());
        total.passed += count.passed;
        total.failed += count.failed;
        total.skipped += count.skipped;
    }
    out << total.passed << " passed, " << total.failed << " failed, " << total.skipped << " skipped\n";
    return total.failed == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Runs a file of reference vectors."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("area"), QStringLiteral("Only this area."), QStringLiteral("name")});
    parser.addOption({QStringLiteral("id"), QStringLiteral("Only this case."), QStringLiteral("id")});
    parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("A file of cases."));
    parser.process(application);
    return run(parser);
}
