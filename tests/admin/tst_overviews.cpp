// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"
#include "tests/admin/fakecluster.h"
#include "tests/support/samples.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using tests::FakeCluster;
using tests::awaited;

namespace {

QByteArray body(const QByteArray &version, const char *name)
{
    return tests::dataFile(QStringLiteral("samples/%1/bodies/%2").arg(QString::fromLatin1(version), QLatin1StringView(name)));
}

const TopicRow *rowOf(const TopicsOverview &overview, const char *name)
{
    for (const TopicRow &row : overview.topics) {
        if (row.name.text() == QLatin1StringView(name))
            return &row;
    }
    return nullptr;
}

QByteArray config(const char *topic, int queues, const QByteArray &more = {})
{
    return QByteArray(R"("$T":{"order":false,"perm":6,"readQueueNums":$Q,"topicFilterType":"SINGLE_TAG","topicName":"$T","topicSysFlag":0,"writeQueueNums":$Q$M})")
        .replace("$T", topic).replace("$Q", QByteArray::number(queues)).replace("$M", more);
}

QByteArray configs(const QByteArrayList &list)
{
    return R"({"dataVersion":{"counter":1,"timestamp":2},"topicConfigTable":{)" + list.join(',') + "}}";
}

} // namespace

class OverviewsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clusterTakesOneCallAndOneForEachBroker()
    {
        FakeCluster fake(3);
        fake.brokersAnswer(28, {.body = body("5.5.0", "runtime-28.json")});
        fake.silence(1);
        NetworkThread network;
        Client client(network.address(), fake.profile());
        QStringList came;
        int asked = 0;
        const auto overview = awaited(client.readCluster({}, this, [&](const BrokerStatus &status, int count) {
            came << status.broker.name.text();
            asked = count;
        }));
        QVERIFY(overview);
        QCOMPARE(fake.asked(), 4);
        QCOMPARE(came.size(), 3);
        QCOMPARE(came.last(), QStringLiteral("broker-b")); // the silent one held up nobody
        QCOMPARE(asked, 3);
        QCOMPARE(overview->brokers.size(), std::size_t(3));
        QCOMPARE(overview->brokers[0].runtime->version, QStringLiteral("5.5.0"));
        QCOMPARE(overview->brokers[1].broker.name.text(), QStringLiteral("broker-b"));
        QCOMPARE(overview->brokers[1].runtime.error().kind, Error::Kind::Timeout);
        QVERIFY(overview->brokers[1].cost >= milliseconds(600));
        const ClusterTotals totals = totalsOf(*overview);
        QCOMPARE(totals.answered, 2);
        QCOMPARE(totals.brokers, 3);
        QCOMPARE(totals.fullestDisk.value(), 0.21);
    }

    void topicsTakeOneCallAndOneForEachBroker()
    {
        FakeCluster fake(2);
        fake.nameServersAnswer(206, {.body = R"({"topicList":["orders","gone","broker-a","%DLQ%g"]})"});
        fake.brokersAnswer(21, [](int index, const QByteArray &) {
            const QByteArray fifo = R"(,"attributes":{"message.type":"FIFO"})";
            return FakeCluster::Answer{.body = index == 0 ? configs({config("orders", 8, fifo), config("TBW102", 8, R"(,"attributes":{})"), config("plain", 4, R"(,"attributes":{})")})
                                                         : configs({config("orders", 4, fifo), config("old", 2)})};
        });
        NetworkThread network;
        Client client(network.address(), fake.profile());
        QVERIFY(awaited(client.readTopics()));
        QCOMPARE(fake.asked(), 4); // the brokers were not known yet
        fake.forgetAsked();
        const auto overview = awaited(client.readTopics());
        QVERIFY(overview);
        QCOMPARE(fake.asked(), 3);
        QCOMPARE(fake.asked(21), 2);
        QCOMPARE(overview->topics.size(), std::size_t(7));
        const TopicRow *const orders = rowOf(*overview, "orders");
        QVERIFY(orders);
        QCOMPARE(orders->type, TopicType::Fifo);
        QCOMPARE(orders->readQueues, 12);
        QCOMPARE(orders->brokers.size(), std::size_t(2));
        QVERIFY(orders->differs);
        QCOMPARE(permissionName(orders->perm), QStringLiteral("RW"));
        QCOMPARE(rowOf(*overview, "plain")->type, TopicType::Normal);
        QCOMPARE(rowOf(*overview, "old")->type, TopicType::Unspecified);
        QCOMPARE(rowOf(*overview, "TBW102")->type, TopicType::System);
        QCOMPARE(rowOf(*overview, "broker-a")->type, TopicType::System);
        QCOMPARE(rowOf(*overview, "%DLQ%g")->type, TopicType::DeadLetter);
        QVERIFY(rowOf(*overview, "gone")->brokers.empty());
    }

    void silentBrokerIsNamedAndTheOthersTopicsAreThere()
    {
        FakeCluster fake(2);
        fake.nameServersAnswer(206, {.body = R"({"topicList":["orders","other"]})"});
        fake.brokersAnswer(21, {.body = configs({config("orders", 8)})});
        fake.silence(1);
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto overview = awaited(client.readTopics());
        QVERIFY(overview);
        QCOMPARE(overview->failures.size(), std::size_t(1));
        QCOMPARE(overview->failures[0].broker.name.text(), QStringLiteral("broker-b"));
        QCOMPARE(overview->failures[0].error.kind, Error::Kind::Timeout);
        QVERIFY(overview->failures[0].error.where.startsWith(QLatin1StringView("broker-b (")));
        QCOMPARE(rowOf(*overview, "orders")->readQueues, 8);
        QVERIFY(rowOf(*overview, "other"));
    }

    void realTablesAreRead_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::newRow("5.5.0") << QByteArray("5.5.0");
        QTest::newRow("4.9.7") << QByteArray("4.9.7");
    }

    void realTablesAreRead()
    {
        QFETCH(QByteArray, version);
        FakeCluster fake(1);
        fake.nameServersAnswer(206, {.body = body(version, "topics-206.json")});
        fake.brokersAnswer(21, {.body = body(version, "topicconfigs-21.json")});
        fake.brokersAnswer(28, {.body = body(version, "runtime-28.json")});
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto topics = awaited(client.readTopics());
        QVERIFY(topics && topics->failures.empty() && !topics->namesFailed);
        QVERIFY(topics->topics.size() > 20);
        QCOMPARE(rowOf(*topics, "SCHEDULE_TOPIC_XXXX")->type, TopicType::System);
        QCOMPARE(rowOf(*topics, "DefaultCluster")->type, TopicType::System);
        const auto cluster = awaited(client.readCluster());
        QVERIFY(cluster);
        const BrokerRuntime &runtime = *cluster->brokers.front().runtime;
        QCOMPARE(runtime.version, QString::fromLatin1(version));
        QVERIFY(runtime.in.last10min && runtime.out.last10min);
        QCOMPARE(runtime.diskRatio.value(), 0.21);
        QCOMPARE(runtime.messagesInToday.value(), version == "5.5.0" ? 464 : 324);
        QCOMPARE(runtime.storeTimes.size(), std::size_t(13));
        QCOMPARE(clockOf(runtime).value(), runtime.bootMs.value() + (37 * 60 + (version == "5.5.0" ? 52 : 22)) * 1000 + 500);
        for (const RuntimeValue &value : explainRuntime(runtime.values))
            QVERIFY2(!value.meaning.isEmpty(), qPrintable(value.key));
    }

    void changesSinceTheLastRefreshAreCounted()
    {
        const auto rows = explainRuntime({{QStringLiteral("putTps"), QStringLiteral("12.5 1.0 2.0")}, {QStringLiteral("commitLogDirCapacity"), QStringLiteral("Total : 2.0 GiB, Free : 1.0 GiB.")},
                                             {QStringLiteral("scheduleMessageOffset_10"), QStringLiteral("5,9")}, {QStringLiteral("scheduleMessageOffset_3"), QStringLiteral("1,1")},
                                             {QStringLiteral("newKey"), QStringLiteral("1")}, {QStringLiteral("runtime"), QStringLiteral("[ 1 days ]")}},
            {{QStringLiteral("putTps"), QStringLiteral("10.0 1.0")}, {QStringLiteral("commitLogDirCapacity"), QStringLiteral("Total : 2.0 GiB, Free : 1.5 GiB.")},
                {QStringLiteral("scheduleMessageOffset_10"), QStringLiteral("5,7")}, {QStringLiteral("runtime"), QStringLiteral("[ 0 days ]")}});
        QStringList keys;
        QMap<QString, std::optional<double>> changes;
        for (const RuntimeValue &row : rows) {
            keys << row.key;
            changes.insert(row.key, row.change);
        }
        QCOMPARE(keys, QStringList({QStringLiteral("runtime"), QStringLiteral("putTps"), QStringLiteral("commitLogDirCapacity"), QStringLiteral("scheduleMessageOffset_3"),
                           QStringLiteral("scheduleMessageOffset_10"), QStringLiteral("newKey")}));
        QCOMPARE(changes[QStringLiteral("putTps")].value(), 2.5);
        QCOMPARE(changes[QStringLiteral("commitLogDirCapacity")].value(), -0.5 * (1 << 30));
        QCOMPARE(changes[QStringLiteral("scheduleMessageOffset_10")].value(), 2.0);
        QVERIFY(!changes[QStringLiteral("scheduleMessageOffset_3")]);
        QVERIFY(!changes[QStringLiteral("runtime")]);
        QCOMPARE(rows[4].meaning.text(), QStringLiteral("delay level 10: delivered, newest"));
    }

    void settingsOfTwoBrokersAreCompared()
    {
        const BrokerSettings a = parseSettings(QString::fromUtf8(body("5.5.0", "config-26.txt")));
        QVERIFY(a.size() > 20);
        QCOMPARE(a.value(QStringLiteral("brokerRole")), QStringLiteral("ASYNC_MASTER"));
        const auto pairs = compareSettings(parseSettings(QStringLiteral("x=1\ny=a=b\nonlyA=\n")), parseSettings(QStringLiteral("x=1\r\ny=c\nonlyB=2")));
        QCOMPARE(pairs.size(), std::size_t(4));
        QCOMPARE(pairs[0].key, QStringLiteral("onlyA"));
        QVERIFY(pairs[0].differs && pairs[0].a && !pairs[0].b);
        QVERIFY(!pairs[2].differs);
        QCOMPARE(pairs[3].a.value(), QStringLiteral("a=b"));
        QVERIFY(pairs[3].differs);
    }
};

ROCKETDESK_TEST(OverviewsTest)

#include "tst_overviews.moc"
