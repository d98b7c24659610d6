// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/consumerparts.h"

namespace rocketdesk {

/// What a rebalancer tells its consumer.
class RebalanceHost
{
public:
    /// The queues of the topic that are this consumer's now.
    virtual void shared(const TopicName &topic, const std::vector<QueueRef> &mine) = 0;
    /// A broker's list of the group leaves this client out: it has not heard of it.
    virtual void notListed() = 0;
    /// Nobody knows the topic, or could be asked; it is tried again.
    virtual void cannotShare(const TopicName &topic, const Error &error) = 0;

protected:
    ~RebalanceHost() = default;
};

/// Finds this client's share of one topic's queues: at its start, every 20 s, and when somebody wakes it, at least 1 s apart. A
/// slow broker holds up its own topics only. [RebalanceImpl]
class Rebalancer final
{
public:
    static constexpr std::chrono::seconds Every{20};
    static constexpr milliseconds Apart{1'000};

    Rebalancer(ConsumerParts &parts, RebalanceHost &host, TopicName topic);
    Q_DISABLE_COPY_MOVE(Rebalancer)

    /// Somebody came or went.
    void wake();

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Pending<void> run();
    /// How long the share holds.
    [[nodiscard]] Pending<milliseconds> balance();
    [[nodiscard]] Pending<QStringList> members(RoutePtr route);
    /// The Go client hashes otherwise: beside it queues are read twice, or by nobody.
    Pending<void> warnOfOtherHashes(Endpoint broker);

    ConsumerParts &m_parts;
    RebalanceHost &m_host;
    const TopicName m_topic;
    const Allocate m_allocate;
    QStringList m_members; ///< as last listed
    Call m_resting;
    bool m_woken = false;
    Scope m_scope;
};

} // namespace rocketdesk
