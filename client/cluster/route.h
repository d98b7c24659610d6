// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/target.h"
#include "client/commands/nameserver.h"

#include <memory>

namespace rocketdesk {

/// One queue of a topic.
struct QueueRef {
    BrokerName broker;
    QueueId id;

    friend bool operator==(const QueueRef &, const QueueRef &) = default;
    friend auto operator<=>(const QueueRef &, const QueueRef &) = default;
};

/// A topic's route, worked out for those who send and read. A value; shared, never changed.
struct Route {
    TopicName topic;
    commands::TopicRouteData data; ///< as the name server sent it
    std::vector<BrokerRef> brokers; ///< one process a broker name: the master, else the lowest replica
    std::vector<QueueRef> publish; ///< queues that may be sent to: brokers with a master and write permission
    std::vector<QueueRef> read; ///< queues that may be read
    bool ordered = false; ///< the name server keeps its queues in a fixed order (orderTopicConf)
    std::chrono::nanoseconds fetched{0}; ///< Clock::now()
    bool stale = false; ///< no name server answered since; it is the last one known

    [[nodiscard]] const BrokerRef *broker(const BrokerName &name) const;
};

using RoutePtr = std::shared_ptr<const Route>;

[[nodiscard]] RoutePtr makeRoute(TopicName topic, commands::TopicRouteData data, std::chrono::nanoseconds fetched);

/// Where to read from. [findBrokerAddressInSubscribe]
struct BrokerAddress {
    Endpoint endpoint;
    bool slave = false;
};
/// The broker of this id; for a replica that is gone the next id; unless `onlyThis`, any other.
[[nodiscard]] std::optional<BrokerAddress> findBroker(const QMap<BrokerId, QString> &addresses, BrokerId id, bool onlyThis);

/// The brokers that 106 names: one process a name, or all.
[[nodiscard]] std::vector<BrokerRef> brokersOf(const commands::ClusterInfo &info, bool everyProcess);

/// The address for admin reads of a broker: its master, else the lowest replica, else nothing.
[[nodiscard]] std::optional<std::pair<BrokerId, Endpoint>> selectBroker(const QMap<BrokerId, QString> &addresses);

} // namespace rocketdesk
