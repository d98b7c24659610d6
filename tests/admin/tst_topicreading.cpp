// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"
#include "tests/admin/fakecluster.h"
#include "tests/support/heard.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using tests::FakeCluster;
using tests::awaited;

namespace {

QByteArray stats(const QByteArray &broker, const QByteArray &topic, const QByteArray &more)
{
    return QByteArray(R"({"offsetTable":{{"brokerName":"$B","queueId":0,"topic":"$T"}:{"lastUpdateTimestamp":1000,"maxOffset":10,"minOffset":4},)"
                      R"({"brokerName":"$B","queueId":1,"topic":"$T"}:{"lastUpdateTimestamp":2000,"maxOffset":3,"minOffset":0}}$M})")
        .replace("$B", broker).replace("$T", topic).replace("$M", more);
}

std::vector<TopicPlace> places(const FakeCluster &fake, int topics, int brokers)
{
    std::vector<TopicPlace> all;
    for (int i = 0; i < topics; ++i) {
        TopicPlace place{.topic = TopicName(QStringLiteral("t%1").arg(i))};
        for (int b = 0; b < brokers; ++b)
            place.brokers.push_back({.name = BrokerName(QString::fromLatin1(FakeCluster::brokerName(b))), .address = fake.broker(b)});
        all.push_back(std::move(place));
    }
    return all;
}

QByteArray route(const FakeCluster &fake, const QByteArray &queues)
{
    return QByteArray(R"({"brokerDatas":[{"brokerAddrs":{"0":"$A"},"brokerName":"broker-a","cluster":"DefaultCluster"}],"filterServerTable":{},)"
                      R"("queueDatas":[{"brokerName":"broker-a","perm":6,"readQueueNums":$Q,"topicSysFlag":0,"writeQueueNums":2}]})")
        .replace("$A", fake.broker(0).toString().toUtf8()).replace("$Q", queues);
}

} // namespace

class TopicReadingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersTakeAtMostEightCallsAtOnce()
    {
        FakeCluster fake(1);
        fake.brokersAnswer(202, {.body = stats("broker-a", "t", R"(,"topicPutTps":2.5)")});
        fake.hold();
        NetworkThread network;
        Client client(network.address(), fake.profile());
        QList<TopicNumbers> came;
        std::optional<int> read;
        whenDone(client.readNumbers(places(fake, 40, 1), Reading::All, {.limit = milliseconds(10'000)}, this, [&](const TopicNumbers &numbers, int, int all) {
            QCOMPARE(all, 40);
            came << numbers;
        }), this, [&](Result<int> result) { read = result.value_or(-1); });
        std::optional<TopicNumbers> urgent;
        qsizetype cameBefore = 0;
        QTRY_COMPARE(fake.waiting(), 8);
        auto visible = places(fake, 1, 1);
        visible.front().topic = TopicName(QStringLiteral("visible"));
        whenDone(client.readNumbers(visible, Reading::InSight, {.limit = milliseconds(10'000)}, this, [&](const TopicNumbers &numbers, int, int) {
            urgent = numbers;
            cameBefore = came.size();
        }), this, [](Result<int>) {});
        const auto releaseOne = [&] {
            if (fake.waiting() > 0)
                fake.release(1);
            return read.has_value();
        };
        QVERIFY(tests::eventually(releaseOne));
        QCOMPARE(*read, 40);
        QVERIFY(urgent);
        QVERIFY(cameBefore < 20); // rows in sight do not wait for the rest
        QCOMPARE(fake.mostWaiting(), 8);
        QCOMPARE(fake.asked(202), 41);
        QCOMPARE(fake.asked(315), 0);
        QCOMPARE(came.first().messages, 9);
        QCOMPARE(came.first().lastWriteMs, 2000);
        QCOMPARE(came.first().inTps, 2.5);
    }

    void olderBrokersAreAskedForTheRate()
    {
        FakeCluster fake(2);
        fake.brokersAnswer(202, {.body = stats("b", "t", {})});
        fake.brokersAnswer(315, [](int index, const QByteArray &) {
            return index == 0 ? FakeCluster::Answer{.body = R"({"statsDay":{"avgpt":0,"sum":0,"tps":0},"statsHour":{"avgpt":0,"sum":0,"tps":0},"statsMinute":{"avgpt":0,"sum":90,"tps":1.5}})"}
                              : FakeCluster::Answer{.code = 1, .remark = "The stats <TOPIC_PUT_NUMS> <t> not exist"};
        });
        NetworkThread network;
        Client client(network.address(), fake.profile());
        std::optional<TopicNumbers> numbers;
        QCOMPARE(awaited(client.readNumbers(places(fake, 1, 2), Reading::InSight, {}, this, [&](const TopicNumbers &came, int, int) { numbers = came; })).value(), 1);
        QVERIFY(numbers);
        QCOMPARE(numbers->inTps, 1.5);
        QCOMPARE(numbers->messages, 18);
        QVERIFY(!numbers->isPartial());
    }

    void silentBrokerIsAskedOnceAndNamedForEveryTopic()
    {
        FakeCluster fake(1);
        fake.silence(0);
        NetworkThread network;
        Client client(network.address(), fake.profile());
        int partial = 0;
        QCOMPARE(awaited(client.readNumbers(places(fake, 100, 1), Reading::All, {}, this, [&](const TopicNumbers &came, int, int) { partial += came.isPartial(); })).value(), 100);
        QCOMPARE(partial, 100);
        QCOMPARE(fake.asked(202), 8);
    }

    void cancelledReadingAsksNothingMore()
    {
        FakeCluster fake(1);
        fake.brokersAnswer(202, {.body = stats("b", "t", R"(,"topicPutTps":0.0)")});
        fake.hold();
        NetworkThread network;
        Client client(network.address(), fake.profile());
        std::optional<Error::Kind> kind;
        Call call = whenDone(client.readNumbers(places(fake, 50, 1), Reading::All, {}, this, [](const TopicNumbers &, int, int) {}), this,
            [&](Result<int> result) { kind = result ? Error::Kind::Local : result.error().kind; });
        QTRY_COMPARE(fake.waiting(), 8);
        call.cancel();
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, Error::Kind::Cancelled);
        QVERIFY(tests::heard(network.address()));
        for (int i = 0; i < 3; ++i) { // what is asked after the answers comes before the call after them
            std::optional<bool> asked;
            whenDone(client.ask(commands::GetBrokerRuntimeInfo(), Target::at(fake.broker(0))), this, [&](const auto &) { asked = true; });
            const auto answered = [&] {
                fake.release();
                return asked.has_value();
            };
            QVERIFY(tests::eventually(answered));
        }
        QCOMPARE(fake.asked(202), 8);
    }

    void detailComesPartByPart()
    {
        FakeCluster fake(1, 2);
        fake.nameServersAnswer(105, [&](int index, const QByteArray &) { return FakeCluster::Answer{.body = route(fake, index == 0 ? "2" : "4")}; });
        fake.brokersAnswer(202, {.body = stats("broker-a", "orders", R"(,"topicPutTps":2.5)")});
        fake.brokersAnswer(351, {.body = R"({"attributes":{"message.type":"FIFO"},"order":true,"perm":6,"readQueueNums":2,"topicName":"orders","writeQueueNums":2})"});
        fake.brokersAnswer(300, {.body = R"({"groupList":["b","a"]})"});
        NetworkThread network;
        Client client(network.address(), fake.profile());
        int parts = 0;
        const auto detail = awaited(client.readTopic(TopicName(QStringLiteral("orders")), {}, this, [&](const TopicDetail &soFar) {
            ++parts;
            QCOMPARE(soFar.complete, parts == 4);
        }));
        QVERIFY(detail);
        QCOMPARE(parts, 4);
        QCOMPARE(fake.asked(), 2 + 3);
        QCOMPARE(detail->queues.size(), std::size_t(2));
        QCOMPARE(detail->queues[0].messages(), 6);
        QCOMPARE(detail->groups, (std::vector{ConsumerGroup(QStringLiteral("a")), ConsumerGroup(QStringLiteral("b"))}));
        QCOMPARE(detail->inTps.value(), 2.5);
        QCOMPARE(compareRoutes(detail->routes).size(), std::size_t(1));
        QCOMPARE(compareRoutes(detail->routes)[0].other.front().text(), QStringLiteral("broker-a"));
        QVERIFY(detail->failures.empty());
    }

    void topicThatNobodyKnowsIsNoRoute()
    {
        FakeCluster fake(1);
        fake.nameServersAnswer(105, {.code = 17, .remark = "No topic route info"});
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto detail = awaited(client.readTopic(TopicName(QStringLiteral("nothing"))));
        QVERIFY(!detail);
        QCOMPARE(detail.error().kind, Error::Kind::NoRoute);
        QCOMPARE(detail.error().where, fake.profile().nameServers.first().toString());
    }

    void differencesOfConfigurationsAreMarked()
    {
        commands::TopicConfig one;
        commands::TopicConfig other;
        other.order = true;
        const auto rows = compareConfigs({{.broker = {}, .reply = std::optional(one)}, {.broker = {}, .reply = std::optional(other)}});
        int differing = 0;
        for (const ConfigRow &row : rows) {
            QCOMPARE(row.values.size(), 2);
            differing += row.differs;
            QCOMPARE(row.differs, row.key == QLatin1StringView("order"));
        }
        QCOMPARE(differing, 1);
    }

    void unevenQueuesAreFound()
    {
        std::vector<QueueStatus> queues;
        for (const qint64 messages : {1000, 1010, 990, 400, 3000})
            queues.push_back({.max = QueueOffset(messages)});
        const Skew skew = skewOf(queues);
        QCOMPARE(skew.low, std::vector<std::size_t>{3});
        QCOMPARE(skew.high, std::vector<std::size_t>{4});
        QCOMPARE(skew.messages, 6400);
        QVERIFY(skewOf({{.max = QueueOffset(1)}, {.max = QueueOffset(40)}}).low.empty());
    }
};

ROCKETDESK_TEST(TopicReadingTest)

#include "tst_topicreading.moc"
