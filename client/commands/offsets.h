// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/statistics.h"
#include "client/protocol/wirenames.h"

namespace rocketdesk::commands {

/// Which message of several with the same time. Brokers of 4.x don't know it.
enum class BoundaryType { Lower, Upper };

} // namespace rocketdesk::commands

template <>
struct rocketdesk::protocol::WireNames<rocketdesk::commands::BoundaryType> {
    using E = rocketdesk::commands::BoundaryType;
    static constexpr WireName<E> names[] = {{E::Lower, "LOWER"}, {E::Upper, "UPPER"}};
};

namespace rocketdesk::commands {

struct OffsetReply {
    QueueOffset offset;
    static constexpr auto fields() { return protocol::fields(field("offset", &OffsetReply::offset)); }
};

/// 22 where the group has no offset, but a young queue may answer 0.
struct QueryConsumerOffset {
    static constexpr Request request{14, "QUERY_CONSUMER_OFFSET", Effect::Reads};
    ConsumerGroup consumerGroup;
    TopicName topic;
    QueueId queueId;
    std::optional<bool> setZeroIfNotFound; ///< since 5.0
    std::optional<BrokerName> bname; ///< a proxy chooses the broker by it
    static constexpr auto fields()
    {
        using T = QueryConsumerOffset;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("topic", &T::topic),
                                field("queueId", &T::queueId), field("setZeroIfNotFound", &T::setZeroIfNotFound),
                                field("bname", &T::bname));
    }
    using Reply = OffsetReply;
};

/// Stores anything, without a look at the queue's range.
struct UpdateConsumerOffset {
    static constexpr Request request{15, "UPDATE_CONSUMER_OFFSET", Effect::Writes};
    ConsumerGroup consumerGroup;
    TopicName topic;
    QueueId queueId;
    QueueOffset commitOffset;
    static constexpr auto fields()
    {
        using T = UpdateConsumerOffset;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("topic", &T::topic),
                                field("queueId", &T::queueId), field("commitOffset", &T::commitOffset));
    }
    using Reply = NoReply;
};

/// First message not older than the time; before 5.0 the last one not younger.
struct SearchOffsetByTimestamp {
    static constexpr Request request{29, "SEARCH_OFFSET_BY_TIMESTAMP", Effect::Reads};
    TopicName topic;
    QueueId queueId;
    qint64 timestamp = 0; ///< ms
    std::optional<BoundaryType> boundaryType;
    static constexpr auto fields()
    {
        using T = SearchOffsetByTimestamp;
        return protocol::fields(field("topic", &T::topic), field("queueId", &T::queueId), field("timestamp", &T::timestamp),
                                field("boundaryType", &T::boundaryType));
    }
    using Reply = OffsetReply;
};

/// Offset of the next message; 0 for unknown topics and queues.
struct GetMaxOffset {
    static constexpr Request request{30, "GET_MAX_OFFSET", Effect::Reads};
    TopicName topic;
    QueueId queueId;
    bool committed = true;
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &GetMaxOffset::topic), field("queueId", &GetMaxOffset::queueId),
                                defaulted("committed", &GetMaxOffset::committed));
    }
    using Reply = OffsetReply;
};

struct GetMinOffset {
    static constexpr Request request{31, "GET_MIN_OFFSET", Effect::Reads};
    TopicName topic;
    QueueId queueId;
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &GetMinOffset::topic), field("queueId", &GetMinOffset::queueId));
    }
    using Reply = OffsetReply;
};

/// Store time of the oldest message in ms; -1 for an empty queue.
struct GetEarliestMsgStoretime {
    static constexpr Request request{32, "GET_EARLIEST_MSG_STORETIME", Effect::Reads};
    TopicName topic;
    QueueId queueId;
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &GetEarliestMsgStoretime::topic),
                                field("queueId", &GetEarliestMsgStoretime::queueId));
    }
    struct Reply {
        qint64 timestamp = -1;
        static constexpr auto fields() { return protocol::fields(field("timestamp", &Reply::timestamp)); }
    };
};

struct GetAllConsumerOffset {
    static constexpr Request request{43, "GET_ALL_CONSUMER_OFFSET", Effect::Reads};
    struct Reply {
        ConsumerOffsets body;
    };
};

struct GetAllDelayOffset {
    static constexpr Request request{45, "GET_ALL_DELAY_OFFSET", Effect::Reads};
    struct Reply {
        DelayOffsets body;
    };
};

/// Offsets of a group against those of its topics; no topic = all topics with offsets.
struct GetConsumeStats {
    static constexpr Request request{208, "GET_CONSUME_STATS", Effect::Reads};
    ConsumerGroup consumerGroup;
    std::optional<TopicName> topic;
    static constexpr auto fields()
    {
        return protocol::fields(field("consumerGroup", &GetConsumeStats::consumerGroup), field("topic", &GetConsumeStats::topic));
    }
    struct Reply {
        ConsumeStats body;
    };
};

/// For a group without offsets it tells the broker's clock.
struct QueryConsumeTimeSpan {
    static constexpr Request request{303, "QUERY_CONSUME_TIME_SPAN", Effect::Reads};
    TopicName topic;
    ConsumerGroup group;
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &QueryConsumeTimeSpan::topic), field("group", &QueryConsumeTimeSpan::group));
    }
    struct Reply {
        ConsumeTimeSpans body;
    };
};

struct CorrectionOffsets {
    QMap<QueueId, QueueOffset> correctionOffsets;
    static constexpr auto jsonFields()
    {
        return protocol::fields(field("correctionOffsets", &CorrectionOffsets::correctionOffsets));
    }
};

/// Reads only as long as filterGroups is left out: the broker removes the offsets of the groups named there.
struct QueryCorrectionOffset {
    static constexpr Request request{308, "QUERY_CORRECTION_OFFSET", Effect::Depends};
    std::optional<QString> filterGroups;
    ConsumerGroup compareGroup;
    TopicName topic;
    static constexpr auto fields()
    {
        using T = QueryCorrectionOffset;
        return protocol::fields(field("filterGroups", &T::filterGroups), field("compareGroup", &T::compareGroup),
                                field("topic", &T::topic));
    }
    [[nodiscard]] bool writes(const Known &) const { return filterGroups && !filterGroups->isEmpty(); }
    struct Reply {
        CorrectionOffsets body;
    };
};

/// Copies the offsets of one topic; a missing topic copies nothing and is answered with success.
struct CloneGroupOffset {
    static constexpr Request request{314, "CLONE_GROUP_OFFSET", Effect::Writes};
    ConsumerGroup srcGroup;
    ConsumerGroup destGroup;
    TopicName topic;
    bool offline = false;
    static constexpr auto fields()
    {
        using T = CloneGroupOffset;
        return protocol::fields(field("srcGroup", &T::srcGroup), field("destGroup", &T::destGroup), field("topic", &T::topic),
                                field("offline", &T::offline));
    }
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
