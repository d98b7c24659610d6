// SPDX-License-Identifier: Apache-2.0
#include "tests/support/rawserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <memory>

namespace rocketdesk::tests {

RawServer::RawServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &RawServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port on loopback");
}

Endpoint RawServer::endpoint() const
{
    return {QStringLiteral("127.0.0.1"), m_server.serverPort()};
}

void RawServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        m_sockets << socket;
        const auto received = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, received] {
            received->append(socket->readAll());
            m_handler(*socket, *received);
        });
    }
}

void RawServer::closeAll()
{
    for (const auto &socket : std::exchange(m_sockets, {})) {
        if (socket)
            socket->abort();
    }
}

QByteArray RawServer::takeFrame(QByteArray &received)
{
    if (received.size() < 4)
        return {};
    const auto length = qFromBigEndian<qint32>(received.constData());
    if (received.size() < 4 + length)
        return {};
    const QByteArray frame = received.mid(4, length);
    received.remove(0, 4 + length);
    return frame;
}

int RawServer::opaqueOf(const QByteArray &frame)
{
    const auto headerLength = qFromBigEndian<qint32>(frame.constData()) & 0xffffff;
    return QJsonDocument::fromJson(frame.mid(4, headerLength)).object().value(QStringLiteral("opaque")).toInt();
}

QByteArray RawServer::answer(int opaque, int code, const QByteArray &body, const QByteArray &extFields, const QByteArray &remark)
{
    const QByteArray header = "{\"code\":" + QByteArray::number(code) + ",\"flag\":1,\"language\":\"JAVA\",\"opaque\":" + QByteArray::number(opaque)
        + ",\"version\":513,\"extFields\":" + extFields + (remark.isEmpty() ? QByteArray() : ",\"remark\":\"" + remark + '"') + '}';
    QByteArray frame(8, Qt::Uninitialized);
    qToBigEndian<qint32>(static_cast<qint32>(4 + header.size() + body.size()), frame.data());
    qToBigEndian<qint32>(static_cast<qint32>(header.size()), frame.data() + 4);
    return frame + header + body;
}

} // namespace rocketdesk::tests
