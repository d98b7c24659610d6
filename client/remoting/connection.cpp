// SPDX-License-Identifier: Apache-2.0
#include "client/remoting/connection.h"

#include "client/base/logcategories.h"
#include "client/base/remarks.h"
#include "client/remoting/tlssetup.h"

#include <QSslSocket>

namespace rocketdesk {

namespace {

/// A connection over which no frame came for so long, although a call that waited is past its deadline, is half open: the
/// other side is gone and its kernel does not say so. Longer than any broker holds a pull.
constexpr std::chrono::seconds SilentFor{40};

/// Sends and pulls are too many to keep their fields.
bool worthExplaining(int code)
{
    return code != 310 && code != 320 && code != 10 && code != 11;
}

/// A web server, or anything else that speaks text, is told by its first bytes.
bool speaksHttp(QByteArrayView bytes)
{
    return bytes.startsWith("HTTP/") || bytes.startsWith("<!DOC") || bytes.startsWith("<html");
}

} // namespace

Connection::Connection(Endpoint shownAs, ConnectionOptions options, ConnectionContext context, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(shownAs))
    , m_options(std::move(options))
    , m_context(context)
    , m_reader(m_options.limits)
{
}

Connection::~Connection()
{
    fail(errorOf(Error::Kind::Closed, QStringLiteral("the connection was given up")));
}

void Connection::open(const Endpoint &to)
{
    Q_ASSERT(m_state == State::Disconnected && !m_over);
    m_connectBy = m_context.clock.in(m_options.connectTimeout);
    setState(State::Connecting);
    if (m_options.tls.enabled)
        openEncrypted(to);
    else
        openPlain(to);
    schedule();
}

void Connection::openPlain(const Endpoint &to)
{
    m_socket = std::make_unique<QTcpSocket>();
    connect(m_socket.get(), &QTcpSocket::connected, this, &Connection::ready);
    connectSignals();
    m_socket->connectToHost(to.host, to.port, QIODevice::ReadWrite | QIODevice::Unbuffered);
}

void Connection::openEncrypted(const Endpoint &to)
{
    const auto configuration = tlsConfiguration(m_options.tls);
    if (!configuration) {
        fail(errorOf(Error::Kind::TlsFailed, configuration.error().remark));
        return;
    }
    auto owned = std::make_unique<QSslSocket>();
    QSslSocket *const socket = owned.get();
    m_socket = std::move(owned);
    connect(socket, &QSslSocket::encrypted, this, &Connection::ready);
    connect(socket, &QSslSocket::sslErrors, this, [this, socket](const QList<QSslError> &errors) { tlsErrors(*socket, errors); });
    connectSignals();
    socket->setSslConfiguration(*configuration);
    socket->connectToHostEncrypted(to.host, to.port);
}

void Connection::connectSignals()
{
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Connection::read);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &Connection::socketFailed);
}

void Connection::close(Error reason)
{
    if (m_over)
        return;
    setState(State::Closing);
    fail(std::move(reason));
}

void Connection::ready()
{
    const Turn turn;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_connectBy = Deadline::never();
    m_lastFrame = m_context.clock.now();
    setState(State::Connected);
    scheduleFlush();
    schedule();
}

void Connection::start(CallRef call, Deadline deadline, Origin origin, CallDone done)
{
    const Turn turn;
    if (m_over || m_state == State::Closing)
        return done(failed(m_reason));
    if (m_calls.size() >= m_options.inFlight)
        return done(failed(errorOf(Error::Kind::Throttled, QStringLiteral("%1 calls wait for answers on this connection").arg(m_calls.size()))));
    const int opaque = nextOpaque();
    const auto number = append(call, opaque, 0, origin);
    if (!number)
        return done(failed(number.error()));
    m_calls.add(opaque, {.done = std::move(done), .request = &call.request(), .deadline = deadline, .started = m_context.clock.now(), .logNumber = *number});
    scheduleFlush();
    schedule();
}

Result<void> Connection::tell(CallRef call, Origin origin)
{
    if (m_over || m_state == State::Closing)
        return failed(m_reason);
    if (unwritten() > m_options.onewayBytes)
        return failed(errorOf(Error::Kind::Throttled, QStringLiteral("more than %1 bytes wait to be written").arg(m_options.onewayBytes)));
    const auto number = append(call, nextOpaque(), protocol::onewayFlag, origin);
    if (!number)
        return failed(number.error());
    m_context.log.sent(*number);
    scheduleFlush();
    return {};
}

qsizetype Connection::unwritten() const
{
    if (!m_socket)
        return m_out.size();
    const qint64 encrypted = m_options.tls.enabled ? static_cast<QSslSocket *>(m_socket.get())->encryptedBytesToWrite() : 0;
    return m_out.size() + m_socket->bytesToWrite() + encrypted;
}

