// SPDX-License-Identifier: Apache-2.0
#include "tests/remoting/hostileserver.h"

#include "tests/support/rawserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QTimerEvent>
#include <QtEndian>

#include <list>

namespace rocketdesk::tests {

namespace {

/// One connection: what it owes, and when.
class HostileSession final : public QObject
{
public:
    HostileSession(QTcpSocket *socket, QRandomGenerator &random, QObject *parent) : QObject(parent), m_socket(socket), m_random(random)
    {
        m_socket->setParent(this);
        connect(m_socket, &QTcpSocket::readyRead, this, &HostileSession::read);
        connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        startTimer(1);
    }
    ~HostileSession() override { m_socket->disconnect(this); }

protected:
    void timerEvent(QTimerEvent *) override
    {
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            return;
        ++m_now;
        m_socket->write(std::exchange(m_secondHalf, {}));
        m_halved = false;
        for (auto it = m_owed.begin(); it != m_owed.end();) {
            const bool due = it->first <= m_now;
            if (due)
                send(it->second);
            it = due ? m_owed.erase(it) : std::next(it);
        }
    }

private:
    void read()
    {
        m_received += m_socket->readAll();
        for (QByteArray frame = RawServer::takeFrame(m_received); !frame.isEmpty(); frame = RawServer::takeFrame(m_received))
            decide(frame);
    }

    void decide(const QByteArray &request)
    {
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            return; // cut
        const auto headerLength = qFromBigEndian<qint32>(request.constData()) & 0xffffff;
        const QJsonObject header = QJsonDocument::fromJson(request.mid(4, headerLength)).object();
        const QByteArray fields = QJsonDocument(header.value(QStringLiteral("extFields")).toObject()).toJson(QJsonDocument::Compact);
        const int opaque = header.value(QStringLiteral("opaque")).toInt();
        const int dice = static_cast<int>(m_random.bounded(1000));
        if (dice < 30)
            return; // silence
        if (dice < 32)
            return m_socket->abort();
        const int code = dice < 80 ? 2 : dice < 120 ? 16 : 0;
        const QByteArray frame = RawServer::answer(opaque, code, QByteArray(static_cast<qsizetype>(m_random.bounded(300)), 'x'), fields, code ? "no" : "");
        if (dice < 200)
            m_owed.push_back({m_now + 10 + static_cast<int>(m_random.bounded(60)), frame}); // late
        else if (dice < 400)
            m_owed.push_back({m_now + static_cast<int>(m_random.bounded(6)), frame}); // shuffled
        else if (dice < 440)
            send(frame + frame); // twice
        else if (dice < 520)
            sendHalves(frame);
        else
            send(frame);
    }

    void send(const QByteArray &frame)
    {
        if (m_halved)
            m_secondHalf += frame;
        else
            m_socket->write(frame);
    }

    void sendHalves(const QByteArray &frame)
    {
        if (m_halved)
            return send(frame);
        m_halved = true;
        const auto half = static_cast<qsizetype>(m_random.bounded(static_cast<int>(frame.size())));
        m_socket->write(frame.first(half));
        m_socket->flush();
        m_secondHalf = frame.sliced(half);
    }

    QTcpSocket *m_socket;
    QRandomGenerator &m_random;
    QByteArray m_received;
    QByteArray m_secondHalf;
    bool m_halved = false;
    int m_now = 0; ///< ticks of a millisecond
    std::list<std::pair<int, QByteArray>> m_owed;
};

} // namespace

class HostileServer::Listener final
{
public:
    explicit Listener(quint32 seed) : m_random(seed)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                new HostileSession(socket, m_random, &m_server);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port on loopback");
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

private:
    QRandomGenerator m_random;
    QTcpServer m_server;
};

HostileServer::HostileServer(quint32 seed)
{
    QSemaphore listens;
    QObject::connect(&m_thread, &QThread::started, &m_thread, [&, seed] {
        m_listener = std::make_unique<Listener>(seed);
        m_endpoint = {QStringLiteral("127.0.0.1"), m_listener->port()};
        listens.release();
    }, Qt::DirectConnection);
    QObject::connect(&m_thread, &QThread::finished, &m_thread, [this] { m_listener.reset(); }, Qt::DirectConnection);
    m_thread.start();
    listens.acquire();
}

HostileServer::~HostileServer()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace rocketdesk::tests
