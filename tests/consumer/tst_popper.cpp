// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/popper.h"
#include "client/commands/brokers.h"
#include "client/commands/connections.h"
#include "client/commands/pop.h"
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;

namespace {

PopOptions optionsOf()
{
    PopOptions options;
    options.group = ConsumerGroup(QStringLiteral("g"));
    options.topic = TopicName(T);
    return options;
}

PopOptions optionsWithSql()
{
    PopOptions options = optionsOf();
    options.expressionType = QStringLiteral("SQL92");
    options.expression = QStringLiteral("a = 'b'");
    return options;
}

const QList<std::pair<QString, QString>> Wanted{{QStringLiteral("a"), QStringLiteral("b")}}; ///< properties that the SQL takes

QStringList bodiesOf(const PoppedBatch &batch)
{
    QStringList bodies;
    for (const PoppedMessage &popped : batch)
        bodies << QString::fromUtf8(popped.message.body.view());
    return bodies;
}

} // namespace

/// The POP consumer on a sandbox whose time the test moves.
class PopperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void L_25_whatIsAcknowledgedNeverComesAgain()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto popper = make(f, optionsOf());
        f.sendMany(3);
        const auto batch = take(f, *popper);
        QCOMPARE(bodiesOf(batch), (QStringList{QStringLiteral("0000"), QStringLiteral("0001"), QStringLiteral("0002")}));
        QCOMPARE(popper->inWork(), 3);
        for (const PoppedMessage &popped : batch)
            QVERIFY(f.result(popper->acknowledge(popped.ticket)).has_value());
        QCOMPARE(popper->inWork(), 0);
        f.tick(2min);
        QVERIFY(nothingComes(f, *popper));
    }

    void L_25_whatIsNotAcknowledgedComesAgain_data()
    {
        QTest::addColumn<bool>("v2");
        QTest::newRow("retry topic v1") << false;
        QTest::newRow("retry topic v2") << true;
    }

    void L_25_whatIsNotAcknowledgedComesAgain()
    {
        QFETCH(const bool, v2);
        ConsumeFixture f;
        f.createTopic(T, 1);
        if (v2)
            QVERIFY(f.ask(commands::UpdateBrokerConfig{QStringLiteral("enableRetryTopicV2=true")}).has_value());
        const auto popper = make(f, optionsOf());
        f.sendMany(1);
        const auto first = take(f, *popper);
        QCOMPARE(first.size(), std::size_t(1));
        f.tick(61s);
        QCOMPARE(popper->inWork(), 0);
        const auto late = f.result(popper->acknowledge(first.front().ticket));
        QVERIFY(!late);
        QCOMPARE(kindName(late.error().kind), kindName(Error::Kind::NotFound));
        const auto again = take(f, *popper);
        QCOMPARE(bodiesOf(again), bodiesOf(first));
        QCOMPARE(again.front().message.topic, TopicName(T));
        QCOMPARE(again.front().message.reconsumeTimes, 1);
        QCOMPARE(again.front().ticket.receipt.topicType, v2 ? QStringLiteral("2") : QStringLiteral("1"));
        QVERIFY(f.result(popper->acknowledge(again.front().ticket)).has_value());
        f.tick(2min);
        QVERIFY(nothingComes(f, *popper));
    }

    void manyAreAcknowledgedInOneCall()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        const auto popper = make(f, optionsOf());
        f.sendMany(6);
        PoppedBatch all = take(f, *popper);
        while (all.size() < 6) {
            for (PoppedMessage &more : take(f, *popper))
                all.push_back(std::move(more));
        }
        std::vector<PopTicket> tickets;
        for (const PoppedMessage &popped : all)
            tickets.push_back(popped.ticket);
        const PopTicket kept = tickets.back();
        tickets.pop_back();
        const auto results = f.result(popper->acknowledgeAll(tickets));
        QVERIFY(results.has_value());
        QCOMPARE(results->size(), std::size_t(5));
        for (const Result<void> &one : *results)
            QVERIFY(one.has_value());
        const auto twice = f.result(popper->acknowledgeAll({tickets.front(), kept}));
        QVERIFY(twice && !twice->front() && twice->back());
        f.tick(2min);
        QVERIFY(nothingComes(f, *popper));
    }

    void aMessageIsKeptLongerByItsNewTicket()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto popper = make(f, optionsOf());
        f.sendMany(1);
        const auto batch = take(f, *popper);
        const auto longer = f.result(popper->changeInvisible(batch.front().ticket, 3min));
        QVERIFY2(longer.has_value(), qPrintable(longer ? QString() : longer.error().remark));
        QVERIFY(!f.result(popper->acknowledge(batch.front().ticket)));
        f.tick(2min);
        QVERIFY(nothingComes(f, *popper));
        QVERIFY(f.result(popper->acknowledge(*longer)).has_value());
        f.tick(2min);
        QVERIFY(nothingComes(f, *popper));
    }

    void noMoreAreTakenThanMayBeInWork()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        PopOptions options = optionsOf();
        options.batch = 2;
        options.maxInWork = 4;
        const auto popper = make(f, options);
        f.sendMany(6);
        PoppedBatch held = take(f, *popper);
        for (PoppedMessage &more : take(f, *popper))
            held.push_back(std::move(more));
        QCOMPARE(held.size(), std::size_t(4));
        const auto full = f.result(popper->receive(32, 0ms));
        QVERIFY(!full);
        QCOMPARE(kindName(full.error().kind), kindName(Error::Kind::Throttled));
        QVERIFY(f.result(popper->acknowledgeAll({held.at(0).ticket, held.at(1).ticket})).has_value());
        QCOMPARE(bodiesOf(take(f, *popper)), (QStringList{QStringLiteral("0004"), QStringLiteral("0005")}));
    }

    void aWaitingReceiveGetsTheNextMessageOfAnyBroker()
    {
        ConsumeFixture f(2);
        f.createTopic(T, 1, {QStringLiteral("broker-a"), QStringLiteral("broker-b")});
        const auto popper = make(f, optionsOf());
        std::optional<Result<PoppedBatch>> got;
        QObject context;
        whenDone(popper->receive(32, 15s), &context, [&got](Result<PoppedBatch> batch) { got = std::move(batch); });
        const auto waiting = [&f] {
            const auto info = f.ask(commands::PollingInfo{ConsumerGroup(QStringLiteral("g")), TopicName(T), QueueId(-1)}, QStringLiteral("broker-b"));
            return info ? info->pollingNum : 0;
        };
        QTRY_COMPARE(waiting(), 1);
        QVERIFY(!got);
        f.send(QStringLiteral("late"), f.toQueue(0, QStringLiteral("broker-b")));
        QTRY_VERIFY(got.has_value());
        QVERIFY(got->has_value());
        QCOMPARE(bodiesOf(**got), QStringList{QStringLiteral("late")});
    }

    void aReceiveEndsEmptyAfterItsTime()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto popper = make(f, optionsOf());
        std::optional<Result<PoppedBatch>> got;
        QObject context;
        whenDone(popper->receive(32, 10s), &context, [&got](Result<PoppedBatch> batch) { got = std::move(batch); });
        QTRY_VERIFY(f.tick(500ms) && got.has_value());
        QVERIFY(got->has_value() && (*got)->empty());
        QVERIFY(f.clock.now() >= 10s);
    }

    void tagsAreComparedByTheirText()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        PopOptions options = optionsOf();
        options.expression = QStringLiteral("Aa");
        const auto popper = make(f, options);
        for (const char *tag : {"BB", "Aa", "x"}) // Aa and BB have one hash
            f.send(QString::fromLatin1(tag), {}, QString::fromLatin1(tag));
        QCOMPARE(bodiesOf(take(f, *popper)), QStringList{QStringLiteral("Aa")});
        QTRY_COMPARE(popper->inWork(), 1); // the other one was acknowledged
    }

    void brokersAreAskedAboutSqlBeforeTheFirstPop()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto popper = make(f, optionsWithSql());
        f.send(QStringLiteral("other"), {}, {}, T, {{QStringLiteral("a"), QStringLiteral("c")}});
        f.send(QStringLiteral("wanted"), {}, {}, T, Wanted);
        f.box.faults().add({.code = 46}, {.kind = sandbox::Fault::Kind::Refusal, .code = 23, .remark = QStringLiteral("broken")});
        const auto refused = f.result(popper->receive(32, 5s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, 23);
        QCOMPARE(refused.error().remark, QStringLiteral("broken"));
        QCOMPARE(calls(f, commands::PopMessage::request.code), 0);
        f.box.faults().clear();
        f.tick(2s); // the pause after a failure
        QCOMPARE(bodiesOf(take(f, *popper)), QStringList{QStringLiteral("wanted")});
        QVERIFY(nothingComes(f, *popper));
        QCOMPARE(calls(f, commands::CheckClientConfig::request.code), 2); // once understood, not again
    }

    void aBrokerThatRefusesSqlIsToldOfWhileTheOthersGoOn()
    {
        ConsumeFixture f(2);
        f.createTopic(T, 1, {QStringLiteral("broker-a"), QStringLiteral("broker-b")});
        QList<consumernews::Trouble> troubles;
        QStringList recovered;
        const auto popper = make(f, optionsWithSql(), [&](const ConsumerNews &news) {
            if (const auto *const trouble = std::get_if<consumernews::Trouble>(&news))
                troubles << *trouble;
            if (const auto *const recovery = std::get_if<consumernews::Recovered>(&news))
                recovered << recovery->broker.text();
        });
        for (const QString &broker : {QStringLiteral("broker-a"), QStringLiteral("broker-b")})
            f.send(broker, f.toQueue(0, broker), {}, T, Wanted);
        f.box.faults().add({.code = 46, .server = QStringLiteral("broker-b")}, {.kind = sandbox::Fault::Kind::Refusal, .code = 23, .remark = QStringLiteral("broken")});
        QCOMPARE(bodiesOf(take(f, *popper)), QStringList{QStringLiteral("broker-a")});
        QTRY_COMPARE(troubles.size(), 1);
        QCOMPARE(troubles.front().broker.text(), QStringLiteral("broker-b"));
        QCOMPARE(troubles.front().error.code, 23);
        QVERIFY(!troubles.front().answeredBefore);
        f.box.faults().clear();
        f.tick(2s); // the pause after a failure
        QCOMPARE(bodiesOf(take(f, *popper)), QStringList{QStringLiteral("broker-b")});
        QCOMPARE(troubles.size(), 1);
        QCOMPARE(recovered, QStringList{QStringLiteral("broker-b")});
    }

    void aBrokerThatWasStartedAnewIsAskedAboutSqlAgain()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const BrokerName name(QStringLiteral("broker-a"));
        const auto popper = make(f, optionsWithSql());
        f.send(QStringLiteral("wanted"), {}, {}, T, Wanted);
        QCOMPARE(bodiesOf(take(f, *popper)), QStringList{QStringLiteral("wanted")});
        f.box.stopBroker(name);
        QTRY_VERIFY(!f.link->remoting.connectionTo(*f.link->cluster.knownAddress(name)));
        QVERIFY(f.box.startBroker(name).has_value());
        f.box.faults().add({.code = 46}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("SQL is switched off")});
        const auto refused = receive(f, *popper, 5s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().remark, QStringLiteral("SQL is switched off"));
    }

    void aBrokerWaitsNoLongerThanIsLeftAfterTheQuestionAboutSql()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto popper = make(f, optionsWithSql());
        f.box.faults().add({.code = 46}, {.kind = sandbox::Fault::Kind::Delay, .delay = 2s});
        QObject context;
        whenDone(popper->receive(32, 10s), &context, [](const Result<PoppedBatch> &) {});
        QTRY_COMPARE(calls(f, commands::CheckClientConfig::request.code), 1);
        QVERIFY(f.ask(commands::GetBrokerConfig()).has_value()); // behind it on the same connection: the broker has both
        f.tick(2s);
        QTRY_COMPARE(calls(f, commands::PopMessage::request.code), 1);
        const auto all = f.link->remoting.log().since(0, 20'000);
        const auto pop = std::find_if(all.cbegin(), all.cend(), [](const CallRecord &call) { return call.code == commands::PopMessage::request.code; });
        QVERIFY(f.link->remoting.log().fields(pop->number).contains("pollTime=8000\n"));
    }

    void anAnswerMayTakeAsLongAsAnyOfTheProfile()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        f.sendMany(1);
        Remoting remoting({}, f.clock);
        Cluster cluster(remoting, {.nameServers = {f.box.nameServer()}, .requestTimeout = 10s});
        Presence presence(cluster);
        Membership membership(cluster, presence);
        const auto popper = Popper::make(cluster, membership, optionsOf(), [](const ConsumerNews &) {});
        QVERIFY(popper.has_value());
        f.box.faults().add({.code = commands::PopMessage::request.code}, {.kind = sandbox::Fault::Kind::Delay, .delay = 5s});
        std::optional<Result<PoppedBatch>> got;
        QObject context;
        whenDone((*popper)->receive(32, 0ms), &context, [&got](Result<PoppedBatch> batch) { got = std::move(batch); });
        QTRY_COMPARE(calls(remoting, commands::PopMessage::request.code), 1);
        QVERIFY(f.result(cluster.ask(commands::GetBrokerConfig(), Target::of(BrokerName(QStringLiteral("broker-a"))), {})).has_value()); // behind it: the broker has it
        f.tick(5s);
        QTRY_VERIFY(got.has_value());
        QVERIFY2(got->has_value(), qPrintable(got->has_value() ? QString() : got->error().remark));
        QCOMPARE(bodiesOf(**got), QStringList{QStringLiteral("0000")});
    }

    void anOrderedQueueWaitsForItsBatch()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        PopOptions options = optionsOf();
        options.inOrder = true;
        options.batch = 1;
        const auto popper = make(f, options);
        f.sendMany(2);
        const auto first = take(f, *popper);
        QCOMPARE(bodiesOf(first), QStringList{QStringLiteral("0000")});
        QVERIFY(first.front().ticket.receipt.isOrderly());
        QVERIFY(nothingComes(f, *popper));
        QVERIFY(f.result(popper->acknowledge(first.front().ticket)).has_value());
        QCOMPARE(bodiesOf(take(f, *popper)), QStringList{QStringLiteral("0001")});
    }

    void theBrokerSharesOutWhereItIsToldTo()
    {
        ConsumeFixture f;
        f.createTopic(T, 2);
        PopOptions options = optionsOf();
        options.brokerAssigns = true;
        const auto popper = make(f, options);
        f.sendMany(2);
        const auto pulls = f.result(popper->receive(32, 0ms));
        QVERIFY(!pulls); // 401 has not been said
        QCOMPARE(kindName(pulls.error().kind), kindName(Error::Kind::Unsupported));
        QVERIFY(f.ask(commands::SetMessageRequestMode{{options.group, QStringLiteral("POP"), 0, options.topic}}).has_value());
        f.tick(21s);
        QVERIFY(!take(f, *popper).empty());
    }

    void brokersSeeItAsAMemberThatPops()
    {
        ConsumeFixture f;
        f.createTopic(T, 1);
        const auto popper = make(f, optionsOf());
        f.sendMany(1);
        QVERIFY(!take(f, *popper).empty());
        const auto seen = [&f] {
            const auto reply = f.ask(commands::GetConsumerConnectionList{ConsumerGroup(QStringLiteral("g"))});
            return reply && reply->body.consumeType == commands::ConsumeType::Pop;
        };
        QTRY_VERIFY(seen());
    }

    void T_68_settingsThatDoNotFitAreRefused_data()
    {
        QTest::addColumn<PopOptions>("options");
        QTest::addColumn<Error::Kind>("kind");
        using Kind = Error::Kind;
        const auto with = [](auto change) {
            PopOptions options = optionsOf();
            change(options);
            return options;
        };
        QTest::newRow("in order, shared out by the broker") << with([](PopOptions &o) { o.inOrder = o.brokerAssigns = true; }) << Kind::Unsupported;
        QTest::newRow("no SQL") << with([](PopOptions &o) {
            o.expressionType = QStringLiteral("SQL92");
            o.expression = QStringLiteral("a =");
        }) << Kind::InvalidArgument;
        QTest::newRow("4.9 s") << with([](PopOptions &o) { o.invisibleTime = 4'900ms; }) << Kind::InvalidArgument;
        QTest::newRow("301 s") << with([](PopOptions &o) { o.invisibleTime = 301s; }) << Kind::InvalidArgument;
        QTest::newRow("33 at once") << with([](PopOptions &o) { o.batch = 33; }) << Kind::InvalidArgument;
        QTest::newRow("no room for a batch") << with([](PopOptions &o) { o.maxInWork = 31; }) << Kind::InvalidArgument;
        QTest::newRow("no group") << with([](PopOptions &o) { o.group = ConsumerGroup(); }) << Kind::InvalidArgument;
    }

    void T_68_settingsThatDoNotFitAreRefused()
    {
        QFETCH(const PopOptions, options);
        QFETCH(const Error::Kind, kind);
        ConsumeFixture f;
        const auto popper = Popper::make(f.link->cluster, f.link->membership, options, [](const ConsumerNews &) {});
        QVERIFY(!popper);
        QCOMPARE(kindName(popper.error().kind), kindName(kind));
    }

private:
    static std::unique_ptr<Popper> make(ConsumeFixture &f, const PopOptions &options, const Popper::Tell &tell = [](const ConsumerNews &) {})
    {
        auto popper = Popper::make(f.link->cluster, f.link->membership, options, tell);
        if (!popper)
            qFatal("%s", qUtf8Printable(popper.error().remark));
        return std::move(*popper);
    }
    /// What comes; once more where a connection was idle for too long.
    static Result<PoppedBatch> receive(ConsumeFixture &f, Popper &popper, milliseconds wait)
    {
        auto batch = f.result(popper.receive(32, wait));
        for (int tries = 0; !batch && batch.error().kind == Error::Kind::Closed && tries < 3; ++tries) {
            f.tick(2s);
            batch = f.result(popper.receive(32, wait));
        }
        return batch;
    }
    static PoppedBatch take(ConsumeFixture &f, Popper &popper)
    {
        return receive(f, popper, 5s).value_or(PoppedBatch());
    }
    static qsizetype calls(ConsumeFixture &f, int code) { return calls(f.link->remoting, code); }
    static qsizetype calls(Remoting &remoting, int code)
    {
        const auto all = remoting.log().since(0, 20'000);
        return std::count_if(all.cbegin(), all.cend(), [code](const CallRecord &call) { return call.code == code; });
    }
    static bool nothingComes(ConsumeFixture &f, Popper &popper)
    {
        const auto batch = receive(f, popper, 0ms);
        return batch && batch->empty();
    }
};

ROCKETDESK_TEST(PopperTest)

#include "tst_popper.moc"