Result<quint64> Connection::append(CallRef call, int opaque, qint32 flag, Origin origin)
{
    const qsizetype before = m_out.size();
    if (auto written = call.encode(m_out, {.opaque = opaque, .flag = flag}, m_context.signer); !written) {
        written.error().where = m_endpoint.toString();
        written.error().operation = QString::fromLatin1(call.request().name);
        return failed(std::move(written.error()));
    }
    const quint64 number = m_context.log.begin({.startedMs = m_context.clock.wallMs(), .address = m_endpoint, .name = call.request().name,
        .code = call.request().code, .opaque = opaque, .bytesOut = static_cast<int>(m_out.size() - before), .origin = origin});
    if (worthExplaining(call.request().code))
        m_context.log.keepFields(number, call.describe());
    return number;
}

void Connection::respond(int opaque, const Response &response)
{
    if (m_state != State::Connected)
        return;
    if (unwritten() > m_options.onewayBytes)
        return; // a server that asks and does not read
    const protocol::FrameHead head{.code = response.code, .opaque = opaque, .flag = protocol::responseFlag, .remark = response.remark};
    if (protocol::appendFrame(m_out, head, response.fields, response.body))
        scheduleFlush();
}

void Connection::scheduleFlush()
{
    Turn::atEnd(this, [](QObject *self) { static_cast<Connection *>(self)->flush(); });
}

void Connection::flush()
{
    if (m_state != State::Connected || m_out.isEmpty())
        return;
    // One write for all that this turn of the event loop wants to send; what the kernel does not take Qt keeps.
    if (m_socket->write(m_out) < 0) {
        // An unbuffered socket has closed its engine now and will signal nothing more, not even that.
        fail(errorOf(Error::Kind::Closed, m_socket->errorString()));
        return;
    }
    m_out.resize(0);
    if (m_out.capacity() > (4 << 20))
        m_out = QByteArray();
}

void Connection::read()
{
    const Turn turn;
    const QPointer<Connection> alive(this);
    while (m_socket) {
        char *const space = m_reader.space();
        const qint64 bytes = m_socket->read(space, m_reader.spaceSize());
        if (bytes <= 0) {
            // An unbuffered socket tells of its end by this alone.
            if (bytes < 0 || m_socket->state() == QAbstractSocket::UnconnectedState)
                peerClosed();
            return;
        }
        m_anyByte = true;
        const auto now = m_context.clock.now(); // for all frames of this read
        m_reader.grow(bytes);
        while (true) {
            const auto frame = m_reader.next();
            if (!frame) {
                fail(unreadable(frame.error()));
                return;
            }
            if (!frame->has_value())
                break;
            m_lastFrame = now;
            handle(**frame);
            if (!alive || !m_socket)
                return;
        }
    }
}

void Connection::handle(const protocol::FrameView &frame)
{
    m_serverVersion = frame.version;
    if (frame.isResponse()) {
        handleReply(frame);
        return;
    }
    Q_EMIT requestArrived(frame);
}

void Connection::handleReply(const protocol::FrameView &frame)
{
    auto call = m_calls.take(frame.opaque);
    if (!call.done) { // its deadline has passed and its caller knows
        qCDebug(logRemoting).noquote() << m_endpoint.toString() << "answers too late, or what nobody asked: opaque" << frame.opaque << "code" << frame.code;
        return;
    }
    m_context.log.answered(call.logNumber, frame.code, wholeSize(frame), m_lastFrame - call.started);
    if (frame.code != 0 && !frame.remark.isNull())
        m_context.log.keepRemark(call.logNumber, frame.remark.toString());
    call.done(&frame);
    if (frame.code == static_cast<int>(protocol::AnswerCode::GoAway))
        Q_EMIT goingAway();
}

void Connection::tlsErrors(QSslSocket &socket, const QList<QSslError> &errors)
{
    if (const auto refusal = tlsRefusal(m_options.tls, errors)) {
        fail(errorOf(Error::Kind::TlsFailed, *refusal));
        return;
    }
    socket.ignoreSslErrors(errors);
}

void Connection::socketFailed(QAbstractSocket::SocketError error)
{
    const Turn turn;
    if (error == QAbstractSocket::RemoteHostClosedError && m_state == State::Connected) {
        read(); // what the peer sent before it closed
        peerClosed();
        return;
    }
    fail(socketError(error));
}

