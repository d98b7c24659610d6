// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "tests/interop/javaprogram.h"
#include "tests/interop/mqadmin.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

QSet<QString> values(const QList<JavaLine> &lines, const char *name)
{
    QSet<QString> found;
    for (const JavaLine &line : lines)
        found << line.value(name);
    return found;
}

} // namespace

/// The Java client and mqadmin of 5.5.0 take the sandbox for a cluster of their own kind.
class SandboxClientsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_cluster.started().has_value(), "the sandbox does not serve");
    }

    void everyKindIsConsumedAsItWasSent_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"full", "async", "batch", "orderly", "delay", "timer", "transaction"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void everyKindIsConsumedAsItWasSent()
    {
        QFETCH(const QString, kind);
        JavaProgram producer(version, QStringLiteral("Producer"), m_cluster.nameServer(), producing(kind, 3));
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));
        JavaProgram consumer(version, QStringLiteral("PushConsumer"), m_cluster.nameServer(), consuming(kind, 3));
        QVERIFY2(consumer.finish() == 0, qPrintable(consumer.transcript()));
        QCOMPARE(values(consumer.lines(QStringLiteral("message")), "p.n"), (QSet<QString>{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")}));
    }

    void aMessageAnsweredLaterComesAgain()
    {
        const QString topic = QStringLiteral("later");
        JavaProgram producer(version, QStringLiteral("Producer"), m_cluster.nameServer(),
                             {QStringLiteral("--topic"), topic, QStringLiteral("--kind"), QStringLiteral("plain"), QStringLiteral("--count"), QStringLiteral("1")});
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));
        JavaProgram consumer(version, QStringLiteral("PushConsumer"), m_cluster.nameServer(),
                             consuming(topic, 1) + QStringList{QStringLiteral("--fail-first"), QStringLiteral("1")});
        QVERIFY2(consumer.finish() == 0, qPrintable(consumer.transcript()));
        const auto deliveries = consumer.lines(QStringLiteral("message"));
        QCOMPARE(deliveries.size(), 2);
        QCOMPARE(deliveries.at(1).value("reconsumeTimes"), QStringLiteral("1"));
    }

    void anUnknownTransactionIsCheckedBack()
    {
        const auto arguments = producing(QStringLiteral("transaction"), 1)
            + QStringList{QStringLiteral("--end"), QStringLiteral("unknown"), QStringLiteral("--check"), QStringLiteral("commit")};
        JavaProgram producer(version, QStringLiteral("Producer"), m_cluster.nameServer(), arguments);
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));
        QCOMPARE(values(producer.lines(QStringLiteral("checked")), "id"), values(producer.lines(QStringLiteral("sent")), "id"));
    }

    void mqadminReadsAndSends_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *command, const QStringList &options, const char *expected) {
            QTest::newRow(command) << QStringList{QString::fromLatin1(command)} + options << QString::fromLatin1(expected);
        };
        const QStringList orders = {QStringLiteral("-t"), QStringLiteral("order-created")};
        row("topicList", {}, "order-created");
        row("clusterList", {}, "V5_5_0");
        row("topicRoute", orders, "\"readQueueNums\":8");
        row("topicStatus", orders, "broker-a");
        row("sendMessage", {QStringLiteral("-t"), QStringLiteral("mqadmin"), QStringLiteral("-p"), QStringLiteral("hello-sandbox")}, "SEND_OK");
        row("printMsg", {QStringLiteral("-t"), QStringLiteral("mqadmin")}, "hello-sandbox");
        row("consumerProgress", {}, "fraud-check");
    }

    void mqadminReadsAndSends()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, expected);
        const auto output = MqAdmin::run(version, arguments, m_cluster.nameServer());
        QVERIFY2(output.text.contains(expected), qPrintable(output.text + output.errors));
    }

private:
    static QStringList producing(const QString &kind, int count)
    {
        return {QStringLiteral("--topic"), kind, QStringLiteral("--kind"), kind, QStringLiteral("--count"), QString::number(count)};
    }
    static QStringList consuming(const QString &topic, int count)
    {
        return {QStringLiteral("--topic"), topic, QStringLiteral("--group"), topic + QStringLiteral("-group"), QStringLiteral("--max"), QString::number(count)};
    }

    static constexpr ServerVersion version = ServerVersion::V5_5_0;
    sandbox::SandboxThread m_cluster;
};

ROCKETDESK_TEST(SandboxClientsTest)

#include "tst_sandboxclients.moc"
