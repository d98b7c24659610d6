// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/clienttable.h"

#include "client/commands/pushes.h"

#include <algorithm>

namespace rocketdesk::sandbox {

namespace {

constexpr qint64 silentMs = 120'000; ///< CHANNEL_EXPIRED_TIMEOUT

const commands::SubscriptionData *subscriptionOf(const QList<commands::SubscriptionData> &all, const TopicName &topic)
{
    const auto found = std::find_if(all.cbegin(), all.cend(), [&topic](const auto &one) { return one.topic == topic; });
    return found == all.cend() ? nullptr : &*found;
}

} // namespace

const commands::SubscriptionData *ConsumerSet::subscription(const TopicName &topic) const
{
    return subscriptionOf(data.subscriptionDataSet, topic);
}

void ClientTable::beat(const commands::HeartbeatData &data, const Member &member)
{
    for (const commands::ProducerData &producer : data.producerDataSet)
        m_producers[producer.groupName].insert_or_assign(data.clientId, member);
    for (const commands::ConsumerData &consumer : data.consumerDataSet) {
        ConsumerSet &set = m_consumers[consumer.groupName];
        set.data = consumer;
        m_lastSubscriptions.insert_or_assign(consumer.groupName, consumer.subscriptionDataSet);
        if (set.members.insert_or_assign(data.clientId, member).second)
            notify(consumer.groupName, set);
    }
}

void ClientTable::removeProducer(const ClientId &client, const ProducerGroup &group)
{
    const auto producers = m_producers.find(group);
    if (producers != m_producers.end() && producers->second.erase(client) > 0 && producers->second.empty())
        m_producers.erase(producers);
}

void ClientTable::removeConsumer(const ClientId &client, const ConsumerGroup &group)
{
    const auto set = m_consumers.find(group);
    if (set == m_consumers.end() || set->second.members.erase(client) == 0)
        return;
    notify(group, set->second);
    if (set->second.members.empty())
        m_consumers.erase(set);
}

template <typename Gone>
void ClientTable::removeIf(Gone gone)
{
    const auto isGone = [&gone](const auto &entry) { return gone(entry.second); };
    for (auto &[group, producers] : m_producers)
        std::erase_if(producers, isGone);
    std::erase_if(m_producers, [](const auto &entry) { return entry.second.empty(); });
    for (auto &[group, set] : m_consumers) {
        if (std::erase_if(set.members, isGone) > 0)
            notify(group, set);
    }
    std::erase_if(m_consumers, [](const auto &entry) { return entry.second.members.empty(); });
}

void ClientTable::removeSession(const Session *session)
{
    removeIf([session](const Member &member) { return member.session == session && !member.lasting; });
}

void ClientTable::removeSilent(qint64 nowMs)
{
    removeIf([nowMs](const Member &member) { return !member.lasting && nowMs - member.seenAt > silentMs; });
}

const ConsumerSet *ClientTable::consumers(const ConsumerGroup &group) const
{
    const auto found = m_consumers.find(group);
    return found == m_consumers.end() ? nullptr : &found->second;
}

const std::map<ClientId, Member> *ClientTable::producers(const ProducerGroup &group) const
{
    const auto found = m_producers.find(group);
    return found == m_producers.end() ? nullptr : &found->second;
}

Session *ClientTable::consumer(const ConsumerGroup &group, const ClientId &client) const
{
    const ConsumerSet *const set = consumers(group);
    if (!set)
        return nullptr;
    const auto member = set->members.find(client);
    return member == set->members.end() ? nullptr : member->second.session.data();
}

Session *ClientTable::producer(const ClientId &client) const
{
    for (const auto &[group, members] : m_producers) {
        const auto member = members.find(client);
        if (member != members.end() && member->second.session)
            return member->second.session;
    }
    return nullptr;
}

std::optional<commands::SubscriptionData> ClientTable::subscription(const ConsumerGroup &group, const TopicName &topic) const
{
    const auto all = m_lastSubscriptions.find(group);
    const auto *const found = all == m_lastSubscriptions.end() ? nullptr : subscriptionOf(all->second, topic);
    return found ? std::optional(*found) : std::nullopt;
}

void ClientTable::notify(const ConsumerGroup &group, const ConsumerSet &set)
{
    commands::NotifyConsumerIdsChanged changed;
    changed.consumerGroup = group;
    for (const auto &[client, member] : set.members) {
        if (member.session)
            member.session->push(changed);
    }
}

} // namespace rocketdesk::sandbox
