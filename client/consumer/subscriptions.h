// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/subscriptiontable.h"
#include "client/consumer/watchfilter.h"
#include "client/protocol/namespace.h"

#include <map>

namespace rocketdesk {

/// One topic of a consumer: as heartbeats and pulls tell it, and as messages are checked on this side.
struct Subscription {
    protocol::SubscriptionData data;
    WatchFilter filter;
};

/// The topics of one consumer with their expressions, checked. A value. Topics may be named as the program or as brokers know them;
/// kept are the latter.
class Subscriptions final
{
public:
    static constexpr int Limit = 1000; ///< topics

    explicit Subscriptions(ConsumerGroup group, protocol::NameSpace names = {}) : m_names(std::move(names)), m_group(m_names.wire(group)) {}

    /// Tags "A || B", or everything. InvalidArgument for an expression that is none, SubscriptionLimitExceeded beyond the limit.
    Result<void> byTags(const TopicName &topic, const QString &tags, qint64 nowMs);
    /// SQL92; an error names its column, counted from 1.
    Result<void> bySql(const TopicName &topic, const QString &sql, qint64 nowMs);
    /// The topic is again as it is in `before`.
    void restore(const TopicName &topic, const Subscriptions &before);
    /// Whether there was something to end.
    bool remove(const TopicName &topic);

    [[nodiscard]] const Subscription *find(const TopicName &topic) const;
    [[nodiscard]] const std::map<TopicName, Subscription> &all() const { return m_byTopic; }
    /// Topics that were subscribed to again with another expression: the last one counts.
    [[nodiscard]] const QList<SubscriptionTable::Conflict> &conflicts() const { return m_table.conflicts(); }

private:
    Result<void> add(TopicName topic, const QString &expression, const QString &type, const WatchOptions &filter, qint64 nowMs);

    protocol::NameSpace m_names;
    ConsumerGroup m_group;
    SubscriptionTable m_table{Limit};
    std::map<TopicName, Subscription> m_byTopic;
};

} // namespace rocketdesk
