// SPDX-License-Identifier: Apache-2.0
#include "client/base/errorwords.h"
#include "client/profile/profilejson.h"
#include "client/profile/profilestore.h"
#include "tests/support/testregistry.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rocketdesk;

namespace {

Profile full()
{
    Profile profile;
    profile.name = QStringLiteral("integration");
    profile.folder = QStringLiteral("Test");
    profile.environment = Profile::Environment::Staging;
    profile.nameServers = {{QStringLiteral("ns1"), 9876}, {QStringLiteral("fd00::1"), 9877}};
    profile.mappings = {*AddressMapping::parse(QStringLiteral("172.17.0.*:*"), QStringLiteral("10.20.4.24:*"))};
    profile.readOnly = true;
    profile.tls = {true, QStringLiteral("/ca.pem"), QStringLiteral("/c.pem"), QStringLiteral("/k.pem"), Profile::Tls::Verify::NoName};
    profile.accessKey = QStringLiteral("reader");
    profile.timeouts.request = std::chrono::milliseconds(5'000);
    return profile;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Single quotation marks for double ones.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class ProfileStoreTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_file = m_dir->filePath(QStringLiteral("rocketdesk/profiles.json"));
    }

    void aProfileComesBackAsItWas()
    {
        ProfileStore store(m_file);
        QVERIFY(store.load());
        QVERIFY(store.profiles().empty());
        const auto saved = store.save(full());
        QVERIFY(saved && !saved->id.isEmpty());
        ProfileStore again(m_file);
        QVERIFY(again.load());
        QCOMPARE(again.profiles().size(), std::size_t(1));
        QVERIFY(again.profiles()[0] == *saved);
        QCOMPARE(QFileInfo(m_file).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
        QCOMPARE(QFileInfo(QFileInfo(m_file).path()).permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther), QFile::Permissions());
    }

    void savingReplacesByIdAndKeepsTheOrder()
    {
        ProfileStore store(m_file);
        Profile first = *store.save({.name = QStringLiteral("a")});
        QVERIFY(store.save({.name = QStringLiteral("b")}));
        const QSignalSpy changes(&store, &ProfileStore::changed);
        first.name = QStringLiteral("c");
        QVERIFY(store.save(first));
        QCOMPARE(changes.size(), 1);
        QCOMPARE(store.profiles()[0].name, QStringLiteral("c"));
        QCOMPARE(store.profiles().size(), std::size_t(2));
        QVERIFY(store.remove(first.id));
        QVERIFY(!store.byId(first.id) && store.byName(u"B"));
    }

    void aTakenNameIsRefused()
    {
        ProfileStore store(m_file);
        QVERIFY(store.save({.name = QStringLiteral("Local")}));
        const auto second = store.save({.name = QStringLiteral("local")});
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::InvalidArgument);
        QCOMPARE(store.profiles().size(), std::size_t(1));
        QCOMPARE(store.freeName(QStringLiteral("LOCAL")), QStringLiteral("LOCAL 2"));
    }

