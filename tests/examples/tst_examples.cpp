// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sandboxthread.h"
#include "tests/support/testregistry.h"

#include <QProcess>
#include <QRegularExpression>

using namespace rocketdesk;

/// Every example program does what its first line says, against a sandbox.
class ExamplesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_sandbox.started());
        QVERIFY2(run(QStringLiteral("basic_producer")).contains(u"is at offset"), "the topic that the others use");
    }

    void doesWhatItSays_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("lastLine");
        QTest::newRow("one message") << "basic_producer" << "^[0-9A-F]{32} is at offset \\d+ of queue \\d$";
        QTest::newRow("many side by side") << "basic_async_producer" << "^1000 of 1000 sent$";
        QTest::newRow("batches") << "simple_batch_producer" << "^100 sent$";
        QTest::newRow("transaction") << "transactional_producer" << "^[0-9A-F]{32}: committed$";
        QTest::newRow("watch") << "live_watch" << "^(Hello, RocketMQ|message \\d+|line \\d+|one seat)$";
        QTest::newRow("push consumer") << "push_consumer" << "^(Hello, RocketMQ|message \\d+|line \\d+|one seat)$";
    }
    void doesWhatItSays()
    {
        QFETCH(QString, program);
        QFETCH(QString, lastLine);
        const QString printed = run(program);
        const QString last = printed.trimmed().section(u'\n', -1);
        QVERIFY2(QRegularExpression(lastLine).match(last).hasMatch(), qPrintable(printed));
    }

    void whereNobodyAnswersItSaysSo()
    {
        QProcess process;
        process.start(pathOf(QStringLiteral("basic_producer")), {QStringLiteral("127.0.0.1:1")});
        QVERIFY(process.waitForFinished(tests::Patience));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY2(process.readAllStandardOutput().contains("127.0.0.1:1"), "the sentence names the address");
    }

private:
    [[nodiscard]] static QString pathOf(const QString &program) { return QCoreApplication::applicationDirPath() + QStringLiteral("/examples/") + program; }
    [[nodiscard]] QString run(const QString &program) const
    {
        QProcess process;
        process.start(pathOf(program), {m_sandbox.nameServer().toString(), QStringLiteral("examples")});
        if (!process.waitForFinished(tests::Patience))
            return QStringLiteral("still running: ") + QString::fromUtf8(process.readAllStandardOutput());
        const QString printed = QString::fromUtf8(process.readAllStandardOutput());
        return process.exitCode() == 0 ? printed : QStringLiteral("%1 ended with %2: ").arg(program).arg(process.exitCode()) + printed;
    }

    sandbox::SandboxThread m_sandbox{{.demoData = false, .rate = 0}};
};

ROCKETDESK_TEST(ExamplesTest)

#include "tst_examples.moc"
