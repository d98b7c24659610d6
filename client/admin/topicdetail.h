// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/topicsoverview.h"
#include "client/commands/topics.h"

#include <functional>

namespace rocketdesk {

/// A topic's configuration at one broker; nothing where the broker does not have the topic.
using TopicConfigAnswer = BrokerAnswer<std::optional<commands::TopicConfig>>;

/// What one name server says of the topic's route.
struct RouteAnswer {
    Endpoint nameServer;
    Result<commands::TopicRouteData> route;
};

/// One queue of a topic.
struct QueueStatus {
    BrokerName broker;
    QueueId id;
    QueueOffset min;
    QueueOffset max; ///< of the next message
    qint64 lastWriteMs = 0; ///< epoch ms; 0 = never written, or all of it is gone

    [[nodiscard]] qint64 messages() const { return max.value() - min.value(); }
};

/// One line of the comparison of configurations: a setting and its value at each broker.
struct ConfigRow {
    QString key; ///< as the protocol spells it: "readQueueNums", "message.type"
    QStringList values; ///< one a broker, in the order asked; null where that broker does not have the topic or the setting
    bool differs = false;
};

/// All that the console tells of one topic.
struct TopicDetail {
    TopicName topic;
    std::vector<RouteAnswer> routes; ///< one a name server, in the profile's order
    std::vector<BrokerRef> brokers; ///< of the route: one process a name
    std::vector<QueueStatus> queues; ///< by broker, id
    std::vector<TopicConfigAnswer> configs;
    std::vector<ConsumerGroup> groups; ///< that consume it, online or with offsets, by name
    std::vector<BrokerFailure> failures; ///< of any part: which broker's answer is missing, and why
    std::optional<double> inTps; ///< messages a second over the last minute; absent where no broker tells (before 5.0)
    std::chrono::nanoseconds cost{0};
    qint64 readMs = 0; ///< epoch ms, when it began
    bool complete = false; ///< false while parts are still asked for

    /// The first route that a name server told.
    [[nodiscard]] const commands::TopicRouteData *route() const;
};

using TopicDetailSeen = std::function<void(const TopicDetail &)>;

/// What a name server says differently from the first that answered.
struct RouteDifference {
    Endpoint nameServer;
    std::vector<BrokerName> missing; ///< brokers that only others name
    std::vector<BrokerName> additional; ///< brokers that only it names
    std::vector<BrokerName> other; ///< named by both with other addresses, queues or permission
    bool unknown = false; ///< it does not know the topic at all

    [[nodiscard]] bool isEmpty() const { return missing.empty() && additional.empty() && other.empty() && !unknown; }
};

/// Compares the answers; empty where all that answered agree. Who did not answer is no difference.
[[nodiscard]] std::vector<RouteDifference> compareRoutes(const std::vector<RouteAnswer> &routes);

/// Every setting with its value at each broker that answered.
[[nodiscard]] std::vector<ConfigRow> compareConfigs(const std::vector<TopicConfigAnswer> &configs);

/// The settings of one configuration by name, attributes among them.
[[nodiscard]] QMap<QString, QString> settingsOf(const commands::TopicConfig &config);

/// How evenly messages lie in the queues.
struct Skew {
    qint64 messages = 0; ///< of all queues
    double average = 0; ///< of a queue
    std::vector<std::size_t> low; ///< indexes of queues with at most half the median
    std::vector<std::size_t> high; ///< indexes of queues with at least twice the median
};
/// Nothing is uneven below 100 messages a queue: there chance decides.
[[nodiscard]] Skew skewOf(const std::vector<QueueStatus> &queues);

} // namespace rocketdesk
