// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/subscriptions.h"

namespace rocketdesk {

class Cluster;

/// Asks brokers (46) whether they understand a filter, before anything is read with it: a pull with one that they do not would bring
/// everything. Tags are understood by all.
class FilterCheck final
{
public:
    explicit FilterCheck(Cluster &cluster) : m_cluster(cluster) {}
    Q_DISABLE_COPY_MOVE(FilterCheck)

    /// Fails with what the broker says, InvalidArgument where it is too old for the filter, or why it can't be asked.
    [[nodiscard]] Pending<void> ask(BrokerName broker, TopicName topic, WatchFilter filter, Ask how);
    /// Every broker of the topic; `where` of the refusal names the one that it comes from. A broker that can't be asked now, and a topic
    /// that nobody knows yet, are passed over.
    [[nodiscard]] Pending<void> askAll(TopicName topic, WatchFilter filter);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// Of a broker that was reached.
    [[nodiscard]] static bool isVerdict(const Error &error);

    Cluster &m_cluster;
    Scope m_scope;
};

} // namespace rocketdesk
