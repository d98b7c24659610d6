// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/remoting/calllog.h"
#include "client/remoting/callref.h"
#include "client/remoting/framereader.h"
#include "client/remoting/pendingcalls.h"
#include "client/remoting/tlsoptions.h"

#include <QAbstractSocket>
#include <QSslError>

#include <memory>

QT_BEGIN_NAMESPACE
class QSslSocket;
class QTcpSocket;
QT_END_NAMESPACE

namespace rocketdesk {

/// What a connection needs from its surroundings. All of it outlives the connection.
struct ConnectionContext {
    Clock &clock;
    CallLog &log;
    const protocol::Signer *signer = nullptr; ///< signs every request where set
};

struct ConnectionOptions {
    milliseconds connectTimeout{3000};
    milliseconds idleAfter{110'000}; ///< closed by us this long after the last complete frame when nothing waits
    TlsOptions tls;
    protocol::FrameLimits limits;
    std::size_t inFlight = 65'535; ///< calls that may wait for replies
    qsizetype onewayBytes = 8 << 20; ///< one-way requests and answers are refused while more than this waits in the socket
};

/// Bytes of a received frame, its length word included.
[[nodiscard]] inline int wholeSize(const protocol::FrameView &frame)
{
    return static_cast<int>(8 + frame.headerLength + frame.body.size());
}

/// What a request of the server is answered with.
struct Response {
    int code = 0;
    QString remark;
    protocol::ExtFields fields;
    QByteArray body;
};

/// One socket and its calls. Requests may be started while it connects; each ends exactly once: with its reply, its
/// deadline, or the end of the connection. Opened once; a connection that is over is replaced, not reopened.
class Connection final : public QObject
{
    Q_OBJECT
public:
    enum class State { Disconnected, Connecting, Connected, Closing, Closed };
    Q_ENUM(State)

    Connection(Endpoint shownAs, ConnectionOptions options, ConnectionContext context, QObject *parent = nullptr);
    ~Connection() override;

    /// Begins to connect; `to` is the address after mapping.
    void open(const Endpoint &to);
    /// Ends every call that waits with `reason` and closes the socket at once.
    void close(Error reason);

    /// Starts a request and ends it later through `done`; refusals come through `done` too, never inside the call.
    void start(CallRef call, Deadline deadline, Origin origin, CallDone done);
    /// Starts a one-way request; success says that it is on its way, no more.
    Result<void> tell(CallRef call, Origin origin);
    /// Answers a request of the server; nothing where it leaves too many answers unread.
    void respond(int opaque, const Response &response);

    [[nodiscard]] State state() const { return m_state; }
    /// Its socket is gone for good: Closed, or Disconnected again because it could not be opened.
    [[nodiscard]] bool isOver() const { return m_over; }
    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] std::size_t waiting() const { return m_calls.size(); }
    /// Bytes that the network has not taken yet.
    [[nodiscard]] qsizetype unwritten() const;
    /// Why it closed or could not be opened.
    [[nodiscard]] const Error &reason() const { return m_reason; }
    /// Version that the server wrote into its last frame; 0 before the first.
    [[nodiscard]] int serverVersion() const { return m_serverVersion; }

Q_SIGNALS:
    void stateChanged(rocketdesk::Connection::State state);
    /// A request of the server; the view lives for the signal.
    void requestArrived(const rocketdesk::protocol::FrameView &frame);
    /// The server answered GO_AWAY: it serves what it has and takes nothing new.
    void goingAway();

private:
    void setState(State state);
    void openPlain(const Endpoint &to);
    void openEncrypted(const Endpoint &to);
    void connectSignals();
    void ready();
    void read();
    void handle(const protocol::FrameView &frame);
    void handleReply(const protocol::FrameView &frame);
    void fail(Error reason);
    void peerClosed();
    void socketFailed(QAbstractSocket::SocketError error);
    void tlsErrors(QSslSocket &socket, const QList<QSslError> &errors);
    void flush();
    void scheduleFlush();
    void schedule();
    void checkTimes();
    int nextOpaque() { return m_nextOpaque = (m_nextOpaque + 1) & 0x7fffffff; }
    /// Encodes the request and notes it in the log; its number there.
    Result<quint64> append(CallRef call, int opaque, qint32 flag, Origin origin);
    [[nodiscard]] Error socketError(QAbstractSocket::SocketError error) const;
    [[nodiscard]] Error unreadable(const Error &error) const;
    [[nodiscard]] Error errorOf(Error::Kind kind, QString remark) const;
    void releaseSocket();

    Endpoint m_endpoint;
    ConnectionOptions m_options;
    ConnectionContext m_context;
    std::unique_ptr<QTcpSocket> m_socket;
    State m_state = State::Disconnected;
    Error m_reason;
    FrameReader m_reader;
    QByteArray m_out;
    PendingCalls m_calls;
    Deadline m_connectBy;
    std::chrono::nanoseconds m_lastFrame{0};
    Deadline m_timerAt;
    ScopedCall m_timer;
    int m_nextOpaque = 0;
    int m_serverVersion = 0;
    bool m_anyByte = false;
    bool m_over = false;
};

} // namespace rocketdesk
