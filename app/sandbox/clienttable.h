// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/session.h"
#include "client/commands/clientdata.h"

#include <map>

namespace rocketdesk::sandbox {

/// A program as a broker sees it. One without a session is there in appearance only, and never goes.
struct Member {
    QPointer<Session> session;
    QString address; ///< "host:port"
    protocol::Language language = protocol::Language::Java;
    int version = 0;
    qint64 seenAt = 0; ///< last heartbeat, ms
    bool lasting = false; ///< of the demo data
};

/// The consumers of a group, and what their last heartbeat wants.
struct ConsumerSet {
    commands::ConsumerData data;
    std::map<ClientId, Member> members;

    [[nodiscard]] const commands::SubscriptionData *subscription(const TopicName &topic) const;
};

/// The producers and consumers that are connected to one broker. Tells a group's members (40) when one comes or goes.
class ClientTable final
{
public:
    void beat(const commands::HeartbeatData &data, const Member &member);
    void removeProducer(const ClientId &client, const ProducerGroup &group);
    void removeConsumer(const ClientId &client, const ConsumerGroup &group);
    void removeSession(const Session *session);
    /// Those that have not said anything for 120 s.
    void removeSilent(qint64 nowMs);

    [[nodiscard]] const ConsumerSet *consumers(const ConsumerGroup &group) const;
    [[nodiscard]] const std::map<ClientId, Member> *producers(const ProducerGroup &group) const;
    /// The connection of a client; null where it is not there.
    [[nodiscard]] Session *consumer(const ConsumerGroup &group, const ClientId &client) const;
    [[nodiscard]] Session *producer(const ClientId &client) const; ///< in any group
    /// What the group wanted of the topic when it was there last.
    [[nodiscard]] std::optional<commands::SubscriptionData> subscription(const ConsumerGroup &group, const TopicName &topic) const;
    [[nodiscard]] const std::map<ConsumerGroup, ConsumerSet> &allConsumers() const { return m_consumers; }
    [[nodiscard]] const std::map<ProducerGroup, std::map<ClientId, Member>> &allProducers() const { return m_producers; }

private:
    template <typename Gone>
    void removeIf(Gone gone);
    static void notify(const ConsumerGroup &group, const ConsumerSet &set);

    std::map<ConsumerGroup, ConsumerSet> m_consumers;
    std::map<ProducerGroup, std::map<ClientId, Member>> m_producers;
    std::map<ConsumerGroup, QList<commands::SubscriptionData>> m_lastSubscriptions;
};

} // namespace rocketdesk::sandbox
