// SPDX-License-Identifier: Apache-2.0
#include "client/commands/groups.h"
#include "client/consumer/remoteoffsetstore.h"
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

struct StoreFixture : ConsumeFixture {
    StoreFixture()
    {
        createTopic(T, 4);
        commands::UpdateAndCreateSubscriptionGroup group;
        group.body.groupName = ConsumerGroup(QStringLiteral("g"));
        if (!ask(group))
            qFatal("no group");
    }
    /// Three queues that have got to 5.
    [[nodiscard]] QList<commands::MessageQueue> reachedInThree()
    {
        const QList<commands::MessageQueue> queues{queue(0), queue(1), queue(2)};
        for (const auto &each : queues)
            store.table().update(each, QueueOffset(5), true);
        return queues;
    }
    [[nodiscard]] auto storingCalls() const
    {
        const auto records = link->remoting.log().since(0, 1000);
        return std::count_if(records.cbegin(), records.cend(), [](const CallRecord &call) { return call.code == 15; });
    }

    RemoteOffsetStore store{link->cluster, ConsumerGroup(QStringLiteral("g"))};
};

} // namespace

class RemoteOffsetStoreTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesWhatIsKnown()
    {
        StoreFixture f;
        f.store.table().update(queue(0), QueueOffset(5), true);
        QVERIFY(f.result(f.store.persist({queue(0), queue(1)})).has_value());
        QCOMPARE(f.stored(0), 5);
        QCOMPARE(f.stored(1), -1); // never write an offset that is not known
        QCOMPARE(f.result(f.store.stored(queue(0))), Result<qint64>(5));
    }

    void T_67_anOffsetOfALostQueueIsNotStoredAgain()
    {
        StoreFixture f;
        f.store.table().update(queue(0), QueueOffset(5), true);
        auto storing = f.store.persist({queue(0)}); // the queue is lost in the middle of it
        f.store.forget(queue(0));
        QVERIFY(f.result(std::move(storing)).has_value());
        QCOMPARE(f.stored(0), 5);
        commands::UpdateConsumerOffset others{.consumerGroup = ConsumerGroup(QStringLiteral("g")), .topic = TopicName(T), .queueId = QueueId(0), .commitOffset = QueueOffset(9)};
        QVERIFY(f.ask(others).has_value());
        QVERIFY(f.result(f.store.persist({queue(0)})).has_value());
        QCOMPARE(f.stored(0), 9);
    }

    void oneQueueIsStoredByOneCallAtATime()
    {
        StoreFixture f;
        f.box.faults().add({.code = 15, .times = 1}, {.kind = sandbox::Fault::Kind::Delay, .delay = milliseconds(100)});
        f.store.table().update(queue(0), QueueOffset(5), true);
        auto first = f.store.persist({queue(0)});
        f.store.table().update(queue(0), QueueOffset(7), true);
        auto second = f.store.persist({queue(0)});
        QCOMPARE(f.stored(0), 5); // asked behind the first, over the same connection
        QCOMPARE(f.storingCalls(), 1); // the second could overtake it in the broker
        f.tick();
        QVERIFY(f.result(std::move(first)).has_value());
        QVERIFY(f.result(std::move(second)).has_value());
        QCOMPARE(f.stored(0), 7);
    }

    void theFirstOffsetOfATopicGoesAlone()
    {
        StoreFixture f;
        f.box.faults().add({.code = 15, .times = 1}, {.kind = sandbox::Fault::Kind::Delay, .delay = milliseconds(100)});
        const auto queues = f.reachedInThree();
        auto storing = f.store.persist(queues);
        QCOMPARE(f.stored(0), 5); // asked behind the first, over the same connection
        QCOMPARE(f.storingCalls(), 1); // a broker makes the topic's table for each that comes while there is none: the last one's stays
        f.tick();
        QVERIFY(f.result(std::move(storing)).has_value());
        QCOMPARE(f.storingCalls(), 3);
        QCOMPARE(f.stored(2), 5);
    }

    void aFirstOffsetThatFailedHoldsUpNoOther()
    {
        StoreFixture f;
        f.box.faults().add({.code = 15, .times = 1}, {.kind = sandbox::Fault::Kind::Refusal});
        const auto queues = f.reachedInThree();
        QVERIFY(!f.result(f.store.persist(queues)).has_value());
        QCOMPARE(f.storingCalls(), 3);
        QCOMPARE(f.stored(1), 5);
        QCOMPARE(f.stored(2), 5);
    }

    void aBrokerThatIsSilentIsWaitedForOnce()
    {
        StoreFixture f;
        f.box.faults().add({.code = 15, .times = 1}, {.kind = sandbox::Fault::Kind::Silence});
        const auto queues = f.reachedInThree();
        auto storing = f.store.persist(queues);
        QTRY_COMPARE(f.stored(1), -1);
        f.tick(std::chrono::minutes(1));
        const auto stored = f.result(std::move(storing));
        QVERIFY(!stored.has_value());
        QCOMPARE(stored.error().kind, Error::Kind::Timeout);
        QCOMPARE(f.storingCalls(), 1);
        QVERIFY(f.result(f.store.persist(queues)).has_value());
        QCOMPARE(f.stored(2), 5);
    }

    void offsetsThatWereStoredBeforeGoTogether()
    {
        StoreFixture f;
        f.store.table().update(queue(0), QueueOffset(5), true);
        QVERIFY(f.result(f.store.persist({queue(0)})).has_value());
        RemoteOffsetStore next(f.link->cluster, ConsumerGroup(QStringLiteral("g")));
        QCOMPARE(f.result(next.stored(queue(0))), Result<qint64>(5));
        f.box.faults().add({.code = 15, .times = 1}, {.kind = sandbox::Fault::Kind::Delay, .delay = milliseconds(100)});
        for (const int id : {0, 1})
            next.table().update(queue(id), QueueOffset(7), true);
        auto storing = next.persist({queue(0), queue(1)});
        QTRY_COMPARE(f.stored(1), 7); // the broker has a table already: nobody waits
        f.tick();
        QVERIFY(f.result(std::move(storing)).has_value());
    }

    void anOffsetThatAnotherHasStoredOverIsPutRight()
    {
        StoreFixture f;
        f.store.table().update(queue(0), QueueOffset(5), true);
        QVERIFY(f.result(f.store.persist({queue(0)})).has_value());
        const commands::UpdateConsumerOffset others{.consumerGroup = ConsumerGroup(QStringLiteral("g")), .topic = TopicName(T), .queueId = QueueId(0), .commitOffset = QueueOffset(3)};
        QVERIFY(f.ask(others).has_value());
        QVERIFY(f.result(f.store.persist({queue(0)})).has_value());
        QCOMPARE(f.stored(0), 5);
    }

    void whatFailedIsStoredAtTheNextTime()
    {
        StoreFixture f;
        f.box.faults().add({.code = 15, .times = 1}, {.kind = sandbox::Fault::Kind::Refusal});
        f.store.table().update(queue(0), QueueOffset(5), true);
        QVERIFY(!f.result(f.store.persist({queue(0)})).has_value());
        QVERIFY(f.result(f.store.persist({queue(0)})).has_value());
        QCOMPARE(f.stored(0), 5);
    }

    void T_51_aFailureIsNotTakenForNoOffset()
    {
        StoreFixture f;
        f.box.faults().add({.code = 14, .times = 1}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1});
        QCOMPARE(f.result(f.store.stored(queue(0))), Result<qint64>(OffsetTable::Unknown));
    }
};

ROCKETDESK_TEST(RemoteOffsetStoreTest)

#include "tst_remoteoffsetstore.moc"
