// SPDX-License-Identifier: Apache-2.0
#include "client/remoting/remoting.h"

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr int NotSupported = static_cast<int>(protocol::AnswerCode::NotSupported);

} // namespace

Remoting::Remoting(Options options, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_clock(clock)
{
}

Remoting::~Remoting()
{
    closeAll({.kind = Error::Kind::Cancelled, .remark = QStringLiteral("the client was closed")});
}

void Remoting::start(const Endpoint &at, CallRef call, Deadline deadline, Origin origin, CallDone done)
{
    if (auto error = refusal(at, call))
        return done(failed(std::move(*error)));
    connection(at).start(call, deadline, origin, std::move(done));
}

Result<void> Remoting::tell(const Endpoint &at, CallRef call, Origin origin)
{
    if (auto error = refusal(at, call))
        return failed(std::move(*error));
    return connection(at).tell(call, origin);
}

std::optional<Error> Remoting::refusal(const Endpoint &at, CallRef call) const
{
    if (!at.isValid())
        return Error{.kind = Error::Kind::InvalidArgument, .remark = QStringLiteral("no address to send to"), .operation = QString::fromLatin1(call.request().name)};
    if (m_options.readOnly && call.writes(m_known))
        return Error{.kind = Error::Kind::ReadOnly, .where = at.toString(), .operation = QString::fromLatin1(call.request().name)};
    return std::nullopt;
}

Connection &Remoting::connection(const Endpoint &at)
{
    auto &slot = m_connections[at];
    if (!slot) {
        const ConnectionContext context{.clock = m_clock, .log = m_log, .signer = m_options.signer ? &m_options.signer : nullptr};
        slot = std::make_unique<Connection>(at, m_options.connection, context);
        Connection *const made = slot.get(); // `slot` is gone where opening fails at once
        watch(*made);
        made->open(m_options.mapping ? m_options.mapping(at) : at);
        return *made;
    }
    return *slot;
}

void Remoting::watch(Connection &connection)
{
    Connection *const it = &connection;
    connect(it, &Connection::stateChanged, this, [this, it](Connection::State state) {
        Q_EMIT connectionChanged(it->endpoint(), state, it->reason());
        if (it->isOver())
            forget(it);
    });
    connect(it, &Connection::goingAway, this, [this, it] {
        if (const auto found = m_connections.find(it->endpoint()); found != m_connections.end() && found->second.get() == it)
            m_leaving.push_back(std::move(m_connections.extract(found).mapped()));
    });
    connect(it, &Connection::requestArrived, this, [this, it](const protocol::FrameView &frame) { push(*it, frame); });
}

void Remoting::forget(Connection *connection)
{
    // It is the sender of the signal that brought us here, so it dies later.
    if (const auto found = m_connections.find(connection->endpoint()); found != m_connections.end() && found->second.get() == connection) {
        found->second.release()->deleteLater();
        m_connections.erase(found);
        return;
    }
    const auto leaving = std::find_if(m_leaving.begin(), m_leaving.end(), [=](const auto &held) { return held.get() == connection; });
    if (leaving != m_leaving.end()) {
        leaving->release()->deleteLater();
        m_leaving.erase(leaving);
    }
}

void Remoting::push(Connection &connection, const protocol::FrameView &frame)
{
    m_log.answered(m_log.begin({.startedMs = m_clock.wallMs(), .address = connection.endpoint(), .name = "request of the server", .code = frame.code,
                       .opaque = frame.opaque, .incoming = true}),
        0, wholeSize(frame), std::chrono::nanoseconds(0));
    const auto handler = m_pushes.find(frame.code);
    if (handler == m_pushes.end() || !handler->second) {
        if (!frame.isOneway())
            connection.respond(frame.opaque, {.code = NotSupported, .remark = QStringLiteral(" request type %1 not supported").arg(frame.code)});
        return;
    }
    if (const auto response = handler->second(frame, connection.endpoint()); response && !frame.isOneway())
        connection.respond(frame.opaque, *response);
}

void Remoting::respond(const Endpoint &to, int opaque, const Response &response)
{
    const Turn turn;
    if (Connection *open = connectionTo(to))
        open->respond(opaque, response);
}

Connection *Remoting::connectionTo(const Endpoint &at) const
{
    const auto found = m_connections.find(at);
    return found == m_connections.end() ? nullptr : found->second.get();
}

int Remoting::openConnections() const
{
    return static_cast<int>(m_connections.size());
}

void Remoting::closeAll(const Error &reason)
{
    std::vector<std::unique_ptr<Connection>> ending = std::exchange(m_leaving, {});
    for (auto &[at, connection] : std::exchange(m_connections, {}))
        ending.push_back(std::move(connection));
    for (auto &connection : ending) {
        connection->disconnect(this);
        connection->close(reason);
    }
}

} // namespace rocketdesk
