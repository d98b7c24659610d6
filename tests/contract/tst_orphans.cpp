// SPDX-License-Identifier: Apache-2.0
#include "client/transactionproducer.h"
#include "tests/contract/grouptest.h"
#include "tests/contract/memberprocess.h"
#include "tests/contract/watching.h"
#include "tests/support/testregistry.h"
#include "tests/support/undecided.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

/// Transactions of a process that is killed after its half message is stored: whoever is left of its group is asked for their end.
class OrphansTest final : public GroupTest
{
    Q_OBJECT

private Q_SLOTS:
    void L21_theTransactionOfAKilledProducerIsEndedByAnother_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("commits");
        for (const auto &target : tests::TargetCluster::all()) {
            QTest::addRow("%s: commit", qPrintable(target.name())) << target.name() << true;
            QTest::addRow("%s: rollback", qPrintable(target.name())) << target.name() << false;
        }
    }
    void L21_theTransactionOfAKilledProducerIsEndedByAnother()
    {
        QFETCH(const bool, commits);
        const qint64 halves = halvesStored();
        MemberProcess killed(m_nameServer, {u"transaction"_qs, m_topic, u"--end"_qs, u"unknown"_qs, u"--check"_qs, u"unknown"_qs, u"--group"_qs, group(), u"--body"_qs, u"orphan"_qs});
        QTRY_VERIFY(halvesStored() > halves);
        killed.kill();

        TransactionOptions options;
        options.producer.producerGroup = group();
        const auto heir = std::make_shared<Undecided>(commits ? TransactionState::Commit : TransactionState::Rollback);
        const auto producer = m_caller->client().transactionProducer(options, heir);
        // Brokers hear of a member with its first message.
        const auto own = Caller::result(producer->send({.topic = TopicName(m_topic), .body = "own"}));
        QVERIFY2(own.has_value(), qPrintable(own ? QString() : wordsFor(own.error()).line()));
        QTRY_VERIFY_WITH_TIMEOUT(heir->bodies.contains(u"orphan"_qs) && heir->bodies.contains(u"own"_qs), 2 * Patience);
        const auto ended = [&] {
            const auto statistics = Caller::result(producer->statistics());
            return statistics ? statistics->committed + statistics->rolledBack : 0;
        };
        QTRY_VERIFY(ended() >= 2);
        send(0, 1);
        Watching watching(m_caller->client(), {.topics = {TopicName(m_topic)}, .from = WatchFrom::oldest()});
        QTRY_VERIFY(watching.bodies.contains(u"0000"_qs));
        const QSet<QString> expected = commits ? QSet<QString>{u"0000"_qs, u"own"_qs, u"orphan"_qs} : QSet<QString>{u"0000"_qs};
        // By what came, not how often: a broker that asks again before it has seen the first answer stores a message twice.
        QTRY_COMPARE(QSet<QString>(watching.bodies.cbegin(), watching.bodies.cend()), expected);
    }

private:
    /// Half messages that the broker has stored so far, checks included.
    [[nodiscard]] qint64 halvesStored()
    {
        const auto end = m_caller->ask(commands::GetMaxOffset{.topic = TopicName(u"RMQ_SYS_TRANS_HALF_TOPIC"_qs), .queueId = QueueId(0)},
            rocketdesk::Target::of(BrokerName(u"broker-a"_qs)));
        return end ? end->offset.value() : 0;
    }
};

ROCKETDESK_TEST(OrphansTest)

#include "tst_orphans.moc"
