// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "tests/ctl/ctlrun.h"
#include "tests/support/testregistry.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace rocketdesk;
using tests::Run;

namespace {

sandbox::SandboxOptions quiet()
{
    sandbox::SandboxOptions options;
    options.demoData = false;
    options.rate = 0;
    return options;
}

} // namespace

/// rocketctl consume, against the embedded cluster.
class ConsumeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_cluster = std::make_unique<sandbox::SandboxThread>(quiet());
        QVERIFY(m_cluster->started().has_value());
        qputenv("ROCKETDESK_HOME", m_home.path().toUtf8());
    }
    void cleanupTestCase() { m_cluster.reset(); }

    void wrongUsage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("group") << QStringLiteral("consume t") << QByteArray("rocketctl: consume needs --group GROUP\n");
        QTest::newRow("filters") << QStringLiteral("consume t --group g --filter A --sql b=1") << QByteArray("rocketctl: --filter and --sql exclude each other\n");
        QTest::newRow("from") << QStringLiteral("consume t --group g --from x") << QByteArray("rocketctl: --from takes first, last, milliseconds since 1970 or a date and time, not \"x\"\n");
        QTest::newRow("answer") << QStringLiteral("consume t --group g --answer fail-every:0")
                                << QByteArray("rocketctl: --answer takes success, later or fail-every:N with N from 1 up, not \"fail-every:0\"\n");
        QTest::newRow("pop, broadcasting") << QStringLiteral("consume t --group g --pop --broadcasting") << QByteArray("rocketctl: --pop and --broadcasting exclude each other\n");
        QTest::newRow("invisible") << QStringLiteral("consume t --group g --invisible 10") << QByteArray("rocketctl: --invisible needs --pop\n");
        QTest::newRow("max") << QStringLiteral("consume t --group g --max 0") << QByteArray("rocketctl: --max must be at least 1\n");
        QTest::newRow("reserved group") << QStringLiteral("consume t --group DEFAULT_CONSUMER") << QByteArray("rocketctl: DEFAULT_CONSUMER is no name of a group.\n");
    }
    void wrongUsage()
    {
        QFETCH(QString, line);
        Run run(words(line));
        QCOMPARE(run.exitCode(), int(ctl::WrongUsage));
        QTEST(run.err, "sentence");
        QCOMPARE(run.out, QByteArray());
    }

    void consumesCommitsAndGoesOnLater()
    {
        send(QStringLiteral("orders"), 5);
        Run first(words(QStringLiteral("consume orders --group g1 --from first --max 3 --json")));
        QCOMPARE(first.exitCode(), int(ctl::Done));
        QCOMPARE(first.lines().size(), 3);
        Run second(words(QStringLiteral("consume orders --group g1 --idle-exit 2 --json")));
        QCOMPARE(second.exitCode(), int(ctl::Done));
        QCOMPARE(second.lines().size(), 2);
        QStringList bodies;
        for (const QByteArray &line : first.lines() + second.lines())
            bodies << QJsonDocument::fromJson(line).object()[QStringLiteral("body")].toString();
        bodies.sort();
        QCOMPARE(bodies, (QStringList{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")}));
    }

    void poppedMessagesAreAcknowledged()
    {
        send(QStringLiteral("tasks"), 5);
        Run first(words(QStringLiteral("consume tasks --group g9 --pop --from first --max 3 --json")));
        QCOMPARE(first.exitCode(), int(ctl::Done));
        QCOMPARE(first.lines().size(), 3);
        Run second(words(QStringLiteral("consume tasks --group g9 --pop --from first --idle-exit 1 --json")));
        QCOMPARE(second.exitCode(), int(ctl::Done));
        QCOMPARE(second.lines().size(), 2);
    }

    void aBrokerThatRefusesTheSqlOfAPopIsNamed()
    {
        sandbox::SandboxOptions options = quiet();
        options.brokers = 2;
        sandbox::SandboxThread cluster(options);
        const QStringList at{QStringLiteral("--namesrv"), cluster.nameServer().toString(), QStringLiteral("--timeout"), QString::number(tests::Patience), QStringLiteral("--json")};
        QCOMPARE(Run(QStringLiteral("topic create picked --queues 1").split(u' ') + at).exitCode(), int(ctl::Done));
        QCOMPARE(Run(QStringLiteral("send picked --body x --property a=b --queue broker-a:0").split(u' ') + at).exitCode(), int(ctl::Done));
        cluster.faults().add({.code = 46, .server = QStringLiteral("broker-b")}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("no SQL here")});
        const auto pop = [&] { return QStringLiteral("consume picked --group g10 --pop --from first --idle-exit 1 --sql").split(u' ') + QStringList{QStringLiteral("a = 'b'")} + at; };
        Run one(pop());
        QCOMPARE(one.exitCode(), int(ctl::Failed));
        QCOMPARE(one.err.count("no SQL here"), 1);
        QCOMPARE(one.lines().size(), 2); // the message, and the broker
        cluster.faults().add({.code = 46}, {.kind = sandbox::Fault::Kind::Refusal, .code = 1, .remark = QStringLiteral("nowhere")});
        Run none(pop());
        QCOMPARE(none.exitCode(), int(ctl::Failed));
        QCOMPARE(none.err.count("nowhere"), 2); // once of each broker
    }

    void orderlyAnswersInOrder()
    {
        send(QStringLiteral("steps"), 4, {QStringLiteral("--queue"), QStringLiteral("broker-a:0")});
        Run run(words(QStringLiteral("consume steps --group g2 --from first --orderly --max 4 --json")));
        QCOMPARE(run.exitCode(), int(ctl::Done));
        QStringList bodies;
        for (const QByteArray &line : run.lines())
            bodies << QJsonDocument::fromJson(line).object()[QStringLiteral("body")].toString();
        QCOMPARE(bodies, (QStringList{QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}));
    }

    void broadcastingKeepsItsOffsetsHere()
    {
        send(QStringLiteral("news"), 2);
        Run run(words(QStringLiteral("consume news --group g3 --from first --broadcasting --max 2")));
        QCOMPARE(run.exitCode(), int(ctl::Done));
        QVERIFY(QFile::exists(m_home.filePath(QStringLiteral("offsets/g3.offsets.json"))));
    }

    void everySecondMessageIsAnsweredLater()
    {
        send(QStringLiteral("flaky"), 4);
        Run run(words(QStringLiteral("consume flaky --group g4 --from first --answer fail-every:2 --max 4 --json")));
        QCOMPARE(run.exitCode(), int(ctl::Done));
        // Two went back: they wait for the first retry, at level 3.
        Profile profile;
        profile.nameServers = {m_cluster->nameServer()};
        NetworkThread network;
        Client client(network.address(), profile);
        qint64 waiting = -1;
        whenDone(client.ask(commands::GetMaxOffset{.topic = TopicName(QStringLiteral("SCHEDULE_TOPIC_XXXX")), .queueId = QueueId(2)}, Target::of(BrokerName(QStringLiteral("broker-a")))), this,
            [&](const Result<commands::GetMaxOffset::Reply> &reply) { waiting = reply ? reply->offset.value() : -2; });
        QTRY_COMPARE(waiting, 2);
    }

    void filtersByTag()
    {
        send(QStringLiteral("tagged"), 1, {QStringLiteral("--tag"), QStringLiteral("A")});
        send(QStringLiteral("tagged"), 1, {QStringLiteral("--tag"), QStringLiteral("B")});
        Run run(words(QStringLiteral("consume tagged --group g5 --from first --filter B --idle-exit 1 --json")));
        QCOMPARE(run.exitCode(), int(ctl::Done));
        QCOMPARE(run.lines().size(), 1);
        QVERIFY(run.lines().front().contains("\"tag\":\"B\""));
    }

    void benchConsumeTellsWhatItTook()
    {
        send(QStringLiteral("measured"), 3); // none of its own
        for (int again = 0; again < 2; ++again) {
            Run run(words(QStringLiteral("bench consume measured --count 300 --size 100 --json")));
            QCOMPARE(run.exitCode(), int(ctl::Done));
            QCOMPARE(run.lines().size(), 1);
            const auto line = QJsonDocument::fromJson(run.lines().front()).object();
            QCOMPARE(line[QStringLiteral("messages")].toInt(), 300);
            for (const char *const name : {"seconds", "cpuSeconds", "perSecond", "p50Ms", "p99Ms"})
                QVERIFY2(line.contains(QLatin1StringView(name)), name);
        }
    }

    void interruptLeavesTheGroupAndEndsWithZero()
    {
        send(QStringLiteral("endless"), 1);
        Run run(words(QStringLiteral("consume endless --group g6 --from first")));
        QTRY_VERIFY(!run.out.isEmpty());
        run.program.interrupt();
        QCOMPARE(run.exitCode(), int(ctl::Done));
    }

private:
    /// With a patience for each answer that no load of the machine outlasts: what a pop's late answer has taken is nobody's for a minute.
    QStringList words(const QString &line) const { return line.split(u' ') + QStringList{QStringLiteral("--namesrv"), m_cluster->nameServer().toString(), QStringLiteral("--timeout"), QString::number(tests::Patience)}; }
    void send(const QString &topic, int count, const QStringList &how = {})
    {
        Run run(words(QStringLiteral("send %1 --body ${index} --count %2 --in-flight 1").arg(topic).arg(count)) + how);
        QCOMPARE(run.exitCode(), int(ctl::Done));
    }

    std::unique_ptr<sandbox::SandboxThread> m_cluster;
    QTemporaryDir m_home;
};

ROCKETDESK_TEST(ConsumeTest)

#include "tst_consume.moc"
