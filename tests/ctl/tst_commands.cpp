// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "client/client.h"
#include "tests/ctl/ctlrun.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace rocketdesk;
using namespace rocketdesk::tests;

namespace {

/// What differs from run to run, taken out: ports, ids, times and costs.
QByteArray steady(const QByteArray &lines)
{
    static const std::pair<QRegularExpression, QString> rules[] = {
        {QRegularExpression(QStringLiteral("127\\.0\\.0\\.1:\\d+")), QStringLiteral("HOST")},
        {QRegularExpression(QStringLiteral("\\b[0-9A-F]{32}([0-9A-F]{24})?\\b")), QStringLiteral("ID")},
        {QRegularExpression(QStringLiteral("\\b1\\d{12}\\b")), QStringLiteral("TIME")},
        {QRegularExpression(QStringLiteral("\"costMs\":[0-9.]+")), QStringLiteral("\"costMs\":N")},
        {QRegularExpression(QStringLiteral("\"inTps\":[0-9.e-]+")), QStringLiteral("\"inTps\":N")},
    };
    QString text = QString::fromUtf8(lines);
    for (const auto &[pattern, word] : rules)
        text.replace(pattern, word);
    return text.toUtf8();
}

/// Ends a call on this thread.
template <typename T>
bool isDone(Pending<T> pending)
{
    std::optional<bool> done;
    QObject context;
    whenDone(std::move(pending), &context, [&](Result<T> result) { done = result.has_value(); });
    return tests::eventually([&] { return done.has_value(); }) && *done;
}

sandbox::SandboxOptions twoBrokers()
{
    sandbox::SandboxOptions options;
    options.brokers = 2;
    options.demoData = false;
    options.rate = 0;
    return options;
}

} // namespace

