// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"
#include "client/protocol/call.h"

#include <QTcpSocket>

#include <deque>

namespace rocketdesk::tests {

/// A frame that came in, kept.
struct RawFrame {
    QByteArray bytes;
    [[nodiscard]] protocol::FrameView view() const { return *protocol::parseFrame(protocol::splitFrame(bytes).payload); }
};

/// A blocking client: asks, and takes and answers what the server asks of it.
class RawClient final
{
public:
    explicit RawClient(const Endpoint &server)
    {
        m_socket.connectToHost(server.host, server.port);
        m_socket.waitForConnected(5'000);
    }

    /// Sends without waiting; the number of the request.
    template <typename C>
    qint32 send(const C &command)
    {
        QByteArray frame;
        const protocol::FrameHead head{.opaque = ++m_opaque};
        if (protocol::encodeRequest(frame, head, command))
            m_socket.write(frame);
        m_socket.flush();
        return head.opaque;
    }
    /// The reply to a request that was sent; Timeout after the limit. Other frames are kept for pushed().
    template <typename C>
    [[nodiscard]] Result<typename C::Reply> reply(qint32 opaque, int limitMs = 10'000)
    {
        const auto frame = take([opaque](const protocol::FrameView &view) { return view.isResponse() && view.opaque == opaque; }, limitMs);
        return frame ? protocol::decodeReply<C>(frame->view()) : Result<typename C::Reply>(failed(Error::Kind::Timeout));
    }
    template <typename C>
    [[nodiscard]] Result<typename C::Reply> ask(const C &command, int limitMs = 10'000)
    {
        return reply<C>(send(command), limitMs);
    }
    /// The server's next request of this kind.
    template <typename C>
    [[nodiscard]] Result<C> pushed(int limitMs = 10'000)
    {
        const auto frame = take([](const protocol::FrameView &view) { return !view.isResponse() && view.code == C::request.code; }, limitMs);
        if (!frame)
            return failed(Error::Kind::Timeout);
        m_lastPush = frame->view().opaque;
        return protocol::decodeRequest<C>(frame->view());
    }
    /// Answers what pushed() gave last.
    template <typename Reply>
    void answer(const Reply &reply, int code = 0)
    {
        QByteArray frame;
        if (protocol::encodeReply(frame, {.code = code, .opaque = m_lastPush}, reply))
            m_socket.write(frame);
        m_socket.flush();
    }
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

private:
    template <typename Wanted>
    std::optional<RawFrame> take(Wanted wanted, int limitMs)
    {
        while (true) {
            for (auto frame = m_frames.begin(); frame != m_frames.end(); ++frame) {
                if (wanted(frame->view())) {
                    RawFrame found = std::move(*frame);
                    m_frames.erase(frame);
                    return found;
                }
            }
            if (!m_socket.bytesAvailable() && !m_socket.waitForReadyRead(limitMs))
                return std::nullopt;
            m_received += m_socket.readAll();
            for (auto split = protocol::splitFrame(m_received); split.status == protocol::SplitStatus::Complete; split = protocol::splitFrame(m_received)) {
                m_frames.push_back({m_received.first(split.consumed)});
                m_received.remove(0, split.consumed);
            }
        }
    }

    QTcpSocket m_socket;
    QByteArray m_received;
    std::deque<RawFrame> m_frames;
    qint32 m_opaque = 0;
    qint32 m_lastPush = 0;
};

} // namespace rocketdesk::tests
