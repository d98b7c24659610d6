// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "client/commands/brokers.h"
#include "client/commands/offsets.h"
#include "tests/sandbox/caller.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using sandbox::SandboxOptions;
using sandbox::SandboxThread;

namespace {

SandboxOptions quiet()
{
    SandboxOptions options;
    options.demoData = false;
    options.rate = 0;
    return options;
}

} // namespace

/// Who gets in: signatures, TLS, and the bound on what is kept.
class AccessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signaturesDecide_data()
    {
        QTest::addColumn<QString>("accessKey");
        QTest::addColumn<QString>("secretKey");
        QTest::addColumn<QString>("refusal");
        QTest::newRow("right") << QStringLiteral("amy") << QStringLiteral("secret-1") << QString();
        QTest::newRow("none") << QString() << QString() << QStringLiteral("username cannot be null.");
        QTest::newRow("unknown") << QStringLiteral("bob") << QStringLiteral("secret-1") << QStringLiteral("User:bob is not found.");
        QTest::newRow("wrong secret") << QStringLiteral("amy") << QStringLiteral("secret-2") << QStringLiteral("check signature failed.");
    }

    void signaturesDecide()
    {
        QFETCH(const QString, accessKey);
        QFETCH(const QString, secretKey);
        QFETCH(const QString, refusal);
        SandboxOptions options = quiet();
        options.credentials = {{QStringLiteral("amy"), QStringLiteral("secret-1")}};
        const SandboxThread cluster(options);
        Profile profile;
        profile.nameServers = {cluster.nameServer()};
        profile.accessKey = accessKey;
        Client::Secrets secrets;
        if (!secretKey.isEmpty())
            secrets.secretKey = Secret(secretKey);
        Caller caller(profile, std::move(secrets));
        const auto reply = caller.ask(commands::GetBrokerConfig(), Target::at(cluster.brokers().constFirst()));
        QCOMPARE(reply ? QString() : reply.error().remark, refusal);
        if (!refusal.isEmpty()) {
            QCOMPARE(reply.error().code, 16);
            QCOMPARE(kindName(reply.error().kind), kindName(Error::Kind::NotAuthorised));
        }
    }

    void tlsIsServedBesidePlainText_data()
    {
        QTest::addColumn<bool>("tlsOnly");
        QTest::addColumn<bool>("encrypted");
        QTest::addColumn<bool>("served");
        QTest::newRow("both, TLS") << false << true << true;
        QTest::newRow("both, plain") << false << false << true;
        QTest::newRow("only TLS, TLS") << true << true << true;
        QTest::newRow("only TLS, plain") << true << false << false;
    }

    void tlsIsServedBesidePlainText()
    {
        QFETCH(const bool, tlsOnly);
        QFETCH(const bool, encrypted);
        QFETCH(const bool, served);
        const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
        QVERIFY2(!openssl.isEmpty(), "openssl is not installed: ./dev test installs it");
        QTemporaryDir folder;
        SandboxOptions options = quiet();
        options.tlsCertificateFile = folder.filePath(QStringLiteral("cert.pem"));
        options.tlsKeyFile = folder.filePath(QStringLiteral("key.pem"));
        options.tlsOnly = tlsOnly;
        QProcess making;
        making.start(openssl, {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
            QStringLiteral("-nodes"), QStringLiteral("-keyout"), options.tlsKeyFile, QStringLiteral("-out"), options.tlsCertificateFile,
            QStringLiteral("-days"), QStringLiteral("1"), QStringLiteral("-subj"), QStringLiteral("/CN=localhost")});
        QVERIFY(making.waitForFinished());
        QCOMPARE(making.exitCode(), 0);
        const SandboxThread cluster(options);
        QVERIFY2(cluster.started().has_value(), cluster.started() ? "" : qPrintable(cluster.started().error().remark));
        NetworkThread network;
        Profile profile;
        profile.nameServers = {cluster.nameServer()};
        profile.tls.enabled = encrypted;
        profile.tls.caFile = options.tlsCertificateFile;
        profile.tls.verify = Profile::Tls::Verify::NoName; // 127.0.0.1 is not in it
        Client client(network.address(), profile);
        const auto reply = Caller::result(client.ask(commands::GetBrokerConfig(), Target::at(cluster.brokers().constFirst()), {.limit = milliseconds(3'000)}));
        QCOMPARE(reply.has_value(), served);
    }

    void aKeyThatIsNoneIsSaid()
    {
        SandboxOptions options = quiet();
        options.tlsCertificateFile = QStringLiteral("/nowhere/cert.pem");
        options.tlsKeyFile = QStringLiteral("/nowhere/key.pem");
        const SandboxThread cluster(options);
        QVERIFY(!cluster.started());
        QCOMPARE(kindName(cluster.started().error().kind), kindName(Error::Kind::TlsFailed));
    }

    void theOldestMessagesGoAtTheLimit()
    {
        const SandboxThread cluster(quiet());
        Caller caller(cluster.nameServer());
        const Target broker = Target::at(cluster.brokers().constFirst());
        const QString topic = QStringLiteral("bounded");
        const QByteArray body(4'000'000, 'x');
        for (int i = 0; i < 20; ++i)
            QVERIFY(caller.ask(sendTo(topic, body), broker).has_value());
        const auto min = caller.ask(commands::GetMinOffset{TopicName(topic), QueueId(0)}, broker);
        const auto max = caller.ask(commands::GetMaxOffset{TopicName(topic), QueueId(0)}, broker);
        QVERIFY(min && max);
        QCOMPARE(max->offset, QueueOffset(20));
        QCOMPARE(min->offset, QueueOffset(4)); // 16 of them are below 64 MiB, 17 above
        const auto gone = caller.ask(pullFrom(topic, 0), broker);
        QVERIFY(gone.has_value());
        QCOMPARE(gone->code, 21);
        QCOMPARE(gone->nextBeginOffset, QueueOffset(4));
    }
};

ROCKETDESK_TEST(AccessTest)

#include "tst_access.moc"
