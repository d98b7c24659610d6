// SPDX-License-Identifier: Apache-2.0
#include "client/commands/connections.h"
#include "client/commands/offsets.h"
#include "tests/contract/grouptest.h"
#include "tests/contract/replicatedcluster.h"
#include "tests/support/longtests.h"

#include <QDateTime>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

/// What the members of an orderly group accepted, in time, and what is wrong with that.
class OrderJournal final
{
public:
    [[nodiscard]] Consuming::Answerer of(int member)
    {
        return [this, member](const protocol::StoredMessage &message) {
            if (isHeld)
                return ConsumeOutcome::suspend(200);
            const commands::MessageQueue queue{message.topic, message.brokerName, message.queueId};
            const QString body = QString::fromUtf8(message.body.view());
            const auto last = m_last.constFind(queue);
            if (last != m_last.cend() && *last >= message.queueOffset)
                faults << QStringLiteral("%1 came to member %2 after offset %3 of its queue").arg(body).arg(member).arg(last->value());
            m_last.insert(queue, message.queueOffset);
            bodies << body;
            bodies.sort();
            return ConsumeOutcome::success();
        };
    }

    bool isHeld = false; ///< nothing is accepted for now
    QStringList bodies; ///< sorted
    QStringList faults;

private:
    QMap<commands::MessageQueue, QueueOffset> m_last;
};

/// broker-a with a replica and four queues, broker-b with two; two members of an orderly group, who both have queues of broker-a.
struct OrderlyGroup {
    OrderlyGroup(const QString &target, bool actingMaster)
        : cluster(target, {.brokers = 2, .actingMaster = actingMaster}, {u"--brokers"_qs, u"2"_qs, actingMaster ? u"--acting-master"_qs : u"--replica"_qs})
    {
    }

    /// Empty, or what went wrong.
    [[nodiscard]] QString begin()
    {
        if (!cluster.problem().isEmpty())
            return cluster.problem();
        caller = std::make_unique<Caller>(cluster.nameServer());
        for (const auto &[broker, queues] : {std::pair(a, 4), std::pair(b, 2)}) {
            const auto made = caller->ask(commands::UpdateAndCreateTopic{.topic = topic, .readQueueNums = queues, .writeQueueNums = queues}, Target::of(broker));
            if (!made)
                return wordsFor(made.error()).line();
        }
        auto options = Consuming::optionsFor(group.text());
        options.maxReconsumeTimes = -1; // what is held back stays where it is
        for (auto *const member : {&first, &second}) {
            *member = std::make_unique<Consuming>(cluster.nameServer(), options, Consuming::Kind::Orderly);
            (*member)->answers = journal.of(member == &first ? 1 : 2);
            if (const QString words = (*member)->start(topic.text()); !words.isEmpty())
                return words;
        }
        const bool shared = eventually([&] { return first->queues() == 3 && second->queues() == 3; });
        return shared ? QString() : QStringLiteral("the members did not share the queues");
    }
    /// To all queues of the broker in turn; the bodies.
    [[nodiscard]] QStringList send(const BrokerName &broker, int from, int count)
    {
        const QStringList bodies = numbered(from, count);
        for (int i = 0; i < count; ++i) {
            const auto receipt = Caller::result(caller->client().send({.topic = topic, .body = bodies[i].toUtf8()}, {.queue = QueueRef{broker, QueueId(i % (broker == a ? 4 : 2))}}));
            if (!receipt)
                qWarning("%s was not sent: %s", qPrintable(bodies[i]), qPrintable(wordsFor(receipt.error()).line()));
        }
        return bodies;
    }
    /// The replica knows the topic, which it is told of once a minute, and has so many messages in each queue.
    [[nodiscard]] bool isCopied(int messages)
    {
        const Target replica = Target::at(cluster.replica());
        const auto topics = caller->ask(commands::GetAllTopicConfig(), replica);
        bool all = topics && topics->body.topicConfigTable.contains(topic);
        for (int queue = 0; all && queue < 4; ++queue) {
            const auto end = caller->ask(commands::GetMaxOffset{.topic = topic, .queueId = QueueId(queue)}, replica);
            all = end && end->offset.value() == messages;
        }
        return all;
    }
    /// How many queues of broker-a this member has locked since then, ms since 1970.
    [[nodiscard]] static int lockedSince(qint64 then, Consuming &member)
    {
        const auto info = Caller::result(member.consumer().runningInfo());
        if (!info)
            return 0;
        int count = 0;
        for (auto queue = info->mqTable.cbegin(); queue != info->mqTable.cend(); ++queue)
            count += queue.key().topic == topic && queue.key().broker == a && queue->lastLockTimestamp > then ? 1 : 0;
        return count;
    }
    /// What the replica grants a client that nobody knows, of the first queue of broker-a.
    [[nodiscard]] Result<bool> replicaGrants(const ConsumerGroup &to, const QString &client)
    {
        const commands::MessageQueue queue{topic, a, QueueId(0)};
        const auto reply = caller->ask(commands::LockBatchMq{{ClientId(client), to, {queue}}}, Target::at(cluster.replica()));
        return reply.map([&](const auto &granted) { return granted.body.lockOKMQSet.contains(queue); });
    }

