// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "client/commands/all.h"
#include "client/protocol/subscription.h"
#include "tests/sandbox/caller.h"
#include "tests/support/samples.h"
#include "tests/support/testregistry.h"

#include <QRegularExpression>
#include <QTcpSocket>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

const TopicName sampleTopic(QStringLiteral("P_sample"));
const ConsumerGroup sampleGroup(QStringLiteral("P_sampleg"));

/// A connection that keeps the answer's bytes as they came.
class RawAsker final
{
public:
    explicit RawAsker(const Endpoint &at)
    {
        m_socket.connectToHost(at.host, at.port);
        m_socket.waitForConnected(5'000);
    }
    template <typename C>
    QByteArray body(const C &command)
    {
        QByteArray request;
        const protocol::FrameHead head{.opaque = 1};
        if (!protocol::encodeRequest(request, head, command))
            return {};
        m_socket.write(request);
        QByteArray received;
        while (protocol::splitFrame(received).status != protocol::SplitStatus::Complete && m_socket.waitForReadyRead(5'000))
            received += m_socket.readAll();
        const auto frame = protocol::parseFrame(protocol::splitFrame(received).payload); // a view into `received`
        return frame ? frame->body.toByteArray() : QByteArray();
    }

private:
    QTcpSocket m_socket;
};

/// Names of the members of all structs in a body; names of topics, groups and brokers have other characters.
QSet<QString> members(const QByteArray &body)
{
    static const QRegularExpression name(QStringLiteral("\"([a-z][A-Za-z]*)\":"));
    QSet<QString> found;
    for (auto matches = name.globalMatch(QString::fromUtf8(body)); matches.hasNext();)
        found << matches.next().captured(1);
    return found;
}

QStringList sorted(const QSet<QString> &names)
{
    QStringList list(names.cbegin(), names.cend());
    list.sort();
    return list;
}

QByteArray sample(const char *name)
{
    return dataFile(QStringLiteral("samples/5.5.0/bodies/") + QString::fromLatin1(name));
}

} // namespace

/// The bodies of the sandbox have the members that a 5.5.0 server sends, no more and no fewer.
class RepliesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        sandbox::SandboxOptions options;
        options.demoData = false;
        options.rate = 0;
        m_cluster = std::make_unique<sandbox::SandboxThread>(options);
        QVERIFY(m_cluster->started().has_value());
        Caller caller(m_cluster->nameServer());
        const Target broker = Target::at(m_cluster->brokers().constFirst());
        QVERIFY(caller.ask(sendTo(sampleTopic.text()), broker).has_value());
        commands::HeartBeat beat;
        beat.body.clientId = ClientId(QStringLiteral("127.0.0.1@P_sample"));
        beat.body.producerDataSet = {{ProducerGroup(QStringLiteral("P_samplepg"))}};
        commands::ConsumerData consumer;
        consumer.groupName = sampleGroup;
        consumer.subscriptionDataSet = {*protocol::makeSubscription(sampleTopic, QStringLiteral("TagA || TagB"))};
        beat.body.consumerDataSet = {consumer};
        m_broker = std::make_unique<RawAsker>(m_cluster->brokers().constFirst());
        m_nameServer = std::make_unique<RawAsker>(m_cluster->nameServer());
        (void)m_broker->body(beat); // stays registered as long as this connection lives
        commands::UpdateAndCreateSubscriptionGroup policy; // the sample has a group with one
        policy.body.groupName = ConsumerGroup(QStringLiteral("P_gpol"));
        policy.body.groupRetryPolicy.emplace().exponentialRetryPolicy.emplace();
        (void)m_broker->body(policy);
        (void)m_broker->body(commands::UpdateConsumerOffset{sampleGroup, sampleTopic, QueueId(0), QueueOffset(1)});
    }
    void cleanupTestCase()
    {
        m_broker.reset();
        m_nameServer.reset();
        m_cluster.reset();
    }

    void bodiesHaveTheMembersOfTheServers()
    {
        check(m_nameServer->body(commands::GetBrokerClusterInfo()), "cluster-106.json");
        check(m_nameServer->body(commands::GetRouteInfoByTopic{.topic = sampleTopic}), "route-105-standard.json");
        check(m_nameServer->body(commands::GetSystemTopicListFromNs()), "systopics-304.json");
        check(m_broker->body(commands::GetSystemTopicListFromBroker()), "systopics-305.json");
        check(m_broker->body(commands::GetAllTopicConfig()), "topicconfigs-21.json");
        check(m_broker->body(commands::GetAllSubscriptionGroupConfig()), "groups-201.json");
        check(m_broker->body(commands::GetTopicStatsInfo{sampleTopic}), "topicstats-202.json");
        check(m_broker->body(commands::GetTopicConfig{.topic = sampleTopic}), "topicconfig-351.json");
        check(m_broker->body(commands::GetConsumerConnectionList{sampleGroup}), "consumerconn-203.json");
        check(m_broker->body(commands::GetProducerConnectionList{ProducerGroup(QStringLiteral("P_samplepg"))}), "producerconn-204.json");
        check(m_broker->body(commands::GetAllProducerInfo()), "producers-328.json");
        check(m_broker->body(commands::GetConsumerListByGroup{sampleGroup}), "consumers-38.json");
        check(m_broker->body(commands::GetConsumeStats{sampleGroup, {}}), "consumestats-208.json");
        check(m_broker->body(commands::GetBrokerConsumeStats()), "consumestats-317.json");
        check(m_broker->body(commands::GetAllConsumerOffset()), "offsets-43.json");
        check(m_broker->body(commands::QueryConsumeTimeSpan{sampleTopic, sampleGroup}), "span-303.json");
        check(m_broker->body(commands::QueryTopicConsumeByWho{sampleTopic}), "who-300.json");
        check(m_broker->body(commands::ViewBrokerStatsData{QStringLiteral("TOPIC_PUT_NUMS"), sampleTopic.text()}), "stats-315.json");
    }

    void runtimeValuesAreThoseOfTheServers()
    {
        const auto keys = [](const QByteArray &body) {
            const auto table = protocol::readJson<commands::KvTable>(body);
            QStringList names = table ? table->table.keys() : QStringList();
            return names.filter(QRegularExpression(QStringLiteral("^(?!scheduleMessageOffset_|commitLogDiskRatio_)")));
        };
        QCOMPARE(keys(m_broker->body(commands::GetBrokerRuntimeInfo())), keys(sample("runtime-28.json")));
    }

private:
    static void check(const QByteArray &body, const char *file)
    {
        QVERIFY2(!body.isEmpty(), file);
        const QSet<QString> ours = members(body);
        const QSet<QString> theirs = members(sample(file));
        QVERIFY2(ours == theirs, qPrintable(QStringLiteral("%1: only ours: %2; only theirs: %3")
                                                .arg(QLatin1StringView(file), sorted(ours - theirs).join(u' '), sorted(theirs - ours).join(u' '))));
    }

    std::unique_ptr<sandbox::SandboxThread> m_cluster;
    std::unique_ptr<RawAsker> m_broker;
    std::unique_ptr<RawAsker> m_nameServer;
};

ROCKETDESK_TEST(RepliesTest)

#include "tst_replies.moc"
