// SPDX-License-Identifier: Apache-2.0
#include "client/admin/brokerclock.h"
#include "client/admin/connectiontest.h"
#include "client/client.h"
#include "tests/admin/fakecluster.h"
#include "tests/support/samples.h"
#include "tests/support/testregistry.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace rocketdesk;
using tests::FakeCluster;
using tests::awaited;

namespace {

QByteArray spanAt(qint64 brokerMs)
{
    return R"({"consumeTimeSpanSet":[{"consumeTimeStamp":0,"delayTime":)" + QByteArray::number(brokerMs + 1)
        + R"(,"maxTimeStamp":0,"messageQueue":{"brokerName":"broker-a","queueId":0,"topic":"TBW102"},"minTimeStamp":0}]})";
}

const Hop *hopOf(const std::vector<Hop> &hops, Hop::Kind kind, const QString &subject = {})
{
    for (const Hop &hop : hops) {
        if (hop.kind == kind && (subject.isEmpty() || hop.subject == subject))
            return &hop;
    }
    return nullptr;
}

} // namespace

class ConnectionTestTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyHopOfAGoodConnectionPasses()
    {
        FakeCluster fake(2, 2);
        fake.brokersAnswer(28, {.body = tests::dataFile(QStringLiteral("samples/5.5.0/bodies/runtime-28.json"))});
        fake.brokersAnswer(303, [](int, const QByteArray &) { return FakeCluster::Answer{.body = spanAt(QDateTime::currentMSecsSinceEpoch() + 1500)}; });
        NetworkThread network;
        int seen = 0;
        const auto hops = awaited(Client::test(network.address(), fake.profile(), {}, this, [&](const Hop &) { ++seen; }));
        QVERIFY(hops);
        QCOMPARE(seen, int(hops->size()));
        QCOMPARE(hops->size(), std::size_t(2 + 2 + 1 + 2 + 1 + 2)); // connect, answer, agree, brokers, credentials, clocks
        for (const Hop &hop : *hops)
            QVERIFY2(hop.state == Hop::State::Ok, qPrintable(hop.subject + hop.found.text() + hop.error.remark));
        const QString clock = hopOf(*hops, Hop::Kind::Clock, QStringLiteral("broker-b"))->found.text();
        QVERIFY2(clock.contains(QRegularExpression(QStringLiteral("^broker-b is 1,?\\d{3} ms ahead \\(± \\d+ ms\\)$"))), qPrintable(clock));
        QCOMPARE(hopOf(*hops, Hop::Kind::NameServer)->found.text(), QStringLiteral("2 brokers in 1 cluster"));
    }

    void deadServersFailAloneAndTheRestIsTested()
    {
        FakeCluster fake(2);
        const QByteArray info = QByteArray(R"({"brokerAddrTable":{"broker-a":{"brokerAddrs":{0:"$A"},"brokerName":"broker-a","cluster":"C"},)"
                                           R"("broker-b":{"brokerAddrs":{0:"10.99.99.99:10911"},"brokerName":"broker-b","cluster":"C"}},"clusterAddrTable":{"C":["broker-a","broker-b"]}})")
                                    .replace("$A", fake.broker(0).toString().toUtf8());
        fake.nameServersAnswer(106, {.body = info});
        fake.brokersAnswer(28, {.body = tests::dataFile(QStringLiteral("samples/4.9.7/bodies/runtime-28.json"))});
        Profile profile = fake.profile();
        profile.nameServers << Endpoint{QStringLiteral("127.0.0.1"), 1};
        profile.mappings << *AddressMapping::parse(QStringLiteral("10.99.99.99:10911"), QStringLiteral("127.0.0.1:1"));
        NetworkThread network;
        const auto hops = awaited(Client::test(network.address(), profile, {}, nullptr, {}));
        QVERIFY(hops);
        const Hop *const dead = hopOf(*hops, Hop::Kind::Connect, QStringLiteral("127.0.0.1:1"));
        QVERIFY(dead && dead->state == Hop::State::Failed);
        QCOMPARE(dead->error.kind, Error::Kind::Unreachable);
        QVERIFY(!wordsFor(dead->error).wayOut.isEmpty());
        const Hop *const broker = hopOf(*hops, Hop::Kind::Broker, QStringLiteral("broker-b"));
        QVERIFY(broker && broker->state == Hop::State::Failed);
        QCOMPARE(broker->found.text(), QStringLiteral("10.99.99.99:10911 → 127.0.0.1:1"));
        QCOMPARE(hopOf(*hops, Hop::Kind::Broker, QStringLiteral("broker-a"))->state, Hop::State::Ok);
        QCOMPARE(hopOf(*hops, Hop::Kind::Credentials)->state, Hop::State::Ok);
        QVERIFY(!hopOf(*hops, Hop::Kind::NameServersAgree));
        // 303 is not known to this fake: 28 tells, and that recording is long past
        QCOMPARE(hopOf(*hops, Hop::Kind::Clock)->state, Hop::State::Warning);
        const QString clock = hopOf(*hops, Hop::Kind::Clock)->found.text();
        QVERIFY2(clock.contains(QRegularExpression(QStringLiteral(" ms behind \\(± [5-9]\\d\\d ms\\)$"))), qPrintable(clock)); // right to half a second
    }

    void nameServersThatDisagreeAreAWarning()
    {
        FakeCluster fake(1, 2);
        fake.nameServersAnswer(106, [&](int index, const QByteArray &) {
            return FakeCluster::Answer{.body = index == 1 ? QByteArray(R"({"brokerAddrTable":{},"clusterAddrTable":{}})")
                                                          : R"({"brokerAddrTable":{"broker-a":{"brokerAddrs":{0:")" + fake.broker(0).toString().toUtf8() + R"("},"brokerName":"broker-a","cluster":"C"}},"clusterAddrTable":{"C":["broker-a"]}})"};
        });
        NetworkThread network;
        const auto hops = awaited(Client::test(network.address(), fake.profile(), {}, nullptr, {}));
        QVERIFY(hops);
        const Hop *const agree = hopOf(*hops, Hop::Kind::NameServersAgree);
        QVERIFY(agree);
        QCOMPARE(agree->state, Hop::State::Warning);
        QCOMPARE(agree->found.text(), fake.profile().nameServers.at(1).toString() + QStringLiteral(" does not know broker-a"));
    }

    void refusedCredentialsFail()
    {
        FakeCluster fake(1);
        fake.brokersAnswer(28, {.code = 1, .remark = "org.apache.rocketmq.acl.common.AclException: No accessKey is configured"});
        NetworkThread network;
        const auto hops = awaited(Client::test(network.address(), fake.profile(), {}, nullptr, {}));
        QVERIFY(hops);
        QCOMPARE(hopOf(*hops, Hop::Kind::Credentials)->state, Hop::State::Failed);
        QCOMPARE(hopOf(*hops, Hop::Kind::Clock)->state, Hop::State::Failed);
    }

    void nameThatDoesNotResolveIsSaid()
    {
        Profile profile;
        profile.nameServers = {{QStringLiteral("no-such-host.invalid"), 9876}};
        NetworkThread network;
        const auto hops = awaited(Client::test(network.address(), profile, {}, nullptr, {}));
        QVERIFY(hops);
        QCOMPARE(hops->size(), std::size_t(1));
        QCOMPARE(hops->front().kind, Hop::Kind::Resolve);
        QCOMPARE(hops->front().state, Hop::State::Failed);
    }

    void cancelEndsIt()
    {
        FakeCluster fake(1);
        fake.silence(0);
        Profile profile = fake.profile();
        profile.timeouts.request = std::chrono::seconds(30);
        NetworkThread network;
        std::optional<Error::Kind> kind;
        Call call = whenDone(Client::test(network.address(), profile, {}, nullptr, {}), this, [&](Result<std::vector<Hop>> hops) { kind = hops ? Error::Kind::Local : hops.error().kind; });
        QTRY_COMPARE(fake.asked(28), 1);
        call.cancel();
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, Error::Kind::Cancelled);
    }

    void clockIsRightToHalfTheRoundTrip()
    {
        commands::ConsumeTimeSpans spans;
        spans.consumeTimeSpanSet.append(commands::QueueTimeSpan{.delayTime = 1'000'051});
        const auto clock = clockFromSpan(spans, {.beforeMs = 1'000'000, .afterMs = 1'000'020});
        QVERIFY(clock);
        QCOMPARE(clock->aheadMs, 40);
        QCOMPARE(clock->errorMs, 10);
        QVERIFY(!clock->isWarning());
        spans.consumeTimeSpanSet[0].delayTime = 5000; // a group that has offsets: a real delay
        QVERIFY(!clockFromSpan(spans, {.beforeMs = 1'795'557'205'853, .afterMs = 1'795'557'205'853}));
        const ClockReading coarse = clockFromRuntime(1'002'600, {.beforeMs = 1'000'000, .afterMs = 1'000'020});
        QCOMPARE(coarse.errorMs, 510);
        QVERIFY(coarse.isWarning());
        QVERIFY(!clockFromRuntime(1'002'400, {.beforeMs = 1'000'000, .afterMs = 1'000'020}).isWarning());
    }
};

ROCKETDESK_TEST(ConnectionTestTest)

#include "tst_connectiontest.moc"
