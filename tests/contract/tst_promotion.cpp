// SPDX-License-Identifier: Apache-2.0
#include "client/commands/replication.h"
#include "client/messageproducer.h"
#include "tests/contract/grouptest.h"
#include "tests/contract/replicatedcluster.h"
#include "tests/contract/watching.h"
#include "tests/support/longtests.h"

#include <QElapsedTimer>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace std::chrono_literals;

namespace {

const BrokerName promotedBroker(QStringLiteral("broker-a"));
const TopicName promotionTopic(QStringLiteral("contract-promotion"));

std::unique_ptr<MessageProducer> producerOf(Caller &caller, const QString &group)
{
    ProducerOptions options;
    options.producerGroup = group;
    return caller.client().producer(options);
}

/// Sends all the time, and remembers what was stored.
struct Sending {
    explicit Sending(Caller &its) : caller(its), producer(producerOf(its, u"contract-promotion-busy"_qs)) {}

    /// Begins the next send where none is on its way.
    void goOn()
    {
        if (isOut || (lastBegun.isValid() && lastBegun.elapsed() < 200))
            return;
        isOut = true;
        lastBegun.start();
        const QString body = numbered(number++, 1).constFirst();
        whenDone(producer->send({.topic = promotionTopic, .body = body.toUtf8()}), &context, [this, body](const Result<SendReceipt> &receipt) {
            isOut = false;
            if (receipt)
                stored << body;
            else
                ++failures[kindName(receipt.error().kind)];
        });
    }
    [[nodiscard]] bool untilStored(qsizetype count)
    {
        return eventually([&] {
            goOn();
            return stored.size() >= count;
        });
    }

    /// Where the last one was, as the call log has it: the stores of the sandbox's replicas are their master's.
    [[nodiscard]] Endpoint lastAt() const
    {
        const auto calls = Caller::result(caller.client().calls(0, {}, 200));
        Endpoint last;
        for (const CallRecord &call : calls ? calls->fresh : std::vector<CallRecord>()) {
            if (call.code == commands::SendMessageV2::request.code && call.ended == CallRecord::End::Answered && call.answer == 0)
                last = call.address;
        }
        return last;
    }

    Caller &caller;
    std::unique_ptr<MessageProducer> producer;
    QStringList stored;
    QMap<QString, int> failures;
    int number = 0;
    bool isOut = false;
    QElapsedTimer lastBegun;
    QObject context;
};

} // namespace

/// A replica becomes the master.
class PromotionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void T86_aNewMasterIsSeenWithinThirtySeconds_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("signal");
        QTest::newRow("sandbox") << u"sandbox"_qs << SIGKILL;
        const auto &targets = TargetCluster::all();
        if (std::none_of(targets.cbegin(), targets.cend(), [](const auto &target) { return target.name() == u"5.5.0"_qs; }))
            return;
        QTest::newRow("5.5.0, killed") << u"5.5.0"_qs << SIGKILL;
        QTest::newRow("5.5.0, leaves") << u"5.5.0"_qs << SIGTERM;
        QTest::newRow("5.5.0, hangs") << u"5.5.0"_qs << SIGSTOP;
    }
    void T86_aNewMasterIsSeenWithinThirtySeconds()
    {
        QFETCH(const QString, target);
        QFETCH(const int, signal);
        const ReplicatedCluster cluster(target, {}, {u"--controller"_qs});
        QVERIFY2(cluster.problem().isEmpty(), qPrintable(cluster.problem()));
        Caller caller(cluster.nameServer());
        QVERIFY(caller.ask(commands::UpdateAndCreateTopic{.topic = promotionTopic, .readQueueNums = 1, .writeQueueNums = 1}, Target::of(promotedBroker)).has_value());
        Sending sending(caller);
        QVERIFY(sending.untilStored(3));
        Caller other(cluster.nameServer());
        const auto idle = producerOf(other, u"contract-promotion-idle"_qs);
        QVERIFY(Caller::result(idle->send({.topic = promotionTopic, .body = "0000-idle"})).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(isReady(caller, cluster), 3 * Patience);

        QVERIFY(cluster.endMaster(signal));
        cluster.promoteReplica();
        QElapsedTimer since;
        since.start();
        qint64 changed = -1;
        const bool went = eventually([&] { // both are looked for side by side
            sending.goOn();
            if (changed < 0 && masterOf(caller) == cluster.replica().toString())
                changed = since.elapsed();
            return changed >= 0 && sending.lastAt() == cluster.replica();
        });
        const qint64 seen = since.elapsed();
        qInfo("%s: the name server has the new master after %lld ms, messages are stored there after %lld ms; failed meanwhile: %s", QTest::currentDataTag(), changed, seen, qPrintable(words(sending.failures)));
        QVERIFY2(went, qPrintable(u"the last one was stored at "_qs + sending.lastAt().toString()));
        QVERIFY2(seen - changed <= 30'000 + ProducerOptions().sendMsgTimeout, qPrintable(QString::number(seen - changed))); // one send may wait for the old one
        QVERIFY(sending.untilStored(sending.stored.size() + 20));
        QVERIFY(eventually([&] { return since.elapsed() > changed + 31'000; })); // a producer that sends nothing hears of it by itself
        const auto first = Caller::result(idle->send({.topic = promotionTopic, .body = "0001-idle"}));
        QVERIFY2(first.has_value(), qPrintable(first ? QString() : wordsFor(first.error()).line()));
        QCOMPARE(first->tries, 1);

        Watching watching(caller.client(), {.topics = {promotionTopic}, .from = WatchFrom::oldest()});
        const auto missing = [&] {
            QStringList bodies = sending.stored;
            bodies.removeIf([&](const QString &body) { return watching.bodies.contains(body); });
            return bodies;
        };
        QTRY_VERIFY2(missing().isEmpty(), qPrintable(u"lost though acknowledged: "_qs + missing().join(u' ')));
    }

private:
    /// The replica has what it needs to take over: the messages, and the topic, which it is told of once a minute.
    static bool isReady(Caller &caller, const ReplicatedCluster &cluster)
    {
        if (!cluster.isReal())
            return true;
        const auto master = caller.ask(commands::GetBrokerHaStatus(), Target::of(promotedBroker));
        const auto topics = caller.ask(commands::GetAllTopicConfig(), Target::at(cluster.replica()));
        return master && master->body.inSyncSlaveNums == 1 && topics && topics->body.topicConfigTable.contains(promotionTopic);
    }
    /// As the name server tells it now; empty where there is none.
    static QString masterOf(Caller &caller)
    {
        const auto route = caller.ask(commands::GetRouteInfoByTopic{.topic = promotionTopic});
        return route && !route->body.brokerDatas.isEmpty() ? route->body.brokerDatas.constFirst().brokerAddrs.value(BrokerId(0)) : QString();
    }
    static QString words(const QMap<QString, int> &failures)
    {
        QStringList all;
        for (auto one = failures.cbegin(); one != failures.cend(); ++one)
            all << QStringLiteral("%1 %2").arg(one.value()).arg(one.key());
        return all.isEmpty() ? QStringLiteral("none") : all.join(QStringLiteral(", "));
    }
};

ROCKETDESK_LONG_TEST(PromotionTest)

#include "tst_promotion.moc"
