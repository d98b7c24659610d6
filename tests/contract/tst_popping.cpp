// SPDX-License-Identifier: Apache-2.0
#include "client/popconsumer.h"
#include "tests/contract/consumingtest.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace std::chrono_literals;

namespace {

QStringList bodiesOf(const PoppedBatch &batch)
{
    QStringList bodies;
    for (const PoppedMessage &popped : batch)
        bodies << QString::fromUtf8(popped.message.body.view());
    return bodies;
}

std::vector<PopTicket> ticketsOf(const PoppedBatch &batch)
{
    std::vector<PopTicket> tickets;
    for (const PoppedMessage &popped : batch)
        tickets.push_back(popped.ticket);
    return tickets;
}

} // namespace

/// The POP consumer on every target; brokers before 5.0 say that they don't know the call.
class PoppingTest final : public tests::ConsumingTest
{
    Q_OBJECT

private Q_SLOTS:
    void L_25_whatIsAcknowledgedIsDone_data() { tests::addTargetRows(); }
    void L_25_whatIsAcknowledgedIsDone()
    {
        QVERIFY(begin(QStringLiteral("contract-popped")));
        QVERIFY(sendMany(4));
        PopOptions options = ofGroup();
        options.invisibleTime = 5s;
        const auto consumer = client().popConsumer(options);
        if (hasNoPop()) {
            const auto refused = result(consumer->receive(4, 1s));
            QVERIFY(!refused);
            QCOMPARE(kindName(refused.error().kind), kindName(Error::Kind::Unsupported));
            QCOMPARE(refused.error().code, 3);
            return;
        }
        const PoppedBatch batch = take(*consumer, 4);
        QCOMPARE(bodiesOf(batch), (QStringList{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
        QVERIFY(result(consumer->acknowledge(batch.at(0).ticket)).has_value());
        const auto many = result(consumer->acknowledgeAll({batch.at(1).ticket, batch.at(3).ticket}));
        QVERIFY2(many.has_value(), words(many));
        for (const auto &one : *many)
            QVERIFY2(one.has_value(), words(one));
        const PoppedBatch again = take(*consumer, 1); // the one that was not acknowledged, and no other
        QCOMPARE(bodiesOf(again), QStringList{QStringLiteral("2")});
        QCOMPARE(again.front().message.topic, topic());
        QCOMPARE(again.front().message.reconsumeTimes, 1);
        QVERIFY(result(consumer->acknowledge(again.front().ticket)).has_value());
        QCOMPARE(result(consumer->inWork()).value_or(-1), 0);
    }

    void L_25_aMessageIsKeptLonger_data() { tests::addTargetRows(); }
    void L_25_aMessageIsKeptLonger()
    {
        QVERIFY(begin(QStringLiteral("contract-popped-longer")));
        if (hasNoPop())
            return; // said above
        QVERIFY(sendMany(1));
        PopOptions options = ofGroup();
        options.invisibleTime = 5s;
        const auto consumer = client().popConsumer(options);
        const PoppedBatch batch = take(*consumer, 1);
        QCOMPARE(batch.size(), std::size_t(1));
        const auto longer = result(consumer->changeInvisible(batch.front().ticket, 60s));
        QVERIFY2(longer.has_value(), words(longer));
        const auto old = result(consumer->acknowledge(batch.front().ticket));
        QVERIFY(!old);
        QCOMPARE(kindName(old.error().kind), kindName(Error::Kind::NotFound));
        const auto nothing = result(consumer->receive(1, 8s)); // it would come now
        QVERIFY2(nothing.has_value(), words(nothing));
        QVERIFY(nothing->empty());
        const auto done = result(consumer->acknowledge(*longer));
        QVERIFY2(done.has_value(), words(done));
    }

    void L_25_anOrderedQueueWaitsForItsBatch_data() { tests::addTargetRows(); }
    void L_25_anOrderedQueueWaitsForItsBatch()
    {
        QVERIFY(begin(QStringLiteral("contract-popped-ordered")));
        if (hasNoPop())
            return;
        QVERIFY(sendMany(4));
        PopOptions options = ofGroup();
        options.inOrder = true;
        options.batch = 2;
        const auto consumer = client().popConsumer(options);
        const PoppedBatch first = take(*consumer, 2);
        QCOMPARE(bodiesOf(first), (QStringList{QStringLiteral("0"), QStringLiteral("1")}));
        const auto held = result(consumer->receive(2, 500ms));
        QVERIFY2(held.has_value(), words(held));
        QVERIFY(held->empty());
        const auto acknowledged = result(consumer->acknowledgeAll(ticketsOf(first)));
        QVERIFY2(acknowledged.has_value(), words(acknowledged));
        for (const auto &one : *acknowledged)
            QVERIFY2(one.has_value(), words(one));
        const PoppedBatch next = take(*consumer, 2);
        QCOMPARE(bodiesOf(next), (QStringList{QStringLiteral("2"), QStringLiteral("3")}));
        for (const PopTicket &ticket : ticketsOf(next))
            QVERIFY(result(consumer->acknowledge(ticket)).has_value());
    }

    void L_25_whoWaitsGetsTheNextMessage_data() { tests::addTargetRows(); }
    void L_25_whoWaitsGetsTheNextMessage()
    {
        QVERIFY(begin(QStringLiteral("contract-popped-waiting"), 2));
        if (hasNoPop())
            return;
        const auto consumer = client().popConsumer(ofGroup());
        std::optional<Result<PoppedBatch>> got;
        whenDone(consumer->receive(32, 30s), this, [&got](Result<PoppedBatch> batch) { got = std::move(batch); });
        QVERIFY(result(consumer->inWork()).has_value()); // it has been asked
        QVERIFY(!got);
        QVERIFY(send("late", 1));
        QTRY_VERIFY(got.has_value());
        QVERIFY2(got->has_value(), words(*got));
        QCOMPARE(bodiesOf(**got), QStringList{QStringLiteral("late")});
        QVERIFY(result(consumer->acknowledgeAll(ticketsOf(**got))).has_value());
    }

    void L_25_aBigMessageAndOnlyTheWantedTags_data() { tests::addTargetRows(); }
    void L_25_aBigMessageAndOnlyTheWantedTags()
    {
        QVERIFY(begin(QStringLiteral("contract-popped-big")));
        if (hasNoPop())
            return;
        const QByteArray big(3'000'000, 'b');
        QVERIFY(send("other", 0, QStringLiteral("y")) && send(big, 0, QStringLiteral("x")));
        PopOptions options = ofGroup();
        options.expression = QStringLiteral("x");
        const auto consumer = client().popConsumer(options);
        const PoppedBatch batch = take(*consumer, 1);
        QCOMPARE(batch.size(), std::size_t(1));
        const auto body = protocol::decodedBody(batch.front().message);
        QVERIFY(body && body->view() == big);
        QVERIFY(result(consumer->acknowledge(batch.front().ticket)).has_value());
    }

private:
    [[nodiscard]] bool hasNoPop() const { return target().dialect() == tests::Dialect::As4_9_7; }
    [[nodiscard]] PopOptions ofGroup()
    {
        PopOptions options;
        options.group = ConsumerGroup(freshGroup());
        options.topic = topic();
        return options;
    }
    /// So many messages, for at most 40 s: brokers give out fewer at once than they are asked for.
    [[nodiscard]] static PoppedBatch take(PopConsumer &consumer, std::size_t count)
    {
        PoppedBatch all;
        for (int tries = 0; all.size() < count && tries < 8; ++tries) {
            auto batch = result(consumer.receive(static_cast<int>(count - all.size()), 5s));
            if (!batch) {
                qWarning("%s", words(batch).constData());
                continue;
            }
            std::move(batch->begin(), batch->end(), std::back_inserter(all));
        }
        return all;
    }
};

ROCKETDESK_TEST(PoppingTest)

#include "tst_popping.moc"
