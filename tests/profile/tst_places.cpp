// SPDX-License-Identifier: Apache-2.0
#include "client/profile/places.h"
#include "tests/support/testregistry.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace rocketdesk;

namespace {

constexpr auto ownerFile = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
constexpr auto ownerFolder = ownerFile | QFile::ExeOwner | QFile::ExeUser;

Places placesOf(QHash<QByteArray, QString> variables)
{
    return Places::fromEnvironment([variables](const char *name) { return variables.value(name); });
}

} // namespace

class PlacesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theHomeHoldsEverything()
    {
        const Places places = placesOf({{"ROCKETDESK_HOME", u"/srv/rd/"_qs}, {"XDG_CONFIG_HOME", u"/elsewhere"_qs}});
        QCOMPARE(places.profilesFile(), u"/srv/rd/profiles.json"_qs);
        QCOMPARE(places.settingsFile(), u"/srv/rd/settings.ini"_qs);
        QCOMPARE(places.data, u"/srv/rd"_qs);
        QCOMPARE(places.logFolder(), u"/srv/rd/log"_qs);
    }

    void baseDirectoriesCountWithoutIt()
    {
        const Places places = placesOf({{"HOME", u"/home/u"_qs}, {"XDG_CONFIG_HOME", u"/c"_qs}, {"XDG_STATE_HOME", u"relative"_qs}});
        QCOMPARE(places.profilesFile(), u"/c/rocketdesk/profiles.json"_qs);
        QCOMPARE(places.data, u"/home/u/.local/share/rocketdesk"_qs);
        QCOMPARE(places.logFolder(), u"/home/u/.local/state/rocketdesk/log"_qs);
    }

    void filesAndNewFoldersAreTheOwnersOnly()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"a/b/file"_qs);
        QVERIFY(writePrivateFile(path, "1"));
        QCOMPARE(QFileInfo(path).permissions(), ownerFile);
        QCOMPARE(QFileInfo(dir.filePath(u"a/b"_qs)).permissions(), ownerFolder);
        QCOMPARE(QFileInfo(dir.filePath(u"a"_qs)).permissions(), ownerFolder);
    }

    void anOpenFileIsClosedToOthersWhenReplaced()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"file"_qs);
        QVERIFY(writePrivateFile(path, "1"));
        QVERIFY(QFile::setPermissions(path, ownerFile | QFile::ReadOther | QFile::ReadGroup));
        QVERIFY(writePrivateFile(path, "2"));
        QCOMPARE(QFileInfo(path).permissions(), ownerFile);
    }

    void aFolderThatCannotBeMadeIsAnErrorWithItsName()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(u"file"_qs);
        QVERIFY(writePrivateFile(file, "1"));
        const auto result = writePrivateFile(file + u"/below/it"_qs, "2");
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Local);
        QVERIFY(result.error().where.startsWith(file));
    }
};

ROCKETDESK_TEST(PlacesTest)

#include "tst_places.moc"
