// SPDX-License-Identifier: Apache-2.0
#include "client/client.h"
#include "tests/admin/fakecluster.h"
#include "tests/support/testregistry.h"

#include <map>

using namespace rocketdesk;
using tests::FakeCluster;
using tests::awaited;

namespace {

const TopicName orders(QStringLiteral("orders"));

QByteArray configBody(int queues)
{
    return QByteArray(R"({"attributes":{"message.type":"FIFO","cleanup.policy":"DELETE"},"order":true,"perm":6,"readQueueNums":$Q,"topicFilterType":"SINGLE_TAG","topicName":"orders","topicSysFlag":0,"writeQueueNums":$Q})")
        .replace("$Q", QByteArray::number(queues));
}

std::vector<BrokerRef> brokersOf(const FakeCluster &fake, int count)
{
    std::vector<BrokerRef> brokers;
    for (int i = 0; i < count; ++i)
        brokers.push_back({.cluster = ClusterName(QStringLiteral("DefaultCluster")), .name = BrokerName(QString::fromLatin1(FakeCluster::brokerName(i))), .address = fake.broker(i)});
    return brokers;
}

std::vector<TopicPreview> previews(const std::vector<TopicConfigAnswer> &configs, const TopicEdit &edit)
{
    std::vector<TopicPreview> all;
    for (const TopicConfigAnswer &answer : configs)
        all.push_back(previewTopic(orders, answer.broker, *answer.reply, edit));
    return all;
}

} // namespace

class TopicChangeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void previewKeepsWhatIsNotEdited()
    {
        commands::TopicConfig before;
        before.topicName = orders;
        before.topicSysFlag = 2;
        before.attributes = QMap<QString, QString>{{QStringLiteral("message.type"), QStringLiteral("FIFO")}, {QStringLiteral("old"), QStringLiteral("1")}};
        TopicEdit edit{.readQueues = 4};
        edit.attributes.insert(QStringLiteral("reserve.time"), QStringLiteral("72"));
        edit.removedAttributes << QStringLiteral("old");
        const TopicPreview preview = previewTopic(orders, {}, before, edit);
        QVERIFY(preview.changes());
        QCOMPARE(preview.after.readQueueNums, 4);
        QCOMPARE(preview.after.writeQueueNums, 16);
        QCOMPARE(preview.after.topicSysFlag, 2);
        QStringList changed;
        for (const SettingChange &setting : preview.settings) {
            if (setting.changes)
                changed << setting.key;
        }
        QCOMPARE(changed, QStringList({QStringLiteral("old"), QStringLiteral("readQueueNums"), QStringLiteral("reserve.time")}));
        const auto command = commandFor(preview);
        QCOMPARE(command.attributes.value(), QStringLiteral("+reserve.time=72,-old"));
        QCOMPARE(command.topicSysFlag.value(), 2);
        QVERIFY(!commandFor(previewTopic(orders, {}, before, {})).attributes);
        QVERIFY(!previewTopic(orders, {}, before, {}).changes());
    }

    void newTopicTakesTheDefaultsAndSaysSo()
    {
        const TopicPreview preview = previewTopic(orders, {}, std::nullopt, {.order = true});
        QVERIFY(preview.changes());
        QCOMPARE(preview.after.readQueueNums, 8);
        QVERIFY(commandFor(preview).order);
        for (const SettingChange &setting : preview.settings)
            QVERIFY(setting.before.isNull() && setting.changes);
    }

    void writesToEveryBrokerAndNamesTheOneThatFailed()
    {
        FakeCluster fake(2);
        fake.brokersAnswer(351, {.body = configBody(8)});
        QByteArrayList written;
        fake.brokersAnswer(17, [&](int index, const QByteArray &frame) {
            written << frame;
            return FakeCluster::Answer{.code = index == 0 ? 0 : 1, .remark = index == 0 ? "" : "disk full"};
        });
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto configs = awaited(client.readConfigs(orders, brokersOf(fake, 2)));
        QVERIFY(configs);
        fake.forgetAsked();
        int seen = 0;
        const auto steps = awaited(client.writeTopic(previews(*configs, {.writeQueues = 4}), {}, this, [&](const StepResult &) { ++seen; }));
        QVERIFY(steps);
        QCOMPARE(fake.asked(351), 2); // read again
        QCOMPARE(fake.asked(17), 2);
        QCOMPARE(seen, 2);
        QCOMPARE(steps->at(0).state, StepResult::State::Done);
        QCOMPARE(steps->at(1).state, StepResult::State::Failed);
        QCOMPARE(steps->at(1).error.remark, QStringLiteral("disk full"));
        QCOMPARE(failedServers(*steps, 17).size(), std::size_t(1));
        QVERIFY(written.first().contains("\"writeQueueNums\":\"4\"") && written.first().contains("\"readQueueNums\":\"8\""));
        QVERIFY(!written.first().contains("attributes"));
    }

    void nothingIsWrittenWhereOneHasChangedMeanwhile()
    {
        FakeCluster fake(2);
        int queues = 8;
        fake.brokersAnswer(351, [&](int index, const QByteArray &) { return FakeCluster::Answer{.body = configBody(index == 1 ? queues : 8)}; });
        fake.brokersAnswer(17, FakeCluster::Answer());
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto configs = awaited(client.readConfigs(orders, brokersOf(fake, 2)));
        QVERIFY(configs);
        queues = 9;
        const auto steps = awaited(client.writeTopic(previews(*configs, {.writeQueues = 4})));
        QVERIFY(steps);
        QCOMPARE(fake.asked(17), 0);
        QCOMPARE(steps->at(0).state, StepResult::State::NotTried);
        QCOMPARE(steps->at(1).state, StepResult::State::Changed);
    }

    void olderBrokersTellConfigurationsByTheWholeTable()
    {
        FakeCluster fake(1);
        fake.brokersAnswer(21, {.body = R"({"dataVersion":{},"topicConfigTable":{"orders":)" + configBody(3) + "}}"});
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto configs = awaited(client.readConfigs(orders, brokersOf(fake, 1)));
        QVERIFY(configs && configs->front().reply && *configs->front().reply);
        QCOMPARE((*configs->front().reply)->readQueueNums, 3);
        const auto none = awaited(client.readConfigs(TopicName(QStringLiteral("nothing")), brokersOf(fake, 1)));
        QVERIFY(none && none->front().reply && !*none->front().reply);
    }

    void removalIsPreviewed()
    {
        FakeCluster fake(2, 2);
        fake.brokersAnswer(202, [](int index, const QByteArray &) {
            return index == 1 ? FakeCluster::Answer{.code = 17, .remark = "no topic"}
                              : FakeCluster::Answer{.body = R"({"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"orders"}:{"lastUpdateTimestamp":77,"maxOffset":9,"minOffset":2}},"topicPutTps":1.5})"};
        });
        fake.brokersAnswer(300, {.body = R"({"groupList":["g1"]})"});
        fake.brokersAnswer(208, {.body = R"({"consumeTps":0.5,"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"orders"}:{"brokerOffset":9,"consumerOffset":4,"lastTimestamp":1}}})"});
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto removal = awaited(client.previewRemoval(orders));
        QVERIFY(removal);
        QCOMPARE(removal->losses.size(), std::size_t(1));
        QCOMPARE(removal->messages(), 7);
        QCOMPARE(removal->lastWriteMs(), 77);
        QCOMPARE(removal->inTps, 1.5);
        QCOMPARE(removal->groups.size(), std::size_t(1));
        QCOMPARE(removal->groups[0].messages, 10); // both brokers of this fake tell the same
        QVERIFY(removal->failures.empty());
        QCOMPARE(removal->calls(), 4);
    }

    void whatAPreviewOfARemovalCannotReadIsNamed_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("operation");
        QTest::newRow("messages") << 202 << QStringLiteral("GET_TOPIC_STATS_INFO");
        QTest::newRow("groups") << 300 << QStringLiteral("QUERY_TOPIC_CONSUME_BY_WHO");
        QTest::newRow("backlogs") << 208 << QStringLiteral("GET_CONSUME_STATS");
    }
    void whatAPreviewOfARemovalCannotReadIsNamed()
    {
        QFETCH(const int, code);
        FakeCluster fake(2);
        const std::map<int, QByteArray> bodies = {{202, R"({"offsetTable":{{"brokerName":"broker-a","queueId":0,"topic":"orders"}:{"lastUpdateTimestamp":77,"maxOffset":9,"minOffset":2}}})"},
            {300, R"({"groupList":["g1","g2"]})"}, {208, R"({"consumeTps":0.5,"offsetTable":{}})"}};
        for (const auto &[request, body] : bodies) {
            fake.brokersAnswer(request, [fails = request == code, body](int broker, const QByteArray &) {
                return fails && broker == 1 ? FakeCluster::Answer{.code = 1, .remark = "not now"} : FakeCluster::Answer{.body = body};
            });
        }
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto removal = awaited(client.previewRemoval(orders));
        QVERIFY(removal);
        QCOMPARE(removal->groups.size(), std::size_t(2));
        QCOMPARE(removal->failures.size(), std::size_t(1));
        QCOMPARE(removal->failures[0].broker.name.text(), QStringLiteral("broker-b"));
        QTEST(removal->failures[0].error.operation, "operation");
        QCOMPARE(removal->failures[0].error.remark, QStringLiteral("not now"));
    }

    void removesAtBrokersThenAtNameServers()
    {
        FakeCluster fake(2, 2);
        fake.brokersAnswer(215, FakeCluster::Answer());
        fake.nameServersAnswer(216, FakeCluster::Answer());
        fake.nameServersAnswer(102, FakeCluster::Answer());
        fake.nameServersAnswer(101, [](int index, const QByteArray &) {
            return index == 0 ? FakeCluster::Answer{.fields = R"({"value":"broker-a:4"})"} : FakeCluster::Answer{.code = 22, .remark = "No config item"};
        });
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto steps = awaited(client.removeTopic(orders, brokersOf(fake, 2)));
        QVERIFY(steps);
        QVERIFY(allDone(*steps));
        QCOMPARE(fake.asked(215), 2);
        QCOMPARE(fake.asked(216), 2);
        QCOMPARE(fake.asked(102), 1);
        QCOMPARE(steps->size(), std::size_t(5));
    }

    void nameServersKeepTheRouteWhileABrokerHasTheTopic()
    {
        FakeCluster fake(2, 1);
        fake.brokersAnswer(215, FakeCluster::Answer());
        fake.nameServersAnswer(216, FakeCluster::Answer());
        fake.nameServersAnswer(101, {.code = 22});
        fake.silence(1);
        NetworkThread network;
        Client client(network.address(), fake.profile());
        const auto steps = awaited(client.removeTopic(orders, brokersOf(fake, 2)));
        QVERIFY(steps);
        QCOMPARE(fake.asked(216), 0);
        QCOMPARE(failedServers(*steps, 215).size(), std::size_t(1));
        QCOMPARE(steps->back().state, StepResult::State::NotTried);
        fake.silence(-1);
        const auto again = awaited(client.removeTopic(orders, failedServers(*steps, 215)));
        QVERIFY(again && allDone(*again));
        QCOMPARE(fake.asked(216), 1);
    }

    void readOnlyProfileRefusesBeforeAnySocket()
    {
        FakeCluster fake(1);
        Profile profile = fake.profile();
        profile.readOnly = true;
        NetworkThread network;
        Client client(network.address(), profile);
        const auto steps = awaited(client.removeTopic(orders, brokersOf(fake, 1)));
        QVERIFY(steps);
        QCOMPARE(steps->front().error.kind, Error::Kind::ReadOnly);
        QCOMPARE(fake.asked(), 0);
    }
};

ROCKETDESK_TEST(TopicChangeTest)

#include "tst_topicchange.moc"
