// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/clientdata.h"

namespace rocketdesk::commands {

/// [ExponentialRetryPolicy]
struct ExponentialRetry {
    qint64 initial = 5000; ///< ms
    qint64 max = 7200000; ///< ms
    qint64 multiplier = 2;

    static constexpr auto jsonFields()
    {
        using T = ExponentialRetry;
        return protocol::fields(field("initial", &T::initial), field("max", &T::max), field("multiplier", &T::multiplier));
    }
};

/// [CustomizedRetryPolicy]
struct CustomizedRetry {
    QList<qint64> next; ///< ms
    static constexpr auto jsonFields() { return protocol::fields(field("next", &CustomizedRetry::next)); }
};

/// Retries of POP consumers. [GroupRetryPolicy]
struct GroupRetryPolicy {
    std::optional<CustomizedRetry> customizedRetryPolicy;
    std::optional<ExponentialRetry> exponentialRetryPolicy;
    QString type = QStringLiteral("CUSTOMIZED"); ///< or "EXPONENTIAL"

    static constexpr auto jsonFields()
    {
        using T = GroupRetryPolicy;
        return protocol::fields(field("customizedRetryPolicy", &T::customizedRetryPolicy),
                                field("exponentialRetryPolicy", &T::exponentialRetryPolicy), field("type", &T::type));
    }
};

/// [SimpleSubscriptionData]
struct SimpleSubscription {
    QString expression;
    QString expressionType;
    TopicName topic;
    qint64 version = 0;

    static constexpr auto jsonFields()
    {
        using T = SimpleSubscription;
        return protocol::fields(field("expression", &T::expression), field("expressionType", &T::expressionType),
                                field("topic", &T::topic), field("version", &T::version));
    }
};

/// A consumer group as one broker has it. [SubscriptionGroupConfig]
struct SubscriptionGroupConfig {
    std::optional<QMap<QString, QString>> attributes; ///< since 5.0; written as {"+key": "value"}
    qint64 brokerId = 0;
    bool consumeBroadcastEnable = true;
    bool consumeEnable = true;
    bool consumeFromMinEnable = true;
    std::optional<bool> consumeMessageOrderly; ///< since 5.0
    std::optional<int> consumeTimeoutMinute; ///< since 5.0
    ConsumerGroup groupName;
    std::optional<GroupRetryPolicy> groupRetryPolicy; ///< since 5.0
    std::optional<int> groupSysFlag; ///< since 5.0
    bool notifyConsumerIdsChangedEnable = true;
    int retryMaxTimes = 16;
    int retryQueueNums = 1;
    std::optional<QList<SimpleSubscription>> subscriptionDataSet; ///< since 5.0
    qint64 whichBrokerWhenConsumeSlowly = 1;

    static constexpr auto jsonFields()
    {
        using T = SubscriptionGroupConfig;
        return protocol::fields(
            field("attributes", &T::attributes), field("brokerId", &T::brokerId),
            field("consumeBroadcastEnable", &T::consumeBroadcastEnable), field("consumeEnable", &T::consumeEnable),
            field("consumeFromMinEnable", &T::consumeFromMinEnable), field("consumeMessageOrderly", &T::consumeMessageOrderly),
            field("consumeTimeoutMinute", &T::consumeTimeoutMinute), field("groupName", &T::groupName),
            field("groupRetryPolicy", &T::groupRetryPolicy), field("groupSysFlag", &T::groupSysFlag),
            field("notifyConsumerIdsChangedEnable", &T::notifyConsumerIdsChangedEnable),
            field("retryMaxTimes", &T::retryMaxTimes), field("retryQueueNums", &T::retryQueueNums),
            field("subscriptionDataSet", &T::subscriptionDataSet),
            field("whichBrokerWhenConsumeSlowly", &T::whichBrokerWhenConsumeSlowly));
    }
};

/// Every group of a broker. [SubscriptionGroupWrapper]
struct SubscriptionGroupTable {
    DataVersion dataVersion;
    std::optional<QMap<ConsumerGroup, QMap<TopicName, int>>> forbiddenTable; ///< since 5.0
    QMap<ConsumerGroup, SubscriptionGroupConfig> subscriptionGroupTable;