/// Every command that asks a cluster, against an embedded one.
class ClusterCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_sandbox = std::make_unique<sandbox::SandboxThread>(twoBrokers());
        QVERIFY(m_sandbox->started());
        QCOMPARE(steady(json(QStringLiteral("topic create orders --queues 2"))),
            QByteArray("{\"brokerName\":\"broker-a\",\"result\":\"CREATED\"}\n{\"brokerName\":\"broker-b\",\"result\":\"CREATED\"}\n"));
        QCOMPARE(steady(json(QStringLiteral("send orders --body hello --tag TagA --key k1 --key k2 --property a=b --queue broker-a:0"))),
            QByteArray("{\"messageId\":\"ID\",\"offsetMessageId\":\"ID\",\"brokerName\":\"broker-a\",\"queueId\":0,\"queueOffset\":0,\"status\":\"SEND_OK\",\"costMs\":N}\n"));
        m_first = objects(json(QStringLiteral("send orders --body second --key k1 --queue broker-b:1"))).first();
        addGroup();
    }

    void clusterShowsEveryBroker()
    {
        const auto lines = objects(json(QStringLiteral("cluster")));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].value(QLatin1StringView("brokerName")).toString(), QStringLiteral("broker-a"));
        QCOMPARE(lines[0].value(QLatin1StringView("role")).toString(), QStringLiteral("MASTER"));
        QCOMPARE(lines[0].value(QLatin1StringView("version")).toString(), QStringLiteral("5.5.0"));
        const QStringList names = {QStringLiteral("address"), QStringLiteral("brokerId"), QStringLiteral("brokerName"), QStringLiteral("cluster"), QStringLiteral("diskRatio"),
            QStringLiteral("inTps"), QStringLiteral("outTps"), QStringLiteral("role"), QStringLiteral("version")};
        QCOMPARE(lines[1].keys(), names);
        QVERIFY(table(QStringLiteral("cluster")).startsWith("cluster         brokerName  brokerId  address"));
    }

    void topicsShowsQueuesOfAllBrokersTogether()
    {
        QVERIFY2(json(QStringLiteral("topics")).contains(
                     "{\"topic\":\"orders\",\"type\":\"NORMAL\",\"readQueues\":4,\"writeQueues\":4,\"perm\":6,\"brokers\":[\"broker-a\",\"broker-b\"]}\n"),
            json(QStringLiteral("topics")).constData());
    }

    void topicShowsEachQueue()
    {
        QCOMPARE(steady(json(QStringLiteral("topic orders"))),
            QByteArray("{\"topic\":\"orders\",\"brokerName\":\"broker-a\",\"queueId\":0,\"minOffset\":0,\"maxOffset\":1,\"lastUpdateTimestamp\":TIME}\n"
                       "{\"topic\":\"orders\",\"brokerName\":\"broker-a\",\"queueId\":1,\"minOffset\":0,\"maxOffset\":0,\"lastUpdateTimestamp\":0}\n"
                       "{\"topic\":\"orders\",\"brokerName\":\"broker-b\",\"queueId\":0,\"minOffset\":0,\"maxOffset\":0,\"lastUpdateTimestamp\":0}\n"
                       "{\"topic\":\"orders\",\"brokerName\":\"broker-b\",\"queueId\":1,\"minOffset\":0,\"maxOffset\":1,\"lastUpdateTimestamp\":TIME}\n"));
    }

    void routeShowsEachBroker()
    {
        QCOMPARE(steady(json(QStringLiteral("route orders"))),
            QByteArray("{\"topic\":\"orders\",\"cluster\":\"DefaultCluster\",\"brokerName\":\"broker-a\",\"addresses\":{\"0\":\"HOST\"},\"readQueues\":2,\"writeQueues\":2,\"perm\":6}\n"
                       "{\"topic\":\"orders\",\"cluster\":\"DefaultCluster\",\"brokerName\":\"broker-b\",\"addresses\":{\"0\":\"HOST\"},\"readQueues\":2,\"writeQueues\":2,\"perm\":6}\n"));
    }

    void watchShowsWhatIsThere()
    {
        QCOMPARE(steady(json(QStringLiteral("watch orders --from earliest --filter TagA --max 1"))),
            QByteArray("{\"topic\":\"orders\",\"brokerName\":\"broker-a\",\"queueId\":0,\"queueOffset\":0,\"messageId\":\"ID\",\"offsetMessageId\":\"ID\",\"tag\":\"TagA\","
                       "\"keys\":\"k1 k2\",\"userProperties\":{\"a\":\"b\"},\"systemProperties\":{\"CLUSTER\":\"DefaultCluster\",\"KEYS\":\"k1 k2\","
                       "\"MSG_REGION\":\"DefaultRegion\",\"TAGS\":\"TagA\",\"TRACE_ON\":\"true\",\"UNIQ_KEY\":\"ID\"},\"bornTimestamp\":TIME,"
                       "\"bornHost\":\"HOST\",\"storeTimestamp\":TIME,\"storeHost\":\"HOST\",\"reconsumeTimes\":0,\"body\":\"hello\"}\n"));
    }

    void groupsShowsLagAndClients()
    {
        QCOMPARE(json(QStringLiteral("groups")),
            QByteArray("{\"group\":\"billing\",\"clients\":1,\"lag\":1,\"outTps\":0,\"type\":\"CONSUME_PASSIVELY\",\"model\":\"CLUSTERING\"}\n"));
        QVERIFY(json(QStringLiteral("groups --all")).contains("{\"group\":\"TOOLS_CONSUMER\",\"clients\":0,"));
        QCOMPARE(table(QStringLiteral("groups")), QByteArray("group    clients  lag  outTps  type               model\nbilling        1    1    0.00  CONSUME_PASSIVELY  CLUSTERING\n"));
    }

    void groupShowsItsClients()
    {
        QCOMPARE(steady(json(QStringLiteral("group billing"))),
            QByteArray("{\"group\":\"billing\",\"clients\":1,\"lag\":1,\"inTps\":N,\"outTps\":0,\"type\":\"CONSUME_PASSIVELY\",\"model\":\"CLUSTERING\"}\n"
                       "{\"clientId\":\"10.0.0.1@1\",\"address\":\"HOST\",\"language\":\"CPP\",\"version\":\"5.3.3\"}\n"));
        QVERIFY(table(QStringLiteral("group billing")).contains("orders      TagA || TagB  TAG\n"));
    }

    void offsetsShowsEachQueue()
    {
        QCOMPARE(steady(json(QStringLiteral("offsets billing orders"))),
            QByteArray("{\"topic\":\"orders\",\"brokerName\":\"broker-a\",\"queueId\":0,\"consumerOffset\":1,\"maxOffset\":1,\"lag\":0,\"lastTimestamp\":TIME}\n"
                       "{\"topic\":\"orders\",\"brokerName\":\"broker-a\",\"queueId\":1,\"consumerOffset\":0,\"maxOffset\":0,\"lag\":0}\n"
                       "{\"topic\":\"orders\",\"brokerName\":\"broker-b\",\"queueId\":0,\"consumerOffset\":0,\"maxOffset\":0,\"lag\":0}\n"
                       "{\"topic\":\"orders\",\"brokerName\":\"broker-b\",\"queueId\":1,\"consumerOffset\":0,\"maxOffset\":1,\"lag\":1}\n"));
        QCOMPARE(steady(json(QStringLiteral("offsets billing"))), steady(json(QStringLiteral("offsets billing orders"))));
    }

    void unknownGroupsAreNamedAndNotMade_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"group nobody", "offsets nobody", "offsets nobody orders", "reset nobody orders --to latest"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void unknownGroupsAreNamedAndNotMade()
    {
        QFETCH(QString, command);
        Run run(arguments(command));
        QCOMPARE(run.exitCode(), int(ctl::Failed));
        QVERIFY2(run.err.startsWith("rocketctl: ") && run.err.contains(" a group nobody") && run.err.count('\n') == 1, run.err.constData());
        QVERIFY(!json(QStringLiteral("groups --all")).contains("nobody"));
    }

    void resetShowsBeforeAndAfter()
    {
        QCOMPARE(json(QStringLiteral("reset billing orders --to earliest --dry-run")),
            QByteArray("{\"brokerName\":\"broker-a\",\"queueId\":0,\"before\":1,\"after\":0}\n{\"brokerName\":\"broker-a\",\"queueId\":1,\"before\":0,\"after\":0}\n"
                       "{\"brokerName\":\"broker-b\",\"queueId\":0,\"before\":0,\"after\":0}\n{\"brokerName\":\"broker-b\",\"queueId\":1,\"before\":0,\"after\":0}\n"));
        QCOMPARE(json(QStringLiteral("reset billing orders --to 0 --queue broker-a:0")), QByteArray("{\"brokerName\":\"broker-a\",\"queueId\":0,\"before\":1,\"after\":0}\n"));
        QCOMPARE(json(QStringLiteral("reset billing orders --to latest --queue broker-a:0")), QByteArray("{\"brokerName\":\"broker-a\",\"queueId\":0,\"before\":0,\"after\":1}\n"));
    }

    void resetsThatDoNotFitWriteNothing_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("offset") << QStringLiteral("reset billing orders --to 7") << QByteArray("broker-a:0: offset 7 is not in the queue, which has 0 to 1");
        QTest::newRow("queue") << QStringLiteral("reset billing orders --to latest --queue broker-a:9") << QByteArray("the topic orders has no queue broker-a:9");
        QTest::newRow("topic") << QStringLiteral("reset billing nowhere --to latest") << QByteArray("does not know the topic");
    }
    void resetsThatDoNotFitWriteNothing()
    {
        QFETCH(QString, command);
        QFETCH(QByteArray, words);
        const QByteArray before = json(QStringLiteral("offsets billing"));
        Run run(arguments(command));
        QVERIFY(run.exitCode() != int(ctl::Done));
        QVERIFY2(run.err.contains(words), run.err.constData());
        QCOMPARE(run.out, QByteArray());
        QCOMPARE(json(QStringLiteral("offsets billing")), before);
    }

    void messageIsFoundByBothItsIds()
    {
        const QString unique = m_first.value(QLatin1StringView("messageId")).toString();
        const QString place = m_first.value(QLatin1StringView("offsetMessageId")).toString();
        for (const QString &id : {unique, place, unique + QStringLiteral(" --topic orders"), unique.toLower()}) {
            const auto found = objects(json(QStringLiteral("message ") + id));
            if (id == unique.toLower() && found.isEmpty())
                continue; // an index knows the spelling only
            QCOMPARE(found.size(), 1);
            QCOMPARE(found.first().value(QLatin1StringView("body")).toString(), QStringLiteral("second"));
            QCOMPARE(found.first().value(QLatin1StringView("brokerName")).toString(), QStringLiteral("broker-b"));
            QCOMPARE(found.first().value(QLatin1StringView("messageId")).toString(), unique);
        }
        QVERIFY(table(QStringLiteral("message ") + unique).contains("body              second\n"));
    }

    void messageThatIsNotThereIsExplained()
    {
        Run run(arguments(QStringLiteral("message 0A00000200002A9F0000000000000400")));
        QCOMPARE(run.exitCode(), int(ctl::Failed));
        QVERIFY2(run.err.contains("no broker has a message 0A00000200002A9F0000000000000400") || run.err.contains("No broker has a message 0A00000200002A9F0000000000000400"),
            run.err.constData());
        QVERIFY2(run.err.contains("offset 1024 of 10.0.0.2:10911"), run.err.constData());
    }

    void searchFindsByKeyAndByTime()
    {
        const auto bodies = [&](const QString &command) {
            QStringList found;
            for (const QJsonObject &line : objects(json(command)))
                found << line.value(QLatin1StringView("body")).toString();
            return found;
        };
        QCOMPARE(bodies(QStringLiteral("search orders --key k1")), (QStringList{QStringLiteral("hello"), QStringLiteral("second")}));
        QCOMPARE(bodies(QStringLiteral("search orders --key k2")), QStringList{QStringLiteral("hello")});
        QCOMPARE(bodies(QStringLiteral("search orders --key k1 --max 1")), QStringList{QStringLiteral("second")});
        QCOMPARE(bodies(QStringLiteral("search orders --key nobody")), QStringList());
        QCOMPARE(bodies(QStringLiteral("search orders --between 0 32503680000000")), (QStringList{QStringLiteral("hello"), QStringLiteral("second")}));
        QCOMPARE(bodies(QStringLiteral("search orders --between 32503680000000 0 --max 1")), QStringList{QStringLiteral("hello")});
        QCOMPARE(bodies(QStringLiteral("search orders --between 0 1000")), QStringList());
        const auto at = objects(json(QStringLiteral("search orders --key k2"))).first().value(QLatin1StringView("storeTimestamp")).toVariant().toString();
        QVERIFY(bodies(QStringLiteral("search orders --between %1 %1").arg(at)).contains(QStringLiteral("hello")));
    }

    void topicsAreMadeChangedAndDeleted()
    {
        QCOMPARE(json(QStringLiteral("topic create parcels --queues 2 --type FIFO --broker broker-b --dry-run")), QByteArray("{\"brokerName\":\"broker-b\",\"result\":\"WOULD_CREATE\"}\n"));
        QCOMPARE(json(QStringLiteral("topic create parcels --queues 2 --type FIFO --broker broker-b")), QByteArray("{\"brokerName\":\"broker-b\",\"result\":\"CREATED\"}\n"));
        Run again(arguments(QStringLiteral("topic create parcels --broker broker-b --json")));
        QCOMPARE(again.exitCode(), int(ctl::Failed));
        QCOMPARE(again.out, QByteArray("{\"brokerName\":\"broker-b\",\"result\":\"EXISTS\"}\n"));
        QCOMPARE(again.err, QByteArray("rocketctl: the topic parcels exists already: topic update changes it\n"));
        QCOMPARE(json(QStringLiteral("topic update parcels --perm R --write-queues 1 --broker broker-b")), QByteArray("{\"brokerName\":\"broker-b\",\"result\":\"CHANGED\"}\n"));
        QCOMPARE(json(QStringLiteral("topic update parcels --perm R --broker broker-b")), QByteArray("{\"brokerName\":\"broker-b\",\"result\":\"UNCHANGED\"}\n"));
        QVERIFY(json(QStringLiteral("topics")).contains("{\"topic\":\"parcels\",\"type\":\"FIFO\",\"readQueues\":2,\"writeQueues\":1,\"perm\":4,\"brokers\":[\"broker-b\"]}\n"));
        Run missing(arguments(QStringLiteral("topic update parcels --perm RW --json")));
        QCOMPARE(missing.exitCode(), int(ctl::Failed));
        QVERIFY(missing.printed().contains("{\"brokerName\":\"broker-a\",\"result\":\"MISSING\"}\n"));
        QCOMPARE(json(QStringLiteral("topic delete parcels")), QByteArray("{\"brokerName\":\"broker-a\",\"result\":\"DELETED\"}\n{\"brokerName\":\"broker-b\",\"result\":\"DELETED\"}\n"));
        Run gone(arguments(QStringLiteral("topic delete parcels")));
        QCOMPARE(gone.exitCode(), int(ctl::Failed));
        QVERIFY2(gone.err.startsWith("rocketctl: There is no route for") || gone.err.contains("parcels"), gone.err.constData());
    }

    void whatADeletionCannotReadIsSaid()
    {
        m_sandbox->faults().add({.code = 300, .server = QStringLiteral("broker-b"), .times = 1}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("not now")});
        Run topic(arguments(QStringLiteral("topic delete orders --dry-run")));
        QCOMPARE(topic.exitCode(), int(ctl::Failed));
        QVERIFY2(topic.err.contains("rocketctl: which groups consume the topic on broker-b is not known\n") && topic.err.contains("not now"), topic.err.constData());
        QVERIFY(topic.printed().contains("WOULD_DELETE"));
        QCOMPARE(json(QStringLiteral("group create wares")), QByteArray("{\"brokerName\":\"broker-a\",\"result\":\"CREATED\"}\n{\"brokerName\":\"broker-b\",\"result\":\"CREATED\"}\n"));
        m_sandbox->faults().add({.code = 203, .server = QStringLiteral("broker-b"), .times = 1}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("not now")});
        Run group(arguments(QStringLiteral("group delete wares")));
        QCOMPARE(group.exitCode(), int(ctl::Failed));
        QVERIFY2(group.err.contains("nothing is deleted") && group.err.contains("--force"), group.err.constData());
        m_sandbox->faults().add({.code = 203, .server = QStringLiteral("broker-b"), .times = 1}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("not now")});
        Run forced(arguments(QStringLiteral("group delete wares --force --json")));
        QCOMPARE(forced.exitCode(), int(ctl::Failed)); // something stays unknown
        QCOMPARE(forced.out, QByteArray("{\"brokerName\":\"broker-a\",\"result\":\"DELETED\"}\n{\"brokerName\":\"broker-b\",\"result\":\"DELETED\"}\n"));
        QVERIFY2(forced.err.contains("rocketctl: whether clients of the group are online at broker-b is not known: they would create it again\n") && forced.err.contains("not now"), forced.err.constData());
        QVERIFY(!json(QStringLiteral("groups")).contains("wares"));
    }

    void groupsAreMadeAndDeleted()
    {
        QCOMPARE(json(QStringLiteral("group create parcels")), QByteArray("{\"brokerName\":\"broker-a\",\"result\":\"CREATED\"}\n{\"brokerName\":\"broker-b\",\"result\":\"CREATED\"}\n"));
        QVERIFY(json(QStringLiteral("groups")).contains("\"group\":\"parcels\""));
        Run online(arguments(QStringLiteral("group delete billing")));
        QCOMPARE(online.exitCode(), int(ctl::WrongUsage));
        QVERIFY2(online.err.contains("1 clients of the group billing are online"), online.err.constData());
        QCOMPARE(json(QStringLiteral("group delete parcels")), QByteArray("{\"brokerName\":\"broker-a\",\"result\":\"DELETED\"}\n{\"brokerName\":\"broker-b\",\"result\":\"DELETED\"}\n"));
        QVERIFY(!json(QStringLiteral("groups")).contains("parcels"));
        Run gone(arguments(QStringLiteral("group delete parcels")));
        QCOMPARE(gone.exitCode(), int(ctl::Failed));
        QVERIFY2(gone.err.startsWith("rocketctl: No broker has a group parcels."), gone.err.constData());
        Run bad(arguments(QStringLiteral("group create a.b")));
        QCOMPARE(bad.exitCode(), int(ctl::WrongUsage));
    }

    void unknownBrokersAndClustersAreWrongUsage()
    {
        Run broker(arguments(QStringLiteral("topic create x --broker broker-z")));
        QCOMPARE(broker.exitCode(), int(ctl::WrongUsage));
        QCOMPARE(broker.err, QByteArray("rocketctl: there is no broker \"broker-z\"\n"));
        Run cluster(arguments(QStringLiteral("topic create x --cluster nowhere")));
        QCOMPARE(cluster.exitCode(), int(ctl::WrongUsage));
    }

    void readOnlyRefusesWhatWrites_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"topic create x", "topic delete orders", "group create x", "reset billing orders --to earliest", "send orders --body x"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void readOnlyRefusesWhatWrites()
    {
        QFETCH(QString, command);
        Run run(arguments(command + QStringLiteral(" --read-only")));
        QCOMPARE(run.exitCode(), int(ctl::Failed));
        QVERIFY2(run.err.contains("read-only"), run.err.constData());
    }

    void brokerThatIsDeadIsALineAndTheOthersAreShown_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"cluster", "topics", "topic orders", "groups", "group billing", "offsets billing", "search orders --key k1", "search orders --between 0 32503680000000",
                 "topic create partial", "reset billing orders --to latest --dry-run"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void brokerThatIsDeadIsALineAndTheOthersAreShown()
    {
        QFETCH(QString, command);
        const QString dead = m_sandbox->brokers().at(1).toString();
        Run run(arguments(command + QStringLiteral(" --json --timeout 2000 --map %1=127.0.0.1:1").arg(dead)));
        QCOMPARE(run.exitCode(), int(ctl::Failed));
        const auto lines = objects(run.out);
        QVERIFY(lines.size() > 1);
        const QJsonObject last = lines.last();
        QJsonObject line;
        for (const QJsonObject &each : lines) {
            if (each.contains(QLatin1StringView("error")))
                line = each;
        }
        QCOMPARE(line.value(QLatin1StringView("brokerName")).toString(), QStringLiteral("broker-b"));
        QCOMPARE(line.value(QLatin1StringView("address")).toString(), dead);
        QVERIFY(!line.value(QLatin1StringView("error")).toString().isEmpty());
        QVERIFY2(run.err.contains("broker-b (" + dead.toLatin1() + ")"), run.err.constData());
    }

    void withoutANameServerEveryCommandSaysSoInOneSentence_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *command : {"cluster", "topics", "topic t", "route t", "groups", "group g", "offsets g", "reset g t --to latest", "message 0A00000200002A9F0000000000000400",
                 "search t --key k", "search t --between 0 1", "topic create t", "topic update t", "topic delete t", "send t --body x"})
            QTest::newRow(command) << QString::fromLatin1(command);
    }
    void withoutANameServerEveryCommandSaysSoInOneSentence()
    {
        QFETCH(QString, command);
        QStringList words = command.split(u' ');
        words << QStringLiteral("--namesrv") << QStringLiteral("127.0.0.1:1") << QStringLiteral("--json");
        Run run(words);
        QCOMPARE(run.exitCode(), int(ctl::Failed));
        QVERIFY2(run.err.startsWith("rocketctl: ") && run.err.contains("127.0.0.1:1"), run.err.constData());
        QCOMPARE(run.err.count('\n'), 1);
    }

    void interruptEndsEveryCommandWithZero_data() { withoutANameServerEveryCommandSaysSoInOneSentence_data(); }
    void interruptEndsEveryCommandWithZero()
    {
        QFETCH(QString, command);
        QStringList words = command.split(u' ');
        words << QStringLiteral("--namesrv") << QStringLiteral("10.255.255.1:9876") << QStringLiteral("--timeout") << QStringLiteral("60000");
        Run run(words);
        run.program.interrupt();
        QCOMPARE(run.exitCode(), int(ctl::Done));
        QCOMPARE(run.out, QByteArray());
    }

