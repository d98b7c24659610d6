// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paths.h"
#include "tests/support/testregistry.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace {

using Allowed = QHash<QString, QStringList>;

/// Room -> what of ours it may include beside itself: folders, or single headers. The innermost room of a file counts.
const Allowed &allowed()
{
    static const QStringList base = {QStringLiteral("client/base")};
    static const QStringList values = base + QStringList{QStringLiteral("client/protocol"), QStringLiteral("client/commands"), QStringLiteral("client/profile"), QStringLiteral("client/values.h")};
    static const QStringList facade = values + QStringList{QStringLiteral("client/client.h"), QStringLiteral("client/groups.h"), QStringLiteral("client/messageproducer.h"),
        QStringLiteral("client/litepullconsumer.h"), QStringLiteral("client/popconsumer.h"), QStringLiteral("client/pushconsumer.h"), QStringLiteral("client/search.h"), QStringLiteral("client/transactionproducer.h")};
    static const QStringList below = base + QStringList{QStringLiteral("client/protocol"), QStringLiteral("client/commands"), QStringLiteral("client/remoting")};
    static const QStringList users = below + QStringList{QStringLiteral("client/cluster")};
    static const QStringList look = {QStringLiteral("ui/common"), QStringLiteral("ui/theme"), QStringLiteral("ui/settings")};
    static const QStringList parts = look + QStringList{QStringLiteral("ui/widgets"), QStringLiteral("ui/models")};
    static const Allowed table = {
        {QStringLiteral("client/base"), {}},
        {QStringLiteral("client/protocol"), base},
        {QStringLiteral("client/commands"), base + QStringList{QStringLiteral("client/protocol")}},
        {QStringLiteral("client/remoting"), base + QStringList{QStringLiteral("client/protocol")}},
        {QStringLiteral("client/cluster"), below},
        {QStringLiteral("client/profile"), base},
        {QStringLiteral("client/admin"), users},
        {QStringLiteral("client/producer"), users},
        {QStringLiteral("client/consumer"), users},
        {QStringLiteral("client"), {QStringLiteral("client")}},
        {QStringLiteral("ui/common"), base},
        {QStringLiteral("ui/theme"), {QStringLiteral("ui/common")}},
        {QStringLiteral("ui/settings"), {QStringLiteral("ui/common"), QStringLiteral("ui/theme")}},
        {QStringLiteral("ui/widgets"), look},
        {QStringLiteral("ui/models"), values + QStringList{QStringLiteral("ui/common"), QStringLiteral("ui/theme")}},
        {QStringLiteral("ui/pages"), facade + parts + QStringList{QStringLiteral("ui/pages")}},
        {QStringLiteral("ui/pages/*"), facade + parts + QStringList{QStringLiteral("ui/pages/page.h")}},
        {QStringLiteral("ui/shell"), facade + parts + QStringList{QStringLiteral("ui/pages/page.h"), QStringLiteral("ui/pages/registry.h")}},
        {QStringLiteral("app/sandbox"), base + QStringList{QStringLiteral("client/protocol"), QStringLiteral("client/commands")}},
        {QStringLiteral("app/ctl"), facade + QStringList{QStringLiteral("app/sandbox")}},
        {QStringLiteral("app"), {QStringLiteral("client"), QStringLiteral("ui"), QStringLiteral("app")}},
    };
    return table;
}

QString roomOf(const QString &path)
{
    const QString folder = path.left(path.lastIndexOf(u'/'));
    if (folder.startsWith(QLatin1StringView("ui/pages/")))
        return QStringLiteral("ui/pages/*");
    return folder;
}

bool mayInclude(const QString &path, const QString &included)
{
    const QString folder = path.left(path.lastIndexOf(u'/'));
    if (included.startsWith(folder + u'/'))
        return true;
    const QStringList list = allowed().value(roomOf(path));
    return std::any_of(list.cbegin(), list.cend(), [&](const QString &entry) {
        return included == entry || (!entry.endsWith(QLatin1StringView(".h")) && included.startsWith(entry + u'/'));
    });
}

