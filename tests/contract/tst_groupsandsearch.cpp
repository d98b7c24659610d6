// SPDX-License-Identifier: Apache-2.0
#include "client/groups.h"
#include "client/networkthread.h"
#include "client/search.h"
#include "tests/contract/target.h"
#include "tests/support/awaited.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

const TopicName searched(QStringLiteral("contract-search"));
const ConsumerGroup searchGroup(QStringLiteral("contract-search-group"));

template <typename T>
QString wordsOf(const Result<T> &result)
{
    return result ? QString() : wordsFor(result.error()).line();
}

/// A target with a topic of two queues and six messages, and a group that has consumed some.
struct Ready {
    explicit Ready(const tests::TargetCluster &target)
    {
        const auto nameServer = target.nameServer();
        const auto broker = target.broker();
        if (!nameServer || !broker) {
            problem = QStringLiteral("it is not up");
            return;
        }
        Profile profile;
        profile.nameServers = {*nameServer};
        client = std::make_unique<Client>(network.address(), profile);
        at = rocketdesk::Target::at(*broker);
        if (!target.createTopic(searched.text(), 2)) {
            problem = QStringLiteral("its topic could not be made");
            return;
        }
        fill();
    }

    void fill()
    {
        for (int i = 0; i < 6 && problem.isEmpty(); ++i) {
            OutgoingMessage message{.topic = searched, .properties = {}, .body = QByteArray::number(i)};
            message.properties.set(protocol::property::Keys, QStringLiteral("all k%1").arg(i));
            SendOptions options;
            const auto route = awaited(client->ask(commands::GetRouteInfoByTopic{.topic = searched, .acceptStandardJsonOnly = {}}));
            if (route)
                options.queue = QueueRef{route->body.brokerDatas.first().brokerName, QueueId(i % 2)};
            const auto receipt = awaited(client->send(message, options));
            if (!receipt)
                problem = wordsOf(receipt);
            else
                receipts.push_back(*receipt);
            (void)eventually([sent = QDateTime::currentMSecsSinceEpoch()] { return QDateTime::currentMSecsSinceEpoch() > sent; }); // store times that differ
        }
        for (int queue = 0; queue < 2 && problem.isEmpty(); ++queue) { // a queue follows the log a moment later
            const auto end = [&] { return awaited(client->ask(commands::GetMaxOffset{.topic = searched, .queueId = QueueId(queue)}, at)); };
            if (!eventually([&] { return end().value_or(commands::GetMaxOffset::Reply()).offset.value() >= 3; }))
                problem = QStringLiteral("its messages are not in their queues");
        }
        commands::UpdateAndCreateSubscriptionGroup made;
        made.body.groupName = searchGroup;
        if (const auto done = awaited(client->ask(made, at)); !done)
            problem = wordsOf(done);
        for (int queue = 0; queue < 2 && problem.isEmpty(); ++queue) {
            const auto done = awaited(client->ask(commands::UpdateConsumerOffset{.consumerGroup = searchGroup, .topic = searched, .queueId = QueueId(queue), .commitOffset = QueueOffset(2)}, at));
            problem = wordsOf(done);
        }
    }

    [[nodiscard]] QSet<QString> groupNames()
    {
        const auto groups = awaited(client->ask(commands::GetAllSubscriptionGroupConfig(), at));
        QSet<QString> names;
        for (const ConsumerGroup &name : groups ? groups->body.subscriptionGroupTable.keys() : QList<ConsumerGroup>())
            names.insert(name.text());
        return names;
    }
    [[nodiscard]] qint64 stored(int queue)
    {
        const auto offset = awaited(client->ask(commands::QueryConsumerOffset{.consumerGroup = searchGroup, .topic = searched, .queueId = QueueId(queue), .setZeroIfNotFound = {}, .bname = {}}, at));
        return offset ? offset->offset.value() : -1;
    }

    QString problem;
    NetworkThread network;
    std::unique_ptr<Client> client;
    rocketdesk::Target at;
    std::vector<SendReceipt> receipts;
};

} // namespace

