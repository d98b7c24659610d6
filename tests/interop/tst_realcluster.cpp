// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/javaprogram.h"
#include "tests/support/testregistry.h"

#include <QFileInfo>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

ServerVersion versionNamed(const QString &name)
{
    return name == toString(ServerVersion::V5_5_0) ? ServerVersion::V5_5_0 : ServerVersion::V4_9_7;
}

} // namespace

/// The variants of the fixture are what their options say.
class RealClusterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withAclOnlySignedCallsPass_data()
    {
        QTest::addColumn<QString>("version");
        for (const ServerVersion version : {ServerVersion::V5_5_0, ServerVersion::V4_9_7})
            QTest::newRow(qPrintable(toString(version))) << toString(version);
    }

    void withAclOnlySignedCallsPass()
    {
        QFETCH(const QString, version);
        const RealCluster cluster(versionNamed(version), {QStringLiteral("--acl")});
        QVERIFY2(cluster.isUp(), qPrintable(cluster.problem()));
        const QStringList arguments = {QStringLiteral("--topic"), QStringLiteral("interop-acl")};
        const JavaProgram::Environment administrator = {{QStringLiteral("ROCKETMQ_ACCESS_KEY"), QStringLiteral("rocketdesk")},
                                                        {QStringLiteral("ROCKETMQ_SECRET_KEY"), QStringLiteral("rocketdesk-secret")}};
        JavaProgram stranger(cluster.version(), QStringLiteral("Producer"), cluster.nameServer(), arguments);
        QVERIFY2(stranger.finish() == 1, qPrintable(stranger.transcript()));
        JavaProgram signing(cluster.version(), QStringLiteral("Producer"), cluster.nameServer(), arguments, administrator);
        QVERIFY2(signing.finish() == 0, qPrintable(signing.transcript()));
    }

    void twoBrokersShareOneNameServerUnderTls()
    {
        const RealCluster cluster(ServerVersion::V4_9_7, {QStringLiteral("--brokers"), QStringLiteral("2"), QStringLiteral("--tls"), QStringLiteral("mutual")});
        QVERIFY2(cluster.isUp(), qPrintable(cluster.problem()));
        QVERIFY(cluster.broker().isValid());
        QVERIFY(cluster.broker(QStringLiteral("broker-b")).isValid());
        for (const char *file : {"ca.pem", "client.pem", "client.key", "stranger.pem", "stranger.key"})
            QVERIFY2(QFileInfo::exists(cluster.folder() + QStringLiteral("/certs/") + QString::fromLatin1(file)), file);
    }

    void aServerThatCannotStartSaysWhy()
    {
        const RealCluster cluster(ServerVersion::V4_9_7, {QStringLiteral("--jvm"), QStringLiteral("-Xmx1k")});
        QVERIFY(!cluster.isUp());
        QVERIFY2(cluster.problem().contains(QLatin1StringView("ended while starting")), qPrintable(cluster.problem()));
    }
};

ROCKETDESK_TEST(RealClusterTest)

#include "tst_realcluster.moc"
