// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paths.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class ScreenshotTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The program draws itself, in a home of its own.
    void aPageIsDrawn()
    {
        const QTemporaryDir folder;
        const QTemporaryDir home;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ROCKETDESK_HOME"), home.path());
        program.setProcessEnvironment(environment);
        program.start(QDir(rocketdesk::tests::binaryFolder()).filePath(QStringLiteral("rocketdesk")),
            {QStringLiteral("--screenshot"), folder.path(), QStringLiteral("--only"), QStringLiteral("cluster-ready-light-en-1024")});
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitCode(), 0);
        const QStringList pictures = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(pictures, QStringList{QStringLiteral("cluster-ready-light-en-1024x700.png")});
        QCOMPARE(QImage(folder.filePath(pictures.first())).size(), QSize(1024, 700));
        QVERIFY(QDir(home.path()).isEmpty());
    }
};

ROCKETDESK_TEST(ScreenshotTest)
#include "tst_screenshot.moc"
