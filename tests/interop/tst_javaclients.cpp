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
    return {u"--topic"_qs, topic, u"--kind"_qs, kind, u"--count"_qs, QString::number(count)};
}

QStringList consuming(const QString &topic, int count)
{
    return {u"--topic"_qs, topic, u"--group"_qs, topic + u"-group"_qs,
            u"--max"_qs, QString::number(count)};
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
        const QString topic = u"interop-"_qs + kind;
        JavaProgram producer(version, u"Producer"_qs, m_nameServer, producing(topic, kind, count));
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));

        JavaProgram consumer(version, u"PushConsumer"_qs, m_nameServer, consuming(topic, count));
        QVERIFY2(consumer.finish() == 0, qPrintable(consumer.transcript()));
        QSet<QString> numbers;
        for (const JavaLine &line : consumer.lines(u"message"_qs))
            numbers << line.value("p.n");
        QCOMPARE(numbers, (QSet<QString>{u"0"_qs, u"1"_qs, u"2"_qs}));
        // A batch's receipt names all ids in one line.
        if (kind != QLatin1StringView("batch"))
            QCOMPARE(ids(consumer.lines(u"message"_qs)), ids(producer.lines(u"sent"_qs)));
    }

    void propertiesArriveUnchanged()
    {
        JavaProgram consumer(version, u"PushConsumer"_qs, m_nameServer,
                             QStringList{u"--topic"_qs, u"interop-full"_qs, u"--group"_qs, u"interop-properties"_qs});
        const auto line = consumer.next(u"message"_qs);
        QVERIFY2(line.has_value(), qPrintable(consumer.transcript()));
        QCOMPARE(line->value("flag"), u"7"_qs);
        QCOMPARE(line->value("p.TAGS"), u"full"_qs);
        QCOMPARE(line->value("p.text"), u"größe 大小"_qs);
        QCOMPARE(line->value("p.equal"), u"a=b"_qs);
    }

    void aMessageAnsweredLaterComesAgain()
    {
        const QString topic = u"interop-later"_qs;
        JavaProgram producer(version, u"Producer"_qs, m_nameServer, producing(topic, u"plain"_qs, 1));
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));
        JavaProgram consumer(version, u"PushConsumer"_qs, m_nameServer,
                             consuming(topic, 1) + QStringList{u"--fail-first"_qs, u"1"_qs, u"--later-level"_qs, u"1"_qs});
        QVERIFY2(consumer.finish() == 0, qPrintable(consumer.transcript()));
        const auto deliveries = consumer.lines(u"message"_qs);
        QCOMPARE(deliveries.size(), 2);
        QCOMPARE(deliveries.at(0).value("answer"), u"later"_qs);
        QCOMPARE(deliveries.at(1).value("reconsumeTimes"), u"1"_qs);
    }

    void anUnknownTransactionIsCheckedBack()
    {
        const auto arguments = producing(u"interop-checked"_qs, u"transaction"_qs, 1)
            + QStringList{u"--end"_qs, u"unknown"_qs, u"--check"_qs, u"commit"_qs};
        JavaProgram producer(version, u"Producer"_qs, m_nameServer, arguments);
        QVERIFY2(producer.finish() == 0, qPrintable(producer.transcript()));
        QCOMPARE(ids(producer.lines(u"checked"_qs)), ids(producer.lines(u"sent"_qs)));
    }

    void mqadminListsTopicsAndBrokers()
    {
        const auto topics = MqAdmin::run(version, {u"topicList"_qs}, m_nameServer);
        QVERIFY2(topics.text.contains(QLatin1StringView("interop-full")), qPrintable(topics.text + topics.errors));
        const auto brokers = MqAdmin::run(version, {u"clusterList"_qs}, m_nameServer);
        QVERIFY2(!brokers.rows().isEmpty(), qPrintable(brokers.text + brokers.errors));
        QCOMPARE(brokers.rows().constFirst().mid(0, 3), (QStringList{u"DefaultCluster"_qs, u"broker-a"_qs, u"0"_qs}));
    }

private:
    static constexpr ServerVersion version = ServerVersion::V5_5_0;
    Endpoint m_nameServer;
};

ROCKETDESK_TEST(JavaClientsTest)

#include "tst_javaclients.moc"
