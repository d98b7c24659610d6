// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/subscriptiontable.h"
#include "client/consumer/watchfilter.h"

#include <map>

namespace rocketdesk {

/// One topic of a consumer: as heartbeats and pulls tell it, and as messages are checked on this side.
struct Subscription {
    protocol::SubscriptionData data;
    WatchFilter filter;
};

/// The topics of one consumer with their expressions, checked. A value.
class Subscriptions final
{
public:
    static constexpr int Limit = 1000; ///< topics

    explicit Subscriptions(ConsumerGroup group) : m_group(std::move(group)) {}

    /// Tags "A || B", or everything. InvalidArgument for an expression that is none, SubscriptionLimitExceeded beyond the limit.
    Result<void> byTags(const TopicName &topic, const QString &tags, qint64 nowMs);
    /// SQL92; an error names its column, counted from 1.
    Result<void> bySql(const TopicName &topic, const QString &sql, qint64 nowMs);
    /// The topic is again as it is in `before`.
    void restore(const TopicName &topic, const Subscriptions &before);
    /// Whether there was something to end.
    bool remove(const TopicName &topic) { return m_table.unsubscribe(topic) && m_byTopic.erase(topic) > 0; }

    [[nodiscard]] const Subscription *find(const TopicName &topic) const;
    [[nodiscard]] const std::map<TopicName, Subscription> &all() const { return m_byTopic; }
    /// Topics that were subscribed to again with another expression: the last one counts.
    [[nodiscard]] const QList<SubscriptionTable::Conflict> &conflicts() const { return m_table.conflicts(); }

private:
    Result<void> add(const TopicName &topic, const QString &expression, const QString &type, const WatchOptions &filter, qint64 nowMs);

    ConsumerGroup m_group;
    SubscriptionTable m_table{Limit};
    std::map<TopicName, Subscription> m_byTopic;
};

} // namespace rocketdesk
