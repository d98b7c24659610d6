// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/topicsoverview.h"
#include "client/cluster/route.h"

#include <functional>

namespace rocketdesk {

/// Where a group is to go on.
struct ResetTarget {
    enum class Kind {
        Earliest, ///< the oldest message there is
        Latest, ///< the next message to come
        Time, ///< the first message not older; before 5.0 the last one not younger
        Offset, ///< exactly this one, in every queue
    };
    Kind kind = Kind::Latest;
    qint64 number = 0; ///< epoch ms, or the offset
};

/// Which offsets are to be reset, and to where.
struct ResetWish {
    ConsumerGroup group;
    TopicName topic;
    ResetTarget to;
    std::vector<QueueRef> queues; ///< empty = every queue of the topic
};

/// How a broker is brought to it.
enum class ResetWay {
    AtBroker, ///< the broker keeps the new offset and hands it to whoever pulls next; clients may be online (5.x)
    ThroughClients, ///< the broker tells the clients that are online, and they store it: all queues, and by time only
    Stored, ///< nobody is online: the offset is stored
};

/// One queue of a plan.
struct QueueReset {
    BrokerRef broker;
    QueueId queue;
    std::optional<QueueOffset> before; ///< absent where the broker does not tell it; 0 also where the group has none
    QueueOffset after;
    QueueOffset min; ///< of the queue
    QueueOffset max; ///< of its next message
    ResetWay way = ResetWay::AtBroker;
};

/// What a reset would do. Nothing has been written.
struct ResetPlan {
    ResetWish wish;
    std::vector<QueueReset> queues; ///< by broker, id
    std::vector<BrokerFailure> failures; ///< brokers whose queues are not in it
    int clients = 0; ///< of the group that are online
};

/// What became of one queue.
struct QueueResetResult {
    QueueReset planned;
    Result<QueueOffset> after;
};
/// Called once per queue, as it is done.
using QueueResetSeen = std::function<void(const QueueResetResult &)>;

/// The new offset of a queue that has min to max; `found` is what the broker finds for a target of kind Time.
/// InvalidArgument where an offset is not in the queue.
[[nodiscard]] Result<QueueOffset> resetOffset(const ResetTarget &to, QueueOffset min, QueueOffset max, QueueOffset found);

} // namespace rocketdesk
