// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/clientdata.h"

namespace rocketdesk::commands {

/// One place of a queue: where its message lies, and what the broker filters by. [ConsumeQueueData]
struct ConsumeQueueEntry {
    QString bitMap;
    bool eval = false;
    QString extendDataJson;
    QString msg;
    qint64 physicOffset = 0;
    int physicSize = 0;
    qint64 tagsCode = 0;

    static constexpr auto jsonFields()
    {
        using T = ConsumeQueueEntry;
        return protocol::fields(field("bitMap", &T::bitMap), field("eval", &T::eval), field("extendDataJson", &T::extendDataJson),
                                field("msg", &T::msg), field("physicOffset", &T::physicOffset), field("physicSize", &T::physicSize),
                                field("tagsCode", &T::tagsCode));
    }
};

/// [QueryConsumeQueueResponseBody]
struct ConsumeQueuePart {
    QString filterData; ///< "null", or why there is none
    qint64 maxQueueIndex = 0;
    qint64 minQueueIndex = 0;
    QList<ConsumeQueueEntry> queueData;
    std::optional<SubscriptionData> subscriptionData;

    static constexpr auto jsonFields()
    {
        using T = ConsumeQueuePart;
        return protocol::fields(field("filterData", &T::filterData), field("maxQueueIndex", &T::maxQueueIndex),
                                field("minQueueIndex", &T::minQueueIndex), field("queueData", &T::queueData),
                                field("subscriptionData", &T::subscriptionData));
    }
};

/// 1 for an unknown topic.
struct QueryConsumeQueue {
    static constexpr Request request{321, "QUERY_CONSUME_QUEUE", Effect::Reads};
    TopicName topic;
    QueueId queueId;
    QueueOffset index; ///< of the first place
    int count = 1;
    std::optional<ConsumerGroup> consumerGroup; ///< whose filter is evaluated
    static constexpr auto fields()
    {
        using T = QueryConsumeQueue;
        return protocol::fields(field("topic", &T::topic), field("queueId", &T::queueId), field("index", &T::index),
                                field("count", &T::count), field("consumerGroup", &T::consumerGroup));
    }
    struct Reply {
        ConsumeQueuePart body;
    };
};

/// Puts a half message back to those that are checked; 1 where it is none.
struct ResumeCheckHalfMessage {
    static constexpr Request request{323, "RESUME_CHECK_HALF_MESSAGE", Effect::Writes};
    std::optional<TopicName> topic; ///< since 5.0
    QString msgId; ///< offset message id
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &ResumeCheckHalfMessage::topic), field("msgId", &ResumeCheckHalfMessage::msgId));
    }
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
