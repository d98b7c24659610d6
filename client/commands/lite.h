// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/statistics.h"
#include "client/commands/topicconfig.h"

// Lite topics, many small ones inside a topic; since 5.5, where a broker has enableLmq and enableMultiDispatch on.
namespace rocketdesk::commands {

struct PopLiteMessage {
    static constexpr Request request{200070, "POP_LITE_MESSAGE", Effect::Writes};
    ClientId clientId;
    ConsumerGroup consumerGroup;
    TopicName topic; ///< the parent
    int maxMsgNum = 32;
    qint64 invisibleTime = 60000; ///< ms
    qint64 pollTime = 0; ///< ms
    qint64 bornTime = 0; ///< ms
    std::optional<QString> attemptId;
    static constexpr auto fields()
    {
        using T = PopLiteMessage;
        return protocol::fields(field("clientId", &T::clientId), field("consumerGroup", &T::consumerGroup), field("topic", &T::topic),
                                field("maxMsgNum", &T::maxMsgNum), field("invisibleTime", &T::invisibleTime),
                                field("pollTime", &T::pollTime), field("bornTime", &T::bornTime), field("attemptId", &T::attemptId));
    }
    struct Reply {
        qint64 popTime = 0; ///< ms
        qint64 invisibleTime = 0; ///< ms
        int reviveQid = 0;
        std::optional<QString> startOffsetInfo;
        std::optional<QString> msgOffsetInfo;
        std::optional<QString> orderCountInfo;
        QByteArray body; ///< stored messages
        static constexpr auto fields()
        {
            return protocol::fields(field("popTime", &Reply::popTime), field("invisibleTime", &Reply::invisibleTime),
                                    field("reviveQid", &Reply::reviveQid), field("startOffsetInfo", &Reply::startOffsetInfo),
                                    field("msgOffsetInfo", &Reply::msgOffsetInfo), field("orderCountInfo", &Reply::orderCountInfo));
        }
    };
};

/// Where a new subscription begins. [OffsetOption]
struct LiteOffsetOption {
    QString type; ///< "POLICY", "OFFSET", "TAIL_N", "TIMESTAMP"
    qint64 value = 0;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("type", &LiteOffsetOption::type), field("value", &LiteOffsetOption::value));
    }
};

/// [LiteSubscriptionDTO]
struct LiteSubscription {
    QString action; ///< "PARTIAL_ADD", "PARTIAL_REMOVE", "COMPLETE_ADD", "COMPLETE_REMOVE"
    ClientId clientId;
    ConsumerGroup group;
    QStringList liteTopicSet;
    std::optional<LiteOffsetOption> offsetOption;
    TopicName topic; ///< the parent
    qint64 version = 0;

    static constexpr auto jsonFields()
    {
        using T = LiteSubscription;
        return protocol::fields(field("action", &T::action), field("clientId", &T::clientId), field("group", &T::group),
                                field("liteTopicSet", &T::liteTopicSet), field("offsetOption", &T::offsetOption),
                                field("topic", &T::topic), field("version", &T::version));
    }
};

struct LiteSubscriptions {
    QList<LiteSubscription> subscriptionSet;

    static constexpr auto jsonFields() { return protocol::fields(field("subscriptionSet", &LiteSubscriptions::subscriptionSet)); }
};

struct LiteSubscriptionCtl {
    static constexpr Request request{200071, "LITE_SUBSCRIPTION_CTL", Effect::Writes};
    LiteSubscriptions body;
    using Reply = NoReply;
};

struct AckLiteMessage {
    static constexpr Request request{200072, "ACK_LITE_MESSAGE", Effect::Writes};
    ConsumerGroup consumerGroup;
    TopicName topic; ///< the parent
    QueueId queueId;
    QString extraInfo; ///< receipt handle
    QueueOffset offset;
    QString liteTopic;
    static constexpr auto fields()
    {
        using T = AckLiteMessage;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("topic", &T::topic), field("queueId", &T::queueId),
                                field("extraInfo", &T::extraInfo), field("offset", &T::offset), field("liteTopic", &T::liteTopic));
    }
    using Reply = NoReply;
};

