// SPDX-License-Identifier: Apache-2.0
#include "client/commands/offsets.h"
#include "client/litepullconsumer.h"
#include "tests/contract/consumingtest.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QDeadlineTimer>

using namespace rocketdesk;
using namespace std::chrono_literals;

/// The consumer that is polled, on every target.
class PollingTest final : public tests::ConsumingTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyMessageComesOnceAndIsStored_data() { tests::addTargetRows(); }
    void everyMessageComesOnceAndIsStored()
    {
        QVERIFY(begin(QStringLiteral("contract-polled"), 2));
        QVERIFY(sendMany(10, 0) && sendMany(10, 1, 10));
        const LitePullOptions options = ofGroup();
        const auto consumer = client().litePullConsumer(options);
        const auto subscribed = result(consumer->subscribe(topic()));
        QVERIFY2(subscribed.has_value(), words(subscribed));
        QStringList expected;
        for (int i = 0; i < 20; ++i)
            expected << QString::number(i);
        expected.sort();
        QCOMPARE(poll(*consumer, 20), expected);
        QVERIFY(result(consumer->commit()).has_value());
        QCOMPARE(stored(options.consumerGroup, 0), 10);
        QCOMPARE(stored(options.consumerGroup, 1), 10);
        const auto ended = result(consumer->shutdown());
        QVERIFY2(ended.has_value(), words(ended));
        QVERIFY(send("20"));
        const auto next = client().litePullConsumer(options);
        QVERIFY(result(next->subscribe(topic())).has_value());
        QCOMPARE(poll(*next, 1), QStringList{QStringLiteral("20")});
    }

    void whatPollsGaveIsStoredByLaterPolls_data() { tests::addTargetRows(); }
    void whatPollsGaveIsStoredByLaterPolls()
    {
        QVERIFY(begin(QStringLiteral("contract-polled-stored")) && sendMany(15));
        LitePullOptions options = ofGroup();
        options.persistInterval = 200;
        const auto consumer = client().litePullConsumer(options);
        QVERIFY(result(consumer->subscribe(topic())).has_value());
        QCOMPARE(poll(*consumer, 15).size(), 15);
        QTRY_VERIFY(result(consumer->poll(50ms)).has_value() && stored(options.consumerGroup, 0) == 15);
    }

    void onlyTheWantedTagsCome_data() { tests::addTargetRows(); }
    void onlyTheWantedTagsCome()
    {
        QVERIFY(begin(QStringLiteral("contract-polled-tags")));
        QVERIFY(send("1", 0, QStringLiteral("Aa")) && send("2", 0, QStringLiteral("BB")) && send("3", 0, QStringLiteral("x")));
        const auto consumer = client().litePullConsumer(ofGroup());
        QVERIFY(result(consumer->subscribe(topic(), QStringLiteral("Aa || x"))).has_value());
        QCOMPARE(poll(*consumer, 2), (QStringList{QStringLiteral("1"), QStringLiteral("3")})); // Aa and BB have one hash
    }

    void assignedQueuesAreSoughtInAndPaused_data() { tests::addTargetRows(); }
    void assignedQueuesAreSoughtInAndPaused()
    {
        QVERIFY(begin(QStringLiteral("contract-assigned"), 2) && sendMany(5, 0));
        const auto consumer = client().litePullConsumer(ofGroup());
        const auto queues = result(consumer->fetchMessageQueues(topic()));
        QVERIFY2(queues.has_value(), words(queues));
        QCOMPARE(queues->size(), std::size_t(2));
        QVERIFY(result(consumer->assign(*queues)).has_value());
        const commands::MessageQueue first = place(0);
        QCOMPARE(poll(*consumer, 5).size(), 5);
        QVERIFY(result(consumer->seek(first, SeekTo::to(QueueOffset(3)))).has_value());
        QCOMPARE(poll(*consumer, 2), (QStringList{QStringLiteral("3"), QStringLiteral("4")}));
        QVERIFY(result(consumer->seek(first, SeekTo::begin())).has_value());
        QCOMPARE(poll(*consumer, 5).size(), 5);
        const auto wrong = result(consumer->seek(first, SeekTo::to(QueueOffset(6))));
        QVERIFY(!wrong);
        QCOMPARE(kindName(wrong.error().kind), kindName(Error::Kind::InvalidArgument));
        consumer->pause({first});
        QVERIFY(send("held", 0) && send("given", 1));
        QCOMPARE(poll(*consumer, 1), QStringList{QStringLiteral("given")});
        consumer->resume({first});
        QCOMPARE(poll(*consumer, 1), QStringList{QStringLiteral("held")});
    }

    void offsetsAreStoredAndFoundByTime_data() { tests::addTargetRows(); }
    void offsetsAreStoredAndFoundByTime()
    {
        QVERIFY(begin(QStringLiteral("contract-polled-times")) && sendMany(2));
        const qint64 sent = QDateTime::currentMSecsSinceEpoch();
        QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > sent + 50); // brokers look for a time, not for an offset
        QVERIFY(sendMany(1, 0, 2));
        LitePullOptions options = ofGroup();
        options.autoCommit = false;
        const auto consumer = client().litePullConsumer(options);
        QVERIFY(result(consumer->assign({place(0)})).has_value());
        QCOMPARE(poll(*consumer, 3).size(), 3);
        const auto last = result(client().openMessage(topic(), queue(0), QueueOffset(2)));
        QVERIFY2(last.has_value(), words(last));
        // Just before it: 4.9.7 gives the nearest message in time, 5.x the first that is not earlier.
        QCOMPARE(result(consumer->offsetForTimestamp(place(0), last->storeTimestamp - 1)).value_or(QueueOffset(-1)), QueueOffset(2));
        const auto committed = result(consumer->commit(OffsetMap{{place(0), QueueOffset(2)}}));
        QVERIFY2(committed.has_value(), words(committed));
        QCOMPARE(result(consumer->committed(place(0))).value_or(std::nullopt), std::optional(QueueOffset(2)));
        QCOMPARE(stored(options.consumerGroup, 0), 2);
    }

    void membersShareTheQueues_data() { tests::addTargetRows(); }
    void membersShareTheQueues()
    {
        QVERIFY(begin(QStringLiteral("contract-polled-shared"), 4));
        const LitePullOptions options = ofGroup();
        tests::Caller other(*target().nameServer());
        const auto one = client().litePullConsumer(options);
        QVERIFY(result(one->subscribe(topic())).has_value());
        QTRY_COMPARE(sizeOf(*one), 4);
        {
            const auto two = other.client().litePullConsumer(options);
            QVERIFY(result(two->subscribe(topic())).has_value());
            QTRY_VERIFY(sizeOf(*one) == 2 && sizeOf(*two) == 2);
            QVERIFY(result(two->shutdown()).has_value());
        }
        QTRY_COMPARE(sizeOf(*one), 4);
    }

