// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "client/commands/nameserver.h"
#include "client/commands/offsets.h"
#include "client/commands/pushes.h"
#include "client/protocol/messagelist.h"
#include "tests/sandbox/caller.h"
#include "tests/sandbox/rawclient.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;
using sandbox::Sandbox;

namespace {

const BrokerName brokerA(QStringLiteral("broker-a"));

} // namespace

/// A master that goes down, its replica that is read from meanwhile, and the replica's promotion.
class ReplicasTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        sandbox::SandboxOptions options;
        options.demoData = false;
        options.replicas = 1;
        options.standsAt = 1'800'000'000'000;
        m_cluster = std::make_unique<sandbox::SandboxThread>(options);
        QVERIFY(m_cluster->started().has_value());
        RawClient master(m_cluster->brokers().constFirst());
        QVERIFY(master.ask(sendTo(QStringLiteral("kept"), "one")).has_value());
    }
    void cleanup() { m_cluster.reset(); }

    void routesNameBoth()
    {
        const auto addresses = route();
        QCOMPARE(addresses.value(BrokerId(0)), m_cluster->brokers().constFirst().toString());
        QCOMPARE(addresses.value(BrokerId(1)), m_cluster->replicas().constFirst().toString());
    }

    void aReplicaServesPullsAndTakesNoSends()
    {
        m_cluster->run([](Sandbox &sandbox) { sandbox.stopBroker(brokerA); });
        QCOMPARE(route().keys(), QList<BrokerId>{BrokerId(1)});
        RawClient replica(m_cluster->replicas().constFirst());
        const auto pulled = replica.ask(pullFrom(QStringLiteral("kept"), 0));
        QVERIFY2(pulled.has_value(), qPrintable(pulled ? QString() : pulled.error().remark));
        QCOMPARE(protocol::decodeMessageList(protocol::Bytes(pulled->body)).messages.front().body.view(), QByteArrayView("one"));
        const auto sent = replica.ask(sendTo(QStringLiteral("kept"), "two"));
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, 2);
        QVERIFY(sent.error().remark.startsWith(QStringLiteral("[REJECTREQUEST]")));
    }

    void aMasterComesBackWhereItWas()
    {
        RawClient before(m_cluster->brokers().constFirst());
        m_cluster->run([](Sandbox &sandbox) { sandbox.stopBroker(brokerA); });
        QTRY_COMPARE(before.socket().state(), QAbstractSocket::UnconnectedState);
        std::optional<Result<void>> started;
        m_cluster->run([&started](Sandbox &sandbox) { started = sandbox.startBroker(brokerA); });
        QVERIFY(started && started->has_value());
        RawClient again(m_cluster->brokers().constFirst());
        QVERIFY(again.ask(sendTo(QStringLiteral("kept"), "two")).has_value());
        QCOMPARE(route().size(), 2);
    }

    void whatWasDueMeanwhileHappensAtTheReturn()
    {
        RawClient master(m_cluster->brokers().constFirst());
        QVERIFY(master.ask(sendTo(QStringLiteral("delayed"), "late", {{QStringLiteral("DELAY"), QStringLiteral("1")}})).has_value());
        m_cluster->run([](Sandbox &sandbox) { sandbox.stopBroker(brokerA); });
        m_cluster->advance(std::chrono::seconds(5));
        RawClient replica(m_cluster->replicas().constFirst());
        const commands::GetMaxOffset end{TopicName(QStringLiteral("delayed")), QueueId(0)};
        QCOMPARE(replica.ask(end)->offset, QueueOffset(0));
        m_cluster->run([](Sandbox &sandbox) { (void)sandbox.startBroker(brokerA); });
        QCOMPARE(replica.ask(end)->offset, QueueOffset(1));
    }

    void aPromotedReplicaTakesSends()
    {
        m_cluster->run([](Sandbox &sandbox) {
            sandbox.stopBroker(brokerA);
            sandbox.promoteReplica(brokerA);
        });
        QCOMPARE(route().keys(), QList<BrokerId>{BrokerId(0)});
        QCOMPARE(route().value(BrokerId(0)), m_cluster->replicas().constFirst().toString());
        RawClient promoted(m_cluster->replicas().constFirst());
        const auto sent = promoted.ask(sendTo(QStringLiteral("kept"), "two"));
        QVERIFY2(sent.has_value(), qPrintable(sent ? QString() : sent.error().remark));
        QCOMPARE(sent->queueOffset, QueueOffset(1));
        m_cluster->run([](Sandbox &sandbox) { (void)sandbox.startBroker(brokerA, BrokerId(1)); });
        QCOMPARE(route().value(BrokerId(1)), m_cluster->brokers().constFirst().toString());
    }

    void anActingMasterStandsInRoutesForReadingAlone()
    {
        sandbox::SandboxOptions options;
        options.demoData = false;
        options.replicas = 1;
        options.actingMaster = true;
        options.standsAt = 1'800'000'000'000;
        m_cluster = std::make_unique<sandbox::SandboxThread>(options);
        QVERIFY(m_cluster->started().has_value());
        RawClient master(m_cluster->brokers().constFirst());
        QVERIFY(master.ask(sendTo(QStringLiteral("kept"), "one")).has_value());
        const auto asked = [this] { return RawClient(m_cluster->nameServer()).ask(commands::GetRouteInfoByTopic{.topic = TopicName(QStringLiteral("kept"))}); };
        const auto before = asked();
        QVERIFY(before.has_value());
        QCOMPARE(before->body.brokerDatas.constFirst().brokerAddrs.size(), 2);
        QCOMPARE(before->body.queueDatas.constFirst().perm, 6);
        m_cluster->run([](Sandbox &sandbox) { sandbox.stopBroker(brokerA); });
        const auto after = asked();
        QVERIFY(after.has_value());
        QCOMPARE(after->body.brokerDatas.constFirst().brokerAddrs, (QMap<BrokerId, QString>{{BrokerId(0), m_cluster->replicas().constFirst().toString()}}));
        QCOMPARE(after->body.queueDatas.constFirst().perm, 4);
    }

private:
    QMap<BrokerId, QString> route()
    {
        RawClient client(m_cluster->nameServer());
        const auto reply = client.ask(commands::GetRouteInfoByTopic{.topic = TopicName(QStringLiteral("kept"))});
        return reply && !reply->body.brokerDatas.isEmpty() ? reply->body.brokerDatas.constFirst().brokerAddrs : QMap<BrokerId, QString>();
    }

    std::unique_ptr<sandbox::SandboxThread> m_cluster;
};

ROCKETDESK_TEST(ReplicasTest)

#include "tst_replicas.moc"