/// Broker to consumer: it lost this subscription.
struct NotifyUnsubscribeLite {
    static constexpr Request request{200073, "NOTIFY_UNSUBSCRIBE_LITE", Effect::Reads};
    QString liteTopic;
    ConsumerGroup consumerGroup;
    ClientId clientId;
    static constexpr auto fields()
    {
        using T = NotifyUnsubscribeLite;
        return protocol::fields(field("liteTopic", &T::liteTopic), field("consumerGroup", &T::consumerGroup), field("clientId", &T::clientId));
    }
    using Reply = NoReply;
};

/// [GetBrokerLiteInfoResponseBody]
struct BrokerLiteInfo {
    int cqTableSize = 0;
    int currentLmqNum = 0;
    int eventMapSize = 0;
    QMap<TopicName, QList<ConsumerGroup>> groupMeta;
    int liteSubscriptionCount = 0;
    int maxLmqNum = 0;
    int offsetTableSize = 0;
    int orderInfoCount = 0;
    QString storeType;
    QMap<TopicName, int> topicMeta; ///< parent to minutes that its lite topics live

    static constexpr auto jsonFields()
    {
        using T = BrokerLiteInfo;
        return protocol::fields(field("cqTableSize", &T::cqTableSize), field("currentLmqNum", &T::currentLmqNum),
                                field("eventMapSize", &T::eventMapSize), field("groupMeta", &T::groupMeta),
                                field("liteSubscriptionCount", &T::liteSubscriptionCount), field("maxLmqNum", &T::maxLmqNum),
                                field("offsetTableSize", &T::offsetTableSize), field("orderInfoCount", &T::orderInfoCount),
                                field("storeType", &T::storeType), field("topicMeta", &T::topicMeta));
    }
};

struct GetBrokerLiteInfo {
    static constexpr Request request{200074, "GET_BROKER_LITE_INFO", Effect::Reads};
    struct Reply {
        BrokerLiteInfo body;
    };
};

struct ParentTopicInfo {
    QList<ConsumerGroup> groups;
    int liteTopicCount = 0;
    int lmqNum = 0;
    TopicName topic;
    int ttl = 0; ///< minutes

    static constexpr auto jsonFields()
    {
        using T = ParentTopicInfo;
        return protocol::fields(field("groups", &T::groups), field("liteTopicCount", &T::liteTopicCount), field("lmqNum", &T::lmqNum),
                                field("topic", &T::topic), field("ttl", &T::ttl));
    }
};

struct GetParentTopicInfo {
    static constexpr Request request{200075, "GET_PARENT_TOPIC_INFO", Effect::Reads};
    TopicName topic;
    static constexpr auto fields() { return protocol::fields(field("topic", &GetParentTopicInfo::topic)); }
    struct Reply {
        ParentTopicInfo body;
    };
};

/// [ClientGroup]
struct LiteSubscriber {
    ClientId clientId;
    ConsumerGroup group;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("clientId", &LiteSubscriber::clientId), field("group", &LiteSubscriber::group));
    }
};

struct LiteTopicInfo {
    QString liteTopic;
    TopicName parentTopic;
    bool shardingToBroker = false; ///< this broker holds it
    QList<LiteSubscriber> subscriber;
    std::optional<TopicOffset> topicOffset;

    static constexpr auto jsonFields()
    {
        using T = LiteTopicInfo;
        return protocol::fields(field("liteTopic", &T::liteTopic), field("parentTopic", &T::parentTopic),
                                field("shardingToBroker", &T::shardingToBroker), field("subscriber", &T::subscriber),
                                field("topicOffset", &T::topicOffset));
    }
};

