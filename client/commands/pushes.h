// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/runninginfo.h"

namespace rocketdesk::commands {

/// Broker to producer, one-way: what has become of this half message? Answer with EndTransaction and these values.
struct CheckTransactionState {
    static constexpr Request request{39, "CHECK_TRANSACTION_STATE", Effect::Reads};
    std::optional<TopicName> topic; ///< of the half message; since 5.0
    QueueOffset tranStateTableOffset;
    CommitLogOffset commitLogOffset;
    std::optional<QString> msgId; ///< unique id
    std::optional<QString> transactionId;
    std::optional<QString> offsetMsgId;
    std::optional<BrokerName> bname;
    QByteArray body; ///< one stored message
    static constexpr auto fields()
    {
        using T = CheckTransactionState;
        return protocol::fields(field("topic", &T::topic), field("tranStateTableOffset", &T::tranStateTableOffset),
                                field("commitLogOffset", &T::commitLogOffset), field("msgId", &T::msgId),
                                field("transactionId", &T::transactionId), field("offsetMsgId", &T::offsetMsgId),
                                field("bname", &T::bname));
    }
    using Reply = NoReply;
};

/// Broker to consumer, one-way: somebody came or went; share the queues again.
struct NotifyConsumerIdsChanged {
    static constexpr Request request{40, "NOTIFY_CONSUMER_IDS_CHANGED", Effect::Reads};
    ConsumerGroup consumerGroup;
    static constexpr auto fields()
    {
        return protocol::fields(field("consumerGroup", &NotifyConsumerIdsChanged::consumerGroup));
    }
    using Reply = NoReply;
};

/// What both resets say. [ResetOffsetRequestHeader]
struct ResetOffsetHeader {
    TopicName topic;
    ConsumerGroup group;
    qint64 timestamp = -1; ///< ms; -1 = to the end
    bool isForce = false;
    QueueId queueId = QueueId(-1); ///< -1 = all; since 5.0
    std::optional<QueueOffset> offset; ///< exact, for one queue; since 5.0
    static constexpr auto fields()
    {
        using T = ResetOffsetHeader;
        return protocol::fields(field("topic", &T::topic), field("group", &T::group), field("timestamp", &T::timestamp),
                                field("isForce", &T::isForce), defaulted("queueId", &T::queueId), field("offset", &T::offset));
    }
};

/// Broker to consumer, one-way: go on from these offsets.
struct ResetConsumerClientOffset : ResetOffsetHeader {
    static constexpr Request request{220, "RESET_CONSUMER_CLIENT_OFFSET", Effect::Reads};
    ResetOffsetBody body;
    using Reply = NoReply;
};

/// Asks a broker to reset a group. A 4.x broker pushes a form that Java cannot read to all clients where CPP asks.
struct InvokeBrokerToResetOffset : ResetOffsetHeader {
    static constexpr Request request{222, "INVOKE_BROKER_TO_RESET_OFFSET", Effect::Writes};
    static constexpr protocol::Language requestLanguage = protocol::Language::Java;
    struct Reply {
        ResetOffsetBody body;
    };
};

/// Broker to consumer: how far are you?
struct GetConsumerStatusFromClient {
    static constexpr Request request{221, "GET_CONSUMER_STATUS_FROM_CLIENT", Effect::Reads};
    TopicName topic;
    ConsumerGroup group;
    static constexpr auto fields()
    {
        return protocol::fields(field("topic", &GetConsumerStatusFromClient::topic),
                                field("group", &GetConsumerStatusFromClient::group));
    }
    struct Reply {
        ConsumerStatus body;
    };
};

/// The same question to a broker, which asks its clients.
struct InvokeBrokerToGetConsumerStatus {
    static constexpr Request request{223, "INVOKE_BROKER_TO_GET_CONSUMER_STATUS", Effect::Reads};
    TopicName topic;
    ConsumerGroup group;
    std::optional<QString> clientAddr; ///< compared with the client id; absent = all
    static constexpr auto fields()
    {
        using T = InvokeBrokerToGetConsumerStatus;
        return protocol::fields(field("topic", &T::topic), field("group", &T::group), field("clientAddr", &T::clientAddr));
    }
    struct Reply {
        ConsumerStatus body;
    };
};

/// Asked of a broker, and passed on by it to the client.
struct GetConsumerRunningInfo {
    static constexpr Request request{307, "GET_CONSUMER_RUNNING_INFO", Effect::Reads};
    ConsumerGroup consumerGroup;
    ClientId clientId;
    bool jstackEnable = false;
    static constexpr auto fields()
    {
        using T = GetConsumerRunningInfo;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("clientId", &T::clientId),
                                defaulted("jstackEnable", &T::jstackEnable));
    }
    struct Reply {
        ConsumerRunningInfo body;
    };
};

/// Asked of a broker, which puts the message into the body and passes it on to the client.
struct ConsumeMessageDirectly {
    static constexpr Request request{309, "CONSUME_MESSAGE_DIRECTLY", Effect::Writes};
    ConsumerGroup consumerGroup;
    std::optional<ClientId> clientId;
    std::optional<QString> msgId; ///< offset message id
    std::optional<BrokerName> brokerName;
    std::optional<TopicName> topic; ///< since 5.0
    std::optional<int> topicSysFlag;
    std::optional<int> groupSysFlag;
    QByteArray body; ///< one stored message, on the broker's way to the client
    static constexpr auto fields()
    {
        using T = ConsumeMessageDirectly;
        return protocol::fields(field("consumerGroup", &T::consumerGroup), field("clientId", &T::clientId),
                                field("msgId", &T::msgId), field("brokerName", &T::brokerName), field("topic", &T::topic),
                                field("topicSysFlag", &T::topicSysFlag), field("groupSysFlag", &T::groupSysFlag));
    }
    struct Reply {
        DirectConsumption body;
    };
};

/// Broker to the client that asked: the answer to a request message. It waits for our answer.
struct PushReplyMessageToClient {
    static constexpr Request request{326, "PUSH_REPLY_MESSAGE_TO_CLIENT", Effect::Reads};
    ProducerGroup producerGroup;
    TopicName topic;
    TopicName defaultTopic;
    int defaultTopicQueueNums = 0;
    QueueId queueId;
    int sysFlag = 0;
    qint64 bornTimestamp = 0; ///< ms
    int flag = 0;
    std::optional<QByteArray> properties;
    int reconsumeTimes = 0;
    bool unitMode = false;
    QString bornHost; ///< "ip:port"
    QString storeHost;
    qint64 storeTimestamp = 0; ///< ms
    QByteArray body;
    static constexpr auto fields()
    {
        using T = PushReplyMessageToClient;
        return protocol::fields(
            field("producerGroup", &T::producerGroup), field("topic", &T::topic), field("defaultTopic", &T::defaultTopic),
            field("defaultTopicQueueNums", &T::defaultTopicQueueNums), field("queueId", &T::queueId),
            field("sysFlag", &T::sysFlag), field("bornTimestamp", &T::bornTimestamp), field("flag", &T::flag),
            field("properties", &T::properties), defaulted("reconsumeTimes", &T::reconsumeTimes),
            defaulted("unitMode", &T::unitMode), field("bornHost", &T::bornHost), field("storeHost", &T::storeHost),
            field("storeTimestamp", &T::storeTimestamp));
    }
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
