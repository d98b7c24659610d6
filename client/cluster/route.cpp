// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/route.h"

#include "client/cluster/routelimits.h"

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr int MayRead = 4;
constexpr int MayWrite = 2;

/// Queues 0, 1, ... of a broker, as far as the route has room for them.
void addQueues(std::vector<QueueRef> &to, const BrokerName &broker, int count)
{
    for (int id = 0; id < count && to.size() < MostQueuesOfARoute; ++id)
        to.push_back({broker, QueueId(id)});
}

/// "brokerA:4;brokerB:2"
std::vector<QueueRef> orderedQueues(const QString &configuration)
{
    std::vector<QueueRef> queues;
    for (const QString &broker : configuration.split(u';', Qt::SkipEmptyParts))
        addQueues(queues, BrokerName(broker.section(u':', 0, 0)), broker.section(u':', 1).toInt());
    return queues;
}

} // namespace

std::optional<std::pair<BrokerId, Endpoint>> selectBroker(const QMap<BrokerId, QString> &addresses)
{
    for (auto entry = addresses.cbegin(); entry != addresses.cend(); ++entry) { // ordered: the master is 0
        if (const auto endpoint = Endpoint::parse(entry.value()))
            return std::pair(entry.key(), *endpoint);
    }
    return std::nullopt;
}

std::vector<BrokerRef> brokersOf(const commands::ClusterInfo &info, bool everyProcess)
{
    std::vector<BrokerRef> brokers;
    for (const commands::BrokerData &data : info.brokerAddrTable) {
        for (auto entry = data.brokerAddrs.cbegin(); entry != data.brokerAddrs.cend(); ++entry) {
            const auto address = Endpoint::parse(entry.value());
            if (!address)
                continue;
            brokers.push_back({.cluster = data.cluster, .name = data.brokerName, .id = entry.key(), .address = *address});
            if (!everyProcess)
                break;
        }
    }
    return brokers;
}

std::optional<BrokerAddress> findBroker(const QMap<BrokerId, QString> &addresses, BrokerId id, bool onlyThis)
{
    const auto at = [&](BrokerId wanted) -> std::optional<BrokerAddress> {
        const auto endpoint = Endpoint::parse(addresses.value(wanted));
        return endpoint ? std::optional(BrokerAddress{*endpoint, wanted.value() != 0}) : std::nullopt;
    };
    if (const auto found = at(id))
        return found;
    if (id.value() != 0) {
        if (const auto next = at(BrokerId(id.value() + 1)))
            return next;
    }
    if (onlyThis)
        return std::nullopt;
    const auto any = selectBroker(addresses);
    return any ? std::optional(BrokerAddress{any->second, any->first.value() != 0}) : std::nullopt;
}

const BrokerRef *Route::broker(const BrokerName &name) const
{
    const auto found = std::find_if(brokers.cbegin(), brokers.cend(), [&](const BrokerRef &broker) { return broker.name == name; });
    return found == brokers.cend() ? nullptr : &*found;
}

RoutePtr makeRoute(TopicName topic, commands::TopicRouteData data, std::chrono::nanoseconds fetched)
{
    auto route = std::make_shared<Route>();
    route->topic = std::move(topic);
    route->fetched = fetched;
    for (const auto &broker : data.brokerDatas) {
        if (const auto chosen = selectBroker(broker.brokerAddrs))
            route->brokers.push_back({.cluster = broker.cluster, .name = broker.brokerName, .id = chosen->first, .address = chosen->second});
    }
    for (const auto &queues : data.queueDatas) {
        const BrokerRef *broker = route->broker(queues.brokerName);
        if (!broker)
            continue;
        if ((queues.perm & MayWrite) && broker->id.value() == 0)
            addQueues(route->publish, queues.brokerName, queues.writeQueueNums);
        if (queues.perm & MayRead)
            addQueues(route->read, queues.brokerName, queues.readQueueNums);
    }
    if (!data.orderTopicConf.isEmpty()) {
        route->ordered = true;
        route->publish = orderedQueues(data.orderTopicConf);
    }
    std::sort(route->publish.begin(), route->publish.end());
    std::sort(route->read.begin(), route->read.end());
    route->data = std::move(data);
    return route;
}

} // namespace rocketdesk
