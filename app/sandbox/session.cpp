// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/session.h"

#include "app/sandbox/answer.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/ticket.h"
#include "client/base/logcategories.h"

#include <QHostAddress>

#include <atomic>

#include <sys/socket.h>

namespace rocketdesk::sandbox {

namespace {

/// As the servers: the whole frame, length word included, is at most 16 MiB.
constexpr protocol::FrameLimits limits{.frame = (16 << 20) - 4, .header = 1 << 20};
/// While so much waits to be written, nothing more is read from that client.
constexpr qint64 writeHighWater = 64 << 20;

QString hostOf(QHostAddress address)
{
    bool mapped = false;
    const quint32 ipv4 = address.toIPv4Address(&mapped);
    return mapped ? QHostAddress(ipv4).toString() : address.toString();
}

} // namespace

Session::Session(std::unique_ptr<QTcpSocket> socket, const SessionContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_socket(std::move(socket)), m_lastFrame(context.clock.now())
{
    const QString host = hostOf(m_socket->peerAddress());
    m_peer = host + u':' + QString::number(m_socket->peerPort());
    m_peerAddress = protocol::PackedEndpoint::of(host, m_socket->peerPort()).value_or(protocol::PackedEndpoint());
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(1 << 20);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Session::read);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &Session::read);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &Session::close);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &Session::close);
    QMetaObject::invokeMethod(this, &Session::read, Qt::QueuedConnection); // what came before the connects
}

Session::~Session()
{
    m_socket->disconnect(this);
}

void Session::close()
{
    if (!std::exchange(m_open, false))
        return;
    m_socket->disconnect(this);
    m_socket->disconnectFromHost();
    m_calls.clear();
    Q_EMIT closed();
}

void Session::read()
{
    while (m_open && m_socket->bytesAvailable() > 0 && m_socket->bytesToWrite() < writeHighWater) {
        m_received += m_socket->readAll();
        handleFrames();
    }
}

void Session::handleFrames()
{
    qsizetype at = 0;
    while (m_open) {
        const protocol::Split split = protocol::splitFrame(QByteArrayView(m_received).sliced(at), limits);
        if (split.status == protocol::SplitStatus::Incomplete)
            break;
        if (split.status == protocol::SplitStatus::Refused || !handle(split.payload)) {
            qCInfo(logSandbox) << m_context.server << "closes" << m_peer << ": these bytes are no frame";
            close();
            return;
        }
        at += split.consumed;
    }
    m_received.remove(0, at);
}

bool Session::handle(QByteArrayView payload)
{
    const auto frame = protocol::parseFrame(payload, limits);
    if (!frame)
        return false;
    m_lastFrame = m_context.clock.now();
    if (frame->isResponse())
        endCall(frame->opaque, ClientReply{frame->code, frame->remark.toString(), frame->body.toByteArray()});
    else
        m_context.dispatcher.dispatch(*frame, Ticket(*this, *frame));
    return true;
}

Pending<ClientReply> Session::sendCall(qint32 opaque, const QByteArray &frame, milliseconds limit)
{
    Promise<ClientReply> promise;
    Pending<ClientReply> pending = promise.pending();
    m_calls.emplace(opaque, std::move(promise));
    whenDone(m_context.clock.after(limit), this, [this, opaque](const Result<void> &) {
        endCall(opaque, failed(Error::Kind::Timeout, QStringLiteral("the client does not answer")));
    });
    write(frame);
    return pending;
}

void Session::endCall(qint32 opaque, Result<ClientReply> reply)
{
    if (auto call = m_calls.extract(opaque))
        call.mapped().finish(std::move(reply));
}

void Session::write(const QByteArray &bytes)
{
    if (!m_open)
        return;
    m_lastFrame = m_context.clock.now();
    m_socket->write(bytes);
}

void Session::writeLater(const QByteArray &bytes, milliseconds delay)
{
    whenDone(m_context.clock.after(delay), this, [this, bytes](const Result<void> &) { write(bytes); });
}

void Session::writeAnswer(const QByteArray &frame, const std::optional<Fault> &fault)
{
    using Kind = Fault::Kind;
    if (!fault)
        return write(frame);
    switch (fault->kind) {
    case Kind::Silence:
        return;
    case Kind::WrongOpaque:
    case Kind::Refusal:
        return write(frame);
    case Kind::Delay:
        return writeLater(frame, fault->delay);
    case Kind::Split:
        write(frame.first(qBound<qsizetype>(0, fault->bytes, frame.size())));
        m_socket->flush();
        return writeLater(frame.sliced(qBound<qsizetype>(0, fault->bytes, frame.size())), fault->delay);
    case Kind::Garbage:
        return write(QByteArrayLiteral("\x00\x00\x00\x20\x07\xff\xff\xff" "these bytes are not a frame."));
    case Kind::HalfClose:
        write(frame.first(qBound<qsizetype>(0, fault->bytes, frame.size())));
        return closeSending();
    case Kind::Break:
        write(frame.first(qBound<qsizetype>(0, fault->bytes, frame.size())));
        return close();
    case Kind::Oversize:
        return write(QByteArrayLiteral("\x7f\xff\xff\xff" "\x00\x00\x00\x10" "half of a header"));
    }
}

void Session::closeSending()
{
    m_socket->flush();
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR); // QTcpSocket has no half-close
}

protocol::FrameHead Session::pushHead(qint32 flag)
{
    static std::atomic<qint32> lastOpaque = 0;
    return {.opaque = ++lastOpaque, .flag = flag, .language = protocol::Language::Java, .version = serverVersion};
}

} // namespace rocketdesk::sandbox
