// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/remoting/connection.h"

#include <functional>
#include <unordered_map>

namespace rocketdesk {

/// The connections of one open profile, one per address, and every call over them.
class Remoting final : public QObject
{
    Q_OBJECT
public:
    struct Options {
        ConnectionOptions connection;
        std::function<Endpoint(const Endpoint &)> mapping; ///< from the address a server names to the one to connect to
        protocol::Signer signer; ///< empty = requests are not signed
        bool readOnly = false; ///< refuses what writes, before the socket
    };
    /// Answers a request of a server; nothing where it is one-way or answered later through `respond`.
    using PushHandler = std::function<std::optional<Response>(const protocol::FrameView &, const Endpoint &from)>;

    Remoting(Options options, Clock &clock, QObject *parent = nullptr);
    ~Remoting() override;

    /// Sends the command and ends with its typed reply, decoded on this thread before anybody sees it.
    template <typename C>
    [[nodiscard]] Pending<typename C::Reply> ask(const Endpoint &at, const C &command, Deadline deadline, Origin origin)
    {
        Promise<typename C::Reply> promise;
        auto pending = promise.pending();
        start(at, CallRef(command), deadline, origin, [promise = std::move(promise), where = at](Result<const protocol::FrameView *> frame) mutable {
            if (!promise.isFinished()) // cancelled: a late reply is not worth decoding
                promise.finish(replyOf<C>(std::move(frame), where));
        });
        return pending;
    }
    /// Sends the command one-way: success says that it is on its way, no more.
    template <typename C>
    Result<void> tell(const Endpoint &at, const C &command, Origin origin)
    {
        return tell(at, CallRef(command), origin);
    }

    void start(const Endpoint &at, CallRef call, Deadline deadline, Origin origin, CallDone done);
    Result<void> tell(const Endpoint &at, CallRef call, Origin origin);

    /// An empty handler takes back the one before.
    void onPush(int code, PushHandler handler) { m_pushes[code] = std::move(handler); }
    /// Answers a request of the server at `to` later than its handler; nothing where that connection is gone.
    void respond(const Endpoint &to, int opaque, const Response &response);
    /// This group may be named in a read without being created: it was seen in 201.
    void addKnown(const ConsumerGroup &group) { m_known.groups.insert(group.text()); }

    /// The open connection to this address, or null.
    [[nodiscard]] Connection *connectionTo(const Endpoint &at) const;
    [[nodiscard]] int openConnections() const;
    void closeAll(const Error &reason);

    [[nodiscard]] CallLog &log() { return m_log; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] const Options &options() const { return m_options; }

Q_SIGNALS:
    void connectionChanged(const rocketdesk::Endpoint &at, rocketdesk::Connection::State state, const rocketdesk::Error &reason);

private:
    template <typename C>
    static Result<typename C::Reply> replyOf(Result<const protocol::FrameView *> frame, const Endpoint &where)
    {
        if (!frame)
            return failed(std::move(frame.error()));
        auto reply = protocol::decodeReply<C>(**frame);
        if (!reply)
            reply.error().where = where.toString();
        return reply;
    }
    [[nodiscard]] Connection &connection(const Endpoint &at);
    [[nodiscard]] std::optional<Error> refusal(const Endpoint &at, CallRef call) const;
    void watch(Connection &connection);
    void forget(Connection *connection);
    void push(Connection &connection, const protocol::FrameView &frame);

    Options m_options;
    Clock &m_clock;
    CallLog m_log;
    protocol::Known m_known;
    std::unordered_map<int, PushHandler> m_pushes;
    std::unordered_map<Endpoint, std::unique_ptr<Connection>> m_connections;
    std::vector<std::unique_ptr<Connection>> m_leaving; ///< told to go away; they end what they have
};

} // namespace rocketdesk
