// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/session.h"
#include "client/base/endpoint.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <vector>

namespace rocketdesk::sandbox {

/// How a port treats TLS.
struct ServerTls {
    std::optional<QSslConfiguration> configuration; ///< none: a TLS hello is closed without an alert
    bool only = false; ///< plain text is closed
};

/// A port on loopback and the sessions on it. The first byte of a connection tells TLS (0x16) from plain text.
class Server final : public QTcpServer
{
    Q_OBJECT
public:
    Server(SessionContext context, ServerTls tls, QObject *parent = nullptr);
    ~Server() override;

    /// Fails with Local and the system's words when the port is taken.
    [[nodiscard]] Result<Endpoint> open(quint16 port);
    /// Ends every connection and takes no more, until it is opened again.
    void shut();
    [[nodiscard]] qsizetype sessions() const { return static_cast<qsizetype>(m_sessions.size()); }

Q_SIGNALS:
    void sessionClosed(rocketdesk::sandbox::Session *session);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void firstByte(QTcpSocket *socket);
    void serve(QTcpSocket *socket);
    [[nodiscard]] std::unique_ptr<QTcpSocket> takeArriving(QTcpSocket *socket);
    void closeIdle();
    void watchIdle();
    void forget(Session *session);

    SessionContext m_context;
    ServerTls m_tls;
    std::vector<std::unique_ptr<QTcpSocket>> m_arriving; ///< have not sent a byte yet
    std::vector<std::unique_ptr<Session>> m_sessions;
};

} // namespace rocketdesk::sandbox
