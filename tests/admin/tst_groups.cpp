// SPDX-License-Identifier: Apache-2.0
#include "client/groups.h"
#include "tests/admin/fakecluster.h"
#include "tests/support/testregistry.h"

#include <map>

using namespace rocketdesk;
using tests::FakeCluster;
using tests::awaited;

namespace {

const QByteArray twoGroups = R"({"dataVersion":{"counter":1,"timestamp":1},"subscriptionGroupTable":{"billing":{"groupName":"billing"},"TOOLS_CONSUMER":{"groupName":"TOOLS_CONSUMER"}}})";

/// 317 of a broker where the group is `behind` messages behind.
QByteArray stats(int broker, int behind)
{
    return QByteArray(R"({"brokerAddr":"x","totalDiff":0,"consumeStatsList":[{"TOOLS_CONSUMER":[]},{"billing":[{"consumeTps":1.5,"offsetTable":)"
                      R"({{"brokerName":"$B","queueId":0,"topic":"orders"}:{"brokerOffset":$M,"consumerOffset":10,"lastTimestamp":77}}}]}]})")
        .replace("$B", FakeCluster::brokerName(broker)).replace("$M", QByteArray::number(10 + behind));
}

QByteArray clients(const QByteArray &ids)
{
    QByteArrayList all;
    for (const QByteArray &id : ids.split(','))
        all << R"({"clientAddr":"10.0.0.9:1","clientId":")" + id + R"(","language":"JAVA","version":513})";
    return R"({"connectionSet":[)" + all.join(',') + R"(],"consumeFromWhere":"CONSUME_FROM_LAST_OFFSET","consumeType":"CONSUME_PASSIVELY","messageModel":"CLUSTERING","subscriptionTable":{}})";
}

GroupClient clientWith(const QString &id, std::vector<std::pair<QString, QString>> subscriptions)
{
    GroupClient client{.id = ClientId(id)};
    client.running.emplace();
    for (const auto &[topic, expression] : subscriptions)
        client.running->subscriptionSet << *protocol::makeSubscription(TopicName(topic), expression);
    return client;
}

void takeDeletions(FakeCluster &fake)
{
    fake.brokersAnswer(207, FakeCluster::Answer());
    fake.brokersAnswer(215, FakeCluster::Answer());
    fake.nameServersAnswer(216, FakeCluster::Answer());
    fake.nameServersAnswer(101, {.code = 22});
}

} // namespace

class GroupsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allGroupsTakeOneCallAndTwoABroker()
    {
        FakeCluster fake(3);
        fake.brokersAnswer(201, {.body = twoGroups});
        fake.brokersAnswer(317, [](int broker, const QByteArray &) { return FakeCluster::Answer{.body = stats(broker, broker)}; });
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto overview = awaited(client.groups().readAll());
        QVERIFY(overview);
        QCOMPARE(fake.asked(), 1 + 2 * 3);
        QCOMPARE(overview->groups.size(), std::size_t(2));
        const GroupRow &billing = overview->groups[1];
        QCOMPARE(billing.group.text(), QStringLiteral("billing"));
        QCOMPARE(billing.lag.value(), 3);
        QCOMPARE(billing.outTps, 4.5);
        QCOMPARE(billing.brokers.size(), std::size_t(3));
        QVERIFY(!billing.builtIn);
        QVERIFY(overview->groups[0].builtIn);
        QVERIFY(!overview->groups[0].lag);
    }

    void silentBrokerLeavesTheOthersNumbers()
    {
        FakeCluster fake(2);
        fake.brokersAnswer(201, {.body = twoGroups});
        fake.brokersAnswer(317, [](int broker, const QByteArray &) { return FakeCluster::Answer{.body = stats(broker, 4)}; });
        fake.silence(1);
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto overview = awaited(client.groups().readAll());
        QVERIFY(overview);
        QCOMPARE(overview->failures.size(), std::size_t(1));
        QCOMPARE(overview->failures[0].broker.name.text(), QStringLiteral("broker-b"));
        QCOMPARE(overview->groups[1].lag.value(), 4);
    }

    void clientsAreAskedForAtTheFirstBrokerThatSeesThem()
    {
        FakeCluster fake(3);
        fake.brokersAnswer(203, [](int broker, const QByteArray &) {
            return broker == 0 ? FakeCluster::Answer{.code = 206, .remark = "the consumer group[billing] not online"} : FakeCluster::Answer{.body = clients("b,a")};
        });
        NetworkThread network;
        Client client(network.address(), fake.profile());
        GroupPlace place{.group = ConsumerGroup(QStringLiteral("billing"))};
        for (int i = 0; i < 3; ++i)
            place.brokers.push_back({.name = BrokerName(QString::fromLatin1(FakeCluster::brokerName(i))), .address = fake.broker(i)});
        std::optional<GroupClients> told;
        QCOMPARE(awaited(client.groups().readClients({place}, Reading::All, {}, this, [&](const GroupClients &clients, int, int) { told = clients; })).value(), 1);
        QVERIFY(told);
        QCOMPARE(fake.asked(203), 2);
        QCOMPARE(told->clients.size(), std::size_t(2));
        QCOMPARE(told->clients[0].id.text(), QStringLiteral("a"));
        QCOMPARE(versionName(told->clients[0].version), QStringLiteral("5.5.0"));
        QVERIFY(told->failures.empty());
    }

    void unknownGroupIsNotFoundAndNeverAskedForBy352()
    {
        FakeCluster fake(2);
        fake.brokersAnswer(201, {.body = twoGroups});
        fake.brokersAnswer(203, {.code = 206});
        // As brokers do where a topic is named: queues for whatever group.
        fake.brokersAnswer(208, {.body = R"({"consumeTps":0.0,"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"t"}:{"brokerOffset":5,"consumerOffset":0,"lastTimestamp":0}}})"});
        NetworkThread network;
        Client client(network.address(), fake.profile());
        for (const bool whole : {true, false}) {
            const auto detail = awaited(client.groups().read({.group = ConsumerGroup(QStringLiteral("nobody")), .topic = TopicName(QStringLiteral("t")), .whole = whole}));
            QVERIFY(!detail);
            QCOMPARE(detail.error().kind, Error::Kind::NotFound);
        }
        for (const int code : {352, 34, 35, 11, 15})
            QCOMPARE(fake.asked(code), 0);
    }

    void clientsTellWhoHasWhichQueue()
    {
        FakeCluster fake(1);
        fake.brokersAnswer(201, {.body = twoGroups});
        fake.brokersAnswer(203, {.body = clients("a,silent")});
        fake.brokersAnswer(208, {.body = R"({"consumeTps":2.0,"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"t"}:{"brokerOffset":5,"consumerOffset":2,"lastTimestamp":9},)"
                                         R"({"brokerName":"broker-a","queueId":1,"topic":"t"}:{"brokerOffset":5,"consumerOffset":7,"lastTimestamp":9}}})"});
        fake.brokersAnswer(307, [](int, const QByteArray &frame) {
            return frame.contains("silent") ? FakeCluster::Answer{.code = 207, .remark = "consumer <billing> <silent> Timeout"}
                                            : FakeCluster::Answer{.body = R"({"mqTable":{{"brokerName":"broker-a","queueId":1,"topic":"t"}:{"commitOffset":1}},"properties":{},"statusTable":{},"subscriptionSet":[]})"};
        });
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto detail = awaited(client.groups().read({.group = ConsumerGroup(QStringLiteral("billing")), .topic = {}, .whole = false}));
        QVERIFY(detail);
        QCOMPARE(detail->queues.size(), std::size_t(2));
        QVERIFY(detail->queues[0].owner.isEmpty());
        QCOMPARE(detail->queues[1].owner.text(), QStringLiteral("a"));
        QCOMPARE(detail->queues[0].lag(), 3);
        QCOMPARE(detail->queues[1].lag(), 0); // an offset beyond the end is no lag below 0
        QCOMPARE(detail->lag(), 3);
        QVERIFY(detail->failures.empty());
        QCOMPARE(fake.asked(201), 0); // clients show that there is such a group
    }

    void nothingIsDeletedWhereABrokerDoesNotTellItsClients()
    {
        FakeCluster fake(2);
        fake.brokersAnswer(201, {.body = twoGroups});
        int answer = 1;
        fake.brokersAnswer(203, [&answer](int broker, const QByteArray &) {
            return FakeCluster::Answer{.code = broker == 1 ? answer : 206, .remark = broker == 1 ? "not now" : "not online"};
        });
        takeDeletions(fake);
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto refused = awaited(client.groups().remove(ConsumerGroup(QStringLiteral("billing"))));
        QVERIFY(!refused);
        QCOMPARE(refused.error().remark, QStringLiteral("not now"));
        QVERIFY2(refused.error().where.contains(QLatin1StringView("broker-b")), qPrintable(refused.error().where));
        QCOMPARE(fake.asked(207), 0);
        answer = 206;
        const auto steps = awaited(client.groups().remove(ConsumerGroup(QStringLiteral("billing"))));
        QVERIFY(steps && allDone(*steps));
        QCOMPARE(fake.asked(207), 2);
    }

    void whoInsistsDeletesAllTheSame()
    {
        FakeCluster fake(2);
        fake.brokersAnswer(201, {.body = twoGroups});
        fake.brokersAnswer(203, [](int broker, const QByteArray &) { return FakeCluster::Answer{.code = broker == 1 ? 1 : 206, .remark = broker == 1 ? "not now" : "not online"}; });
        takeDeletions(fake);
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto steps = awaited(client.groups().remove(ConsumerGroup(QStringLiteral("billing")), {}, WhereUnknown::GoOn));
        QVERIFY(steps && !allDone(*steps));
        const auto unknown = failedServers(*steps, 203);
        QCOMPARE(unknown.size(), std::size_t(1));
        QCOMPARE(unknown.front().name.text(), QStringLiteral("broker-b"));
        QCOMPARE(std::count_if(steps->cbegin(), steps->cend(), [](const StepResult &step) { return step.state == StepResult::State::Failed; }), 1); // it did delete
        QCOMPARE(fake.asked(207), 2);
        QCOMPARE(fake.asked(215), 4); // retries and dead letters
    }

    void nobodyDeletesAGroupWhoseClientsAreOnline()
    {
        FakeCluster fake(2);
        fake.brokersAnswer(201, {.body = twoGroups});
        fake.brokersAnswer(203, [](int broker, const QByteArray &) { return broker == 1 ? FakeCluster::Answer{.code = 1, .remark = "not now"} : FakeCluster::Answer{.body = clients("a")}; });
        fake.brokersAnswer(207, FakeCluster::Answer());
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto refused = awaited(client.groups().remove(ConsumerGroup(QStringLiteral("billing")), {}, WhereUnknown::GoOn));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::InvalidArgument);
        QCOMPARE(fake.asked(207), 0);
    }

    void subscriptionsThatDifferAreFound()
    {
        const auto a = clientWith(QStringLiteral("a"), {{QStringLiteral("t"), QStringLiteral("x || y")}, {QStringLiteral("u"), QStringLiteral("*")}});
        const auto b = clientWith(QStringLiteral("b"), {{QStringLiteral("t"), QStringLiteral("y||x")}, {QStringLiteral("u"), QStringLiteral("*")}});
        QVERIFY(disagreementsOf({a, b}).empty());
        QVERIFY(disagreementsOf({a, GroupClient{.id = ClientId(QStringLiteral("c"))}}).empty()); // not known is no difference
        const auto d = clientWith(QStringLiteral("d"), {{QStringLiteral("t"), QStringLiteral("x")}});
        const auto found = disagreementsOf({a, b, d});
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].topic.text(), QStringLiteral("t"));
        QCOMPARE(found[0].expressions.keys(), (QStringList{QStringLiteral("x"), QStringLiteral("x || y")}));
        QCOMPARE(found[1].expressions.value(QString()).front().text(), QStringLiteral("d"));
    }

    void versionsHaveNames_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("name");
        const auto row = [](int number, const char *name) { QTest::newRow(name) << number << QString::fromLatin1(name); };
        row(213, "4.0.0");
        row(232, "4.1.0-SNAPSHOT");
        row(233, "4.1.0");
        row(407, "4.9.7");
        row(413, "5.0.0");
        row(441, "5.1.4");
        row(479, "5.3.3");
        row(513, "5.5.0");
        row(514, "5.5.1-SNAPSHOT");
        row(121, "121");
    }
    void versionsHaveNames()
    {
        QFETCH(int, number);
        QTEST(versionName(number), "name");
    }
};

ROCKETDESK_TEST(GroupsTest)

#include "tst_groups.moc"
