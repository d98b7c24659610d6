// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/offsets.h"
#include "client/commands/pop.h"
#include "client/commands/topicconfig.h"

namespace rocketdesk::sandbox {

// Bodies with the members that 5.5.0 sends and that our client has no use for.

/// Reply to 21. [TopicConfigAndMappingSerializeWrapper]
struct TopicConfigsReply {
    struct Body {
        commands::DataVersion dataVersion;
        commands::DataVersion mappingDataVersion;
        QMap<TopicName, commands::TopicConfig> topicConfigTable;
        QMap<QString, QString> topicQueueMappingDetailMap; ///< static topics: there are none
        QMap<QString, QString> topicQueueMappingInfoMap;
        static constexpr auto jsonFields()
        {
            using protocol::field;
            return protocol::fields(field("dataVersion", &Body::dataVersion), field("mappingDataVersion", &Body::mappingDataVersion),
                                    field("topicConfigTable", &Body::topicConfigTable),
                                    field("topicQueueMappingDetailMap", &Body::topicQueueMappingDetailMap),
                                    field("topicQueueMappingInfoMap", &Body::topicQueueMappingInfoMap));
        }
    };
    int totalTopicNum = 0;
    Body body;
    static constexpr auto fields() { return protocol::fields(protocol::field("totalTopicNum", &TopicConfigsReply::totalTopicNum)); }
};

/// Reply to 43. [ConsumerOffsetSerializeWrapper]
struct ConsumerOffsetsReply {
    using Table = QMap<QString, QMap<QueueId, QueueOffset>>;
    struct Body {
        commands::DataVersion dataVersion;
        QMap<ConsumerGroup, QList<TopicName>> groupTopicMap;
        Table offsetTable; ///< by "topic@group"
        Table pullOffsetTable;
        static constexpr auto jsonFields()
        {
            using protocol::field;
            return protocol::fields(field("dataVersion", &Body::dataVersion), field("groupTopicMap", &Body::groupTopicMap),
                                    field("offsetTable", &Body::offsetTable), field("pullOffsetTable", &Body::pullOffsetTable));
        }
    };
    Body body;
};

/// Reply to 400; without the list where the broker has no answer.
struct AssignmentsReply {
    struct Body {
        std::optional<QList<commands::QueueAssignment>> messageQueueAssignments;
        static constexpr auto jsonFields() { return protocol::fields(protocol::field("messageQueueAssignments", &Body::messageQueueAssignments)); }
    };
    Body body;
};

/// Reply to 45. [DelayOffsetSerializeWrapper]
struct DelayOffsetsReply {
    struct Body {
        commands::DataVersion dataVersion;
        QMap<int, QueueOffset> offsetTable; ///< by delay level
        static constexpr auto jsonFields()
        {
            return protocol::fields(protocol::field("dataVersion", &Body::dataVersion), protocol::field("offsetTable", &Body::offsetTable));
        }
    };
    Body body;
};

} // namespace rocketdesk::sandbox
