// SPDX-License-Identifier: Apache-2.0
#include "client/base/errorwords.h"
#include "tests/consumer/consumefixture.h"
#include "tests/support/testregistry.h"

#include <QFile>

using namespace rocketdesk;
using namespace std::chrono_literals;
using tests::ConsumeFixture;
using tests::Link;
using tests::Member;

namespace {

const BrokerName brokerA(QStringLiteral("broker-a"));

sandbox::SandboxOptions withReplica()
{
    return ConsumeFixture::options(1, 1);
}

/// A master with a replica on a clock that the test moves; somebody who sends and somebody who consumes.
struct Outage {
    Outage() : box(withReplica(), clock)
    {
        if (const auto begun = box.start(); !begun)
            qFatal("%s", qUtf8Printable(begun.error().remark));
        link = std::make_unique<Link>(box.nameServer(), clock);
        producer = std::make_unique<Producer>(link->cluster);
        member = std::make_unique<Member>(box.nameServer(), clock);
    }
    [[nodiscard]] bool tick(milliseconds time = 200ms)
    {
        clock.advance(time);
        return true;
    }
    Result<SendReceipt> send(const QString &body)
    {
        std::optional<Result<SendReceipt>> answer;
        QObject context;
        whenDone(producer->send({.topic = TopicName(QStringLiteral("t")), .body = body.toUtf8()}, {}), &context, [this, &answer](Result<SendReceipt> receipt) {
            const char here = 0;
            deepest = std::min(deepest, reinterpret_cast<quintptr>(&here));
            answer = std::move(receipt);
        });
        (void)QTest::qWaitFor([&] { return answer || !tick(5ms); }, 60'000);
        return answer ? std::move(*answer) : Result<SendReceipt>(failed(Error::Kind::Timeout, QStringLiteral("the test gave up")));
    }
    /// Sends until one is stored; how long that took by the clock of the test, at most two minutes.
    milliseconds untilStored(const QString &body)
    {
        const auto begin = clock.now();
        while (!send(body) && clock.now() - begin < 2min)
            (void)tick(500ms);
        return std::chrono::duration_cast<milliseconds>(clock.now() - begin);
    }

    ManualClock clock;
    sandbox::Sandbox box;
    std::unique_ptr<Link> link;
    std::unique_ptr<Producer> producer;
    std::unique_ptr<Member> member;
    quintptr deepest = std::numeric_limits<quintptr>::max(); ///< of the stack, where sends are told their end
};

int threads()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = status.readAll();
    return text.sliced(text.indexOf("\nThreads:") + 9).trimmed().split('\n').constFirst().toInt();
}

} // namespace

/// Brokers that are down for long, and masters that change.
class OutageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void T44_tenMinutesWithoutABrokerLeaveStackAndThreadsAsTheyWere()
    {
        Outage f;
        QVERIFY(f.send(QStringLiteral("before")));
        f.member->start();
        QTRY_VERIFY(f.tick() && f.member->bodies.size() == 1);
        f.box.stopBroker(brokerA);
        f.box.stopBroker(brokerA, BrokerId(1));
        QVERIFY(!f.send(QStringLiteral("lost")));
        const int threadsBefore = threads();
        const quintptr deepestBefore = f.deepest;
        QVERIFY(threadsBefore > 0);
        const auto end = f.clock.now() + 10min;
        while (f.clock.now() < end) {
            QVERIFY(!f.send(QStringLiteral("lost")));
            (void)f.tick(10s);
            QCoreApplication::processEvents();
        }
        QCOMPARE(threads(), threadsBefore);
        QVERIFY2(deepestBefore - f.deepest < 4096, qPrintable(QString::number(deepestBefore - f.deepest)));
        QVERIFY(f.box.startBroker(brokerA).has_value());
        QVERIFY(f.untilStored(QStringLiteral("after")) <= 30s);
        QTRY_VERIFY(f.tick() && f.member->bodies.size() == 2);
    }

    void whatIsAskedOfABrokerGoesToItsReplicaWhileTheMasterIsGone()
    {
        Outage f;
        QVERIFY(f.send(QStringLiteral("before")));
        const auto stored = [&f] {
            std::optional<Result<commands::GetMaxOffset::Reply>> answer;
            QObject context;
            const commands::GetMaxOffset end{.topic = TopicName(QStringLiteral("t")), .queueId = QueueId(0)};
            whenDone(f.link->cluster.ask(end, Target::of(brokerA), {}), &context, [&answer](auto reply) { answer = std::move(reply); });
            (void)QTest::qWaitFor([&] { return answer || !f.tick(5ms); }, 60'000);
            return answer && answer->has_value();
        };
        QVERIFY(stored());
        f.box.stopBroker(brokerA);
        QTRY_VERIFY(f.tick(5s) && !f.send(QStringLiteral("lost")) && stored());
        QVERIFY(f.box.startBroker(brokerA).has_value());
        QVERIFY(f.untilStored(QStringLiteral("after")) <= 30s);
        QVERIFY(stored());
    }

    void T86_aNewMasterIsWrittenToAndReadFromWithinHalfAMinute()
    {
        Outage f;
        QVERIFY(f.send(QStringLiteral("before")));
        f.member->start();
        QTRY_VERIFY(f.tick() && f.member->bodies.size() == 1);
        f.box.stopBroker(brokerA);
        f.box.promoteReplica(brokerA);
        QVERIFY(f.untilStored(QStringLiteral("after")) <= 30s);
        const auto stored = f.clock.now();
        QTRY_VERIFY(f.tick() && f.member->bodies.size() == 2);
        QVERIFY(f.clock.now() - stored <= 30s);
    }

    void T86_aMasterThatHangsIsLeftForTheNewOneAfterOneSend()
    {
        Outage f;
        QVERIFY(f.send(QStringLiteral("before")));
        QVERIFY(f.send(QStringLiteral("before"))); // by the topic's own route
        f.box.faults().add({.code = commands::SendMessageV2::request.code, .server = brokerA.text()}, {.kind = sandbox::Fault::Kind::Silence});
        f.box.promoteReplica(brokerA);
        const auto lost = f.send(QStringLiteral("lost"));
        QVERIFY(!lost);
        QCOMPARE(lost.error().kind, Error::Kind::Timeout);
        QVERIFY(f.untilStored(QStringLiteral("after")) <= 5s); // long before the route is asked for by itself
    }

    void T87_withoutAMasterASendSaysSoAndGoesOnWhenThereIsOne()
    {
        Outage f;
        QVERIFY(f.send(QStringLiteral("before")));
        f.box.stopBroker(brokerA);
        const auto told = [&f] {
            const auto receipt = f.send(QStringLiteral("lost"));
            return !receipt && receipt.error().kind == Error::Kind::NoRoute;
        };
        QTRY_VERIFY(f.tick(1s) && told()); // the old route is believed for a while
        const auto receipt = f.send(QStringLiteral("lost"));
        QVERIFY(!receipt);
        QVERIFY2(wordsFor(receipt.error()).line().contains(QLatin1StringView("topic t")), qPrintable(wordsFor(receipt.error()).line()));
        QVERIFY(f.box.startBroker(brokerA).has_value());
        QVERIFY(f.untilStored(QStringLiteral("after")) <= 30s);
    }
};

ROCKETDESK_TEST(OutageTest)

#include "tst_outage.moc"
