// SPDX-License-Identifier: Apache-2.0
#include "app/keychain.h"
#include "tests/support/awaited.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rocketdesk;

namespace {

const QString profileId = QStringLiteral("7");

} // namespace

/// On a machine without a session bus, as a container is: nothing hangs, nothing is written.
class KeychainTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;
    std::vector<std::pair<QByteArray, QByteArray>> m_before;

    void set(const char *name, const QByteArray &value)
    {
        m_before.emplace_back(name, qgetenv(name));
        value.isNull() ? qunsetenv(name) : qputenv(name, value);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"})
            set(name, m_home->path().toLocal8Bit());
        for (const char *name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"})
            set(name, {});
    }
    void cleanup()
    {
        for (const auto &[name, value] : m_before)
            value.isEmpty() ? qunsetenv(name.constData()) : qputenv(name.constData(), value);
        m_before.clear();
    }

    void withoutABusSecretsStayInMemory()
    {
        SystemClock clock;
        KeychainSecretStore store(clock);
        QCOMPARE(store.place(), SecretStore::Place::Memory);
        roundTrip(store);
    }

    void aBusThatIsNotThereIsFoundOutByTheFirstTry()
    {
        set("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_home->filePath(QStringLiteral("no-bus")).toLocal8Bit());
        SystemClock clock;
        KeychainSecretStore store(clock, std::chrono::seconds(5));
        const QSignalSpy moved(&store, &SecretStore::placeChanged);
        QCOMPARE(store.place(), SecretStore::Place::Unknown);
        roundTrip(store);
        QCOMPARE(store.place(), SecretStore::Place::Memory);
        QCOMPARE(moved.size(), 1);
    }

    void aStoreThatDiesCancelsWhatWasAsked()
    {
        set("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_home->filePath(QStringLiteral("no-bus")).toLocal8Bit());
        SystemClock clock;
        auto store = std::make_unique<KeychainSecretStore>(clock);
        auto pending = store->read(profileId, SecretKind::SecretKey);
        store.reset();
        const auto got = tests::awaited(std::move(pending));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, Error::Kind::Cancelled);
    }

    void whereSecretsAreIsSaidInASentence()
    {
        QVERIFY(wordsFor(SecretStore::Place::Memory).text().contains(u"until the program ends"));
        QVERIFY(wordsFor(SecretStore::Place::KeyStore).text().contains(u"key store"));
    }

private:
    void roundTrip(SecretStore &store)
    {
        const auto written = tests::awaited(store.write(profileId, SecretKind::SecretKey, Secret(QStringLiteral("hush"))));
        QVERIFY(written);
        const auto read = tests::awaited(store.read(profileId, SecretKind::SecretKey));
        QVERIFY(read && *read);
        QCOMPARE((*read)->reveal(), QStringLiteral("hush"));
        const auto removed = tests::awaited(store.remove(profileId, SecretKind::SecretKey));
        QVERIFY(removed);
        const auto gone = tests::awaited(store.read(profileId, SecretKind::SecretKey));
        QVERIFY(gone && !*gone);
        QCOMPARE(QDir(m_home->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    }
};

ROCKETDESK_TEST(KeychainTest)

#include "tst_keychain.moc"
