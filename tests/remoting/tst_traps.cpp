// SPDX-License-Identifier: Apache-2.0
// Mistakes of other clients' start, stop and network code: each function is named by the trap it keeps us out of.
#include "app/sandbox/sandboxthread.h"
#include "client/protocol/messageids.h"
#include "client/remoting/remoting.h"
#include "tests/remoting/echo.h"
#include "tests/support/paths.h"
#include "tests/support/rawserver.h"
#include "tests/support/testregistry.h"

#include <QSet>
#include <QTest>

#include <thread>

using namespace rocketdesk;
using tests::Echo;
using tests::RawServer;

namespace {

template <typename Answer>
RawServer::Handler eachFrame(Answer answer)
{
    return [answer](QTcpSocket &socket, QByteArray &received) {
        for (QByteArray frame = RawServer::takeFrame(received); !frame.isEmpty(); frame = RawServer::takeFrame(received))
            answer(socket, frame);
    };
}

void answerIt(QTcpSocket &socket, const QByteArray &frame)
{
    socket.write(RawServer::answer(RawServer::opaqueOf(frame), 0, {}, "{\"text\":\"b\"}"));
}

struct Hush {
    static constexpr protocol::Request request{9997, "HUSH", protocol::Effect::Reads};
    QString text;
    QByteArray body;
    static constexpr auto fields() { return protocol::fields(protocol::field("text", &Hush::text)); }
    struct Reply {
    };
};

QStringList heard;

void listen(QtMsgType, const QMessageLogContext &, const QString &message)
{
    heard << message;
}

} // namespace

class TrapsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void T75_aCallbackMayCloseAndDeleteItsClient()
    {
        RawServer server(eachFrame(answerIt));
        SystemClock clock;
        for (int round = 0; round < 50; ++round) {
            auto remoting = std::make_unique<Remoting>(Remoting::Options(), clock);
            int ends = 0;
            for (int i = 0; i < 10; ++i) {
                whenDone(remoting->ask(server.endpoint(), Echo(), clock.in(milliseconds(5000)), Origin::CommandLine), this, [&](const Result<Echo::Reply> &) {
                    ++ends;
                    if (!remoting)
                        return;
                    remoting->closeAll({.kind = Error::Kind::Closed});
                    remoting.reset();
                });
            }
            QTRY_COMPARE(ends, 10);
        }
    }

    void T77_aHandlerOfServerRequestsAndACallbackMayCall()
    {
        constexpr int pushes = 10'000;
        QPointer<QTcpSocket> peer;
        int answered = 0;
        RawServer server(eachFrame([&](QTcpSocket &socket, const QByteArray &frame) {
            peer = &socket;
            if (frame.contains("\"text\""))
                answerIt(socket, frame);
            else
                ++answered;
        }));
        SystemClock clock;
        Remoting remoting({}, clock);
        int calls = 0;
        const auto call = [&] {
            return remoting.ask(server.endpoint(), Echo{QStringLiteral("a")}, clock.in(milliseconds(30'000)), Origin::CommandLine);
        };
        remoting.onPush(40, [&](const protocol::FrameView &frame, const Endpoint &) {
            if (frame.opaque % 10 == 0) // a call of its own, and one more from its callback
                whenDone(call(), this, [&](const Result<Echo::Reply> &) { whenDone(call(), this, [&](const Result<Echo::Reply> &reply) { calls += reply.has_value(); }); });
            return Response();
        });
        bool begun = false;
        whenDone(call(), this, [&](const Result<Echo::Reply> &) { begun = true; });
        QTRY_VERIFY(begun);
        QByteArray all;
        for (int i = 0; i < pushes; ++i)
            all += RawServer::answer(i, 40).replace("\"flag\":1", "\"flag\":0");
        peer->write(all);
        QTRY_COMPARE(answered, pushes);
        QTRY_COMPARE(calls, pushes / 10);
    }

    void T78_aHundredShutdownsUnderLoad()
    {
        RawServer server(eachFrame(answerIt));
        SystemClock clock;
        for (int round = 0; round < 100; ++round) {
            auto remoting = std::make_unique<Remoting>(Remoting::Options(), clock);
            int ends = 0;
            for (int i = 0; i < 50; ++i)
                whenDone(remoting->ask(server.endpoint(), Echo(), clock.in(milliseconds(5000)), Origin::CommandLine), this, [&](const Result<Echo::Reply> &) { ++ends; });
            QTRY_VERIFY(ends >= round % 50);
            remoting.reset();
            QTRY_COMPARE(ends, 50);
        }
    }

    void T80_afterAStartThatFailedTheNextOneWorks()
    {
        Endpoint at;
        {
            const RawServer gone([](QTcpSocket &, QByteArray &) {});
            at = gone.endpoint();
        }
        SystemClock clock;
        Remoting remoting({}, clock);
        std::optional<Result<Echo::Reply>> answer;
        const auto ask = [&] {
            answer.reset();
            whenDone(remoting.ask(at, Echo(), clock.in(milliseconds(5000)), Origin::CommandLine), this, [&](Result<Echo::Reply> reply) { answer = std::move(reply); });
        };
        ask();
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Unreachable);
        QVERIFY(!answer->error().remark.isEmpty());
        const RawServer back(eachFrame(answerIt));
        at = back.endpoint();
        ask();
        QTRY_VERIFY(answer);
        QVERIFY(answer->has_value());
    }

    void T83_aCertificateOfAnotherNameIsRefusedUnlessSwitchedOff_data()
    {
        QTest::addColumn<TlsOptions::Verify>("verify");
        QTest::addColumn<bool>("works");
        QTest::newRow("checked") << TlsOptions::Verify::Full << false;
        QTest::newRow("name not checked") << TlsOptions::Verify::NoName << true;
        QTest::newRow("nothing checked") << TlsOptions::Verify::None << true;
    }

    void T83_aCertificateOfAnotherNameIsRefusedUnlessSwitchedOff()
    {
        QFETCH(TlsOptions::Verify, verify);
        QFETCH(bool, works);
        const QString folder = tests::sourceFolder() + QStringLiteral("/tests/data/tls/");
        const sandbox::SandboxThread cluster({.demoData = false, .tlsCertificateFile = folder + QStringLiteral("broker.example.pem"), .tlsKeyFile = folder + QStringLiteral("broker.example.key")});
        QVERIFY(cluster.started());
        SystemClock clock;
        Remoting remoting({.connection = {.tls = {.enabled = true, .caFile = folder + QStringLiteral("ca.pem"), .verify = verify}}}, clock);
        std::optional<Result<Echo::Reply>> answer;
        whenDone(remoting.ask(cluster.nameServer(), Echo(), clock.in(milliseconds(10'000)), Origin::CommandLine), this, [&](Result<Echo::Reply> reply) { answer = std::move(reply); });
        QTRY_VERIFY(answer);
        QVERIFY(!answer->has_value());
        QCOMPARE(answer->error().kind, works ? Error::Kind::Unsupported : Error::Kind::TlsFailed); // the server does not know ECHO
    }

    void T84_anAnswerThatCannotBeReadFailsAtOnce()
    {
        RawServer server(eachFrame([](QTcpSocket &socket, const QByteArray &) { socket.write(QByteArray("\x00\x00\x00\x0e\x00\x00\x00\x0a{\"opaque\":", 18)); }));
        ManualClock clock; // no deadline passes
        Remoting remoting({}, clock);
        std::optional<Error::Kind> kind;
        whenDone(remoting.ask(server.endpoint(), Echo(), clock.in(milliseconds(5000)), Origin::CommandLine), this, [&](const Result<Echo::Reply> &reply) { kind = reply.error().kind; });
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, Error::Kind::Malformed);
    }

    void T85_idsFromEightThreadsAreAllDifferent()
    {
        constexpr int perThread = 20'000;
        protocol::UniqueIdGenerator ids(QByteArray("\x7f\x00\x00\x01", 4), 4711, 1);
        std::vector<QStringList> made(8);
        std::vector<std::thread> threads;
        for (QStringList &mine : made)
            threads.emplace_back([&ids, &mine] {
                for (int i = 0; i < perThread; ++i)
                    mine << ids.next(1'767'225'600'000 + i / 100);
            });
        for (std::thread &thread : threads)
            thread.join();
        QSet<QString> all;
        for (const QStringList &mine : made)
            all.unite(QSet<QString>(mine.cbegin(), mine.cend()));
        QCOMPARE(all.size(), 8 * perThread);
    }

    void T88_noBodyAndNoSignatureIsLogged()
    {
        RawServer server(eachFrame(answerIt));
        SystemClock clock;
        Remoting remoting({.signer = [](int, protocol::ExtFields &fields, QByteArrayView) { fields.set("Signature", "hush-signature"); }}, clock);
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        const QtMessageHandler before = qInstallMessageHandler(listen);
        bool ended = false;
        whenDone(remoting.ask(server.endpoint(), Hush{QStringLiteral("a"), "hush-body"}, clock.in(milliseconds(1)), Origin::CommandLine), this, [&](const auto &) { ended = true; });
        const bool over = tests::eventually([&] { return ended && server.connections() == 1; });
        server.closeAll();
        const bool lost = tests::eventually([&] { return remoting.openConnections() == 0; });
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
        QVERIFY(over && lost && !heard.isEmpty());
        QVERIFY2(!heard.join(u'\n').contains(QLatin1StringView("hush")), qPrintable(heard.join(u'\n')));
        const auto records = remoting.log().since(0, 10);
        QCOMPARE(records.size(), std::size_t(1));
        QVERIFY(!remoting.log().fields(records.front().number).contains("hush"));
    }
};

ROCKETDESK_TEST(TrapsTest)

#include "tst_traps.moc"
