// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace rocketdesk::tests {

/// A server on loopback that does to each connection what the test says: the other end of every fault.
class RawServer final : public QObject
{
    Q_OBJECT
public:
    /// What came in so far on a connection and is not consumed; what the handler takes away is gone.
    using Handler = std::function<void(QTcpSocket &socket, QByteArray &received)>;

    explicit RawServer(Handler handler, QObject *parent = nullptr);

    [[nodiscard]] Endpoint endpoint() const;
    [[nodiscard]] int connections() const { return m_connections; }
    void closeAll();

    /// Takes one whole frame, without its length word, off the front; empty where there is none.
    [[nodiscard]] static QByteArray takeFrame(QByteArray &received);
    /// The opaque of a JSON request frame.
    [[nodiscard]] static int opaqueOf(const QByteArray &frame);
    /// A whole JSON answer.
    [[nodiscard]] static QByteArray answer(int opaque, int code = 0, const QByteArray &body = {}, const QByteArray &extFields = "{}", const QByteArray &remark = {});

private:
    void accept();

    QTcpServer m_server;
    Handler m_handler;
    QList<QPointer<QTcpSocket>> m_sockets;
    int m_connections = 0;
};

} // namespace rocketdesk::tests
