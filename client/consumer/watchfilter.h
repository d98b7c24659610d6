// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/pull.h"
#include "client/commands/connections.h"
#include "client/consumer/watchoptions.h"
#include "client/protocol/sql92.h"
#include "client/protocol/tags.h"

namespace rocketdesk {

/// The filter of one watch: what brokers are told, and what is checked again on this side.
class WatchFilter final
{
public:
    /// InvalidArgument with a sentence for an expression that is none; an SQL error names its column, counted from 1.
    [[nodiscard]] static Result<WatchFilter> make(const WatchOptions &options);

    [[nodiscard]] bool isSql() const { return !m_sql.isEmpty(); }
    /// Whether a broker of this version understands it: before 5.0 some operators are silently something else.
    [[nodiscard]] Result<void> suits(int brokerVersion) const;
    /// The request that asks a broker whether it understands the filter: a pull would silently deliver everything.
    [[nodiscard]] commands::CheckClientConfig checkFor(const TopicName &topic) const;

    /// Brokers are asked for everything.
    [[nodiscard]] bool acceptsAll() const { return !isSql() && m_tags.acceptsAll(); }
    void applyTo(PullFrom &pull) const;
    [[nodiscard]] bool accepts(const protocol::StoredMessage &message) const;

private:
    WatchFilter(ConsumerGroup group, QString expression, QString sql, protocol::TagFilter tags, qint64 notBefore);

    ConsumerGroup m_group;
    QString m_expression;
    QString m_sql;
    protocol::TagFilter m_tags;
    qint64 m_notBefore; ///< epoch ms: brokers of 4.x begin one message too early
};

} // namespace rocketdesk
