// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/cluster.h"
#include "client/producer/queuepicker.h"
#include "client/producer/sendvalues.h"

#include <QRandomGenerator>

namespace rocketdesk {

/// Finds where a try of a send goes: route, queue, broker. Remembers, where it is asked to, which brokers were slow.
class WayFinder final
{
public:
    struct Way {
        BrokerRef broker;
        QueueId queue;
        bool creates = false; ///< by the route of TBW102
    };
    struct Options {
        int queuesOfNewTopics = 4;
        bool avoidsSlowBrokers = false;
    };

    WayFinder(Cluster &cluster, Options options);
    Q_DISABLE_COPY_MOVE(WayFinder)

    /// The cached route's choice, of another broker than `avoid` where that is free to choose; nothing where it takes a question first.
    [[nodiscard]] std::optional<Way> atOnce(const TopicName &topic, const SendOptions &options, const BrokerName &avoid);
    /// The same, after as many questions as it takes. NoRoute where there is none; Unsupported where the broker would deliver a message
    /// with a delivery time at once.
    [[nodiscard]] Pending<Way> find(TopicName topic, SendOptions options, BrokerName avoid, Deadline until);
    /// How a try at this broker has ended.
    void note(const BrokerName &broker, std::chrono::nanoseconds cost, const Error *failure)
    {
        if (m_options.avoidsSlowBrokers)
            m_faults.note(broker, cost, failure, m_cluster.clock().now());
    }

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Pending<Way> lookFor(TopicName topic, SendOptions options, BrokerName avoid, Deadline until);
    Pending<void> requireTimers(BrokerRef broker, TopicName topic, Deadline until);
    Pending<RoutePtr> routeOfTemplate(TopicName topic, Ask how);
    [[nodiscard]] std::optional<Way> choose(const Route &route, const SendOptions &options, const BrokerName &avoid);
    [[nodiscard]] const QueueRef *queueOf(const Route &route, const SendOptions &options, const BrokerName &avoid);
    [[nodiscard]] const QueueRef &anyQueue(const std::vector<QueueRef> &queues, const BrokerName &avoid);
    [[nodiscard]] Ask askFor(Deadline until) const;

    Cluster &m_cluster;
    const Options m_options;
    QRandomGenerator m_random;
    QueuePicker m_picker;
    FaultTable m_faults;
    Scope m_scope;
};

} // namespace rocketdesk
