// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandbox.h"
#include "tests/ctl/ctlrun.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

using namespace rocketdesk;
using namespace rocketdesk::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A sandbox on a clock of the test.
struct World {
    World() : sandbox({.demoData = false}, clock) { started = sandbox.start().has_value(); }
    [[nodiscard]] QStringList with(const QString &line) const
    {
        return line.split(u' ') + QStringList{u"--json"_s, u"--namesrv"_s, sandbox.nameServer().toString()};
    }
    /// The run's exit code; the sandbox's time goes on meanwhile.
    [[nodiscard]] int end(Run &run)
    {
        (void)tests::eventually([&] {
            clock.advance(milliseconds(500));
            return !run.ended.isEmpty();
        });
        return run.ended.isEmpty() ? -1 : run.exitCode();
    }
    ManualClock clock{QDateTime::currentMSecsSinceEpoch()};
    sandbox::Sandbox sandbox;
    bool started = false;
};

} // namespace

/// The commands that send something other than plain messages.
class SendCommandsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void transactionTellsHowEachMessageEnded_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<bool>("checked");
        QTest::addRow("commit") << u"commit"_s << false;
        QTest::addRow("rollback") << u"rollback"_s << false;
        QTest::addRow("unknown") << u"unknown"_s << true;
    }
    void transactionTellsHowEachMessageEnded()
    {
        QFETCH(QString, end);
        QFETCH(bool, checked);
        World world;
        QVERIFY(world.started);
        Run run(world.with(u"transaction T --count 3 --tag A --end "_s + end));
        QCOMPARE(world.end(run), int(ctl::Done));
        const auto lines = objects(run.out);
        QCOMPARE(lines.size(), 3);
        for (const QJsonObject &line : lines) {
            QCOMPARE(line.keys(), (QStringList{u"checks"_s, u"end"_s, u"messageId"_s, u"status"_s, u"transactionId"_s}));
            QCOMPARE(line[u"end"].toString(), end);
            QCOMPARE(line[u"status"].toString(), u"SEND_OK"_s);
            QCOMPARE(line[u"checks"].toInt() > 0, checked);
            QCOMPARE(line[u"messageId"], line[u"transactionId"]);
        }
        QCOMPARE(run.err, QByteArray());
    }

    void transactionKnowsItsWords()
    {
        World world;
        Run none(world.with(u"transaction T"_s));
        QCOMPARE(none.exitCode(), int(ctl::WrongUsage));
        Run wrong(world.with(u"transaction T --end maybe"_s));
        QCOMPARE(wrong.exitCode(), int(ctl::WrongUsage));
        QVERIFY2(wrong.err.contains("--end takes commit, rollback or unknown, not \"maybe\""), wrong.err.constData());
    }

    void benchSendTellsWhatItTook()
    {
        World world;
        Run run(world.with(u"bench send T --count 300 --size 100 --in-flight 8"_s));
        QCOMPARE(world.end(run), int(ctl::Done));
        const auto lines = objects(run.out);
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.front()[u"messages"].toInt(), 300);
        for (const QString &name : {u"seconds"_s, u"cpuSeconds"_s, u"perSecond"_s, u"p50Ms"_s, u"p99Ms"_s})
            QVERIFY2(lines.front().contains(name), qPrintable(name));
    }
};

ROCKETDESK_TEST(SendCommandsTest)
#include "tst_sendcommands.moc"