    static constexpr auto jsonFields()
    {
        using T = SubscriptionGroupTable;
        return protocol::fields(field("dataVersion", &T::dataVersion), field("forbiddenTable", &T::forbiddenTable),
                                field("subscriptionGroupTable", &T::subscriptionGroupTable));
    }
};

/// Creates a group, or changes it. 4.x takes any name: check it before.
struct UpdateAndCreateSubscriptionGroup {
    static constexpr Request request{200, "UPDATE_AND_CREATE_SUBSCRIPTIONGROUP", Effect::Writes};
    SubscriptionGroupConfig body;
    using Reply = NoReply;
};

/// The whole table; 5.x gives it page by page where asked to.
struct GetAllSubscriptionGroupConfig {
    static constexpr Request request{201, "GET_ALL_SUBSCRIPTIONGROUP_CONFIG", Effect::Reads};
    std::optional<int> groupSeq;
    std::optional<QString> dataVersion;
    std::optional<int> maxGroupNum;
    static constexpr auto fields()
    {
        using T = GetAllSubscriptionGroupConfig;
        return protocol::fields(field("groupSeq", &T::groupSeq), field("dataVersion", &T::dataVersion),
                                field("maxGroupNum", &T::maxGroupNum));
    }
    struct Reply {
        std::optional<int> totalGroupNum;
        SubscriptionGroupTable body;
        static constexpr auto fields() { return protocol::fields(field("totalGroupNum", &Reply::totalGroupNum)); }
    };
};

/// The two generations name the flag differently; both names go out.
struct DeleteSubscriptionGroup {
    static constexpr Request request{207, "DELETE_SUBSCRIPTIONGROUP", Effect::Writes};
    ConsumerGroup groupName;
    bool cleanOffset = false;
    static constexpr auto fields()
    {
        using T = DeleteSubscriptionGroup;
        return protocol::fields(field("groupName", &T::groupName), defaulted("cleanOffset", &T::cleanOffset),
                                defaulted("removeOffset", &T::cleanOffset));
    }
    using Reply = NoReply;
};

/// Since 5.0. Asking for an unknown group creates it: look into GetAllSubscriptionGroupConfig instead.
struct GetSubscriptionGroupConfig {
    static constexpr Request request{352, "GET_SUBSCRIPTIONGROUP_CONFIG", Effect::Writes};
    ConsumerGroup group;
    static constexpr auto fields() { return protocol::fields(field("group", &GetSubscriptionGroupConfig::group)); }
    struct Reply {
        SubscriptionGroupConfig body;
    };
};

struct GroupForbidden {
    ConsumerGroup group;
    bool readable = true;
    TopicName topic;
    static constexpr auto jsonFields()
    {
        return protocol::fields(field("group", &GroupForbidden::group), field("readable", &GroupForbidden::readable),
                                field("topic", &GroupForbidden::topic));
    }
};

/// May the group read the topic? Only asks as long as readable is left out; since 5.0.
struct UpdateAndGetGroupForbidden {
    static constexpr Request request{353, "UPDATE_AND_GET_GROUP_FORBIDDEN", Effect::Depends};
    ConsumerGroup group;
    TopicName topic;
    std::optional<bool> readable;
    static constexpr auto fields()
    {
        using T = UpdateAndGetGroupForbidden;
        return protocol::fields(field("group", &T::group), field("topic", &T::topic), field("readable", &T::readable));
    }
    [[nodiscard]] bool writes(const Known &) const { return readable.has_value(); }
    struct Reply {
        GroupForbidden body;
    };
};

struct GroupSubscription {
    ConsumerGroup group;
    std::optional<SubscriptionData> subscriptionData;
    TopicName topic;
    static constexpr auto jsonFields()
    {
        using T = GroupSubscription;
        return protocol::fields(field("group", &T::group), field("subscriptionData", &T::subscriptionData),
                                field("topic", &T::topic));
    }
};

/// What a group subscribes of a topic, even after its clients have gone; since 5.0.
struct QuerySubscriptionByConsumer {
    static constexpr Request request{345, "QUERY_SUBSCRIPTION_BY_CONSUMER", Effect::Reads};
    ConsumerGroup group;
    TopicName topic;
    static constexpr auto fields()
    {
        return protocol::fields(field("group", &QuerySubscriptionByConsumer::group),
                                field("topic", &QuerySubscriptionByConsumer::topic));
    }
    struct Reply {
        GroupSubscription body;
    };
};

struct SubscriptionGroupList {
    QList<SubscriptionGroupConfig> groupConfigList;
    static constexpr auto jsonFields()
    {
        return protocol::fields(field("groupConfigList", &SubscriptionGroupList::groupConfigList));
    }
};

/// Several at once; since 5.0.
struct UpdateAndCreateSubscriptionGroupList {
    static constexpr Request request{225, "UPDATE_AND_CREATE_SUBSCRIPTIONGROUP_LIST", Effect::Writes};
    SubscriptionGroupList body;
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