struct GetLiteTopicInfo {
    static constexpr Request request{200076, "GET_LITE_TOPIC_INFO", Effect::Reads};
    TopicName parentTopic;
    QString liteTopic;
    static constexpr auto fields()
    {
        return protocol::fields(field("parentTopic", &GetLiteTopicInfo::parentTopic), field("liteTopic", &GetLiteTopicInfo::liteTopic));
    }
    struct Reply {
        LiteTopicInfo body;
    };
};

struct LiteClientInfo {
    ClientId clientId;
    ConsumerGroup group;
    qint64 lastAccessTime = 0; ///< ms
    qint64 lastConsumeTime = 0; ///< ms
    int liteTopicCount = 0;
    QStringList liteTopicSet;
    TopicName parentTopic;

    static constexpr auto jsonFields()
    {
        using T = LiteClientInfo;
        return protocol::fields(field("clientId", &T::clientId), field("group", &T::group), field("lastAccessTime", &T::lastAccessTime),
                                field("lastConsumeTime", &T::lastConsumeTime), field("liteTopicCount", &T::liteTopicCount),
                                field("liteTopicSet", &T::liteTopicSet), field("parentTopic", &T::parentTopic));
    }
};

struct GetLiteClientInfo {
    static constexpr Request request{200077, "GET_LITE_CLIENT_INFO", Effect::Reads};
    TopicName parentTopic;
    ConsumerGroup group;
    ClientId clientId;
    int maxCount = 1000;
    static constexpr auto fields()
    {
        using T = GetLiteClientInfo;
        return protocol::fields(field("parentTopic", &T::parentTopic), field("group", &T::group), field("clientId", &T::clientId),
                                field("maxCount", &T::maxCount));
    }
    struct Reply {
        LiteClientInfo body;
    };
};

struct LiteLag {
    qint64 earliestUnconsumedTimestamp = 0; ///< ms
    qint64 lagCount = 0;
    QString liteTopic;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("earliestUnconsumedTimestamp", &LiteLag::earliestUnconsumedTimestamp),
                                field("lagCount", &LiteLag::lagCount), field("liteTopic", &LiteLag::liteTopic));
    }
};

struct LiteGroupInfo {
    qint64 earliestUnconsumedTimestamp = 0; ///< ms
    ConsumerGroup group;
    QList<LiteLag> lagCountTopK;
    QList<LiteLag> lagTimestampTopK;
    QString liteTopic;
    std::optional<ConsumeOffset> liteTopicOffsetWrapper;
    TopicName parentTopic;
    qint64 totalLagCount = 0;

    static constexpr auto jsonFields()
    {
        using T = LiteGroupInfo;
        return protocol::fields(field("earliestUnconsumedTimestamp", &T::earliestUnconsumedTimestamp), field("group", &T::group),
                                field("lagCountTopK", &T::lagCountTopK), field("lagTimestampTopK", &T::lagTimestampTopK),
                                field("liteTopic", &T::liteTopic), field("liteTopicOffsetWrapper", &T::liteTopicOffsetWrapper),
                                field("parentTopic", &T::parentTopic), field("totalLagCount", &T::totalLagCount));
    }
};

/// An unknown group is created by it.
struct GetLiteGroupInfo {
    static constexpr Request request{200078, "GET_LITE_GROUP_INFO", Effect::Writes};
    ConsumerGroup group;
    std::optional<QString> liteTopic;
    int topK = 20;
    static constexpr auto fields()
    {
        return protocol::fields(field("group", &GetLiteGroupInfo::group), field("liteTopic", &GetLiteGroupInfo::liteTopic),
                                field("topK", &GetLiteGroupInfo::topK));
    }
    struct Reply {
        LiteGroupInfo body;
    };
};

struct TriggerLiteDispatch {
    static constexpr Request request{200079, "TRIGGER_LITE_DISPATCH", Effect::Writes};
    ConsumerGroup group;
    std::optional<ClientId> clientId;
    static constexpr auto fields()
    {
        return protocol::fields(field("group", &TriggerLiteDispatch::group), field("clientId", &TriggerLiteDispatch::clientId));
    }
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