/// What the socket says, in the words of the table of errors.
Error Connection::socketError(QAbstractSocket::SocketError error) const
{
    const QString said = m_socket->errorString();
    const bool alert = said.contains(QLatin1StringView("alert")) || said.contains(QLatin1StringView("certificate required"));
    if (m_options.tls.enabled && m_state == State::Connected && !m_anyByte)
        return errorOf(Error::Kind::TlsFailed, remarks::ourCertificate);
    if (error == QAbstractSocket::SslHandshakeFailedError || error == QAbstractSocket::SslInternalError || error == QAbstractSocket::SslInvalidUserDataError)
        return errorOf(Error::Kind::TlsFailed, alert && !m_options.tls.certFile.isEmpty() ? QStringLiteral("%1: %2").arg(remarks::ourCertificate, said) : said);
    if (m_options.tls.enabled && m_state == State::Connecting && error == QAbstractSocket::RemoteHostClosedError)
        return errorOf(Error::Kind::TlsFailed, said);
    if (m_state == State::Connected)
        return errorOf(Error::Kind::Closed, said);
    if (error == QAbstractSocket::HostNotFoundError)
        return errorOf(Error::Kind::Unreachable, remarks::noSuchHost);
    return errorOf(Error::Kind::Unreachable, error == QAbstractSocket::ConnectionRefusedError ? QString(remarks::nothingListens) : said);
}

Error Connection::unreadable(const Error &error) const
{
    const QByteArrayView came = m_reader.rest();
    if (speaksHttp(came))
        return errorOf(Error::Kind::Malformed, QString::fromLatin1(came.first(std::min<qsizetype>(80, came.size()))).section(u'\r', 0, 0));
    return errorOf(error.kind, error.remark);
}

void Connection::peerClosed()
{
    if (m_anyByte)
        fail(errorOf(Error::Kind::Closed, QStringLiteral("the server closed the connection")));
    else if (m_options.tls.enabled) // TLS 1.3: the handshake was finished before the server looked at our certificate
        fail(errorOf(Error::Kind::TlsFailed, remarks::ourCertificate));
    else
        fail(errorOf(Error::Kind::Closed, remarks::closedWithoutAByte));
}

void Connection::fail(Error reason)
{
    if (std::exchange(m_over, true))
        return;
    const Turn turn;
    m_reason = std::move(reason);
    if (m_state == State::Connecting || m_state == State::Connected)
        qCInfo(logRemoting).noquote() << m_endpoint.toString() << "is lost:" << kindName(m_reason.kind) << m_reason.remark;
    m_timer = ScopedCall();
    releaseSocket();
    m_out = QByteArray();
    for (auto &[opaque, call] : m_calls.takeAll()) {
        Error error = m_reason;
        error.operation = QString::fromLatin1(call.request->name);
        m_context.log.failed(call.logNumber, error, m_context.clock.now() - call.started);
        call.done(failed(std::move(error)));
    }
    setState(m_state == State::Connecting ? State::Disconnected : State::Closed);
}

void Connection::releaseSocket()
{
    if (!m_socket)
        return;
    // The socket may be the sender of the signal that brought us here: it is silenced, and dies later.
    QTcpSocket *const socket = m_socket.release();
    socket->disconnect(this);
    socket->setParent(nullptr);
    socket->abort();
    socket->deleteLater();
}

void Connection::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void Connection::schedule()
{
    Deadline next = m_connectBy.sooner(m_calls.earliest());
    if (m_state == State::Connected && m_calls.isEmpty())
        next = next.sooner({m_lastFrame + m_options.idleAfter});
    if (next >= m_timerAt && m_timer.isRunning())
        return;
    m_timerAt = next;
    if (next == Deadline::never())
        return;
    m_timer = whenDone(m_context.clock.at(next), this, [this](Result<void> due) {
        if (due)
            checkTimes();
    });
}

void Connection::checkTimes()
{
    m_timerAt = Deadline::never();
    const auto now = m_context.clock.now();
    if (m_state == State::Connecting && m_connectBy.at <= now) {
        fail(errorOf(Error::Kind::Unreachable, QStringLiteral("no connection within %1").arg(remarks::waited(m_options.connectTimeout))));
        return;
    }
    bool heard = true; // since the oldest of the calls that end now began
    for (auto &[opaque, call] : m_calls.takeExpired(now)) {
        heard = heard && m_lastFrame > call.started;
        const auto waited = std::chrono::duration_cast<milliseconds>(now - call.started);
        Error error = errorOf(Error::Kind::Timeout, remarks::waited(waited));
        error.operation = QString::fromLatin1(call.request->name);
        m_context.log.failed(call.logNumber, error, now - call.started);
        call.done(failed(std::move(error)));
    }
    if (m_state == State::Connected && !heard && m_lastFrame + SilentFor <= now) {
        fail(errorOf(Error::Kind::Closed, QStringLiteral("nothing came for %1").arg(remarks::waited(SilentFor))));
        return;
    }
    if (m_state == State::Connected && m_calls.isEmpty() && m_lastFrame + m_options.idleAfter <= now) {
        close(errorOf(Error::Kind::Closed, QStringLiteral("idle")));
        return;
    }
    schedule();
}

Error Connection::errorOf(Error::Kind kind, QString remark) const
{
    return {.kind = kind, .remark = std::move(remark), .where = m_endpoint.toString()};
}

} // namespace rocketdesk
