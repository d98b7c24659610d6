// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/javaprogram.h"
#include "tests/interop/mqadmin.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

QStringList producing(const QString &topic, const QString &kind, int count)
{
    return {QStringLiteral("--topic"), topic, QStringLiteral("--kind"), kind, QStringLiteral("--count"), QString::number(count)};
}

QStringList consuming(const QString &topic, int count)
{
    return {QStringLiteral("--topic"), topic, QStringLiteral("--group"), topic + QStringLiteral("-group"),
            QStringLiteral("--max"), QString::number(count)};
}

QSet<QString> ids(const QList<JavaLine> &lines)
{
    QSet<QString> found;
    for (const JavaLine &line : lines)
        found << line.value("id");
    return found;
}

} // namespace

/// The Java programs and mqadmin do what the other tests rely on, shown against the real server they were made for.
class JavaClientsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const RealCluster &cluster = RealCluster::shared(version);
        QVERIFY2(cluster.isUp(), qPrintable(cluster.problem()));
        m_nameServer = cluster.nameServer();
    }

    void everyKindIsConsumedAsItWasSent_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("count");
        for (const char *kind : {"full", "async", "batch", "orderly", "delay", "timer", "transaction"})
            QTest::newRow(kind) << QString::fromLatin1(kind) << 3;
    }

    void everyKindIsConsumedAsItWasSent()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, count);
        const QString topic = QStringLiteral("interop-") + kind;
        JavaProgram producer(version, QStringLiteral("Producer"), m_nameServer, producing(topic, kind, count));
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));

        JavaProgram consumer(version, QStringLiteral("PushConsumer"), m_nameServer, consuming(topic, count));
        QVERIFY2(consumer.finish() == 0, qPrintable(consumer.transcript()));
        QSet<QString> numbers;
        for (const JavaLine &line : consumer.lines(QStringLiteral("message")))
            numbers << line.value("p.n");
        QCOMPARE(numbers, (QSet<QString>{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")}));
        // A batch's receipt names all ids in one line.
        if (kind != QLatin1StringView("batch"))
            QCOMPARE(ids(consumer.lines(QStringLiteral("message"))), ids(producer.lines(QStringLiteral("sent"))));
    }

    void propertiesArriveUnchanged()
    {
        JavaProgram consumer(version, QStringLiteral("PushConsumer"), m_nameServer,
                             QStringList{QStringLiteral("--topic"), QStringLiteral("interop-full"), QStringLiteral("--group"), QStringLiteral("interop-properties")});
        const auto line = consumer.next(QStringLiteral("message"));
        QVERIFY2(line.has_value(), qPrintable(consumer.transcript()));
        QCOMPARE(line->value("flag"), QStringLiteral("7"));
        QCOMPARE(line->value("p.TAGS"), QStringLiteral("full"));
        QCOMPARE(line->value("p.text"), QStringLiteral("größe 大小"));
        QCOMPARE(line->value("p.equal"), QStringLiteral("a=b"));
    }

    void aMessageAnsweredLaterComesAgain()
    {
        const QString topic = QStringLiteral("interop-later");
        JavaProgram producer(version, QStringLiteral("Producer"), m_nameServer, producing(topic, QStringLiteral("plain"), 1));
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));
        JavaProgram consumer(version, QStringLiteral("PushConsumer"), m_nameServer,
                             consuming(topic, 1) + QStringList{QStringLiteral("--fail-first"), QStringLiteral("1")});
        QVERIFY2(consumer.finish() == 0, qPrintable(consumer.transcript()));
        const auto deliveries = consumer.lines(QStringLiteral("message"));
        QCOMPARE(deliveries.size(), 2);
        QCOMPARE(deliveries.at(0).value("answer"), QStringLiteral("later"));
        QCOMPARE(deliveries.at(1).value("reconsumeTimes"), QStringLiteral("1"));
    }

    void anUnknownTransactionIsCheckedBack()
    {
        const auto arguments = producing(QStringLiteral("interop-checked"), QStringLiteral("transaction"), 1)
            + QStringList{QStringLiteral("--end"), QStringLiteral("unknown"), QStringLiteral("--check"), QStringLiteral("commit")};
        JavaProgram producer(version, QStringLiteral("Producer"), m_nameServer, arguments);
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));
        QCOMPARE(ids(producer.lines(QStringLiteral("checked"))), ids(producer.lines(QStringLiteral("sent"))));
    }

    void mqadminListsTopicsAndBrokers()
    {
        const auto topics = MqAdmin::run(version, {QStringLiteral("topicList")}, m_nameServer);
        QVERIFY2(topics.text.contains(QLatin1StringView("interop-full")), qPrintable(topics.text + topics.errors));
        const auto brokers = MqAdmin::run(version, {QStringLiteral("clusterList")}, m_nameServer);
        QVERIFY2(!brokers.rows().isEmpty(), qPrintable(brokers.text + brokers.errors));
        QCOMPARE(brokers.rows().constFirst().mid(0, 3), (QStringList{QStringLiteral("DefaultCluster"), QStringLiteral("broker-a"), QStringLiteral("0")}));
    }

private:
    static constexpr ServerVersion version = ServerVersion::V5_5_0;
    Endpoint m_nameServer;
};

ROCKETDESK_TEST(JavaClientsTest)

#include "tst_javaclients.moc"
