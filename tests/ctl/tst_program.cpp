// SPDX-License-Identifier: Apache-2.0
#include "tests/ctl/ctlrun.h"
#include "tests/support/testregistry.h"

using namespace rocketdesk;

using tests::Run;

class ProgramTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongUsageIsOneSentenceAndExitTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        const auto row = [](const char *line, const char *sentence) {
            QTest::newRow(line) << QString::fromLatin1(line).split(u' ') << QByteArray("rocketctl: ") + sentence + '\n';
        };
        row("frobnicate", "there is no command \"frobnicate\"; rocketctl --help lists them");
        row("watch", "watch needs T...");
        row("watch t --bogus", "there is no option --bogus");
        row("--bogus watch t", "there is no option --bogus");
        row("watch t --max", "--max needs a value: N");
        row("watch t --max x --namesrv h", "--max takes a whole number, not \"x\"");
        row("watch t --max 0 --namesrv h", "--max must be at least 1");
        row("watch t --json=1", "--json takes no value");
        row("watch t --from never --namesrv h", "--from takes earliest, latest, last:N, milliseconds since 1970 or a date and time, not \"never\"");
        row("watch t", "where to connect? Give --namesrv HOST[:PORT] or --profile NAME, or set NAMESRV_ADDR");
        row("watch t --namesrv a --profile b", "--profile and --namesrv exclude each other");
        row("watch t --profile b", "there is no profile \"b\": none is saved in /nowhere/profiles.json");
        row("watch t --namesrv a --cert x --tls", "--cert and --key-file go together");
        row("watch t --namesrv a --ca x", "--ca needs --tls");
        row("watch t --namesrv a --map x", "--map takes FROM=TO, not \"x\"");
        row("watch t --namesrv a --timeout 0", "--timeout must be at least 1");
        row("watch t --namesrv a --filter A --sql b=1", "--filter and --sql exclude each other");
        row("version x", "version takes no argument");
        row("group", "group needs G");
        row("offsets", "offsets needs G [T]");
        row("offsets a b c", "offsets takes only G [T]");
        row("reset g --to latest", "reset needs G T");
        row("reset g t --namesrv h", "reset needs --to earliest, latest, a time or an offset");
        row("reset g t --to soon --namesrv h", "--to takes earliest, latest, an offset, milliseconds since 1970 or a date and time, not \"soon\"");
        row("reset g t --to 5 --queue broker-a --namesrv h", "--queue takes BROKER:ID, not \"broker-a\"");
        row("message", "message needs ID");
        row("search t --namesrv h", "search needs --key KEY or --between T1 T2");
        row("search t --between 1 --namesrv h", "--between needs a value: T1 T2");
        row("search t --between 1 x --namesrv h", "--between takes milliseconds since 1970 or a date and time like 2026-03-01T12:00:00, not \"x\"");
        row("topic create --queues 2", "topic create needs T");
        row("topic create t --queues 0 --namesrv h", "--queues must be at least 1");
        row("topic create t --perm X --namesrv h", "--perm takes RW, R or W, not \"X\"");
        row("topic create t --attribute x --namesrv h", "--attribute takes NAME=VALUE without a comma, not \"x\"");
        row("topic create a.b --namesrv h", "The name has a \".\"; letters, digits and %|_- are allowed.");
        row("topic create TBW102 --namesrv h", "TBW102 is a topic of RocketMQ itself.");
        row("topic delete TBW102 --namesrv h", "\"TBW102\" is not to be deleted: it is a topic of RocketMQ itself");
        row("groups x", "groups takes no argument");
    }
    void wrongUsageIsOneSentenceAndExitTwo()
    {
        QFETCH(QStringList, arguments);
        Run run(arguments);
        QCOMPARE(run.exitCode(), int(ctl::WrongUsage));
        QTEST(run.err, "sentence");
        QCOMPARE(run.out, QByteArray());
    }

    void brokenSqlNamesItsColumn()
    {
        Run run({QStringLiteral("watch"), QStringLiteral("t"), QStringLiteral("--namesrv"), QStringLiteral("127.0.0.1:1"), QStringLiteral("--sql"), QStringLiteral("a > ")});
        QCOMPARE(run.exitCode(), int(ctl::WrongUsage));
        QVERIFY2(run.err.contains("column 5"), run.err.constData());
    }

    void helpGoesToStandardOutput()
    {
        Run all({QStringLiteral("--help")});
        QCOMPARE(all.exitCode(), int(ctl::Done));
        QVERIFY(all.out.contains("watch T..."));
        QCOMPARE(all.err, QByteArray());
        Run one({QStringLiteral("watch"), QStringLiteral("--help")});
        QCOMPARE(one.exitCode(), int(ctl::Done));
        QVERIFY(one.out.contains("--idle-exit SECONDS"));
        Run none{{}};
        QCOMPARE(none.exitCode(), int(ctl::WrongUsage));
        QCOMPARE(none.out, QByteArray());
    }

    void nobodyThereIsAnErrorWithExitOne()
    {
        Run run({QStringLiteral("watch"), QStringLiteral("t")}, {{QStringLiteral("NAMESRV_ADDR"), QStringLiteral("127.0.0.1:1")}});
        QCOMPARE(run.exitCode(), int(ctl::Failed));
        QVERIFY2(run.err.startsWith("rocketctl: ") && run.err.contains("127.0.0.1:1"), run.err.constData());
        QCOMPARE(run.out, QByteArray());
    }

    void interruptEndsWithZero()
    {
        Run run({QStringLiteral("watch"), QStringLiteral("t"), QStringLiteral("--namesrv"), QStringLiteral("10.255.255.1:9876"), QStringLiteral("--timeout"), QStringLiteral("60000")});
        run.program.interrupt();
        QCOMPARE(run.exitCode(), int(ctl::Done));
    }

    void closedPipeEndsQuietly()
    {
        Run run({QStringLiteral("watch"), QStringLiteral("t"), QStringLiteral("--namesrv"), QStringLiteral("10.255.255.1:9876"), QStringLiteral("--timeout"), QStringLiteral("60000")});
        run.refusal = EPIPE;
        run.output.text(QStringLiteral("a line"));
        QCOMPARE(run.exitCode(), int(ctl::Done));
        QCOMPARE(run.err, QByteArray());
    }

    void lostResultsAreAFailure()
    {
        Run run({QStringLiteral("watch"), QStringLiteral("t"), QStringLiteral("--namesrv"), QStringLiteral("10.255.255.1:9876"), QStringLiteral("--timeout"), QStringLiteral("60000")});
        run.refusal = ENOSPC;
        run.output.text(QStringLiteral("a line"));
        QCOMPARE(run.exitCode(), int(ctl::Failed));
        QCOMPARE(run.err, QByteArray("rocketctl: standard output takes no more, so the results are incomplete: No space left on device\n"));
    }

    void linesLeaveOutWhatIsAbsentAndKeepTheirOrder()
    {
        const ctl::Line line = ctl::Line().add("b", QStringLiteral("x\"\n")).add("a", qint64(9'007'199'254'740'993)).add("n", QString()).add("o", std::optional<int>()).add("l", QStringList{QStringLiteral("p")}).add("y", true).add("d", 0.5);
        QCOMPARE(line.toJson(), QByteArray("{\"b\":\"x\\\"\\n\",\"a\":9007199254740993,\"l\":[\"p\"],\"y\":true,\"d\":0.5}"));
    }

    void tablesAreAligned()
    {
        QByteArray out;
        ctl::Output output({[&](QByteArrayView bytes) { out += bytes; return 0; }, [](QByteArrayView) {}});
        output.row(ctl::Line().add("topic", QStringLiteral("a")).add("queues", 16));
        output.row(ctl::Line().add("topic", QStringLiteral("longer-name")).add("queues", 4));
        output.endTable();
        output.flush();
        QCOMPARE(out, QByteArray("topic        queues\na                16\nlonger-name       4\n"));
    }

    void columnsOfTablesKeepTheOrderOfTheirRows()
    {
        QByteArray out;
        ctl::Output output({[&](QByteArrayView bytes) { out += bytes; return 0; }, [](QByteArrayView) {}});
        output.row(ctl::Line().add("a", 1).add("c", 3));
        output.row(ctl::Line().add("a", 1).add("b", 2).add("c", 3));
        output.endTable();
        output.flush();
        QCOMPARE(out, QByteArray("a  b  c\n1     3\n1  2  3\n"));
    }

    void timesAreEpochMsOrIso()
    {
        QCOMPARE(ctl::parseTime(QStringLiteral("1700000000000")), std::optional<qint64>(1'700'000'000'000));
        QCOMPARE(ctl::parseTime(QStringLiteral("2023-11-14T22:13:20Z")), std::optional<qint64>(1'700'000'000'000));
        QCOMPARE(ctl::parseTime(QStringLiteral("2023-11-14T23:13:20.5+01:00")), std::optional<qint64>(1'700'000'000'500));
        QCOMPARE(ctl::parseTime(QStringLiteral("yesterday")), std::optional<qint64>());
    }
};

ROCKETDESK_TEST(ProgramTest)

#include "tst_program.moc"
