// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/guardedcluster.h"
#include "tests/contract/watching.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using tests::Caller;
using tests::Guard;
using tests::GuardedCluster;
using tests::Watching;
using Verify = Profile::Tls::Verify;

namespace {

std::optional<Hop> hopOf(const std::vector<Hop> &hops, Hop::Kind kind)
{
    const auto found = std::find_if(hops.cbegin(), hops.cend(), [kind](const Hop &one) { return one.kind == kind; });
    return found == hops.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

/// TLS with and without a certificate of the client, against every target.
class TlsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        GuardedCluster::startAll(Guard::Accounts);
        GuardedCluster::startAll(Guard::ClientCertificate);
    }

    void encryptedCallsSendAndRead_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("mutual");
        for (const auto &target : tests::TargetCluster::all()) {
            QTest::addRow("%s", qPrintable(target.name())) << target.name() << false;
            QTest::addRow("%s with our certificate", qPrintable(target.name())) << target.name() << true;
        }
    }
    void encryptedCallsSendAndRead()
    {
        QFETCH(const bool, mutual);
        GuardedCluster &cluster = fetched(mutual ? Guard::ClientCertificate : Guard::Accounts);
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        const Profile profile = with(cluster, cluster.tls());
        Caller caller(profile, cluster.secrets());
        const QByteArray body(200'000, 'x'); // more than one TLS record
        const auto receipt = Caller::result(caller.client().send({.topic = TopicName(tests::guardedTopic), .body = body}));
        QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : receipt.error().remark));
        const auto opened = [&] { return Caller::result(caller.client().openMessage(TopicName(tests::guardedTopic), receipt->queue, receipt->queueOffset)); };
        QTRY_VERIFY(opened().has_value()); // a queue follows the log a moment later
        const auto stored = opened();
        QVERIFY(stored->body.view() == body);
        const auto hops = tried(profile, cluster.secrets());
        QVERIFY(std::none_of(hops.cbegin(), hops.cend(), [](const Hop &one) { return one.state == Hop::State::Failed; }));
        QCOMPARE(hopOf(hops, Hop::Kind::Tls)->state, Hop::State::Ok);
        QVERIFY2(hopOf(hops, Hop::Kind::Tls)->found.text().contains(QLatin1StringView("CN=server")), qPrintable(hopOf(hops, Hop::Kind::Tls)->found.text()));
    }

    void aServerThatNobodyVouchesForIsRefused_data() { tests::addTargetRows(); }
    void aServerThatNobodyVouchesForIsRefused()
    {
        GuardedCluster &cluster = fetched(Guard::Accounts);
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Profile::Tls tls = cluster.tls();
        tls.caFile.clear();
        expectRefused(with(cluster, tls), cluster.secrets(), "is signed by nobody the profile trusts");
        tls.caFile = cluster.certificate(QStringLiteral("other-ca.pem"));
        expectRefused(with(cluster, tls), cluster.secrets(), "is signed by nobody the profile trusts");
        tls.verify = Verify::None;
        expectServed(with(cluster, tls), cluster.secrets());
    }

    void aServerOfAnotherNameIsRefusedUnlessNamesAreNotLookedAt_data() { tests::addTargetRows(); }
    void aServerOfAnotherNameIsRefusedUnlessNamesAreNotLookedAt()
    {
        GuardedCluster &cluster = fetched(Guard::Accounts);
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Profile profile = with(cluster, cluster.tls());
        profile.nameServers = {cluster.otherName()};
        expectRefused(profile, cluster.secrets(), "is for another name");
        profile.tls.verify = Verify::NoName;
        expectServed(profile, cluster.secrets());
        profile.tls.caFile.clear(); // the chain is still looked at
        expectRefused(profile, cluster.secrets(), "is signed by nobody the profile trusts");
    }

    void withoutAnAcceptedCertificateNobodyGetsIn_data() { tests::addTargetRows(); }
    void withoutAnAcceptedCertificateNobodyGetsIn()
    {
        GuardedCluster &cluster = fetched(Guard::ClientCertificate);
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Profile::Tls tls = cluster.tls();
        tls.certFile.clear();
        tls.keyFile.clear();
        expectRefused(with(cluster, tls), cluster.secrets(), "did not accept the client's certificate");
        tls.certFile = cluster.certificate(QStringLiteral("stranger.pem"));
        tls.keyFile = cluster.certificate(QStringLiteral("stranger.key"));
        expectRefused(with(cluster, tls), cluster.secrets(), "did not accept the client's certificate");
    }

    void plainTextAtATlsPortIsSaid_data() { tests::addTargetRows(); }
    void plainTextAtATlsPortIsSaid()
    {
        GuardedCluster &cluster = fetched(Guard::ClientCertificate);
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Caller caller(with(cluster, {}), cluster.secrets());
        const auto reply = caller.ask(commands::GetBrokerClusterInfo());
        QVERIFY(!reply);
        QVERIFY2(wordsFor(reply.error()).sentence.contains(QLatin1StringView("closed the connection without a byte")), qPrintable(wordsFor(reply.error()).line()));
        const auto answer = hopOf(tried(with(cluster, {}), cluster.secrets()), Hop::Kind::NameServer);
        QVERIFY(answer.has_value());
        QCOMPARE(answer->state, Hop::State::Failed);
    }

private:
    static Profile with(const GuardedCluster &cluster, const Profile::Tls &tls)
    {
        Profile profile = cluster.profile();
        profile.tls = tls;
        return profile;
    }
    static std::vector<Hop> tried(const Profile &profile, const Client::Secrets &secrets)
    {
        NetworkThread network;
        QObject context;
        return Caller::result(Client::test(network.address(), profile, secrets, &context, {})).value_or(std::vector<Hop>());
    }
    static void expectServed(const Profile &profile, const Client::Secrets &secrets)
    {
        Caller caller(profile, secrets);
        const auto reply = caller.ask(commands::GetBrokerClusterInfo());
        QVERIFY2(reply.has_value(), qPrintable(reply ? QString() : reply.error().remark));
        const auto seen = hopOf(tried(profile, secrets), Hop::Kind::Tls);
        QVERIFY(seen.has_value());
        QCOMPARE(seen->state, Hop::State::Ok);
    }
    /// By a call, and by the test of the connection.
    static void expectRefused(const Profile &profile, const Client::Secrets &secrets, const char *words)
    {
        Caller caller(profile, secrets);
        const auto reply = caller.ask(commands::GetBrokerClusterInfo());
        QVERIFY(!reply);
        QCOMPARE(reply.error().kind, Error::Kind::TlsFailed);
        QVERIFY2(wordsFor(reply.error()).sentence.contains(QLatin1StringView(words)), qPrintable(wordsFor(reply.error()).line()));
        const auto hops = tried(profile, secrets);
        QVERIFY(!hops.empty());
        QCOMPARE(hops.back().state, Hop::State::Failed);
        QVERIFY2(wordsFor(hops.back().error).sentence.contains(QLatin1StringView(words)), qPrintable(wordsFor(hops.back().error).line()));
    }
    GuardedCluster &fetched(Guard guard)
    {
        QFETCH(const QString, target);
        return GuardedCluster::shared(target, guard);
    }
};

ROCKETDESK_TEST(TlsTest)

#include "tst_guardedtls.moc"
