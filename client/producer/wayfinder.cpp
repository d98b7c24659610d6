// SPDX-License-Identifier: Apache-2.0
#include "client/producer/wayfinder.h"

#include "client/commands/offsets.h"
#include "client/producer/sendrules.h"
#include "client/protocol/selectorhash.h"

namespace rocketdesk {

namespace {

Failure noQueue(const TopicName &topic, const std::optional<QueueRef> &wanted)
{
    if (wanted)
        return failed(Error::Kind::NoRoute, QStringLiteral("the topic %1 has no queue %2 on %3 that may be written").arg(topic.text()).arg(wanted->id.value()).arg(wanted->broker.text()));
    return failed(Error::Kind::NoRoute, QStringLiteral("no queue of the topic %1 may be written").arg(topic.text()));
}

} // namespace

WayFinder::WayFinder(Cluster &cluster, Options options)
    : m_cluster(cluster)
    , m_options(options)
    , m_random(QRandomGenerator::securelySeeded())
    , m_picker([this] { return m_random.generate(); })
{
}

std::optional<WayFinder::Way> WayFinder::atOnce(const TopicName &topic, const SendOptions &options, const BrokerName &avoid)
{
    const RoutePtr route = m_cluster.routes().cached(topic);
    return route && !options.deliverAt ? choose(*route, options, avoid) : std::nullopt;
}

Pending<WayFinder::Way> WayFinder::find(TopicName topic, SendOptions options, BrokerName avoid, Deadline until)
{
    auto looking = lookFor(topic, options, avoid, until);
    auto way = co_await looking;
    if (!way || !options.deliverAt)
        co_return way;
    auto asking = requireTimers(way->broker, topic, until);
    const auto able = co_await asking;
    if (!able)
        co_return failed(able.error());
    co_return way;
}

Pending<WayFinder::Way> WayFinder::lookFor(TopicName topic, SendOptions options, BrokerName avoid, Deadline until)
{
    if (const RoutePtr known = m_cluster.routes().cached(topic)) {
        if (auto way = choose(*known, options, avoid))
            co_return *way;
    }
    auto looking = m_cluster.routes().refresh(topic, askFor(until));
    const auto route = co_await looking;
    if (route) {
        if (auto way = choose(**route, options, avoid))
            co_return *way;
        co_return noQueue(topic, options.queue);
    }
    if (route.error().kind != Error::Kind::NoRoute || !options.createTopic)
        co_return failed(route.error());
    auto borrowing = routeOfTemplate(topic, askFor(until));
    const auto borrowed = co_await borrowing;
    if (!borrowed) // why the topic cannot be sent to, not what is wrong with the template
        co_return failed(borrowed.error().kind == Error::Kind::NoRoute ? route.error() : borrowed.error());
    auto way = choose(**borrowed, options, avoid);
    if (!way)
        co_return noQueue(topic, options.queue);
    way->creates = true;
    co_return *way;
}

Pending<RoutePtr> WayFinder::routeOfTemplate(TopicName topic, Ask how)
{
    const commands::SendHeader defaults;
    auto looking = m_cluster.routes().find(defaults.defaultTopic, how);
    const auto route = co_await looking;
    if (!route)
        co_return failed(route.error());
    commands::TopicRouteData data = (*route)->data;
    for (auto &queues : data.queueDatas) {
        const int count = std::min(m_options.queuesOfNewTopics, queues.readQueueNums);
        queues.readQueueNums = count;
        queues.writeQueueNums = count;
    }
    co_return makeRoute(topic, std::move(data), (*route)->fetched);
}

std::optional<WayFinder::Way> WayFinder::choose(const Route &route, const SendOptions &options, const BrokerName &avoid)
{
    const QueueRef *const queue = route.publish.empty() ? nullptr : queueOf(route, options, avoid);
    const BrokerRef *const broker = queue ? route.broker(queue->broker) : nullptr;
    return broker ? std::optional(Way{.broker = *broker, .queue = queue->id}) : std::nullopt;
}

const QueueRef *WayFinder::queueOf(const Route &route, const SendOptions &options, const BrokerName &avoid)
{
    const auto &queues = route.publish;
    if (options.queue) {
        const auto found = std::find(queues.cbegin(), queues.cend(), *options.queue);
        return found == queues.cend() ? nullptr : &*found;
    }
    if (options.selector)
        return &queues[options.selector(queues, {}) % queues.size()];
    if (!options.shardingKey.isEmpty())
        return &queues[static_cast<std::size_t>(protocol::queueIndexByJavaHash(options.shardingKey, static_cast<int>(queues.size())))];
    if (options.routing != Routing::RoundRobin)
        return &anyQueue(queues, avoid);
    return m_options.avoidsSlowBrokers ? m_picker.pick(route, avoid, m_faults, m_cluster.clock().now()) : m_picker.pick(route, avoid);
}

const QueueRef &WayFinder::anyQueue(const std::vector<QueueRef> &queues, const BrokerName &avoid)
{
    const auto first = static_cast<std::size_t>(m_random.bounded(static_cast<quint32>(queues.size())));
    for (std::size_t i = 0; i < queues.size(); ++i) {
        const QueueRef &queue = queues[(first + i) % queues.size()];
        if (queue.broker != avoid)
            return queue;
    }
    return queues[first];
}

Pending<void> WayFinder::requireTimers(BrokerRef broker, TopicName topic, Deadline until)
{
    const auto version = [this, broker] {
        const Connection *const connection = m_cluster.remoting().connectionTo(broker.address);
        return connection ? connection->serverVersion() : 0;
    };
    if (version() == 0) { // any question does: every answer names the version
        auto asking = m_cluster.remoting().ask(broker.address, commands::GetMaxOffset{.topic = topic}, until, Origin::Send);
        const auto answer = co_await asking;
        if (version() == 0)
            co_return failed(answer ? Error{.kind = Error::Kind::Unsupported} : answer.error());
    }
    if (version() < firstVersionWithTimers)
        co_return failed(Error::Kind::Unsupported, QStringLiteral("delivery times need RocketMQ 5.0: this broker would deliver at once"), broker.label());
    co_return {};
}

Ask WayFinder::askFor(Deadline until) const
{
    return {.limit = std::max(m_cluster.clock().left(until), milliseconds(1)), .origin = Origin::Routes};
}

} // namespace rocketdesk
