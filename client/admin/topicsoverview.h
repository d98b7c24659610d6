// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/target.h"
#include "client/commands/topicconfig.h"

namespace rocketdesk {

/// What a topic is for: by its attribute message.type, or by its name.
enum class TopicType {
    Unspecified, ///< the broker does not tell types (before 5.0), or no broker told of the topic
    Normal,
    Fifo,
    Delay,
    Transaction,
    Mixed,
    Priority,
    Lite,
    Retry,
    DeadLetter,
    System, ///< RocketMQ's own
};

/// "NORMAL", "FIFO" ... as the attribute spells it; "RETRY", "DLQ", "SYSTEM".
[[nodiscard]] QString topicTypeName(TopicType type);

/// "RW", "R", "W", or "-" where neither is allowed.
[[nodiscard]] QString permissionName(int perm);

/// A broker that was asked and did not answer.
struct BrokerFailure {
    BrokerRef broker;
    Error error;
};

/// Adds a failure unless the broker has one already.
void noteFailure(std::vector<BrokerFailure> &failures, const BrokerRef &broker, Error error);

/// A topic as one broker has it.
struct TopicOnBroker {
    BrokerRef broker;
    commands::TopicConfig config;
};

/// One topic of the cluster.
struct TopicRow {
    TopicName name;
    TopicType type = TopicType::Unspecified;
    int readQueues = 0; ///< of all brokers together
    int writeQueues = 0;
    int perm = 0; ///< of the first broker
    bool order = false; ///< on any broker
    bool differs = false; ///< its brokers do not have the same configuration
    std::vector<TopicOnBroker> brokers; ///< by name; empty where only the name server knows the topic
};

/// All topics of the cluster.
struct TopicsOverview {
    std::vector<TopicRow> topics; ///< by name
    std::vector<BrokerFailure> failures; ///< their topics may be missing, or known by name only
    std::optional<Error> namesFailed; ///< why the name server did not list its topics
    int brokersAsked = 0;
    std::chrono::nanoseconds cost{0};
    qint64 readMs = 0; ///< epoch ms, when it began
};

/// What one broker has.
struct BrokerTopics {
    BrokerRef broker;
    Result<QMap<TopicName, commands::TopicConfig>> topics;
};

/// One row a topic, of the names that a name server lists and what each broker has.
[[nodiscard]] TopicsOverview mergeTopics(const QList<TopicName> &names, const std::vector<BrokerTopics> &brokers);

/// Whether two brokers' configurations of a topic mean the same.
[[nodiscard]] bool sameConfig(const commands::TopicConfig &a, const commands::TopicConfig &b);

/// The type of a topic by its name alone: retry, dead letter, system; else Unspecified. `brokers` are all of the cluster:
/// each cluster and each broker has topics of its name.
[[nodiscard]] TopicType typeByName(const TopicName &topic, const std::vector<BrokerRef> &brokers);

} // namespace rocketdesk