private:
    [[nodiscard]] LitePullOptions ofGroup()
    {
        LitePullOptions options;
        options.consumerGroup = freshGroup();
        options.consumeFromWhere = QStringLiteral("CONSUME_FROM_FIRST_OFFSET");
        return options;
    }
    [[nodiscard]] commands::MessageQueue place(int id) const { return {topic(), queue(id).broker, queue(id).id}; }
    /// Sorted bodies: polls until so many have come.
    [[nodiscard]] static QStringList poll(LitePullConsumer &consumer, int count)
    {
        QStringList bodies;
        for (const QDeadlineTimer limit(tests::Patience); bodies.size() < count && !limit.hasExpired();) {
            const auto batch = result(consumer.poll(1s));
            if (!batch)
                qWarning("%s", words(batch).constData());
            for (const auto &message : batch ? batch->messages : std::vector<protocol::StoredMessage>())
                bodies << QString::fromUtf8(message.body.view());
        }
        bodies.sort();
        return bodies;
    }
    [[nodiscard]] static int sizeOf(LitePullConsumer &consumer)
    {
        const auto queues = result(consumer.assignment());
        return queues ? static_cast<int>(queues->size()) : -1;
    }
    [[nodiscard]] qint64 stored(const QString &group, int id)
    {
        const auto reply = caller().ask(commands::QueryConsumerOffset{.consumerGroup = ConsumerGroup(group), .topic = topic(), .queueId = QueueId(id)}, Target::of(queue(id).broker));
        return reply ? reply->offset.value() : -1;
    }
};

ROCKETDESK_TEST(PollingTest)

#include "tst_polling.moc"