    void membersOfANewerProgramSurvive()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        put(m_file, json("{'version':1,'later':[1],'profiles':[{'id':'1','name':'a','colour':'red','tls':{'enabled':true,'alpn':'h2'}}]}"));
        ProfileStore store(m_file);
        QVERIFY(store.load());
        Profile profile = store.profiles()[0];
        profile.readOnly = true;
        QVERIFY(store.save(profile));
        const QJsonObject written = QJsonDocument::fromJson(contentOf(m_file)).object();
        QVERIFY(written.contains(u"later"));
        const QJsonObject entry = written.value(u"profiles").toArray().at(0).toObject();
        QCOMPARE(entry.value(u"colour").toString(), QStringLiteral("red"));
        QCOMPARE(entry.value(u"tls").toObject().value(u"alpn").toString(), QStringLiteral("h2"));
        QVERIFY(entry.value(u"readOnly").toBool());
    }

    void secretsWrittenByHandDoNotStay()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        put(m_file, json("{'version':1,'profiles':[{'id':'1','name':'a','secretKey':'hush','x':{'securityToken':'hush'}}]}"));
        ProfileStore store(m_file);
        QVERIFY(store.load());
        QVERIFY(!store.exported().contains("hush"));
        QVERIFY(store.save(store.profiles()[0]));
        QVERIFY(!contentOf(m_file).contains("hush"));
    }

    void aHandWrittenFileIsMigrated_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("list") << json("[{'name':'a','nameServers':'h1:1;h2'}]");
        QTest::newRow("object without version") << json("{'profiles':[{'name':'a','nameServers':'h1:1;h2'}]}");
    }
    void aHandWrittenFileIsMigrated()
    {
        QFETCH(QByteArray, text);
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        put(m_file, text);
        ProfileStore store(m_file);
        QVERIFY(store.load());
        QCOMPARE(store.profiles()[0].nameServers, (QList<Endpoint>{{QStringLiteral("h1"), 1}, {QStringLiteral("h2"), 9876}}));
        QVERIFY(!store.profiles()[0].id.isEmpty());
        QVERIFY(store.save(store.profiles()[0]));
        QCOMPARE(QJsonDocument::fromJson(contentOf(m_file)).object().value(u"version").toInt(), profileFileVersion);
    }

    void aBrokenFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("garbage") << QByteArray("\x00\xff{{{", 5);
        QTest::newRow("cut") << json("{'version':1,'profiles':[{'name':'a'");
        QTest::newRow("other JSON") << json("{'version':1}");
        QTest::newRow("entry that is no object") << json("{'version':1,'profiles':[7]}");
        QTest::newRow("version is text") << json("{'version':'x','profiles':[]}");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("huge") << QByteArray(profileFileBytes + 5, ' ');
    }
    void aBrokenFileIsKeptAside()
    {
        QFETCH(QByteArray, text);
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        for (const char *suffix : {".broken", ".broken-2"}) {
            put(m_file, text);
            ProfileStore store(m_file);
            const auto loaded = store.load();
            QVERIFY(!loaded);
            QCOMPARE(loaded.error().kind, Error::Kind::Local);
            QCOMPARE(loaded.error().where, m_file);
            QVERIFY2(loaded.error().remark.endsWith(m_file + QLatin1StringView(suffix)), qPrintable(loaded.error().remark));
            QCOMPARE(contentOf(m_file + QLatin1StringView(suffix)), text);
            QVERIFY(store.save({.name = QStringLiteral("a")}));
            QVERIFY(ProfileStore(m_file).load());
        }
    }

    void aBrokenEntryStaysInTheFile()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        put(m_file, json("{'version':1,'profiles':[{'id':'1','name':'good'},{'id':'2','name':'bad','environment':'moon'}]}"));
        ProfileStore store(m_file);
        const auto loaded = store.load();
        QVERIFY(!loaded);
        QVERIFY2(loaded.error().remark.contains(u"bad: \"environment\" is \"moon\""_qs), qPrintable(loaded.error().remark));
        QCOMPARE(store.profiles().size(), std::size_t(1));
        QVERIFY(store.save({.name = QStringLiteral("new")}));
        const auto entries = QJsonDocument::fromJson(contentOf(m_file)).object().value(u"profiles").toArray();
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries.at(2).toObject().value(u"environment").toString(), QStringLiteral("moon"));
    }

    void aFileOfANewerProgramIsNeverWritten()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
        const QByteArray newer = json("{'version':99,'profiles':{'shape':'unknown'}}");
        put(m_file, newer);
        ProfileStore store(m_file);
        const auto loaded = store.load();
        QVERIFY(!loaded);
        QVERIFY(loaded.error().remark.contains(u"newer version"));
        QVERIFY(!store.save({.name = QStringLiteral("a")}));
        QCOMPARE(contentOf(m_file), newer);
    }

    void twoWindowsDoNotUndoEachOther()
    {
        ProfileStore one(m_file);
        ProfileStore two(m_file);
        QVERIFY(one.load() && two.load());
        QVERIFY(one.save({.name = QStringLiteral("a")}));
        QVERIFY(two.save({.name = QStringLiteral("b")}));
        QVERIFY(one.save({.name = QStringLiteral("c")}));
        QCOMPARE(one.profiles().size(), std::size_t(3));
        const auto clash = two.save({.name = QStringLiteral("C")});
        QVERIFY(!clash);
    }

    void aStoreDoesNotGrowPastWhatItCanRead()
    {
        ProfileStore store(m_file);
        QByteArray many = json("{'version':1,'profiles':[");
        for (int i = 0; i < 1'500; ++i)
            many += (i == 0 ? "" : ",") + json("{'name':'same'}");
        many += "]}";
        QVERIFY(store.import(many));
        QVERIFY(!store.import(many));
        QCOMPARE(store.profiles().size(), std::size_t(1'500));
        QVERIFY(store.byName(u"same 1500"));
        QVERIFY(ProfileStore(m_file).load());
    }

    void whatCannotBeWrittenChangesNothing()
    {
        put(m_dir->filePath(QStringLiteral("rocketdesk")), "a file where the folder should be");
        ProfileStore store(m_file);
        const auto saved = store.save({.name = QStringLiteral("a")});
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, Error::Kind::Local);
        QVERIFY(store.profiles().empty());
    }

    void anotherProgramNeverSeesHalfAFile()
    {
        ProfileStore store(m_file);
        QVERIFY(store.save({.name = QStringLiteral("a")}));
        QFile reader(m_file);
        QVERIFY(reader.open(QIODevice::ReadOnly));
        const QByteArray start = reader.read(5);
        QVERIFY(store.save({.name = QStringLiteral("b")}));
        QVERIFY(parseProfileDocument(start + reader.readAll()));
        QCOMPARE(QDir(QFileInfo(m_file).path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("profiles.json")});
    }

    void aCopyHasANameAndAnIdOfItsOwn()
    {
        ProfileStore store(m_file);
        const Profile original = *store.save(full());
        const auto copy = store.duplicate(original.id);
        QVERIFY(copy);
        QCOMPARE(copy->name, QStringLiteral("integration 2"));
        QVERIFY(copy->id != original.id);
        QCOMPARE(copy->nameServers, original.nameServers);
        QCOMPARE(store.duplicate(QStringLiteral("none")).error().kind, Error::Kind::NotFound);
    }

    void anExportComesInElsewhere()
    {
        ProfileStore store(m_file);
        const Profile original = *store.save(full());
        const QByteArray text = store.exported({original.id});
        QVERIFY(!text.contains(original.id.toUtf8()));
        const auto imported = store.import(text);
        QVERIFY(imported);
        QCOMPARE(imported->added.size(), std::size_t(1));
        QCOMPARE(imported->renamed[0].second, QStringLiteral("integration 2"));
        QVERIFY(imported->added[0].id != original.id);
        QCOMPARE(imported->added[0].mappings, original.mappings);
    }

    void anImportTakesWhatIsSoundAndNamesTheRest()
    {
        ProfileStore store(m_file);
        const auto imported = store.import(json("{'version':1,'profiles':[{'name':'ok','id':'../../x'},{'name':''},{'name':'slow','timeouts':{'connectMs':-1}}]}"));
        QVERIFY(imported);
        QCOMPARE(imported->added.size(), std::size_t(1));
        QVERIFY(imported->added[0].id != QStringLiteral("../../x"));
        QCOMPARE(imported->refused.size(), std::size_t(2));
        QCOMPARE(imported->refused[1].where, QStringLiteral("slow"));
        QVERIFY(imported->refused[1].remark.startsWith(u"\"timeouts.connectMs\""_qs));
    }

    void aHostileImportIsRefusedWhole()
    {
        ProfileStore store(m_file);
        const auto deep = store.import(QByteArray(100'000, '['), QStringLiteral("/tmp/x.json"));
        QVERIFY(!deep);
        QVERIFY2(wordsFor(deep.error()).sentence == QStringLiteral("/tmp/x.json can't be used."), qPrintable(wordsFor(deep.error()).line()));
        QVERIFY(!store.import(QByteArray(profileFileBytes + 1, ' ')));
        QByteArray many = json("{'version':1,'profiles':[");
        for (int i = 0; i < 2'001; ++i)
            many += i == 0 ? "{}" : ",{}";
        QVERIFY(!store.import(many + "]}"));
        QVERIFY(!QFile::exists(m_file));
    }

    void aMemberOfTheWrongKindIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("start");
        QTest::newRow("name is a number") << json("{'name':1}") << u"\"name\" is no text"_qs;
        QTest::newRow("name too long") << json("{'name':'LONG'}").replace("LONG", QByteArray(101, 'x')) << u"\"name\" is longer than 100"_qs;
        QTest::newRow("control character") << json("{'name':'a\\u001b[31m'}") << u"\"name\" has a control character"_qs;
        QTest::newRow("environment") << json("{'name':'a','environment':'prod'}") << u"\"environment\" is \"prod\""_qs;
        QTest::newRow("readOnly is text") << json("{'name':'a','readOnly':'yes'}") << u"\"readOnly\" is neither"_qs;
        QTest::newRow("name servers is text") << json("{'name':'a','nameServers':'x'}") << u"\"nameServers\" is no list"_qs;
        QTest::newRow("name server") << json("{'name':'a','nameServers':['x:0']}") << u"\"nameServers\" has an entry"_qs;
        QTest::newRow("mapping") << json("{'name':'a','mappings':[{'from':'a'}]}") << u"\"mappings\" has an entry"_qs;
        QTest::newRow("tls is a list") << json("{'name':'a','tls':[]}") << u"\"tls\" is no object"_qs;
        QTest::newRow("verify") << json("{'name':'a','tls':{'verify':'maybe'}}") << u"\"tls.verify\" is \"maybe\""_qs;
        QTest::newRow("timeout") << json("{'name':'a','timeouts':{'requestMs':1e300}}") << u"\"timeouts.requestMs\""_qs;
    }
    void aMemberOfTheWrongKindIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, start);
        const auto profile = profileFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(!profile);
        QVERIFY2(profile.error().remark.startsWith(start), qPrintable(profile.error().remark));
    }
};

ROCKETDESK_TEST(ProfileStoreTest)

#include "tst_profilestore.moc"
