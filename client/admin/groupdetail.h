// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/groupsoverview.h"
#include "client/cluster/route.h"
#include "client/commands/runninginfo.h"

#include <functional>

namespace rocketdesk {

/// One client of a consumer group.
struct GroupClient {
    ClientId id;
    QString address; ///< "host:port", as its broker sees it
    protocol::Language language = protocol::Language::Unknown;
    int version = 0; ///< versionName() has it in words
    std::vector<BrokerRef> brokers; ///< that see it
    std::optional<commands::ConsumerRunningInfo> running; ///< what it tells of itself; absent where it was not asked or does not answer
};

/// "5.3.0" for the number that a RocketMQ client sends of itself; the number where it is none of 4.0 or later. [MQVersion]
[[nodiscard]] QString versionName(int version);

/// The clients of a consumer group, and what their last heartbeat wants.
struct GroupClients {
    ConsumerGroup group;
    std::vector<GroupClient> clients; ///< by id
    std::optional<commands::ConsumeType> type; ///< absent where nobody is online, like the next two
    std::optional<commands::MessageModel> model;
    std::optional<commands::ConsumeFromWhere> from;
    QMap<TopicName, protocol::SubscriptionData> subscriptions;
    std::vector<BrokerFailure> failures;
};

using ConnectionAnswer = BrokerAnswer<commands::ConsumerConnection>;
/// One client each, of what the brokers see. A broker that sees nobody (206) is no failure.
[[nodiscard]] GroupClients mergeClients(const ConsumerGroup &group, const std::vector<ConnectionAnswer> &answers);

/// Called once per group, as its clients are known; `done` of `all`.
using GroupClientsSeen = std::function<void(const GroupClients &, int done, int all)>;

/// Clients of one group that subscribe a topic differently: some messages reach nobody.
struct Disagreement {
    TopicName topic;
    QMap<QString, std::vector<ClientId>> expressions; ///< who wants what; null = not subscribed at all
};
/// Of the clients that told of themselves; the order of tags does not matter.
[[nodiscard]] std::vector<Disagreement> disagreementsOf(const std::vector<GroupClient> &clients);

/// How far a group is in one queue.
struct QueueProgress {
    TopicName topic;
    QueueRef queue;
    QueueOffset consumerOffset; ///< 0 also where it has none
    QueueOffset maxOffset; ///< of the next message
    qint64 lastTimestampMs = 0; ///< store time of the last message consumed, epoch ms; 0 = none
    ClientId owner; ///< empty = nobody, or not known

    [[nodiscard]] qint64 lag() const { return std::max<qint64>(0, maxOffset.value() - consumerOffset.value()); }
};

/// What is asked of a group.
struct GroupWish {
    ConsumerGroup group;
    std::optional<TopicName> topic; ///< its offsets of this topic only
    bool whole = true; ///< with its settings and rates; else clients and offsets only
};

/// All that the console tells of one group.
struct GroupDetail {
    ConsumerGroup group;
    std::vector<GroupOnBroker> brokers; ///< that have it
    GroupClients clients;
    std::vector<Disagreement> disagreements;
    std::vector<QueueProgress> queues; ///< by topic, broker, id; those of its retry topic too
    double outTps = 0; ///< messages consumed a second
    std::optional<double> inTps; ///< messages a second that come into its topics; absent where that was not asked or is not told
    std::vector<BrokerFailure> failures; ///< of any part, once a broker
    std::chrono::nanoseconds cost{0};
    qint64 readMs = 0; ///< epoch ms, when it began

    [[nodiscard]] qint64 lag() const;
};

} // namespace rocketdesk
