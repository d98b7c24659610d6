// SPDX-License-Identifier: Apache-2.0
#include "client/base/flow.h"
#include "client/remoting/remoting.h"
#include "tests/remoting/echo.h"
#include "tests/remoting/hostileserver.h"
#include "tests/support/callstorm.h"
#include "tests/support/longtests.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace rocketdesk;
using tests::CallStorm;
using tests::Echo;

namespace {

/// A client that dies with its connections, its flows and whatever waits for them.
class StormClient final
{
public:
    StormClient(Clock &clock, Endpoint server) : m_clock(clock), m_server(std::move(server)), m_remoting({}, clock) {}

    Scope &scope() { return m_scope; }

    [[nodiscard]] Pending<Echo::Reply> ask(const QString &text, Deadline deadline)
    {
        return m_remoting.ask(m_server, Echo{text}, deadline, Origin::CommandLine);
    }

    /// Up to three tries under one deadline, as a producer makes them.
    Pending<Echo::Reply> insist(QString text, Deadline deadline)
    {
        for (int attempt = 1;; ++attempt) {
            auto asking = ask(text, deadline);
            const auto reply = co_await asking;
            if (reply || attempt == 3 || m_clock.passed(deadline))
                co_return reply;
            auto pause = m_clock.after(milliseconds(1));
            (void)co_await pause;
        }
    }

    /// Ends with success only where the answer is the one to this request.
    Pending<bool> compare(QString text, bool insisting, Deadline deadline)
    {
        auto asking = insisting ? insist(text, deadline) : ask(text, deadline);
        const auto reply = co_await asking;
        if (!reply)
            co_return failed(reply.error());
        if (reply->text != text)
            co_return failed(Error::Kind::CorruptBody);
        co_return true;
    }

    void cut() { m_remoting.closeAll({.kind = Error::Kind::Closed, .remark = QStringLiteral("cut by the test")}); }

private:
    Clock &m_clock;
    Endpoint m_server;
    Remoting m_remoting;
    Scope m_scope;
};

/// Clients of one hostile server, some of which are always dying.
class StormClients final
{
public:
    explicit StormClients(Endpoint server) : m_server(std::move(server))
    {
        for (auto &client : m_clients)
            client = std::make_unique<StormClient>(m_clock, m_server);
    }

    void begin(CallStorm &storm)
    {
        StormClient &client = *pick(storm);
        const QString text = QString::number(storm.begun());
        const Deadline deadline = m_clock.in(milliseconds(1 + storm.random(60)));
        switch (storm.random(4)) {
        case 0:
            return storm.watch(client.ask(text, deadline));
        case 1:
            return storm.watch(client.insist(text, deadline));
        default:
            return storm.watch(client.compare(text, storm.random(2) == 0, deadline));
        }
    }

    void harm(CallStorm &storm)
    {
        auto &client = pick(storm);
        if (storm.random(2) == 0)
            client->cut();
        else
            client = std::make_unique<StormClient>(m_clock, m_server);
    }

private:
    [[nodiscard]] std::unique_ptr<StormClient> &pick(CallStorm &storm) { return m_clients[static_cast<std::size_t>(storm.random(4))]; }

    SystemClock m_clock;
    Endpoint m_server;
    std::array<std::unique_ptr<StormClient>, 4> m_clients;
};

} // namespace

/// Calls to a server that does everything wrong, from callers that do too: each ends exactly once and leaves nothing.
class RemotingStormTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachCallEndsOnceWhateverTheServerDoes_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= (tests::longTests() ? 4U : 1U); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void eachCallEndsOnceWhateverTheServerDoes()
    {
        QFETCH(quint32, seed);
        const tests::HostileServer server(seed);
        StormClients clients(server.endpoint());
        CallStorm storm(tests::longTests() ? 200'000 : 20'000, seed, [&](CallStorm &it) { clients.begin(it); }, [&](CallStorm &it) { clients.harm(it); });
        QTRY_VERIFY_WITH_TIMEOUT(storm.isOver(), 300'000);
        QVERIFY2(storm.wrong() == 0, qPrintable(storm.counts()));
        QVERIFY2(!storm.counts().contains(QLatin1StringView("CorruptBody")), "an answer reached another call");
        qInfo().noquote() << storm.counts();
    }
};

ROCKETDESK_TEST(RemotingStormTest)

#include "tst_storm.moc"
