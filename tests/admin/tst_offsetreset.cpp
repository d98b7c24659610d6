// SPDX-License-Identifier: Apache-2.0
#include "client/groups.h"
#include "tests/admin/fakecluster.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using tests::FakeCluster;
using tests::awaited;

namespace {

/// One broker with a topic "t" of two queues, 2 to 10 and 0 to 5, and a group "g" that is at 4 and 5.
struct Fake {
    explicit Fake(const QByteArray &settings, bool online) : cluster(1)
    {
        cluster.nameServersAnswer(105, {.body = QByteArray(R"({"brokerDatas":[{"brokerAddrs":{"0":"$A"},"brokerName":"broker-a","cluster":"DefaultCluster"}],"filterServerTable":{},)"
                                                           R"("queueDatas":[{"brokerName":"broker-a","perm":6,"readQueueNums":2,"topicSysFlag":0,"writeQueueNums":2}]})")
                                                    .replace("$A", cluster.broker(0).toString().toUtf8())});
        cluster.brokersAnswer(201, {.body = R"({"dataVersion":{"counter":1,"timestamp":1},"subscriptionGroupTable":{"g":{"groupName":"g"}}})"});
        cluster.brokersAnswer(202, {.body = R"({"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"t"}:{"lastUpdateTimestamp":9,"maxOffset":10,"minOffset":2},)"
                                            R"({"brokerName":"broker-a","queueId":1,"topic":"t"}:{"lastUpdateTimestamp":9,"maxOffset":5,"minOffset":0}}})"});
        cluster.brokersAnswer(208, {.body = R"({"consumeTps":0.0,"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"t"}:{"brokerOffset":10,"consumerOffset":4,"lastTimestamp":9},)"
                                            R"({"brokerName":"broker-a","queueId":1,"topic":"t"}:{"brokerOffset":5,"consumerOffset":5,"lastTimestamp":9}}})"});
        cluster.brokersAnswer(26, {.body = settings});
        if (online)
            cluster.brokersAnswer(203, {.body = R"({"connectionSet":[{"clientAddr":"x","clientId":"c","language":"JAVA","version":407}],"consumeFromWhere":"CONSUME_FROM_LAST_OFFSET",)"
                                                R"("consumeType":"CONSUME_PASSIVELY","messageModel":"CLUSTERING","subscriptionTable":{}})"});
        else
            cluster.brokersAnswer(203, {.code = 206});
        cluster.brokersAnswer(29, {.body = {}, .fields = R"({"offset":"1"})"});
        cluster.brokersAnswer(15, [this](int, const QByteArray &frame) { return noted(frame, {}); });
        cluster.brokersAnswer(222, [this](int, const QByteArray &frame) { return noted(frame, reset); });
    }

    FakeCluster::Answer noted(const QByteArray &frame, const QByteArray &body)
    {
        frames << frame;
        return {.body = body};
    }

    FakeCluster cluster;
    QByteArrayList frames; ///< of what writes
    QByteArray reset = R"({"offsetTable":{}})";
};

constexpr auto newBroker = "brokerId=0\nuseServerSideResetOffset=true\n";
constexpr auto oldBroker = "brokerId=0\n";

ResetWish wishFor(ResetTarget to, std::vector<QueueRef> queues = {})
{
    return {.group = ConsumerGroup(QStringLiteral("g")), .topic = TopicName(QStringLiteral("t")), .to = to, .queues = std::move(queues)};
}

std::vector<qint64> afters(const ResetPlan &plan)
{
    std::vector<qint64> all;
    for (const QueueReset &queue : plan.queues)
        all.push_back(queue.after.value());
    return all;
}

} // namespace

class OffsetResetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planSaysBeforeAndAfterAndWritesNothing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("second");
        QTest::newRow("earliest") << int(ResetTarget::Kind::Earliest) << qint64(0) << qint64(2) << qint64(0);
        QTest::newRow("latest") << int(ResetTarget::Kind::Latest) << qint64(0) << qint64(10) << qint64(5);
        QTest::newRow("time") << int(ResetTarget::Kind::Time) << qint64(1234) << qint64(2) << qint64(1); // never before the oldest
        QTest::newRow("offset") << int(ResetTarget::Kind::Offset) << qint64(3) << qint64(3) << qint64(3);
    }
    void planSaysBeforeAndAfterAndWritesNothing()
    {
        QFETCH(int, kind);
        QFETCH(qint64, number);
        QFETCH(qint64, first);
        QFETCH(qint64, second);
        Fake fake(newBroker, true);
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto plan = awaited(client.groups().planReset(wishFor({.kind = ResetTarget::Kind(kind), .number = number})));
        QVERIFY(plan);
        QCOMPARE(afters(*plan), (std::vector{first, second}));
        QCOMPARE(plan->queues[0].before->value(), 4);
        QCOMPARE(plan->clients, 1);
        QVERIFY(fake.frames.isEmpty());
    }

    void offsetOutsideAQueueIsRefusedBeforeAnythingIsWritten()
    {
        Fake fake(newBroker, false);
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto plan = awaited(client.groups().planReset(wishFor({.kind = ResetTarget::Kind::Offset, .number = 7})));
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, Error::Kind::InvalidArgument);
        QVERIFY2(plan.error().remark.contains(QStringLiteral("broker-a:1")), qPrintable(plan.error().remark));
        const auto one = awaited(client.groups().planReset(wishFor({.kind = ResetTarget::Kind::Offset, .number = 7}, {{BrokerName(QStringLiteral("broker-a")), QueueId(0)}})));
        QVERIFY(one);
        QCOMPARE(afters(*one), std::vector<qint64>{7});
    }

    void brokersOf5AreToldTheExactOffset()
    {
        Fake fake(newBroker, true);
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto plan = awaited(client.groups().planReset(wishFor({.kind = ResetTarget::Kind::Latest})));
        QVERIFY(plan);
        const auto results = awaited(client.groups().reset(*plan));
        QVERIFY(results);
        QCOMPARE(results->size(), std::size_t(2));
        QCOMPARE(fake.frames.size(), 2);
        for (const QByteArray &frame : fake.frames) {
            QVERIFY2(frame.contains(R"("code":222)") && frame.contains(R"("language":"JAVA")") && frame.contains(R"("timestamp":"-1")"), frame.constData());
            QVERIFY(frame.contains(R"("offset":"10")") || frame.contains(R"("offset":"5")"));
        }
        QCOMPARE((*results)[0].after->value(), 10);
    }

    void beforeFiveOnlineClientsAreToldOnceForAllQueues()
    {
        Fake fake(oldBroker, true);
        fake.reset = R"({"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"t"}:9,{"brokerName":"broker-a","queueId":1,"topic":"t"}:5}})";
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto plan = awaited(client.groups().planReset(wishFor({.kind = ResetTarget::Kind::Time, .number = 1234})));
        QVERIFY(plan);
        const auto results = awaited(client.groups().reset(*plan));
        QVERIFY(results);
        QCOMPARE(fake.frames.size(), 1);
        QVERIFY(fake.frames.first().contains(R"("timestamp":"1234")") && fake.frames.first().contains(R"("isForce":"true")"));
        QCOMPARE((*results)[0].after->value(), 9); // as the broker says, not as planned
    }

    void beforeFiveOnlineClientsCannotBeSentToOneOffset()
    {
        Fake fake(oldBroker, true);
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        for (const ResetWish &wish : {wishFor({.kind = ResetTarget::Kind::Offset, .number = 3}), wishFor({.kind = ResetTarget::Kind::Latest}, {{BrokerName(QStringLiteral("broker-a")), QueueId(0)}})}) {
            const auto plan = awaited(client.groups().planReset(wish));
            QVERIFY(!plan);
            QVERIFY2(plan.error().remark.contains(QStringLiteral("stop the clients")), qPrintable(plan.error().remark));
        }
    }

    void beforeFiveOffsetsOfAnOfflineGroupAreStored()
    {
        Fake fake(oldBroker, false);
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto plan = awaited(client.groups().planReset(wishFor({.kind = ResetTarget::Kind::Earliest})));
        QVERIFY(plan);
        int seen = 0;
        const auto results = awaited(client.groups().reset(*plan, {}, this, [&](const QueueResetResult &) { ++seen; }));
        QVERIFY(results);
        QCOMPARE(fake.frames.size(), 2);
        QVERIFY(fake.frames.first().contains(R"("code":15)"));
        QCOMPARE((*results)[0].after->value(), 2);
        QTRY_COMPARE(seen, 2);
    }

    void theFirstOffsetAtABrokerIsStoredAlone()
    {
        Fake fake(oldBroker, false);
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto plan = awaited(client.groups().planReset(wishFor({.kind = ResetTarget::Kind::Earliest})));
        QVERIFY(plan);
        fake.cluster.hold();
        auto resetting = client.groups().reset(*plan);
        for (int queue = 0; queue < 2; ++queue) {
            QTRY_COMPARE(fake.cluster.waiting(), 1);
            fake.cluster.release();
        }
        const auto results = awaited(std::move(resetting));
        QVERIFY(results);
        QCOMPARE(results->size(), std::size_t(2));
        QCOMPARE(fake.cluster.mostWaiting(), 1);
    }

    void unknownGroupIsNotFoundAndNothingIsWritten()
    {
        Fake fake(oldBroker, false);
        fake.cluster.brokersAnswer(201, {.body = R"({"dataVersion":{"counter":1,"timestamp":1},"subscriptionGroupTable":{}})"});
        NetworkThread network;
        Client client(network.address(), fake.cluster.profile());
        const auto plan = awaited(client.groups().planReset(wishFor({.kind = ResetTarget::Kind::Earliest})));
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, Error::Kind::NotFound);
        QVERIFY(fake.frames.isEmpty());
    }
};

ROCKETDESK_TEST(OffsetResetTest)

#include "tst_offsetreset.moc"
