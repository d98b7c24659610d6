// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/grouptest.h"
#include "tests/contract/replicatedcluster.h"
#include "tests/contract/watching.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

const BrokerName brokerA(QStringLiteral("broker-a"));
const BrokerName brokerB(QStringLiteral("broker-b"));

} // namespace

/// A master that is killed: what goes on without it, and what is said of the rest.
class MasterDownTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void L28_T87_withoutItsMasterABrokerIsReadAndOthersAreSentTo_data() { addTargetRows(); }
    void L28_T87_withoutItsMasterABrokerIsReadAndOthersAreSentTo()
    {
        QFETCH(const QString, target);
        const ReplicatedCluster cluster(target, {.brokers = 2}, {u"--brokers"_qs, u"2"_qs, u"--replica"_qs});
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Caller caller(cluster.nameServer());
        for (const BrokerName &broker : {brokerA, brokerB})
            QVERIFY(caller.ask(commands::UpdateAndCreateTopic{.topic = topic, .readQueueNums = 2, .writeQueueNums = 2}, rocketdesk::Target::of(broker)).has_value());
        Consuming member(cluster.nameServer(), u"contract-outlived"_qs);
        QCOMPARE(member.start(topic.text()), QString());
        QTRY_COMPARE(member.queues(), 4);
        const SendOptions toA{.queue = QueueRef{brokerA, QueueId(0)}};
        for (const QString &body : numbered(0, 4))
            QVERIFY(sent(caller, body, toA).has_value());
        QTRY_COMPARE(member.bodies(), numbered(0, 4));
        QTRY_COMPARE(endAt(caller, cluster.replica()), 4);
        QTRY_VERIFY_WITH_TIMEOUT(knowsTopic(caller, cluster.replica()), 3 * Patience); // 5.5.0 tells a replica every minute

        QVERIFY(cluster.endMaster());
        const auto refused = [&] { return sent(caller, u"nobody takes it"_qs, toA); };
        QTRY_VERIFY(!refused() && refused().error().kind == Error::Kind::NoRoute);
        int onB = 4;
        for (const QString &body : numbered(onB, 8)) {
            const auto receipt = sent(caller, body);
            QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : wordsFor(receipt.error()).line()));
            QCOMPARE(receipt->queue.broker, brokerB);
        }
        QTRY_COMPARE(member.bodies(), numbered(0, 12));
        Watching watching(caller.client(), {.topics = {topic}, .from = WatchFrom::oldest()});
        QTRY_VERIFY2(watching.bodies == numbered(0, 12), qPrintable(watching.bodies.join(u' ') + (watching.ended ? wordsFor(*watching.ended).line() : QString())));
        Consuming later(cluster.nameServer(), u"contract-later"_qs);
        QCOMPARE(later.start(topic.text()), QString());
        QTRY_COMPARE(later.bodies(), numbered(0, 12));
    }

private:
    static Result<SendReceipt> sent(Caller &caller, const QString &body, const SendOptions &options = {})
    {
        return Caller::result(caller.client().send({.topic = topic, .body = body.toUtf8()}, options));
    }
    /// How many messages queue 0 has there; -1 where the topic is not known.
    static qint64 endAt(Caller &caller, const Endpoint &broker)
    {
        const auto end = caller.ask(commands::GetMaxOffset{.topic = topic, .queueId = QueueId(0)}, rocketdesk::Target::at(broker));
        return end ? end->offset.value() : -1;
    }

    static bool knowsTopic(Caller &caller, const Endpoint &broker)
    {
        const auto all = caller.ask(commands::GetAllTopicConfig(), rocketdesk::Target::at(broker));
        return all && all->body.topicConfigTable.contains(topic);
    }

    static inline const TopicName topic{QStringLiteral("contract-outage")};
};

ROCKETDESK_TEST(MasterDownTest)

#include "tst_masterdown.moc"
