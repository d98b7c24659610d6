// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/startpositions.h"
#include "client/consumer/watchfilter.h"

#include <deque>
#include <map>

namespace rocketdesk {

/// The n newest messages by store time over several queues that fit a filter. Reads each queue backwards, block by block, no
/// further than needed.
class LastMessages final
{
public:
    LastMessages(Cluster &cluster, Puller &puller, const WatchFilter &filter);
    Q_DISABLE_COPY_MOVE(LastMessages)

    /// What became of one queue that is not read whole.
    using Trouble = std::pair<TopicQueue, Error>;
    struct Found {
        std::vector<protocol::StoredMessage> messages; ///< in the order of their store time
        std::vector<Trouble> unreadable; ///< one a record that was passed over
        std::vector<Trouble> failures; ///< queues of which older messages may be missing
    };

    /// A queue that can't be read to the end of what is needed is left out from there on, and told.
    [[nodiscard]] Pending<Found> read(std::vector<QueueStart> queues, qint64 count, Ask how);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// What is read of one queue and not taken yet, oldest first.
    struct Tail {
        TopicQueue queue;
        qint64 min = 0;
        qint64 begin = 0; ///< everything from here on has been read
        qint64 block = 32;
        std::deque<protocol::StoredMessage> messages;
        std::map<qint64, Error> unreadable; ///< by offset
        std::optional<Error> failure;
    };
    using TailPtr = std::shared_ptr<Tail>;

    /// Reads further blocks until the tail has a message or nothing is left.
    [[nodiscard]] Pending<void> fill(TailPtr tail, Ask how);
    /// Reads the messages from here to what has been read, and keeps those that fit; of large ones only the newest.
    [[nodiscard]] Pending<void> readBlock(TailPtr tail, qint64 from, Ask how);
    /// What is told in the end, once every message is taken.
    [[nodiscard]] static Found foundIn(std::vector<protocol::StoredMessage> newestFirst, const std::vector<TailPtr> &tails);

    Cluster &m_cluster;
    Puller &m_puller;
    WatchFilter m_filter;
    Scope m_scope;
};

} // namespace rocketdesk
