// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/routes.h"

namespace rocketdesk::sandbox {

namespace {

constexpr int mayWrite = 2;

/// [RouteInfoManager.pickupTopicRouteData]
void letReplicaAct(commands::BrokerData &broker, commands::QueueData &queues)
{
    const QString lowest = broker.brokerAddrs.take(broker.brokerAddrs.firstKey());
    broker.brokerAddrs.insert(BrokerId(0), lowest);
    queues.perm &= ~mayWrite;
}

} // namespace

commands::BrokerData *Routes::find(const BrokerName &broker)
{
    const auto found = std::find_if(m_brokers.begin(), m_brokers.end(), [&broker](const auto &one) { return one.brokerName == broker; });
    return found == m_brokers.end() ? nullptr : &*found;
}

void Routes::addProcess(const ClusterName &cluster, const BrokerName &broker, BrokerId id, const Endpoint &at)
{
    commands::BrokerData *data = find(broker);
    if (!data) {
        data = &m_brokers.emplaceBack();
        data->brokerName = broker;
        data->cluster = cluster;
        data->enableActingMaster = m_actingMasters;
    }
    data->brokerAddrs.insert(id, at.toString());
}

void Routes::removeProcess(const BrokerName &broker, BrokerId id)
{
    commands::BrokerData *const data = find(broker);
    if (!data)
        return;
    data->brokerAddrs.remove(id);
    m_brokers.removeIf([](const commands::BrokerData &one) { return one.brokerAddrs.isEmpty(); });
}

void Routes::registerTopic(const BrokerName &broker, const commands::TopicConfig &config)
{
    commands::QueueData queues;
    queues.brokerName = broker;
    queues.perm = config.perm;
    queues.readQueueNums = config.readQueueNums;
    queues.topicSysFlag = config.topicSysFlag;
    queues.writeQueueNums = config.writeQueueNums;
    m_topics[config.topicName].insert(broker, queues);
}

commands::TopicRouteData Routes::route(const TopicName &topic) const
{
    commands::TopicRouteData route;
    const auto found = m_topics.find(topic);
    if (found == m_topics.end())
        return route;
    for (const commands::BrokerData &broker : m_brokers) {
        if (!found->second.contains(broker.brokerName))
            continue;
        route.brokerDatas << broker;
        route.queueDatas << found->second.value(broker.brokerName);
        if (m_actingMasters && !broker.brokerAddrs.contains(BrokerId(0)))
            letReplicaAct(route.brokerDatas.last(), route.queueDatas.last());
    }
    return route;
}

commands::ClusterInfo Routes::cluster() const
{
    commands::ClusterInfo info;
    for (const commands::BrokerData &broker : m_brokers) {
        info.brokerAddrTable.insert(broker.brokerName, broker);
        info.clusterAddrTable[broker.cluster] << broker.brokerName;
    }
    return info;
}

QList<TopicName> Routes::topics() const
{
    QList<TopicName> all;
    for (const auto &[topic, brokers] : m_topics)
        all << topic;
    return all;
}

QList<TopicName> Routes::topicsOf(const ClusterName &cluster) const
{
    const bool known = std::any_of(m_brokers.cbegin(), m_brokers.cend(), [&cluster](const auto &broker) { return broker.cluster == cluster; });
    return known ? topics() : QList<TopicName>(); // there is one cluster
}

} // namespace rocketdesk::sandbox