    static inline const BrokerName a{QStringLiteral("broker-a")};
    static inline const BrokerName b{QStringLiteral("broker-b")};
    static inline const TopicName topic{QStringLiteral("contract-order")};
    static inline const ConsumerGroup group{QStringLiteral("contract-orderly")};

    ReplicatedCluster cluster;
    OrderJournal journal;
    std::unique_ptr<Caller> caller;
    std::unique_ptr<Consuming> first;
    std::unique_ptr<Consuming> second;
};

} // namespace

/// Orderly consumption while a master is gone: who gives the locks of its queues.
class OrderWithoutMasterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void L28_anActingMasterGivesTheLocks_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("sandbox") << u"sandbox"_qs;
        const auto &targets = TargetCluster::all();
        if (std::any_of(targets.cbegin(), targets.cend(), [](const auto &target) { return target.name() == u"5.5.0"_qs; })) // 4.9.7 has no acting masters
            QTest::newRow("5.5.0") << u"5.5.0"_qs;
    }
    void L28_anActingMasterGivesTheLocks()
    {
        QFETCH(const QString, target);
        OrderlyGroup f(target, true);
        const QString problem = f.begin();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QStringList all = f.send(OrderlyGroup::a, 0, 8) + f.send(OrderlyGroup::b, 8, 4);
        QTRY_COMPARE(f.journal.bodies, all);
        f.journal.isHeld = true;
        all += f.send(OrderlyGroup::a, 12, 24) + f.send(OrderlyGroup::b, 36, 4);
        QTRY_VERIFY_WITH_TIMEOUT(f.isCopied(8), 3 * Patience);

        const qint64 gone = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(f.cluster.endMaster());
        QTRY_COMPARE(OrderlyGroup::lockedSince(gone, *f.first) + OrderlyGroup::lockedSince(gone, *f.second), 4);
        const auto strangers = f.replicaGrants(OrderlyGroup::group, u"stranger"_qs);
        QVERIFY2(strangers.has_value(), qPrintable(strangers ? QString() : wordsFor(strangers.error()).line()));
        QVERIFY(!*strangers); // the members have asked the replica, and hold them there
        all += f.send(OrderlyGroup::b, 40, 4);
        f.journal.isHeld = false;
        QTRY_COMPARE(f.journal.bodies, all);

        QCOMPARE(f.first->stop(), QString());
        QTRY_COMPARE(f.second->queues(), 6);
        all += f.send(OrderlyGroup::b, 44, 4);
        QTRY_COMPARE(f.journal.bodies, all);
        QCOMPARE(f.journal.faults, QStringList());
    }

    void L28_withoutAMasterTheOrderWaits_data() { addTargetRows(); }
    void L28_withoutAMasterTheOrderWaits()
    {
        QFETCH(const QString, target);
        OrderlyGroup f(target, false);
        const QString problem = f.begin();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QStringList all = f.send(OrderlyGroup::a, 0, 8) + f.send(OrderlyGroup::b, 8, 4);
        QTRY_COMPARE(f.journal.bodies, all);
        f.journal.isHeld = true;
        const QStringList waiting = f.send(OrderlyGroup::a, 12, 24);
        QTRY_VERIFY_WITH_TIMEOUT(f.isCopied(8), 3 * Patience);
        // Why a replica must not be asked: it grants what its master has granted to somebody else.
        const commands::MessageQueue queue{OrderlyGroup::topic, OrderlyGroup::a, QueueId(0)};
        const ConsumerGroup other(u"contract-orderly-other"_qs);
        const auto masters = f.caller->ask(commands::LockBatchMq{{ClientId(u"one"_qs), other, {queue}}}, Target::of(OrderlyGroup::a));
        QVERIFY(masters && masters->body.lockOKMQSet.contains(queue));
        const auto replicas = f.replicaGrants(other, u"another"_qs);
        QVERIFY(replicas && *replicas);

        QVERIFY(f.cluster.endMaster());
        const QString noMaster = u"the broker has no master, which alone gives locks"_qs;
        QTRY_VERIFY(f.first->troubles.contains(noMaster) && f.second->troubles.contains(noMaster));
        f.journal.isHeld = false;
        all += f.send(OrderlyGroup::b, 36, 24);
        QTRY_COMPARE(f.journal.bodies, all);
        QCOMPARE(f.journal.faults, QStringList());
        QVERIFY(!f.journal.bodies.contains(waiting.constFirst()));
        const auto strangers = f.replicaGrants(OrderlyGroup::group, u"stranger"_qs);
        QVERIFY(strangers && *strangers); // no member has asked it
    }
};

ROCKETDESK_LONG_TEST(OrderWithoutMasterTest)

#include "tst_orderwithoutmaster.moc"
