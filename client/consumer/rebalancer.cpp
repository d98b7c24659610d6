// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/rebalancer.h"

#include "client/base/logcategories.h"
#include "client/commands/connections.h"

#include <QRandomGenerator>

namespace rocketdesk {

namespace {

constexpr milliseconds WithoutRoute{5'000};

} // namespace

Rebalancer::Rebalancer(ConsumerParts &parts, RebalanceHost &host, TopicName topic)
    : m_parts(parts)
    , m_host(host)
    , m_topic(std::move(topic))
    , m_allocate(parts.settings.allocation(m_topic))
{
    (void)run();
}

void Rebalancer::wake()
{
    m_woken = true;
    m_resting.cancel();
}

Pending<void> Rebalancer::run()
{
    while (true) {
        const Deadline next = m_parts.clock().in(Apart);
        m_woken = false;
        auto balancing = balance();
        const auto holds = co_await balancing;
        if (!m_woken) {
            auto resting = m_parts.clock().after(holds.value_or(Apart));
            m_resting = resting.call();
            (void)co_await resting;
        }
        if (m_parts.clock().passed(next))
            continue;
        auto spacing = m_parts.clock().at(next);
        (void)co_await spacing;
    }
}

Pending<milliseconds> Rebalancer::balance()
{
    auto finding = m_parts.cluster.routes().find(m_topic, AsConsumer);
    const auto route = co_await finding;
    if (!route) {
        m_host.cannotShare(m_topic, route.error());
        co_return route.error().kind == Error::Kind::NoRoute ? WithoutRoute : Apart;
    }
    if (m_parts.settings.isBroadcasting()) {
        m_host.shared(m_topic, (*route)->read);
        co_return milliseconds(Every);
    }
    auto asking = members(*route);
    const auto clients = co_await asking;
    if (!clients) {
        m_host.cannotShare(m_topic, clients.error());
        co_return Apart;
    }
    if (!clients->contains(m_parts.clientId.text())) {
        m_host.notListed();
        co_return Apart;
    }
    m_host.shared(m_topic, m_allocate(m_parts.clientId.text(), (*route)->read, *clients));
    co_return milliseconds(Every);
}

Pending<QStringList> Rebalancer::members(RoutePtr route)
{
    const std::size_t count = route->brokers.size();
    const auto first = static_cast<std::size_t>(QRandomGenerator::global()->bounded(static_cast<int>(std::max<std::size_t>(count, 1))));
    Error last{.kind = Error::Kind::NoRoute, .remark = QStringLiteral("no broker of %1 is known").arg(m_topic.text())};
    for (std::size_t i = 0; i < count; ++i) {
        const BrokerRef &broker = route->brokers[(first + i) % count];
        auto asking = m_parts.cluster.ask(commands::GetConsumerListByGroup{m_parts.settings.group}, Target::at(broker.address), AsConsumer);
        const auto reply = co_await asking;
        if (!reply) {
            last = reply.error();
            continue;
        }
        QStringList clients;
        for (const ClientId &client : reply->body.consumerIdList)
            clients.append(client.text());
        const bool changed = std::exchange(m_members, clients) != clients;
        if (changed && m_parts.settings.options.allocateStrategy == QLatin1StringView("CONSISTENT_HASH"))
            (void)warnOfOtherHashes(broker.address);
        co_return clients;
    }
    co_return failed(last);
}

Pending<void> Rebalancer::warnOfOtherHashes(Endpoint broker)
{
    auto asking = m_parts.cluster.ask(commands::GetConsumerConnectionList{m_parts.settings.group}, Target::at(broker), AsConsumer);
    const auto reply = co_await asking;
    if (!reply)
        co_return {};
    for (const commands::ClientConnection &member : reply->body.connectionSet) {
        if (member.language == protocol::Language::Go)
            qCWarning(logConsumer, "%s shares queues by another hash: it must not be in one group with CONSISTENT_HASH", qUtf8Printable(member.clientId.text()));
    }
    co_return {};
}

} // namespace rocketdesk
