// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/routetable.h"

#include "client/cluster/cluster.h"
#include "client/cluster/routelimits.h"

#include <algorithm>
#include <unordered_set>

namespace rocketdesk {

RoutePtr RouteTable::cached(const TopicName &topic)
{
    const auto found = m_entries.find(topic);
    if (found == m_entries.end() || !found->second.route)
        return {};
    Entry &entry = found->second;
    const RoutePtr route = entry.route;
    entry.used = m_cluster.clock().now();
    if (std::max(route->fetched + m_freshFor, entry.retryAt) < entry.used && !entry.asking)
        (void)refresh(topic, {.origin = Origin::Routes});
    return route;
}

Pending<RoutePtr> RouteTable::find(TopicName topic, Ask how)
{
    if (RoutePtr route = cached(topic))
        return ready<RoutePtr>(std::move(route));
    return refresh(std::move(topic), how);
}

void RouteTable::refreshIfOlder(const TopicName &topic, milliseconds age)
{
    const auto found = m_entries.find(topic);
    const bool isYoung = found != m_entries.end() && found->second.route && m_cluster.clock().now() < found->second.route->fetched + age;
    if (!isYoung)
        (void)refresh(topic, {.origin = Origin::Routes});
}

Pending<RoutePtr> RouteTable::refresh(TopicName topic, Ask how)
{
    Entry &entry = m_entries[topic];
    auto pending = entry.waiting.emplace_back().pending();
    entry.used = m_cluster.clock().now();
    if (!std::exchange(entry.asking, true)) {
        whenDone(fetch(topic, how), &m_context, [this, topic](Result<RoutePtr> route) { finish(topic, route); });
    }
    return pending;
}

Pending<RoutePtr> RouteTable::fetch(TopicName topic, Ask how)
{
    auto asking = m_cluster.ask(commands::GetRouteInfoByTopic{.topic = topic}, Target::nameServer(), how);
    auto reply = co_await asking;
    if (!reply)
        co_return failed(reply.error());
    auto route = makeRoute(topic, std::move(reply->body), m_cluster.clock().now());
    if (std::max(route->publish.size(), route->read.size()) >= MostQueuesOfARoute)
        co_return failed(Error{.kind = Error::Kind::Malformed, .remark = QStringLiteral("the route of %1 names %2 queues or more").arg(topic.text()).arg(MostQueuesOfARoute), .operation = QStringLiteral("GET_ROUTEINFO_BY_TOPIC")});
    co_return route;
}

void RouteTable::finish(const TopicName &topic, const Result<RoutePtr> &route)
{
    Entry &entry = m_entries[topic];
    entry.asking = false;
    entry.retryAt = route ? std::chrono::nanoseconds(0) : m_cluster.clock().now() + RetryAfter;
    Result<RoutePtr> answer = route;
    bool changed = false;
    if (route) {
        changed = !entry.route || !(entry.route->data.brokerDatas == (*route)->data.brokerDatas);
        entry.route = *route;
        m_cluster.remember((*route)->brokers);
    } else if (entry.route && route.error().kind != Error::Kind::NoRoute) {
        auto old = std::make_shared<Route>(*entry.route);
        old->stale = true;
        entry.route = old;
        answer = RoutePtr(old);
    } else {
        entry.route.reset();
    }
    for (auto &waiting : std::exchange(entry.waiting, {}))
        waiting.finish(answer);
    forgetUnused();
    if (changed && m_changed)
        m_changed();
}

void RouteTable::forgetUnused()
{
    if (!m_cluster.clock().passed(m_nextLook))
        return;
    m_nextLook = m_cluster.clock().in(LookEvery);
    // a member whose routes are asked for less often still is heard by their brokers
    const auto before = m_cluster.clock().now() - std::max<std::chrono::nanoseconds>(KeptFor, 2 * m_freshFor);
    std::erase_if(m_entries, [before](const auto &held) { return !held.second.asking && held.second.used < before; });
}

std::vector<BrokerRef> RouteTable::brokers() const
{
    std::vector<BrokerRef> brokers;
    std::unordered_set<Endpoint> seen;
    for (const auto &[topic, entry] : m_entries) {
        if (!entry.route)
            continue;
        for (const auto &data : entry.route->data.brokerDatas) {
            for (auto address = data.brokerAddrs.cbegin(); address != data.brokerAddrs.cend(); ++address) {
                const auto endpoint = Endpoint::parse(address.value());
                if (endpoint && seen.insert(*endpoint).second)
                    brokers.push_back({.cluster = data.cluster, .name = data.brokerName, .id = address.key(), .address = *endpoint});
            }
        }
    }
    return brokers;
}

} // namespace rocketdesk
