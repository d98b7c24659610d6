// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/topicsoverview.h"
#include "client/commands/groups.h"
#include "client/commands/statistics.h"

namespace rocketdesk {

/// A consumer group as one broker has it.
struct GroupOnBroker {
    BrokerRef broker;
    commands::SubscriptionGroupConfig config;
};

/// One consumer group of the cluster.
struct GroupRow {
    ConsumerGroup group;
    bool builtIn = false; ///< RocketMQ's own
    std::optional<qint64> lag; ///< messages not consumed yet, those to be retried among them; absent where it has no offsets
    double outTps = 0; ///< messages consumed a second, over the last minute
    qint64 lastConsumedMs = 0; ///< store time of the newest message consumed, epoch ms; 0 = none
    std::vector<GroupOnBroker> brokers; ///< by name
};

/// All consumer groups of the cluster.
struct GroupsOverview {
    std::vector<GroupRow> groups; ///< by name
    std::vector<BrokerFailure> failures; ///< their groups or numbers may be missing
    int brokersAsked = 0;
    std::chrono::nanoseconds cost{0};
    qint64 readMs = 0; ///< epoch ms, when it began
};

/// What one broker has.
struct BrokerGroups {
    BrokerRef broker;
    Result<QMap<ConsumerGroup, commands::SubscriptionGroupConfig>> groups; ///< 201
    Result<commands::ConsumeStatsList> stats; ///< 317
};

/// One row a group, of what each broker has.
[[nodiscard]] GroupsOverview mergeGroups(const std::vector<BrokerGroups> &brokers);

/// Messages that a group has not consumed of a queue; never below 0.
[[nodiscard]] qint64 lagOf(const commands::ConsumeOffset &queue);

/// Whom to ask for a group's clients.
struct GroupPlace {
    ConsumerGroup group;
    std::vector<BrokerRef> brokers;
};
[[nodiscard]] GroupPlace placeOf(const GroupRow &row);

} // namespace rocketdesk
