// SPDX-License-Identifier: Apache-2.0
#include "app/logging.h"
#include "client/base/logcategories.h"
#include "client/profile/secret.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <thread>
#include <unistd.h>

using namespace rocketdesk;

namespace {

/// Logs by `write` into a fresh file and gives its text.
QByteArray logged(const std::function<void()> &write, LogOptions options = {})
{
    const QTemporaryDir dir;
    options.folder = dir.path();
    options.console = false;
    auto logging = installLogging(options);
    if (!logging)
        return logging.error().remark.toUtf8();
    write();
    logging->reset();
    QFile file(dir.filePath(QStringLiteral("rocketdesk.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Logs by `write` to standard error and gives what went there.
QByteArray logged(const LogOptions &options, const std::function<void()> &write)
{
    QTemporaryFile caught;
    if (!caught.open())
        return "no temporary file";
    const int standardError = ::dup(STDERR_FILENO);
    ::dup2(caught.handle(), STDERR_FILENO);
    if (auto logging = installLogging(options))
        write();
    ::dup2(standardError, STDERR_FILENO);
    ::close(standardError);
    caught.seek(0);
    return caught.readAll();
}

} // namespace

class LoggingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineHasTimeLevelAndCategory()
    {
        const QByteArray text = logged([] { qCInfo(logRemoting) << "connected" << 42; });
        QVERIFY2(text.contains(" info ") && text.contains("rocketdesk.remoting: connected 42\n"), text.constData());
        QVERIFY(!logged([] { qCDebug(logRemoting) << "detail"; }).contains("detail"));
    }

    void aJsonLineIsOneObject()
    {
        const QByteArray text = logged([] { qCWarning(logApp).noquote() << "a \"b\"\nc"; }, {.jsonLines = true});
        QCOMPARE(text.count('\n'), 1);
        const QJsonObject line = QJsonDocument::fromJson(text).object();
        QCOMPARE(line.value(u"level").toString(), QStringLiteral("warning"));
        QCOMPARE(line.value(u"category").toString(), QStringLiteral("rocketdesk.app"));
        QCOMPARE(line.value(u"message").toString(), QStringLiteral("a \"b\"\\u000ac"));
        QVERIFY(line.value(u"time").toDouble() > 1e12);
    }

    void levelsAreKept_data()
    {
        QTest::addColumn<QtMsgType>("level");
        QTest::addColumn<QByteArrayList>("kept");
        QTest::newRow("debug") << QtDebugMsg << QByteArrayList{"debug", "info", "warning", "error"};
        QTest::newRow("info") << QtInfoMsg << QByteArrayList{"info", "warning", "error"};
        QTest::newRow("warning") << QtWarningMsg << QByteArrayList{"warning", "error"};
        QTest::newRow("critical") << QtCriticalMsg << QByteArrayList{"error"};
    }
    void levelsAreKept()
    {
        QFETCH(QtMsgType, level);
        QFETCH(QByteArrayList, kept);
        const QByteArray text = logged([] {
            qCDebug(logApp) << "x";
            qCInfo(logApp) << "x";
            qCWarning(logApp) << "x";
            qCCritical(logApp) << "x";
        }, {.jsonLines = true, .level = level});
        QByteArrayList levels;
        for (const QByteArray &line : text.trimmed().split('\n'))
            levels << QJsonDocument::fromJson(line).object().value(u"level").toString().toUtf8();
        QCOMPARE(levels, kept);
    }

    void rulesOfOneCategoryWinOverTheLevel()
    {
        const QByteArray text = logged([] {
            qCDebug(logRemoting) << "wanted";
            qCDebug(logApp) << "unwanted";
        }, {.rules = QStringLiteral("rocketdesk.remoting.debug=true")});
        QVERIFY(text.contains("wanted"));
        QCOMPARE(text.count("unwanted"), 0);
    }

    void theConsoleTakesTextColoursOrJsonLines()
    {
        const auto write = [] {
            qCInfo(logApp) << "quiet";
            qCWarning(logApp) << "loud";
        };
        const QByteArray plain = logged(LogOptions(), write);
        QVERIFY2(plain.endsWith("rocketdesk.app: loud\n") && plain.count('\n') == 1 && !plain.contains('\x1b'), plain.constData());
        const QByteArray coloured = logged(LogOptions{.colour = LogOptions::Colour::Always}, write);
        QVERIFY2(coloured.contains('\x1b') && coloured.contains("loud"), coloured.constData());
        const QByteArray json = logged(LogOptions{.consoleJsonLines = true, .colour = LogOptions::Colour::Always, .consoleLevel = QtInfoMsg}, write);
        QCOMPARE(json.count('\n'), 2);
        QCOMPARE(QJsonDocument::fromJson(json.split('\n').at(1)).object().value(u"message").toString(), QStringLiteral("loud"));
    }

    void secretsAreNeverInIt_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("setting") << QStringLiteral("secretKey=hush1 x");
        QTest::newRow("JSON") << QStringLiteral("{\"secretKey\":\"hush1\",\"a\":1}");
        QTest::newRow("variable") << QStringLiteral("ROCKETMQ_SECRET_KEY=hush1");
        QTest::newRow("token") << QStringLiteral("SecurityToken: hush1");
        QTest::newRow("signature") << QStringLiteral("Signature=hush1");
    }
    void secretsAreNeverInIt()
    {
        QFETCH(QString, message);
        const QByteArray text = logged([&] { qCWarning(logApp).noquote() << message << Secret(QStringLiteral("hush2")); });
        QVERIFY2(text.contains("***") && !text.contains("hush"), text.constData());
    }

    void aRemarkCannotForgeALineOrDriveATerminal()
    {
        const QByteArray text = logged([] { qCWarning(logApp).noquote() << "x\n2026-01-01 forged\x1b[31m"; });
        QCOMPARE(text.count('\n'), 1);
        QVERIFY(!text.contains('\x1b'));
    }

    void filesAreTheOwnersOnlyAndBounded()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(QStringLiteral("state/log"));
        auto logging = installLogging({.folder = folder, .console = false, .fileBytes = 2'000, .olderFiles = 2});
        QVERIFY(logging);
        for (int i = 0; i < 200; ++i)
            qCWarning(logApp) << "line" << i;
        logging->reset();
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 3);
        for (const QFileInfo &file : files) {
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
            QVERIFY(file.size() <= 2'000);
        }
        QCOMPARE(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void everyThreadMayLog()
    {
        const QByteArray text = logged([] {
            std::vector<std::thread> threads;
            for (int t = 0; t < 4; ++t)
                threads.emplace_back([] {
                    for (int i = 0; i < 250; ++i)
                        qCInfo(logApp) << "line";
                });
            for (std::thread &thread : threads)
                thread.join();
        });
        QCOMPARE(text.count('\n'), 1'000);
    }

    void aFolderThatCannotBeMadeIsAnError()
    {
        const auto logging = installLogging({.folder = QStringLiteral("/proc/nowhere/log"), .console = false});
        QVERIFY(!logging);
        QCOMPARE(logging.error().kind, Error::Kind::Local);
    }
};

ROCKETDESK_TEST(LoggingTest)

#include "tst_logging.moc"
