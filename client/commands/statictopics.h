// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/topics.h"

namespace rocketdesk::commands {

/// Where a queue of a static topic was, from which offset on. [LogicQueueMappingItem]
struct QueueMappingItem {
    BrokerName bname;
    qint64 endOffset = -1; ///< -1 = still open
    int gen = 0;
    qint64 logicOffset = 0;
    QueueId queueId;
    qint64 startOffset = 0;
    qint64 timeOfEnd = -1; ///< ms
    qint64 timeOfStart = -1;

    static constexpr auto jsonFields()
    {
        using T = QueueMappingItem;
        return protocol::fields(field("bname", &T::bname), field("endOffset", &T::endOffset), field("gen", &T::gen),
                                field("logicOffset", &T::logicOffset), field("queueId", &T::queueId),
                                field("startOffset", &T::startOffset), field("timeOfEnd", &T::timeOfEnd),
                                field("timeOfStart", &T::timeOfStart));
    }
};

/// [TopicQueueMappingDetail]
struct TopicQueueMappingDetail {
    BrokerName bname;
    QMap<int, int> currIdMap; ///< global queue number to physical one
    bool dirty = false;
    qint64 epoch = 0;
    QMap<int, QList<QueueMappingItem>> hostedQueues; ///< by global queue number
    QString scope = QStringLiteral("__global__");
    TopicName topic;
    int totalQueues = 0;

    static constexpr auto jsonFields()
    {
        using T = TopicQueueMappingDetail;
        return protocol::fields(field("bname", &T::bname), field("currIdMap", &T::currIdMap), field("dirty", &T::dirty),
                                field("epoch", &T::epoch), field("hostedQueues", &T::hostedQueues), field("scope", &T::scope),
                                field("topic", &T::topic), field("totalQueues", &T::totalQueues));
    }
};

/// A topic whose queues keep their numbers while they move between brokers; since 5.0. One step of several.
struct UpdateAndCreateStaticTopic : UpdateAndCreateTopic {
    static constexpr Request request{513, "UPDATE_AND_CREATE_STATIC_TOPIC", Effect::Writes};
    TopicQueueMappingDetail body;
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
