// SPDX-License-Identifier: Apache-2.0
#include "client/profile/profiledraft.h"
#include "client/profile/secretstore.h"
#include "tests/support/awaited.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;

namespace {

ProfileDraft sound()
{
    ProfileDraft draft;
    draft.name = QStringLiteral("a");
    draft.nameServers = QStringLiteral("h1:1;h2");
    return draft;
}

using Change = std::function<void(ProfileDraft &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class ProfileDraftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundDraftBecomesAProfile()
    {
        ProfileDraft draft = sound();
        draft.name = QStringLiteral("  a ");
        draft.mappings = {{QStringLiteral("x:1"), QStringLiteral("y:2")}, {{}, {}}};
        QVERIFY(draft.problems({QStringLiteral("b")}).empty());
        const Profile profile = draft.applied({.id = QStringLiteral("7"), .kept = {{QStringLiteral("later"), 1}}});
        QCOMPARE(profile.id, QStringLiteral("7"));
        QCOMPARE(profile.name, QStringLiteral("a"));
        QCOMPARE(profile.nameServers.size(), 2);
        QCOMPARE(profile.mappings.size(), 1);
        QVERIFY(profile.kept.contains(u"later"));
        QVERIFY(ProfileDraft::of(profile).applied(profile) == profile);
    }

    void eachFieldSaysWhatIsWrong_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("sentence");
        using Field = ProfileDraft::Field;
        const auto row = [](const char *name, Change change, Field field, const QString &sentence) { QTest::newRow(name) << change << static_cast<int>(field) << sentence; };
        row("no name", [](ProfileDraft &d) { d.name = QStringLiteral(" "); }, Field::Name, u"A connection needs a name."_qs);
        row("name taken", [](ProfileDraft &d) { d.name = QStringLiteral("Other"); }, Field::Name, u"Another connection is named \"Other\"."_qs);
        row("name too long", [](ProfileDraft &d) { d.name = QString(101, u'x'); }, Field::Name, u"At most 100 characters fit here."_qs);
        row("no name server", [](ProfileDraft &d) { d.nameServers.clear(); }, Field::NameServers, u"At least one name server is needed, as host:port."_qs);
        row("wrong name server", [](ProfileDraft &d) { d.nameServers = QStringLiteral("a:x"); }, Field::NameServers, u"The port is a number from 1 to 65535, not \"x\"."_qs);
        row("half a mapping", [](ProfileDraft &d) { d.mappings = {{QStringLiteral("a"), {}}}; }, Field::Mapping, u"The address to connect to is missing."_qs);
        row("no CA", [](ProfileDraft &d) { d.tls = {.enabled = true, .caFile = QStringLiteral("/nowhere/ca.pem")}; }, Field::CaFile, u"There is no file \"/nowhere/ca.pem\"."_qs);
        row("folder as key", [](ProfileDraft &d) { d.tls = {.enabled = true, .certFile = QStringLiteral("/etc/passwd"), .keyFile = QStringLiteral("/etc")}; }, Field::KeyFile, u"\"/etc\" can't be read."_qs);
        row("no key", [](ProfileDraft &d) { d.tls = {.enabled = true, .certFile = QStringLiteral("/etc/passwd")}; }, Field::KeyFile, u"A certificate needs its key."_qs);
        row("time-out", [](ProfileDraft &d) { d.timeouts.connect = std::chrono::milliseconds(0); }, Field::ConnectTimeout, u"A time-out is from 50 to 600000 milliseconds."_qs);
        row("access key", [](ProfileDraft &d) { d.accessKey = QStringLiteral("a\nb"); }, Field::AccessKey, u"A control character is in this text."_qs);
    }
    void eachFieldSaysWhatIsWrong()
    {
        QFETCH(Change, change);
        QFETCH(int, field);
        QFETCH(QString, sentence);
        ProfileDraft draft = sound();
        change(draft);
        const auto problems = draft.problems({QStringLiteral("other")});
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(static_cast<int>(problems[0].field), field);
        QCOMPARE(problems[0].words.text(), sentence);
    }

    void theRowOfAMappingIsNamed()
    {
        ProfileDraft draft = sound();
        draft.mappings = {{QStringLiteral("a"), QStringLiteral("b")}, {QStringLiteral("a"), QStringLiteral("b.*")}};
        const auto problems = draft.problems();
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems[0].row, 1);
    }

    void filesDoNotCountWithoutTls()
    {
        ProfileDraft draft = sound();
        draft.tls.caFile = QStringLiteral("/nowhere");
        QVERIFY(draft.problems().empty());
    }

    void aSecretNeverPrintsItself()
    {
        QString printed;
        QDebug(&printed) << Secret(QStringLiteral("hush")) << Secret();
        QCOMPARE(printed.simplified(), QStringLiteral("Secret(***) Secret(empty)"));
    }

    void bothSecretsAreReadAtOnceEachWithItsOwnAnswer()
    {
        struct Store final : SecretStore {
            Pending<std::optional<Secret>> read(const QString &profileId, SecretKind kind) override
            {
                asked << profileId + u' ' + secretKindName(kind);
                return kind == SecretKind::SecretKey ? ready<std::optional<Secret>>(Secret(QStringLiteral("k")))
                                                     : readyFailed<std::optional<Secret>>({.kind = Error::Kind::Local, .remark = QStringLiteral("locked")});
            }
            Pending<void> write(const QString &, SecretKind, const Secret &) override { return ready<void>({}); }
            Pending<void> remove(const QString &, SecretKind) override { return ready<void>({}); }
            Place place() const override { return Place::Memory; }
            QStringList asked;
        };
        Store store;
        const auto secrets = tests::awaited(readSecrets(store, QStringLiteral("1")));
        QVERIFY(secrets.has_value());
        QCOMPARE(store.asked, (QStringList{QStringLiteral("1 secretKey"), QStringLiteral("1 securityToken")}));
        QCOMPARE(secrets->secretKey->value_or(Secret()).reveal(), QStringLiteral("k"));
        QCOMPARE(secrets->securityToken.error().remark, QStringLiteral("locked"));
    }

    void memoryKeepsSecretsApart()
    {
        MemorySecretStore store;
        std::optional<Secret> got;
        const auto read = [&](const QString &id, SecretKind kind) {
            got.reset();
            bool done = false;
            whenDone(store.read(id, kind), &store, [&](const Result<std::optional<Secret>> &result) {
                got = result.value();
                done = true;
            });
            QTRY_VERIFY(done);
        };
        (void)store.write(QStringLiteral("1"), SecretKind::SecretKey, Secret(QStringLiteral("k")));
        read(QStringLiteral("1"), SecretKind::SecretKey);
        QCOMPARE(got.value_or(Secret()).reveal(), QStringLiteral("k"));
        read(QStringLiteral("1"), SecretKind::SecurityToken);
        QVERIFY(!got);
        read(QStringLiteral("2"), SecretKind::SecretKey);
        QVERIFY(!got);
        (void)store.write(QStringLiteral("1"), SecretKind::SecretKey, Secret());
        read(QStringLiteral("1"), SecretKind::SecretKey);
        QVERIFY(!got);
    }
};

ROCKETDESK_TEST(ProfileDraftTest)

#include "tst_profiledraft.moc"
