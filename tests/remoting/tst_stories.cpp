// SPDX-License-Identifier: Apache-2.0
#include "client/base/flow.h"
#include "client/cluster/presence.h"
#include "tests/remoting/echo.h"
#include "tests/support/rawserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace rocketdesk;
using tests::Echo;
using tests::RawServer;

namespace {

using Stage = Connection::State;

/// One connection on a clock that the test moves, the states it told, and the answers that came.
struct Line {
    Line()
    {
        states << connection.state();
        QObject::connect(&connection, &Connection::stateChanged, &context, [this](Stage state) { states << state; });
    }

    void ask(milliseconds limit = milliseconds(5000), const QString &text = {})
    {
        connection.start(CallRef(Echo{text}), clock.in(limit), Origin::CommandLine, [this](Result<const protocol::FrameView *> frame) {
            ends << (frame ? QString() : kindName(frame.error().kind));
            if (frame)
                opaques << (*frame)->opaque;
        });
    }

    ManualClock clock;
    CallLog log;
    Connection connection{{QStringLiteral("server"), 1}, {}, {.clock = clock, .log = log}};
    QObject context;
    QList<Stage> states;
    QStringList ends; ///< kind of error; empty for an answer
    QList<int> opaques;
};

/// Keeps what it gets, and answers when the test wants it.
struct SlowServer {
    void answer(int opaque) { peer->write(RawServer::answer(opaque, 0, {}, "{\"text\":\"b\"}")); }

    QPointer<QTcpSocket> peer;
    QList<int> asked; ///< opaques
    RawServer server{[this](QTcpSocket &socket, QByteArray &received) {
        peer = &socket;
        for (QByteArray frame = RawServer::takeFrame(received); !frame.isEmpty(); frame = RawServer::takeFrame(received))
            asked << RawServer::opaqueOf(frame);
    }};
};

Endpoint refusedPort()
{
    const RawServer server([](QTcpSocket &, QByteArray &) {});
    return server.endpoint();
}

/// A caller that awaits its answer, as clients do inside.
class Awaiter final
{
public:
    explicit Awaiter(Remoting &remoting) : m_remoting(remoting) {}
    Scope &scope() { return m_scope; }

    Pending<void> ask(Endpoint at, Deadline deadline)
    {
        auto asking = m_remoting.ask(at, Echo(), deadline, Origin::CommandLine);
        const auto reply = co_await asking;
        if (!reply)
            co_return failed(reply.error());
        co_return {};
    }

private:
    Remoting &m_remoting;
    Scope m_scope;
};

} // namespace

