// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/topicconfig.h"

namespace rocketdesk::commands {

/// Creates a topic on this broker, or changes it.
struct UpdateAndCreateTopic {
    static constexpr Request request{17, "UPDATE_AND_CREATE_TOPIC", Effect::Writes};
    TopicName topic;
    TopicName defaultTopic = TopicName(QStringLiteral("TBW102"));
    int readQueueNums = 8;
    int writeQueueNums = 8;
    int perm = 6;
    QString topicFilterType = QStringLiteral("SINGLE_TAG");
    std::optional<int> topicSysFlag;
    bool order = false;
    std::optional<QString> attributes; ///< "+key=value,-key"; since 5.0
    bool force = false; ///< since 5.0
    static constexpr auto fields()
    {
        using T = UpdateAndCreateTopic;
        return protocol::fields(field("topic", &T::topic), field("defaultTopic", &T::defaultTopic),
                                field("readQueueNums", &T::readQueueNums), field("writeQueueNums", &T::writeQueueNums),
                                field("perm", &T::perm), field("topicFilterType", &T::topicFilterType),
                                field("topicSysFlag", &T::topicSysFlag), defaulted("order", &T::order),
                                field("attributes", &T::attributes), defaulted("force", &T::force));
    }
    using Reply = NoReply;
};

/// Several at once; since 5.0.
struct UpdateAndCreateTopicList {
    static constexpr Request request{18, "UPDATE_AND_CREATE_TOPIC_LIST", Effect::Writes};
    TopicConfigList body;
    using Reply = NoReply;
};

/// The whole table; 5.x gives it page by page where asked to.
struct GetAllTopicConfig {
    static constexpr Request request{21, "GET_ALL_TOPIC_CONFIG", Effect::Reads};
    std::optional<int> topicSeq;
    std::optional<QString> dataVersion; ///< JSON of the reply before; another one begins from 0 again
    std::optional<int> maxTopicNum;
    static constexpr auto fields()
    {
        return protocol::fields(field("topicSeq", &GetAllTopicConfig::topicSeq),
                                field("dataVersion", &GetAllTopicConfig::dataVersion),
                                field("maxTopicNum", &GetAllTopicConfig::maxTopicNum));
    }
    struct Reply {
        std::optional<int> totalTopicNum;
        TopicConfigTable body;
        static constexpr auto fields() { return protocol::fields(field("totalTopicNum", &Reply::totalTopicNum)); }
    };
};

/// One topic's configuration; since 5.0.
struct GetTopicConfig {
    static constexpr Request request{351, "GET_TOPIC_CONFIG", Effect::Reads};
    TopicName topic;
    std::optional<bool> lo; ///< logical: the view of a static topic
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &GetTopicConfig::topic), field("lo", &GetTopicConfig::lo));
    }
    struct Reply {
        TopicConfig body;
    };
};

/// Configuration, offsets and queues, on this broker only; an unknown topic is no error.
struct DeleteTopicInBroker {
    static constexpr Request request{215, "DELETE_TOPIC_IN_BROKER", Effect::Writes};
    TopicName topic;
    static constexpr auto fields() { return protocol::fields(field("topic", &DeleteTopicInBroker::topic)); }
    using Reply = NoReply;
};

struct GetTopicStatsInfo {
    static constexpr Request request{202, "GET_TOPIC_STATS_INFO", Effect::Reads};
    TopicName topic;
    static constexpr auto fields() { return protocol::fields(field("topic", &GetTopicStatsInfo::topic)); }
    struct Reply {
        TopicStats body;
    };
};

struct GetSystemTopicListFromBroker {
    static constexpr Request request{305, "GET_SYSTEM_TOPIC_LIST_FROM_BROKER", Effect::Reads};
    using Reply = TopicListReply;
};

struct GroupList {
    QList<ConsumerGroup> groupList;
    static constexpr auto jsonFields() { return protocol::fields(field("groupList", &GroupList::groupList)); }
};

/// Which groups consume this topic: those online, and those with offsets.
struct QueryTopicConsumeByWho {
    static constexpr Request request{300, "QUERY_TOPIC_CONSUME_BY_WHO", Effect::Reads};
    TopicName topic;
    static constexpr auto fields() { return protocol::fields(field("topic", &QueryTopicConsumeByWho::topic)); }
    struct Reply {
        GroupList body;
    };
};

/// Topics of which a group has offsets; since 5.0.
struct QueryTopicsByConsumer {
    static constexpr Request request{343, "QUERY_TOPICS_BY_CONSUMER", Effect::Reads};
    ConsumerGroup group;
    static constexpr auto fields() { return protocol::fields(field("group", &QueryTopicsByConsumer::group)); }
    using Reply = TopicListReply;
};

} // namespace rocketdesk::commands
