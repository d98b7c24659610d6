// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/server.h"

#include <QSslSocket>

#include <algorithm>

namespace rocketdesk::sandbox {

namespace {

constexpr char tlsHandshake = 0x16; ///< content type of a ClientHello
constexpr milliseconds idleScan{10'000};
constexpr milliseconds idleLimit{120'000}; ///< serverChannelMaxIdleTimeSeconds

} // namespace

Server::Server(SessionContext context, ServerTls tls, QObject *parent)
    : QTcpServer(parent), m_context(context), m_tls(std::move(tls))
{
    setListenBacklogSize(1024);
    watchIdle();
}

Server::~Server()
{
    close();
    for (const auto &session : m_sessions)
        session->disconnect(this);
    for (const auto &arriving : m_arriving) // else each would take itself out of the list that ends it
        arriving->disconnect(this);
}

Result<Endpoint> Server::open(quint16 port)
{
    if (!listen(QHostAddress::LocalHost, port))
        return failed(Error::Kind::Local, errorString(), QStringLiteral("127.0.0.1:%1").arg(port));
    return Endpoint{QStringLiteral("127.0.0.1"), serverPort()};
}

void Server::shut()
{
    close();
    while (!m_sessions.empty())
        m_sessions.back()->close();
    for (const auto &arriving : std::exchange(m_arriving, {}))
        arriving->disconnect(this);
}

void Server::incomingConnection(qintptr descriptor)
{
    std::unique_ptr<QTcpSocket> socket;
    if (m_tls.configuration)
        socket = std::make_unique<QSslSocket>();
    else
        socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return;
    QTcpSocket *const arrived = socket.get();
    connect(arrived, &QTcpSocket::readyRead, this, [this, arrived] { firstByte(arrived); });
    connect(arrived, &QTcpSocket::disconnected, this, [this, arrived] { takeArriving(arrived).release()->deleteLater(); });
    m_arriving.push_back(std::move(socket));
}

std::unique_ptr<QTcpSocket> Server::takeArriving(QTcpSocket *socket)
{
    const auto place = std::find_if(m_arriving.begin(), m_arriving.end(), [socket](const auto &one) { return one.get() == socket; });
    Q_ASSERT(place != m_arriving.end());
    auto owned = std::move(*place);
    m_arriving.erase(place);
    return owned;
}

void Server::firstByte(QTcpSocket *socket)
{
    char first = 0;
    if (socket->peek(&first, 1) != 1)
        return;
    const bool encrypted = first == tlsHandshake;
    if (encrypted ? !m_tls.configuration : m_tls.only) {
        socket->disconnectFromHost();
        return;
    }
    socket->disconnect(this);
    if (auto *const secure = encrypted ? qobject_cast<QSslSocket *>(socket) : nullptr) {
        secure->setSslConfiguration(*m_tls.configuration);
        secure->startServerEncryption();
    }
    serve(socket);
}

void Server::serve(QTcpSocket *socket)
{
    Session *const session = m_sessions.emplace_back(std::make_unique<Session>(takeArriving(socket), m_context, nullptr)).get();
    connect(session, &Session::closed, this, [this, session] { forget(session); });
}

void Server::forget(Session *session)
{
    const auto place = std::find_if(m_sessions.begin(), m_sessions.end(), [session](const auto &one) { return one.get() == session; });
    if (place == m_sessions.end())
        return;
    place->release()->deleteLater(); // it is in the middle of its own signal
    m_sessions.erase(place);
    Q_EMIT sessionClosed(session);
}

void Server::watchIdle()
{
    whenDone(m_context.clock.after(idleScan), this, [this](const Result<void> &) {
        closeIdle();
        watchIdle();
    });
}

void Server::closeIdle()
{
    std::vector<Session *> idle;
    for (const auto &session : m_sessions) {
        if (m_context.clock.now() - session->lastFrame() >= idleLimit)
            idle.push_back(session.get());
    }
    for (Session *const session : idle)
        session->close();
}

} // namespace rocketdesk::sandbox