/// The stories of one connection.
class StoriesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void U01_statesAreToldInOrderEachOnce()
    {
        SlowServer slow;
        Line line;
        line.connection.open(slow.server.endpoint());
        QTRY_COMPARE(line.connection.state(), Stage::Connected);
        line.connection.close({.kind = Error::Kind::Closed});
        line.connection.close({.kind = Error::Kind::Closed});
        QCOMPARE(line.states, (QList{Stage::Disconnected, Stage::Connecting, Stage::Connected, Stage::Closing, Stage::Closed}));
    }

    void U02_refusedPortLeadsBackToDisconnected()
    {
        Line line;
        line.connection.open(refusedPort());
        line.ask();
        QVERIFY(line.ends.isEmpty()); // the caller goes on meanwhile
        QTRY_COMPARE(line.states, (QList{Stage::Disconnected, Stage::Connecting, Stage::Disconnected}));
        QCOMPARE(line.ends, QStringList{kindName(Error::Kind::Unreachable)});
    }

    void U02_theNextTryComesAfterTheRetryInterval()
    {
        ManualClock clock;
        Remoting remoting({}, clock);
        Cluster cluster(remoting, {.nameServers = {refusedPort()}});
        Presence presence(cluster);
        QList<Stage> states;
        connect(&remoting, &Remoting::connectionChanged, this, [&](const Endpoint &, Stage state) { states << state; });
        const auto need = presence.need();
        QTRY_VERIFY(presence.state().nextTryMs > 0);
        QCOMPARE(presence.state().nextTryMs, clock.wallMs() + 1000);
        const qsizetype tried = states.count(Stage::Connecting);
        QVERIFY(tried > 0 && states.last() == Stage::Disconnected);
        clock.advance(milliseconds(999));
        QCOMPARE(states.count(Stage::Connecting), tried);
        clock.advance(milliseconds(1));
        QTRY_VERIFY(states.count(Stage::Connecting) > tried);
    }

    void U03_requestOnAClosedConnectionFailsAtOnce()
    {
        SlowServer slow;
        Line line;
        line.connection.open(slow.server.endpoint());
        QTRY_COMPARE(line.connection.state(), Stage::Connected);
        QTRY_COMPARE(slow.server.connections(), 1);
        line.connection.close({.kind = Error::Kind::Closed});
        line.ask();
        QCOMPARE(line.ends, QStringList{kindName(Error::Kind::Closed)});
        QCOMPARE(line.connection.unwritten(), 0);
        QCOMPARE(line.connection.state(), Stage::Closed);
        QCOMPARE(slow.server.connections(), 1);
    }

    void U04_silenceEndsAtTheLimitAndLeavesNothing()
    {
        SlowServer slow;
        Line line;
        line.connection.open(slow.server.endpoint());
        line.ask(milliseconds(200));
        QTRY_COMPARE(slow.asked.size(), 1);
        line.clock.advance(milliseconds(199));
        QVERIFY(line.ends.isEmpty());
        line.clock.advance(milliseconds(1));
        QCOMPARE(line.ends, QStringList{kindName(Error::Kind::Timeout)});
        QCOMPARE(line.connection.waiting(), std::size_t(0));
        QCOMPARE(line.connection.state(), Stage::Connected);
    }

    // T-81: a slow request fails alone.
    void U05_lateAnswerIsDroppedAndTheNextRequestGetsItsOwn()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("rocketdesk.remoting.debug=true"));
        SlowServer slow;
        Line line;
        line.connection.open(slow.server.endpoint());
        line.ask(milliseconds(200));
        line.ask(milliseconds(5000));
        QTRY_COMPARE(slow.asked.size(), 2);
        line.clock.advance(milliseconds(300));
        QCOMPARE(line.ends, QStringList{kindName(Error::Kind::Timeout)});
        QTest::ignoreMessage(QtDebugMsg, QRegularExpression(QStringLiteral("^server:1 answers too late")));
        slow.answer(slow.asked.at(0));
        slow.answer(slow.asked.at(1));
        QTRY_COMPARE(line.opaques, QList{slow.asked.at(1)});
        line.ask();
        QTRY_COMPARE(slow.asked.size(), 3);
        slow.answer(slow.asked.at(2));
        QTRY_COMPARE(line.opaques, (QList{slow.asked.at(1), slow.asked.at(2)}));
        QCOMPARE(line.connection.state(), Stage::Connected);
        QLoggingCategory::setFilterRules({});
    }

    // T-73, T-74: callers that wait and callbacks alike.
    void U06_allThatWaitFailOnceWhenTheServerCloses()
    {
        SlowServer slow;
        SystemClock clock;
        Remoting remoting({}, clock);
        Awaiter awaiter(remoting);
        QStringList ends;
        const auto note = [&](const auto &result) { ends << (result ? QString() : kindName(result.error().kind)); };
        for (int i = 0; i < 50; ++i) {
            whenDone(awaiter.ask(slow.server.endpoint(), clock.in(milliseconds(30'000))), this, note);
            whenDone(remoting.ask(slow.server.endpoint(), Echo(), clock.in(milliseconds(30'000)), Origin::CommandLine), this, note);
        }
        QTRY_COMPARE(slow.asked.size(), 100);
        slow.server.closeAll();
        QTRY_COMPARE(ends.size(), 100);
        QCOMPARE(ends.count(kindName(Error::Kind::Closed)), 100);
        QCOMPARE(remoting.openConnections(), 0);
    }
};

ROCKETDESK_TEST(StoriesTest)

#include "tst_stories.moc"