private:
    [[nodiscard]] QStringList arguments(const QString &command) const
    {
        return QStringList{QStringLiteral("--namesrv"), m_sandbox->nameServer().toString()} + command.split(u' ');
    }
    [[nodiscard]] QByteArray json(const QString &command) const { return Run(arguments(command + QStringLiteral(" --json"))).printed(); }
    [[nodiscard]] QByteArray table(const QString &command) const { return Run(arguments(command)).printed(); }

    /// The group "billing" with one client, one message of broker-a consumed.
    void addGroup()
    {
        Profile profile;
        profile.nameServers = {m_sandbox->nameServer()};
        m_client = std::make_unique<Client>(m_network.address(), profile);
        const Target first = Target::at(m_sandbox->brokers().first());
        commands::HeartBeat beat;
        beat.body.clientId = ClientId(QStringLiteral("10.0.0.1@1"));
        commands::ConsumerData consumer;
        consumer.groupName = ConsumerGroup(QStringLiteral("billing"));
        consumer.subscriptionDataSet << *protocol::makeSubscription(TopicName(QStringLiteral("orders")), QStringLiteral("TagA || TagB"));
        beat.body.consumerDataSet << consumer;
        QVERIFY(isDone(m_client->ask(beat, first)));
        for (int i = 0; i < 2; ++i) {
            const Target at = Target::at(m_sandbox->brokers().at(i));
            if (i == 1) {
                commands::UpdateAndCreateSubscriptionGroup group;
                group.body.groupName = consumer.groupName;
                QVERIFY(isDone(m_client->ask(group, at)));
            }
            for (int queue = 0; queue < 2; ++queue) {
                const commands::UpdateConsumerOffset commit{.consumerGroup = consumer.groupName, .topic = TopicName(QStringLiteral("orders")), .queueId = QueueId(queue),
                    .commitOffset = QueueOffset(i == 0 && queue == 0 ? 1 : 0)};
                QVERIFY(isDone(m_client->ask(commit, at)));
            }
        }
    }

    std::unique_ptr<sandbox::SandboxThread> m_sandbox;
    NetworkThread m_network;
    std::unique_ptr<Client> m_client;
    QJsonObject m_first;
};

ROCKETDESK_TEST(ClusterCommandsTest)

#include "tst_commands.moc"
