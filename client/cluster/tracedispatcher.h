// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/plainsend.h"
#include "client/cluster/tracesink.h"
#include "client/protocol/messageids.h"

#include <deque>

namespace rocketdesk {

/// Writes records to the trace topic, several operations a message, as the Java client does. [AsyncTraceDispatcher]
/// Bounded: what comes while too much waits is dropped and counted. Lives on the network thread.
class TraceDispatcher final : public TraceSink
{
public:
    struct Options {
        TopicName topic = protocol::traceTopic(protocol::TraceAccess::Local);
        protocol::TraceAccess access = protocol::TraceAccess::Local;
        ProducerGroup group{QStringLiteral("_INNER_TRACE_PRODUCER")};
        std::size_t operations = 10; ///< of one message
        qsizetype bytes = 128'000; ///< of its body
        milliseconds wait{5000}; ///< how long the first one waits for others
        std::size_t mostWaiting = 2048; ///< operations
    };
    struct Counts {
        quint64 messages = 0; ///< stored
        quint64 failed = 0; ///< trace messages that were not
        quint64 dropped = 0; ///< operations that came while too many waited
        quint64 waiting = 0; ///< operations
    };

    TraceDispatcher(Cluster &cluster, Options options);
    Q_DISABLE_COPY_MOVE(TraceDispatcher)

    void add(std::vector<protocol::TraceRecord> records) override;
    /// Sends what waits, now; ends when all of it has ended, or with Timeout.
    [[nodiscard]] Pending<void> flush(Deadline until);
    [[nodiscard]] Counts counts() const;
    [[nodiscard]] const TopicName &topic() const { return m_options.topic; }

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    using Records = std::vector<protocol::TraceRecord>;

    /// Sends while a whole message's worth waits, or anything where `all`.
    void pump(bool all);
    Pending<void> write(Records records);
    [[nodiscard]] Records take();
    [[nodiscard]] commands::SendMessageV2 message(const Records &records);

    Cluster &m_cluster;
    const Options m_options;
    PlainSender m_sender;
    protocol::UniqueIdGenerator m_ids;
    std::deque<Records> m_waiting;
    qsizetype m_bytes = 0; ///< about, of what waits
    Counts m_counts;
    int m_sending = 0;
    ScopedCall m_timer;
    QObject m_context;
    Scope m_scope;
};

} // namespace rocketdesk
