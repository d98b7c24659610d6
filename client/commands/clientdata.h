// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"
#include "client/protocol/language.h"
#include "client/protocol/subscription.h"

namespace rocketdesk::commands {

enum class ConsumeType { Actively, Passively, Pop };
enum class MessageModel { Broadcasting, Clustering };
enum class ConsumeFromWhere {
    LastOffset,
    LastOffsetAndFromMinWhenBootFirst, ///< deprecated, like the next two
    MinOffset,
    MaxOffset,
    FirstOffset,
    Timestamp,
};

} // namespace rocketdesk::commands

namespace rocketdesk::protocol {

template <>
struct WireNames<commands::ConsumeType> {
    using E = commands::ConsumeType;
    static constexpr WireName<E> names[] = {
        {E::Actively, "CONSUME_ACTIVELY"}, {E::Passively, "CONSUME_PASSIVELY"}, {E::Pop, "CONSUME_POP"}};
};

template <>
struct WireNames<commands::MessageModel> {
    using E = commands::MessageModel;
    static constexpr WireName<E> names[] = {{E::Broadcasting, "BROADCASTING"}, {E::Clustering, "CLUSTERING"}};
};

template <>
struct WireNames<commands::ConsumeFromWhere> {
    using E = commands::ConsumeFromWhere;
    static constexpr WireName<E> names[] = {
        {E::LastOffset, "CONSUME_FROM_LAST_OFFSET"},
        {E::LastOffsetAndFromMinWhenBootFirst, "CONSUME_FROM_LAST_OFFSET_AND_FROM_MIN_WHEN_BOOT_FIRST"},
        {E::MinOffset, "CONSUME_FROM_MIN_OFFSET"},
        {E::MaxOffset, "CONSUME_FROM_MAX_OFFSET"},
        {E::FirstOffset, "CONSUME_FROM_FIRST_OFFSET"},
        {E::Timestamp, "CONSUME_FROM_TIMESTAMP"},
    };
};

} // namespace rocketdesk::protocol

namespace rocketdesk::commands {

using protocol::SubscriptionData;

struct ProducerData {
    ProducerGroup groupName;

    static constexpr auto jsonFields() { return protocol::fields(field("groupName", &ProducerData::groupName)); }
};

struct ConsumerData {
    ConsumeFromWhere consumeFromWhere = ConsumeFromWhere::LastOffset;
    ConsumeType consumeType = ConsumeType::Passively;
    ConsumerGroup groupName;
    MessageModel messageModel = MessageModel::Clustering;
    QList<SubscriptionData> subscriptionDataSet;
    bool unitMode = false;

    static constexpr auto jsonFields()
    {
        using T = ConsumerData;
        return protocol::fields(field("consumeFromWhere", &T::consumeFromWhere), field("consumeType", &T::consumeType),
                                field("groupName", &T::groupName), field("messageModel", &T::messageModel),
                                field("subscriptionDataSet", &T::subscriptionDataSet), field("unitMode", &T::unitMode));
    }
};

/// [HeartbeatData] With fingerprint 0 and withoutSub false each heartbeat is complete.
struct HeartbeatData {
    ClientId clientId;
    QList<ConsumerData> consumerDataSet;
    int heartbeatFingerprint = 0;
    QList<ProducerData> producerDataSet;
    bool withoutSub = false;

    static constexpr auto jsonFields()
    {
        using T = HeartbeatData;
        return protocol::fields(field("clientID", &T::clientId), field("consumerDataSet", &T::consumerDataSet),
                                field("heartbeatFingerprint", &T::heartbeatFingerprint),
                                field("producerDataSet", &T::producerDataSet), field("withoutSub", &T::withoutSub));
    }
};

/// A client that is connected to a broker. [Connection]
struct ClientConnection {
    QString clientAddr; ///< "host:port" as the broker sees it
    ClientId clientId;
    protocol::Language language = protocol::Language::Unknown;
    int version = 0;

    static constexpr auto jsonFields()
    {
        using T = ClientConnection;
        return protocol::fields(field("clientAddr", &T::clientAddr), field("clientId", &T::clientId),
                                field("language", &T::language), field("version", &T::version));
    }
};

struct ConsumerConnection {
    QList<ClientConnection> connectionSet;
    ConsumeFromWhere consumeFromWhere = ConsumeFromWhere::LastOffset;
    ConsumeType consumeType = ConsumeType::Passively;
    MessageModel messageModel = MessageModel::Clustering;
    QMap<TopicName, SubscriptionData> subscriptionTable;

    static constexpr auto jsonFields()
    {
        using T = ConsumerConnection;
        return protocol::fields(field("connectionSet", &T::connectionSet), field("consumeFromWhere", &T::consumeFromWhere),
                                field("consumeType", &T::consumeType), field("messageModel", &T::messageModel),
                                field("subscriptionTable", &T::subscriptionTable));
    }
};

struct ProducerConnection {
    QList<ClientConnection> connectionSet;

    static constexpr auto jsonFields() { return protocol::fields(field("connectionSet", &ProducerConnection::connectionSet)); }
};

/// [ProducerInfo]
struct ProducerInfo {
    ClientId clientId;
    protocol::Language language = protocol::Language::Unknown;
    qint64 lastUpdateTimestamp = 0; ///< ms
    QString remoteIP; ///< "/1.2.3.4:5678"
    int version = 0;

    static constexpr auto jsonFields()
    {
        using T = ProducerInfo;
        return protocol::fields(field("clientId", &T::clientId), field("language", &T::language),
                                field("lastUpdateTimestamp", &T::lastUpdateTimestamp), field("remoteIP", &T::remoteIP),
                                field("version", &T::version));
    }
};

struct ProducerTable {
    QMap<ProducerGroup, QList<ProducerInfo>> data;

    static constexpr auto jsonFields() { return protocol::fields(field("data", &ProducerTable::data)); }
};

/// Members that are no texts are left out.
struct ConsumerIds {
    QList<ClientId> consumerIdList;
};

/// [LockBatchRequestBody]
struct LockRequest {
    ClientId clientId;
    ConsumerGroup consumerGroup;
    QList<MessageQueue> mqSet;

    static constexpr auto jsonFields()
    {
        return protocol::fields(field("clientId", &LockRequest::clientId), field("consumerGroup", &LockRequest::consumerGroup),
                                field("mqSet", &LockRequest::mqSet));
    }
};

struct LockedQueues {
    QList<MessageQueue> lockOKMQSet; ///< those held by this client now, old ones included

    static constexpr auto jsonFields() { return protocol::fields(field("lockOKMQSet", &LockedQueues::lockOKMQSet)); }
};

/// [CheckClientRequestBody]
struct ClientConfigCheck {
    ClientId clientId;
    ConsumerGroup group;
    QString nameSpace;
    SubscriptionData subscriptionData;

    static constexpr auto jsonFields()
    {
        using T = ClientConfigCheck;
        return protocol::fields(field("clientId", &T::clientId), field("group", &T::group), field("namespace", &T::nameSpace),
                                field("subscriptionData", &T::subscriptionData));
    }
};

} // namespace rocketdesk::commands