/// Groups, their offsets and stored messages, as the client reads and moves them, on every target.
class GroupsAndSearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsAreListedWithTheirLag_data() { addTargetRows(); }
    void groupsAreListedWithTheirLag()
    {
        Ready &on = ready();
        QVERIFY2(on.problem.isEmpty(), qPrintable(on.problem));
        const auto overview = awaited(on.client->groups().readAll());
        QVERIFY2(overview, qPrintable(wordsOf(overview)));
        QVERIFY(overview->failures.empty());
        const auto row = std::find_if(overview->groups.cbegin(), overview->groups.cend(), [](const GroupRow &each) { return each.group == searchGroup; });
        QVERIFY(row != overview->groups.cend());
        QVERIFY(row->lag.has_value());
        const auto tools = std::find_if(overview->groups.cbegin(), overview->groups.cend(), [](const GroupRow &each) { return each.group.text() == QLatin1StringView("TOOLS_CONSUMER"); });
        QVERIFY(tools != overview->groups.cend() && tools->builtIn);
    }

    void offsetsAreThoseOfEachQueue_data() { addTargetRows(); }
    void offsetsAreThoseOfEachQueue()
    {
        Ready &on = ready();
        QVERIFY2(on.problem.isEmpty(), qPrintable(on.problem));
        const auto detail = awaited(on.client->groups().read({.group = searchGroup, .topic = searched, .whole = true}));
        QVERIFY2(detail, qPrintable(wordsOf(detail)));
        QCOMPARE(detail->queues.size(), std::size_t(2));
        for (const QueueProgress &queue : detail->queues) {
            QCOMPARE(queue.maxOffset.value(), 3);
            QCOMPARE(queue.consumerOffset.value(), on.stored(queue.queue.id.value()));
        }
        QCOMPARE(detail->brokers.size(), std::size_t(1));
        QVERIFY(detail->clients.clients.empty());
        QVERIFY(detail->failures.empty());
    }

    void askingForAGroupThatIsNotThereMakesNone_data() { addTargetRows(); }
    void askingForAGroupThatIsNotThereMakesNone()
    {
        Ready &on = ready();
        QVERIFY2(on.problem.isEmpty(), qPrintable(on.problem));
        const QSet<QString> before = on.groupNames();
        QVERIFY(!before.isEmpty());
        const ConsumerGroup nobody(QStringLiteral("contract-nobody-at-all")); // a broker knows groups that other tests only asked about
        for (const auto &wish : {GroupWish{.group = nobody, .topic = {}}, GroupWish{.group = nobody, .topic = searched, .whole = false}}) {
            const auto detail = awaited(on.client->groups().read(wish));
            QVERIFY(!detail);
            QCOMPARE(detail.error().kind, Error::Kind::NotFound);
        }
        const auto plan = awaited(on.client->groups().planReset({.group = nobody, .topic = searched, .to = {.kind = ResetTarget::Kind::Latest}, .queues = {}}));
        QVERIFY(!plan);
        QCOMPARE(plan.error().kind, Error::Kind::NotFound);
        QCOMPARE(on.groupNames(), before);
    }

    void resetsMoveAGroupThatIsOffline_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("kind");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<qint64>("after");
        for (const auto &each : tests::TargetCluster::all()) {
            QTest::addRow("%s: earliest", qPrintable(each.name())) << each.name() << int(ResetTarget::Kind::Earliest) << qint64(0) << qint64(0);
            QTest::addRow("%s: latest", qPrintable(each.name())) << each.name() << int(ResetTarget::Kind::Latest) << qint64(0) << qint64(3);
            QTest::addRow("%s: an offset", qPrintable(each.name())) << each.name() << int(ResetTarget::Kind::Offset) << qint64(1) << qint64(1);
            QTest::addRow("%s: a time before all", qPrintable(each.name())) << each.name() << int(ResetTarget::Kind::Time) << qint64(1000) << qint64(0);
        }
    }
    void resetsMoveAGroupThatIsOffline()
    {
        QFETCH(int, kind);
        QFETCH(qint64, number);
        QFETCH(qint64, after);
        Ready &on = ready();
        QVERIFY2(on.problem.isEmpty(), qPrintable(on.problem));
        const auto plan = awaited(on.client->groups().planReset({.group = searchGroup, .topic = searched, .to = {.kind = ResetTarget::Kind(kind), .number = number}, .queues = {}}));
        QVERIFY2(plan, qPrintable(wordsOf(plan)));
        QCOMPARE(plan->queues.size(), std::size_t(2));
        for (const QueueReset &queue : plan->queues) {
            QCOMPARE(queue.before->value(), on.stored(queue.queue.value())); // nothing is written by planning
            QCOMPARE(queue.after.value(), after);
            QCOMPARE(queue.way, named().dialect() == Dialect::As5_5_0 ? ResetWay::AtBroker : ResetWay::Stored);
        }
        const auto results = awaited(on.client->groups().reset(*plan));
        QVERIFY2(results, qPrintable(wordsOf(results)));
        for (const QueueResetResult &result : *results) {
            QVERIFY2(result.after, qPrintable(wordsOf(result.after)));
            QCOMPARE(result.after->value(), after);
            QCOMPARE(on.stored(result.planned.queue.value()), after);
        }
    }

    void messagesAreFoundByBothIds_data() { addTargetRows(); }
    void messagesAreFoundByBothIds()
    {
        Ready &on = ready();
        QVERIFY2(on.problem.isEmpty(), qPrintable(on.problem));
        const SendReceipt &sent = on.receipts.at(3);
        const auto byId = [&](const QString &id, std::optional<TopicName> in) { return awaited(on.client->search().byId({.id = id, .topic = std::move(in)})); };
        QTRY_VERIFY(byId(sent.messageId, searched).has_value()); // the index follows within about a second
        for (const auto &found : {byId(sent.messageId, searched), byId(sent.messageId, std::nullopt), byId(sent.offsetMessageId, std::nullopt), byId(sent.offsetMessageId, searched)}) {
            QVERIFY2(found, qPrintable(wordsOf(found)));
            QCOMPARE(found->messages.size(), std::size_t(1));
            QCOMPARE(found->messages[0].queueOffset, sent.queueOffset);
            QCOMPARE(found->messages[0].messageId(), sent.messageId);
            QCOMPARE(decodedBody(found->messages[0])->view().toByteArray(), QByteArray("3"));
        }
        const auto missing = byId(QStringLiteral("0A00000200002A9F0000000000000400"), searched);
        QVERIFY(!missing);
        QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    }

    void messagesAreFoundByKey_data() { addTargetRows(); }
    void messagesAreFoundByKey()
    {
        Ready &on = ready();
        QVERIFY2(on.problem.isEmpty(), qPrintable(on.problem));
        const auto byKey = [&](const char *key) { return awaited(on.client->search().byKey({.topic = searched, .key = QString::fromLatin1(key)})); };
        QTRY_COMPARE(byKey("all").value_or(FoundMessages()).messages.size(), std::size_t(6));
        const auto all = byKey("all");
        for (std::size_t i = 0; i < 6; ++i)
            QCOMPARE(decodedBody(all->messages[i])->view().toByteArray(), QByteArray::number(int(i))); // by store time
        QCOMPARE(byKey("k4")->messages.size(), std::size_t(1));
        QCOMPARE(byKey("nobody")->messages.size(), std::size_t(0));
        QCOMPARE(byKey("all k4")->messages.size(), std::size_t(0)); // keys are words
    }

    void messagesAreFoundByTheTimeTheyWereStored_data() { addTargetRows(); }
    void messagesAreFoundByTheTimeTheyWereStored()
    {
        Ready &on = ready();
        QVERIFY2(on.problem.isEmpty(), qPrintable(on.problem));
        const std::vector<qint64> times = storeTimes(on, 0, std::numeric_limits<int>::max() * 1000LL);
        QCOMPARE(times.size(), std::size_t(6));
        QVERIFY(std::is_sorted(times.begin(), times.end()));
        QCOMPARE(storeTimes(on, times[1], times[4]), std::vector<qint64>(times.begin() + 1, times.begin() + 5));
        QCOMPARE(storeTimes(on, times[4], times[1]).size(), std::size_t(4));
        QCOMPARE(storeTimes(on, times[1] + 1, times[4] - 1), std::vector<qint64>(times.begin() + 2, times.begin() + 4));
        QCOMPARE(storeTimes(on, times[2], times[2]), std::vector<qint64>{times[2]});
        QCOMPARE(storeTimes(on, times[5] + 1, times[5] + 1000).size(), std::size_t(0));
        QCOMPARE(storeTimes(on, 0, times[0] - 1).size(), std::size_t(0));
    }

private:
    [[nodiscard]] static const tests::TargetCluster &named()
    {
        QFETCH(QString, target);
        return tests::TargetCluster::named(target);
    }
    [[nodiscard]] Ready &ready()
    {
        const tests::TargetCluster &target = named();
        auto &made = m_ready[target.name()];
        if (!made)
            made = std::make_unique<Ready>(target);
        return *made;
    }
    static std::vector<qint64> storeTimes(Ready &on, qint64 from, qint64 to)
    {
        const auto search = on.client->search().between({.topic = searched, .fromMs = from, .toMs = to});
        QSignalSpy finished(search.get(), &RunningSearch::finished);
        std::vector<qint64> times;
        const auto drain = [&] {
            for (const auto &batch : search->drain()) {
                for (const auto &message : batch->messages)
                    times.push_back(message.storeTimestamp);
            }
        };
        (void)eventually([&] { return !finished.isEmpty(); });
        drain();
        return finished.isEmpty() ? std::vector<qint64>{-1} : times;
    }

    std::map<QString, std::unique_ptr<Ready>> m_ready;
};

ROCKETDESK_TEST(GroupsAndSearchTest)

#include "tst_groupsandsearch.moc"
