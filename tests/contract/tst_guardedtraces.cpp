// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/guardedcluster.h"
#include "tests/contract/watching.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;
using tests::Caller;
using tests::Guard;
using tests::GuardedCluster;
using tests::Watching;
namespace account = tests::account;

namespace {

const auto broker = Target::of(BrokerName(QStringLiteral("broker-a")));
const QStringList stored = {QStringLiteral("m0"), QStringLiteral("m1"), QStringLiteral("m2"), QStringLiteral("m3"), QStringLiteral("m4"), QStringLiteral("m5")};

/// What a watch must not change: topics, groups and committed offsets of the broker, with their version numbers.
struct Traces {
    QByteArray topics;
    QByteArray groups;
    QByteArray offsets;
    QStringList ownTopics; ///< which a young broker makes when it first looks for transactions to check
};

Result<Traces> tracesOf(Caller &caller)
{
    const auto topics = caller.ask(commands::GetAllTopicConfig(), broker);
    const auto groups = caller.ask(commands::GetAllSubscriptionGroupConfig(), broker);
    auto offsets = caller.ask(commands::GetAllConsumerOffset(), broker);
    if (!topics || !groups || !offsets)
        return failed(!topics ? topics.error() : !groups ? groups.error() : offsets.error());
    // The broker's own reading of half messages and of POP's receipts goes on whether anybody watches or not.
    offsets->body.offsetTable.removeIf([](const auto &entry) { return entry.key().contains(QLatin1StringView("@CID_RMQ_SYS_")); });
    Traces traces{protocol::writeJson(topics->body), protocol::writeJson(groups->body), protocol::writeJson(offsets->body.offsetTable)};
    for (const TopicName &topic : topics->body.topicConfigTable.keys()) {
        if (topic.text().startsWith(QLatin1StringView("RMQ_SYS_TRANS_")))
            traces.ownTopics << topic.text();
    }
    return traces;
}

/// Somebody who watches a cluster, and an administrator who looks at what it leaves behind.
struct Parties {
    Profile administrator;
    Profile watcher;
    Profile reader;
    Client::Secrets secrets;
    TopicName topic;
    ConsumerGroup group;
};

WatchOptions from(const Parties &parties, WatchFrom place)
{
    return {.topics = {parties.topic}, .from = place};
}

} // namespace

/// A watch changes neither 21 nor 201 nor the offsetTable of 43, on every target, with and without ACL.
class TracesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWatchLeavesNone_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("guarded");
        for (const auto &target : tests::TargetCluster::all()) {
            QTest::addRow("%s", qPrintable(target.name())) << target.name() << false;
            QTest::addRow("%s with ACL", qPrintable(target.name())) << target.name() << true;
        }
    }

    void aWatchLeavesNone()
    {
        QFETCH(const QString, target);
        QFETCH(const bool, guarded);
        const auto parties = partiesOf(target, guarded ? Guard::Accounts : Guard::ClientCertificate);
        QVERIFY2(parties.has_value(), qPrintable(parties ? QString() : parties.error().remark));
        Caller administrator(parties->administrator, parties->secrets);
        sendStored(administrator, *parties);
        if (QTest::currentTestFailed())
            return;
        Result<Traces> before;
        Result<Traces> after;
        do { // again where the broker made a topic of its own meanwhile, which gives its table another version
            before = tracesOf(administrator);
            QVERIFY2(before.has_value(), qPrintable(before ? QString() : before.error().remark));
            watchInEveryWay(*parties);
            if (QTest::currentTestFailed())
                return;
            after = tracesOf(administrator);
            QVERIFY2(after.has_value(), qPrintable(after ? QString() : after.error().remark));
        } while (after->ownTopics != before->ownTopics);
        QCOMPARE(after->topics, before->topics);
        QCOMPARE(after->groups, before->groups);
        QCOMPARE(after->offsets, before->offsets);
        QVERIFY(before->topics.contains(parties->topic.text().toUtf8()));
        QVERIFY(before->groups.contains(parties->group.text().toUtf8()));
    }

    void cleanupTestCase() { GuardedCluster::stopAll(); }

private:
    /// Of a cluster that is left alone: on the others, what earlier tests began goes on.
    static Result<Parties> partiesOf(const QString &name, Guard guard)
    {
        GuardedCluster &cluster = GuardedCluster::shared(name, guard);
        if (!cluster.problem().isEmpty())
            return failed(Error::Kind::Local, cluster.problem());
        return Parties{.administrator = cluster.profile(), .watcher = cluster.profile(account::watcher), .reader = cluster.profile(account::reader),
            .secrets = cluster.secrets(), .topic = TopicName(tests::tracedTopic), .group = ConsumerGroup(tests::guardedGroup)};
    }

    static void sendStored(Caller &caller, const Parties &parties)
    {
        for (const QString &body : stored) {
            OutgoingMessage message{.topic = parties.topic, .body = body.toUtf8()};
            message.properties.set(QStringLiteral("TAGS"), body == stored.front() ? QStringLiteral("first") : QStringLiteral("other"));
            const auto receipt = Caller::result(caller.client().send(std::move(message)));
            QVERIFY2(receipt.has_value(), qPrintable(receipt ? QString() : receipt.error().remark));
        }
    }

    static void watchInEveryWay(const Parties &parties)
    {
        Caller watcher(parties.watcher, parties.secrets);
        expect(watcher, from(parties, WatchFrom::oldest()), stored);
        expect(watcher, from(parties, WatchFrom::last(2)), 2);
        expect(watcher, from(parties, WatchFrom::newest()), QStringList());
        WatchOptions tagged = from(parties, WatchFrom::oldest());
        tagged.tags = QStringLiteral("first");
        expect(watcher, tagged, {stored.front()});
        WatchOptions selected = from(parties, WatchFrom::oldest());
        selected.sql = QStringLiteral("TAGS = 'other'");
        expect(watcher, selected, stored.mid(1));
        Caller reader(parties.reader, parties.secrets);
        WatchOptions asGroup = from(parties, WatchFrom::oldest());
        asGroup.asGroup = parties.group;
        expect(reader, asGroup, stored);
    }

    static void expect(Caller &caller, const WatchOptions &options, const QStringList &bodies)
    {
        Watching watching(caller.client(), options);
        QTRY_VERIFY((watching.positioned == 2 && watching.bodies.size() >= bodies.size()) || watching.ended);
        QVERIFY2(!watching.ended, qPrintable(watching.ended ? watching.ended->remark : QString()));
        QCOMPARE(watching.bodies, bodies);
    }
    static void expect(Caller &caller, const WatchOptions &options, int count)
    {
        Watching watching(caller.client(), options);
        QTRY_VERIFY(watching.bodies.size() == count || watching.ended);
        QVERIFY2(!watching.ended, qPrintable(watching.ended ? watching.ended->remark : QString()));
    }
};

ROCKETDESK_TEST(TracesTest)

#include "tst_guardedtraces.moc"
