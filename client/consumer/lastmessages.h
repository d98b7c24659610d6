// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/startpositions.h"
#include "client/consumer/watchfilter.h"

#include <deque>

namespace rocketdesk {

/// The n newest messages by store time over several queues that fit a filter. Reads each queue backwards, block by block, no
/// further than needed.
class LastMessages final
{
public:
    LastMessages(Cluster &cluster, Puller &puller, const WatchFilter &filter);
    Q_DISABLE_COPY_MOVE(LastMessages)

    /// In the order of their store time. A queue that can't be read to the end of what is needed is left out from there on.
    [[nodiscard]] Pending<std::vector<protocol::StoredMessage>> read(std::vector<QueueStart> queues, qint64 count, Ask how);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// What is read of one queue and not taken yet, oldest first.
    struct Tail {
        TopicQueue queue;
        qint64 min = 0;
        qint64 begin = 0; ///< everything from here on has been read
        qint64 block = 32;
        std::deque<protocol::StoredMessage> messages;
    };
    using TailPtr = std::shared_ptr<Tail>;

    /// Reads further blocks until the tail has a message or nothing is left.
    [[nodiscard]] Pending<void> fill(TailPtr tail, Ask how);
    /// The messages of [from, end) that fit.
    [[nodiscard]] Pending<std::vector<protocol::StoredMessage>> readBlock(TopicQueue queue, qint64 from, qint64 end, Ask how);

    Cluster &m_cluster;
    Puller &m_puller;
    WatchFilter m_filter;
    Scope m_scope;
};

} // namespace rocketdesk
