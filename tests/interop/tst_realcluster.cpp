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
        const RealCluster cluster(versionNamed(version), {u"--acl"_qs});
        QVERIFY2(cluster.isUp(), qPrintable(cluster.problem()));
        const QStringList arguments = {u"--topic"_qs, u"interop-acl"_qs};
        const JavaProgram::Environment administrator = {{u"ROCKETMQ_ACCESS_KEY"_qs, u"rocketdesk"_qs},
                                                        {u"ROCKETMQ_SECRET_KEY"_qs, u"rocketdesk-secret"_qs}};
        JavaProgram stranger(cluster.version(), u"Producer"_qs, cluster.nameServer(), arguments);
        QVERIFY2(stranger.finish() == 1, qPrintable(stranger.transcript()));
        JavaProgram signing(cluster.version(), u"Producer"_qs, cluster.nameServer(), arguments, administrator);
        QVERIFY2(signing.finish() == 0, qPrintable(signing.transcript()));
    }

    void twoBrokersShareOneNameServerUnderTls()
    {
        const RealCluster cluster(ServerVersion::V4_9_7, {u"--brokers"_qs, u"2"_qs, u"--tls"_qs, u"mutual"_qs});
        QVERIFY2(cluster.isUp(), qPrintable(cluster.problem()));
        QVERIFY(cluster.broker().isValid());
        QVERIFY(cluster.broker(u"broker-b"_qs).isValid());
        for (const char *file : {"ca.pem", "client.pem", "client.key", "stranger.pem", "stranger.key"})
            QVERIFY2(QFileInfo::exists(cluster.folder() + u"/certs/"_qs + QString::fromLatin1(file)), file);
    }

    void aServerThatCannotStartSaysWhy()
    {
        const RealCluster cluster(ServerVersion::V4_9_7, {u"--jvm"_qs, u"-Xmx1k"_qs});
        QVERIFY(!cluster.isUp());
        QVERIFY2(cluster.problem().contains(QLatin1StringView("ended while starting")), qPrintable(cluster.problem()));
    }
};

ROCKETDESK_TEST(RealClusterTest)

#include "tst_realcluster.moc"
