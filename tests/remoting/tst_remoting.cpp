// SPDX-License-Identifier: Apache-2.0
#include "client/remoting/remoting.h"
#include "tests/remoting/echo.h"
#include "tests/support/rawserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using tests::Echo;
using tests::RawServer;

namespace {

struct Wipe {
    static constexpr protocol::Request request{9998, "WIPE", protocol::Effect::Writes};
    struct Reply {
    };
};

/// One client end and what it was answered.
struct Ends {
    explicit Ends(Remoting::Options options = {}) : remoting(std::move(options), clock) {}

    void ask(const Endpoint &at, milliseconds limit = milliseconds(5000), const QString &text = QStringLiteral("a"))
    {
        whenDone(remoting.ask(at, Echo{text}, clock.in(limit), Origin::CommandLine), &context, [this](Result<Echo::Reply> reply) { answers << reply; });
    }

    SystemClock clock;
    Remoting remoting;
    QObject context;
    QList<Result<Echo::Reply>> answers;
};

template <typename Answer>
void eachFrame(QByteArray &received, Answer answer)
{
    for (QByteArray frame = RawServer::takeFrame(received); !frame.isEmpty(); frame = RawServer::takeFrame(received))
        answer(frame);
}

void answerAll(QTcpSocket &socket, QByteArray &received)
{
    eachFrame(received, [&](const QByteArray &frame) { socket.write(RawServer::answer(RawServer::opaqueOf(frame), 0, "body", "{\"text\":\"b\"}")); });
}

} // namespace

class RemotingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsShareOneConnectionAndEndOnce()
    {
        RawServer server(answerAll);
        Ends ends;
        for (int i = 0; i < 100; ++i)
            ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 100);
        QVERIFY(std::all_of(ends.answers.cbegin(), ends.answers.cend(), [](const auto &r) { return r && r->text == QLatin1StringView("b") && r->body == "body"; }));
        QCOMPARE(server.connections(), 1);
        const auto records = ends.remoting.log().since(0, 1000);
        QCOMPARE(records.size(), std::size_t(100));
        QCOMPARE(records.back().ended, CallRecord::End::Answered);
        QVERIFY(records.back().bytesIn > 0 && records.back().bytesOut > 0);
    }

    void slowCallFailsAloneAndItsLateReplyIsIgnored()
    {
        QByteArray late;
        QPointer<QTcpSocket> peer;
        RawServer server([&](QTcpSocket &socket, QByteArray &received) {
            peer = &socket;
            eachFrame(received, [&](const QByteArray &frame) {
                const QByteArray answer = RawServer::answer(RawServer::opaqueOf(frame), 0, {}, "{\"text\":\"b\"}");
                if (frame.contains("\"slow\""))
                    late = answer;
                else
                    socket.write(answer);
            });
        });
        Ends ends;
        ends.ask(server.endpoint(), milliseconds(50), QStringLiteral("slow"));
        ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 2);
        QVERIFY(ends.answers.at(0).has_value());
        QCOMPARE(ends.answers.at(1).error().kind, Error::Kind::Timeout);
        QCOMPARE(ends.answers.at(1).error().operation, QStringLiteral("ECHO"));
        peer->write(late);
        ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 3);
        QCOMPARE(server.connections(), 1);
    }

    void faultsEndEveryCallWithOneClearKind_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("closed without a byte") << QByteArray() << true << Error::Kind::Closed;
        QTest::newRow("web server") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << false << Error::Kind::Malformed;
        QTest::newRow("garbage") << QByteArray("\xff\xfe\xfd\xfc\xfb\xfa\xf9\xf8") << false << Error::Kind::Malformed;
        QTest::newRow("length beyond the limit") << QByteArray("\x7f\xff\xff\xff\x00\x00\x00\x10", 8) << false << Error::Kind::Malformed;
        QTest::newRow("header beyond the limit") << QByteArray("\x00\x20\x00\x00\x00\x11\x00\x00", 8) << false << Error::Kind::Malformed;
        QTest::newRow("broken header") << QByteArray("\x00\x00\x00\x08\x00\x00\x00\x04{\"a\"", 12) << false << Error::Kind::Malformed;
        QTest::newRow("half a frame, then gone") << RawServer::answer(1).left(20) << true << Error::Kind::Closed;
    }

    void faultsEndEveryCallWithOneClearKind()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, closes);
        QFETCH(Error::Kind, kind);
        RawServer server([&](QTcpSocket &socket, QByteArray &received) {
            received.clear();
            socket.write(bytes);
            if (closes)
                socket.disconnectFromHost();
        });
        Ends ends;
        for (int i = 0; i < 3; ++i)
            ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 3);
        for (const auto &answer : ends.answers) {
            QVERIFY(!answer);
            QCOMPARE(answer.error().kind, kind);
            QVERIFY(!answer.error().remark.isEmpty());
            QCOMPARE(answer.error().where, server.endpoint().toString());
        }
        QCOMPARE(ends.remoting.openConnections(), 0);
    }

    void refusedPortIsUnreachable()
    {
        Endpoint nobody;
        {
            const RawServer server([](QTcpSocket &, QByteArray &) {});
            nobody = server.endpoint();
        }
        Ends ends;
        ends.ask(nobody);
        QTRY_COMPARE(ends.answers.size(), 1);
        QCOMPARE(ends.answers.at(0).error().kind, Error::Kind::Unreachable);
    }

    void lostConnectionIsReplacedByTheNextCall()
    {
        RawServer server(answerAll);
        Ends ends;
        ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 1);
        server.closeAll();
        QTRY_COMPARE(ends.remoting.openConnections(), 0);
        ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 2);
        QVERIFY(ends.answers.at(1).has_value());
        QCOMPARE(server.connections(), 2);
    }

    void aWriteThatFailsEndsTheConnectionToo()
    {
        RawServer server(answerAll);
        Ends ends;
        ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 1);
        server.closeAll();
        for (int i = 0; i < 2; ++i) // before the event loop can tell that the server has gone: a reset answers the first write, the second fails
            ends.ask(server.endpoint(), milliseconds(60'000));
        QTRY_COMPARE(ends.answers.size(), 3);
        QVERIFY(!ends.answers.at(1));
        QCOMPARE(ends.answers.at(1).error().kind, Error::Kind::Closed);
        ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 4);
        QVERIFY(ends.answers.last().has_value());
    }

    void framesSplitAnywhereArriveWhole()
    {
        const QByteArray body(700'000, 'x'); // bigger than the read buffer
        RawServer server([&](QTcpSocket &socket, QByteArray &received) {
            eachFrame(received, [&](const QByteArray &frame) {
                const bool big = frame.contains("\"big\"");
                const QByteArray answer = RawServer::answer(RawServer::opaqueOf(frame), 0, big ? body : QByteArray("s"), "{\"text\":\"b\"}");
                const qsizetype piece = big ? 65'537 : 1;
                for (qsizetype at = 0; at < answer.size(); at += piece) {
                    socket.write(answer.mid(at, piece));
                    socket.flush();
                }
            });
        });
        Ends ends;
        ends.ask(server.endpoint(), milliseconds(5000), QStringLiteral("big"));
        ends.ask(server.endpoint());
        ends.ask(server.endpoint(), milliseconds(5000), QStringLiteral("big"));
        QTRY_COMPARE(ends.answers.size(), 3);
        QCOMPARE(ends.answers.at(0)->body, body);
        QCOMPARE(ends.answers.at(1)->body, QByteArray("s"));
        QCOMPARE(ends.answers.at(2)->body, body);
    }

    void readOnlyRefusesBeforeTheSocket()
    {
        RawServer server(answerAll);
        Ends ends({.readOnly = true});
        std::optional<Error> error;
        whenDone(ends.remoting.ask(server.endpoint(), Wipe(), ends.clock.in(milliseconds(1000)), Origin::CommandLine), this, [&](Result<Wipe::Reply> r) { error = r.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->kind, Error::Kind::ReadOnly);
        QCOMPARE(server.connections(), 0);
        QVERIFY(!ends.remoting.tell(server.endpoint(), Wipe(), Origin::CommandLine));
        ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 1);
    }

    void goAwayOpensAFreshConnection()
    {
        int frames = 0;
        RawServer server([&](QTcpSocket &socket, QByteArray &received) {
            eachFrame(received, [&](const QByteArray &frame) {
                const bool first = ++frames == 1;
                socket.write(RawServer::answer(RawServer::opaqueOf(frame), first ? 1500 : 0, {}, "{\"text\":\"b\"}", first ? "please go away" : ""));
            });
        });
        Ends ends;
        ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 1);
        QCOMPARE(ends.answers.at(0).error().code, 1500);
        ends.ask(server.endpoint());
        QTRY_COMPARE(ends.answers.size(), 2);
        QCOMPARE(server.connections(), 2);
    }

    void requestsOfTheServerAreAnswered()
    {
        QList<QByteArray> answers;
        RawServer server([&](QTcpSocket &socket, QByteArray &received) {
            eachFrame(received, [&](const QByteArray &frame) {
                if (!frame.contains("\"text\"")) {
                    answers << frame;
                    return;
                }
                for (const int code : {40, 41})
                    socket.write(RawServer::answer(code, code, "p").replace("\"flag\":1", "\"flag\":0"));
            });
        });
        Ends ends;
        int pushed = 0;
        ends.remoting.onPush(40, [&](const protocol::FrameView &frame, const Endpoint &from) {
            pushed += frame.opaque == 40 && from == server.endpoint();
            return Response{.body = "r"};
        });
        ends.ask(server.endpoint());
        QTRY_COMPARE(answers.size(), 2);
        QCOMPARE(pushed, 1);
        QVERIFY(answers.at(0).endsWith('r') && RawServer::opaqueOf(answers.at(0)) == 40);
        QVERIFY(answers.at(1).contains("\"code\":3") && RawServer::opaqueOf(answers.at(1)) == 41);
    }

    void clientThatDiesEndsItsCalls()
    {
        RawServer server([](QTcpSocket &, QByteArray &) {});
        auto ends = std::make_unique<Ends>();
        QList<Error::Kind> kinds;
        whenDone(ends->remoting.ask(server.endpoint(), Echo(), ends->clock.in(milliseconds(5000)), Origin::CommandLine), this, [&](Result<Echo::Reply> r) { kinds << r.error().kind; });
        QTRY_COMPARE(server.connections(), 1);
        ends.reset();
        QTRY_COMPARE(kinds, (QList{Error::Kind::Cancelled}));
    }

    void idleConnectionIsClosedByUs()
    {
        RawServer server(answerAll);
        ManualClock clock;
        Remoting remoting({}, clock);
        int answers = 0;
        whenDone(remoting.ask(server.endpoint(), Echo(), clock.in(milliseconds(5000)), Origin::CommandLine), this, [&](Result<Echo::Reply> r) { answers += r.has_value(); });
        QTRY_COMPARE(answers, 1);
        clock.advance(milliseconds(109'000));
        QCOMPARE(remoting.openConnections(), 1);
        clock.advance(milliseconds(2'000));
        QTRY_COMPARE(remoting.openConnections(), 0);
    }

    void halfOpenConnectionIsGivenUpWhileCallsKeepComing_data()
    {
        QTest::addColumn<bool>("hears"); // another call's answer now and then
        QTest::addColumn<int>("connections");
        QTest::newRow("nothing comes any more") << false << 2;
        QTest::newRow("one call is slow, others are answered") << true << 1;
    }
    void halfOpenConnectionIsGivenUpWhileCallsKeepComing()
    {
        QFETCH(bool, hears);
        bool answers = true;
        RawServer server([&answers](QTcpSocket &socket, QByteArray &received) {
            if (answers)
                answerAll(socket, received);
            received.clear();
        });
        ManualClock clock;
        Remoting remoting({}, clock);
        int ended = 0;
        int answered = 0;
        const auto ask = [&](bool hear) {
            answers = hear;
            whenDone(remoting.ask(server.endpoint(), Echo(), clock.in(milliseconds(3'000)), Origin::CommandLine), this, [&](const Result<Echo::Reply> &reply) { ++(reply ? answered : ended); });
        };
        ask(true);
        QTRY_COMPARE(answered, 1);
        for (int call = 1; call <= 15; ++call) {
            ask(false);
            clock.advance(milliseconds(3'000));
            QTRY_COMPARE(ended, call);
            if (!hears)
                continue;
            ask(true);
            QTRY_COMPARE(answered, call + 1);
        }
        QFETCH(int, connections);
        QTRY_COMPARE(server.connections(), connections);
    }
};

ROCKETDESK_TEST(RemotingTest)

#include "tst_remoting.moc"
