// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/pull.h"
#include "client/consumer/watchoptions.h"

namespace rocketdesk {

/// One queue of one topic.
struct TopicQueue {
    TopicName topic;
    QueueRef queue;
    friend bool operator==(const TopicQueue &, const TopicQueue &) = default;
    friend auto operator<=>(const TopicQueue &, const TopicQueue &) = default;
};

/// The offsets that a queue has: from `min` to before `max`.
struct QueueRange {
    QueueOffset min;
    QueueOffset max;
};

/// A queue and where to begin in it.
struct QueueStart {
    TopicQueue queue;
    QueueRange range;
    QueueOffset offset;
};

/// Finds out where a watch begins.
class StartPositions final
{
public:
    /// Pulls are asked as `group`.
    StartPositions(Cluster &cluster, Puller &puller, ConsumerGroup group);
    Q_DISABLE_COPY_MOVE(StartPositions)

    /// Where to begin in each of these queues of one broker; fails as a whole. For Last it is the end: LastMessages reads back from there.
    [[nodiscard]] Pending<std::vector<QueueStart>> find(std::vector<TopicQueue> queues, WatchFrom from, Ask how);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    [[nodiscard]] Pending<QueueStart> findOne(TopicQueue queue, WatchFrom from, Ask how);
    /// By 30 and 31; where an account may not ask them, from the head of a pull.
    [[nodiscard]] Pending<QueueRange> rangeOf(TopicQueue queue, Ask how);

    Cluster &m_cluster;
    Puller &m_puller;
    ConsumerGroup m_group;
    Scope m_scope;
};

} // namespace rocketdesk
