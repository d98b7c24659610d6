// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"
#include "client/commands/routedata.h"
#include "client/commands/topicconfig.h"

#include <map>

namespace rocketdesk::sandbox {

/// What a name server knows: brokers, and topics as brokers registered them. A topic stays until it is removed here.
class Routes final
{
public:
    /// Whether a broker's lowest replica stands in routes as its master, for reading alone, while that one is gone.
    void setActingMasters(bool on) { m_actingMasters = on; }
    [[nodiscard]] bool actingMasters() const { return m_actingMasters; }
    /// A process of a broker: 0 is its master.
    void addProcess(const ClusterName &cluster, const BrokerName &broker, BrokerId id, const Endpoint &at);
    /// It is gone at once, as when its connection ends; a broker without processes is in no route.
    void removeProcess(const BrokerName &broker, BrokerId id);
    void registerTopic(const BrokerName &broker, const commands::TopicConfig &config);
    void removeTopic(const TopicName &topic) { m_topics.erase(topic); }

    [[nodiscard]] bool contains(const TopicName &topic) const { return m_topics.contains(topic); }
    [[nodiscard]] commands::TopicRouteData route(const TopicName &topic) const;
    [[nodiscard]] commands::ClusterInfo cluster() const;
    [[nodiscard]] QList<TopicName> topics() const;
    [[nodiscard]] QList<TopicName> topicsOf(const ClusterName &cluster) const;
    [[nodiscard]] const QList<commands::BrokerData> &brokers() const { return m_brokers; }

private:
    [[nodiscard]] commands::BrokerData *find(const BrokerName &broker);

    bool m_actingMasters = false;
    QList<commands::BrokerData> m_brokers;
    std::map<TopicName, QMap<BrokerName, commands::QueueData>> m_topics;
};

} // namespace rocketdesk::sandbox
