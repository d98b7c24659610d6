// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/faults.h"
#include "client/base/clock.h"
#include "client/protocol/call.h"
#include "client/protocol/packedendpoint.h"

#include <QPointer>
#include <QTcpSocket>

#include <map>

namespace rocketdesk::sandbox {

class Dispatcher;

/// What all connections of a server share.
struct SessionContext {
    QString server; ///< name of the server, for faults
    Clock &clock;
    const Dispatcher &dispatcher;
    Faults &faults;
};

/// What a client says to a request of a server. It is passed on unread.
struct ClientReply {
    int code = 0;
    QString remark;
    QByteArray body;
};

/// One client's connection: bytes to requests, answers and pushes to bytes. Bytes that are no frame end it, as in Java.
class Session final : public QObject
{
    Q_OBJECT
public:
    Session(std::unique_ptr<QTcpSocket> socket, const SessionContext &context, QObject *parent);
    ~Session() override;

    /// Writes the answer to a request of this code, or what the fault makes of it.
    void writeAnswer(const QByteArray &frame, const std::optional<Fault> &fault);
    [[nodiscard]] std::optional<Fault> takeFault(int code) { return m_context.faults.take(m_context.server, code); }

    /// Asks the client; its answer whatever the code, Timeout after the limit, Cancelled where the connection ends before.
    template <protocol::Command C>
    [[nodiscard]] Pending<ClientReply> call(const C &command, milliseconds limit)
    {
        QByteArray frame;
        const protocol::FrameHead head = pushHead(0);
        if (auto written = protocol::encodeRequest(frame, head, command); !written)
            return ready<ClientReply>(failed(std::move(written.error())));
        return sendCall(head.opaque, frame, limit);
    }

    /// Sends a one-way request of the server's own.
    template <protocol::Command C>
    void push(const C &command)
    {
        QByteArray frame;
        const protocol::FrameHead head = pushHead(protocol::onewayFlag);
        if (protocol::encodeRequest(frame, head, command))
            write(frame);
    }

    [[nodiscard]] const QString &peer() const { return m_peer; } ///< "127.0.0.1:51756"
    [[nodiscard]] const protocol::PackedEndpoint &peerAddress() const { return m_peerAddress; }
    [[nodiscard]] std::chrono::nanoseconds lastFrame() const { return m_lastFrame; } ///< in either direction
    void close();

Q_SIGNALS:
    void closed();

private:
    void read();
    void handleFrames();
    [[nodiscard]] bool handle(QByteArrayView payload);
    void write(const QByteArray &bytes);
    void closeSending();
    void writeLater(const QByteArray &bytes, milliseconds delay);
    [[nodiscard]] static protocol::FrameHead pushHead(qint32 flag);
    [[nodiscard]] Pending<ClientReply> sendCall(qint32 opaque, const QByteArray &frame, milliseconds limit);
    void endCall(qint32 opaque, Result<ClientReply> reply);

    SessionContext m_context;
    std::unique_ptr<QTcpSocket> m_socket;
    QString m_peer;
    protocol::PackedEndpoint m_peerAddress;
    QByteArray m_received;
    std::chrono::nanoseconds m_lastFrame{};
    bool m_open = true;
    std::map<qint32, Promise<ClientReply>> m_calls; ///< the client has not answered yet
};

} // namespace rocketdesk::sandbox
