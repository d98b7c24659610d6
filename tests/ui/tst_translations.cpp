// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paths.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

QString inTree(const QString &path)
{
    return QDir(rocketdesk::tests::sourceFolder()).filePath(path);
}

/// Sources of the file's messages that have no finished translation.
QStringList unfinished(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("cannot read ") + path};
    QStringList found;
    QString source;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1StringView("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1StringView("translation") && xml.attributes().value(QLatin1StringView("type")) == QLatin1StringView("unfinished"))
            found << source;
    }
    return found;
}

} // namespace

class TranslationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsFinished_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("zh_CN") << QStringLiteral("translations/rocketdesk_zh_CN.ts");
        QTest::newRow("en") << QStringLiteral("translations/rocketdesk_en.ts");
    }
    void everyEntryIsFinished()
    {
        QFETCH(QString, file);
        const QStringList open = unfinished(inTree(file));
        QVERIFY2(open.isEmpty(), qPrintable(open.join(u'\n')));
    }

    /// Texts that are in the code and not yet in the file: an error under ./dev test, a warning under a bare ctest, so that a
    /// page can land before its words do.
    void everyTextOfTheCodeIsInTheFile()
    {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("zh_CN.ts"));
        QVERIFY(QFile::copy(inTree(QStringLiteral("translations/rocketdesk_zh_CN.ts")), copy));
        QProcess lupdate;
        lupdate.setWorkingDirectory(inTree(QStringLiteral(".")));
        lupdate.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate"),
            {QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-extensions"), QStringLiteral("h,cpp"), QStringLiteral("ui"), QStringLiteral("app"),
                QStringLiteral("client/base"), QStringLiteral("client/admin"), QStringLiteral("client/producer"), QStringLiteral("client/profile"), QStringLiteral("client/protocol"), QStringLiteral("-ts"), copy});
        QVERIFY2(lupdate.waitForFinished(60000), "lupdate did not run: ./dev setup installs it");
        const QStringList open = unfinished(copy);
        if (!open.isEmpty())
            qWarning("not translated, run ./dev translate:\n%s", qPrintable(open.join(u'\n')));
        QVERIFY2(open.isEmpty() || !qEnvironmentVariableIsSet("ROCKETDESK_LONG_TESTS"), "some texts are not translated");
    }
};

ROCKETDESK_TEST(TranslationsTest)

#include "tst_translations.moc"
