// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/backoff.h"
#include "client/consumer/idlerule.h"
#include "client/consumer/startpositions.h"
#include "client/consumer/watchfilter.h"

namespace rocketdesk {

/// What one queue's loop needs from its watch.
class QueueHost
{
public:
    /// Ends when nobody has paused the watch and the feed has room.
    [[nodiscard]] virtual Pending<void> mayPull() = 0;
    virtual void deliver(std::shared_ptr<const protocol::MessageBatch> batch) = 0;
    virtual void skipped(qint64 offsets) = 0;
    /// A record that is there, and is passed over.
    virtual void unreadable(const TopicQueue &queue, const Error &error) = 0;
    virtual void queueFailed(const TopicQueue &queue, const Error &error) = 0;
    virtual void queueAnswered(const TopicQueue &queue) = 0;

protected:
    ~QueueHost() = default;
};

/// Reads one queue from its start on, for ever: one pull at a time, held by the broker while there is nothing new; several at
/// once where it is far behind.
class QueueWatch final
{
public:
    QueueWatch(Cluster &cluster, Puller &puller, QueueHost &host, const WatchFilter &filter, const QueueStart &start);
    Q_DISABLE_COPY_MOVE(QueueWatch)

    [[nodiscard]] const TopicQueue &queue() const { return m_queue; }
    /// The next to be read.
    [[nodiscard]] QueueOffset offset() const { return m_offset; }
    /// Offsets that were there at the last answer and are not read yet.
    [[nodiscard]] qint64 behind() const { return std::max<qint64>(0, m_max.value() - m_offset.value()); }
    /// Store time of the newest message read, epoch ms; 0 before the first.
    [[nodiscard]] qint64 readUpTo() const { return m_readUpTo; }

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    struct Piece {
        QueueOffset from; ///< asked for
        Pulled pulled;
    };
    using Pieces = std::vector<Piece>;

    Pending<void> run();
    /// One held pull; how long to wait before the next.
    [[nodiscard]] Pending<milliseconds> readOnce();
    /// Several blocks at once. Each is read to its end, so that a short answer leaves no gap; they are taken in their order. Where
    /// all together get too large they break off, and what is behind the first gap is not taken.
    [[nodiscard]] Pending<milliseconds> readAhead();
    [[nodiscard]] Pending<Pieces> readBlock(qint64 from, qint64 end);
    /// With a filter a broker decides how far an answer leads; large messages would fill the memory.
    [[nodiscard]] bool mayReadAhead() const;
    [[nodiscard]] PullFrom pullFrom(QueueOffset offset) const;
    /// Takes what came; how long to wait before the next pull.
    [[nodiscard]] milliseconds take(Pulled pulled);
    [[nodiscard]] milliseconds takeFailure(const Error &error);
    void deliver(Pulled &pulled);

    Cluster &m_cluster;
    Puller &m_puller;
    QueueHost &m_host;
    WatchFilter m_filter;
    TopicQueue m_queue;
    QueueOffset m_offset;
    QueueOffset m_max;
    qint64 m_readUpTo = 0;
    std::optional<qint64> m_bytesEach; ///< of the messages of the last answer that had any
    qint64 m_bytesAhead = 0; ///< of the blocks that are read at once
    QueueOffset m_aloneUntil; ///< blocks before it were too large
    IdleRule m_idle;
    Backoff m_backoff;
    Scope m_scope;
};

} // namespace rocketdesk