QStringList sources(const QStringList &tops)
{
    QStringList found;
    const QDir root(rocketdesk::tests::sourceFolder());
    for (const QString &top : tops) {
        QDirIterator files(root.filePath(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            found << root.relativeFilePath(files.next());
    }
    found.sort();
    return found;
}

QStringList lines(const QString &path)
{
    QFile file(QDir(rocketdesk::tests::sourceFolder()).filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

const QStringList product = {QStringLiteral("client"), QStringLiteral("ui"), QStringLiteral("app")};

/// Every line of the files in `tops` that matches, as "path:line".
QStringList matching(const QStringList &tops, const QRegularExpression &pattern, const QStringList &except = {})
{
    QStringList found;
    for (const QString &path : sources(tops)) {
        if (except.contains(path))
            continue;
        const QStringList text = lines(path);
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (pattern.match(text.at(i)).hasMatch())
                found << QStringLiteral("%1:%2: %3").arg(path).arg(i + 1).arg(text.at(i).trimmed());
        }
    }
    return found;
}

} // namespace

/// Holds the tree to the layers and the rules of the house that a compiler does not see.
class LayersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesFollowTheLayers()
    {
        static const QRegularExpression include(QStringLiteral("^\\s*#include \"([^\"]+)\""));
        QStringList broken;
        for (const QString &path : sources(product)) {
            for (const QString &line : lines(path)) {
                const QString included = include.match(line).captured(1);
                if (included.isEmpty() || included.endsWith(QLatin1StringView(".moc")) || included.startsWith(QLatin1StringView("moc_")))
                    continue;
                if (!mayInclude(path, included))
                    broken << path + QStringLiteral(" includes ") + included;
            }
        }
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    }

    void everyFileNamesItsLicence()
    {
        QStringList without;
        for (const QString &path : sources(product + QStringList{QStringLiteral("tests")})) {
            if (!lines(path).value(0).contains(QLatin1StringView("SPDX-License-Identifier: Apache-2.0")))
                without << path;
        }
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
    }

    void coroutinesStayInTheClient()
    {
        static const QRegularExpression flow(QStringLiteral("#include (<coroutine>|\"client/base/flow.h\")"));
        const QStringList found = matching({QStringLiteral("ui"), QStringLiteral("app")}, flow);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void everyAwaitStandsAlone()
    {
        static const QRegularExpression awaits(QStringLiteral("\\bco_await\\b(?! name| expression)"));
        static const QRegularExpression alone(QStringLiteral("^\\s*(const auto \\w+ = |auto \\w+ = |\\(void\\)|co_return )co_await \\w+;$"));
        static const QRegularExpression comment(QStringLiteral("^\\s*//|///"));
        QStringList found;
        for (const QString &hit : matching({QStringLiteral("client")}, awaits)) {
            const QString text = hit.section(QStringLiteral(": "), 1);
            if (!alone.match(text).hasMatch() && !comment.match(text).hasMatch())
                found << hit;
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void onlyTheClockTellsTheTime()
    {
        static const QRegularExpression time(QStringLiteral("\\b(QTimer|QDeadlineTimer|QElapsedTimer|QBasicTimer)\\b|currentDateTime|currentMSecsSinceEpoch|\\bsteady_clock\\b|\\bsystem_clock\\b"));
        const QStringList found = matching({QStringLiteral("client"), QStringLiteral("app/sandbox")}, time, {QStringLiteral("client/base/clock.cpp")});
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void nothingWaits()
    {
        static const QRegularExpression waits(QStringLiteral("\\bwaitFor\\w+\\(|processEvents\\(|(dialog|Dialog|loop|menu)\\w*(\\.|->)exec\\("));
        const QStringList found = matching(product, waits);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void everyConnectToALambdaHasAContext()
    {
        static const QRegularExpression bare(QStringLiteral("connect\\([^,]+,[^,]+,\\s*\\["));
        const QStringList found = matching(product, bare);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

ROCKETDESK_TEST(LayersTest)

#include "tst_layers.moc"
