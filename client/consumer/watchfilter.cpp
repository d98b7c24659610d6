// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/watchfilter.h"

#include <limits>

namespace rocketdesk {

namespace {

constexpr int V5_0_0 = 413;

Failure sqlError(const protocol::Sql92Error &error)
{
    return failed(Error::Kind::InvalidArgument, QStringLiteral("the SQL expression is broken at column %1: %2").arg(error.column + 1).arg(error.reason));
}

Result<void> checkSql(const QString &sql, bool textOperators)
{
    const auto parsed = protocol::Sql92::parse(sql, {.textOperators = textOperators});
    if (!parsed)
        return sqlError(parsed.error());
    return {};
}

} // namespace

WatchFilter::WatchFilter(ConsumerGroup group, QString expression, QString sql, protocol::TagFilter tags, qint64 notBefore)
    : m_group(std::move(group))
    , m_expression(std::move(expression))
    , m_sql(std::move(sql))
    , m_tags(std::move(tags))
    , m_notBefore(notBefore)
{
}

Result<WatchFilter> WatchFilter::make(const WatchOptions &options)
{
    if (!options.sql.isEmpty() && !options.tags.isEmpty())
        return failed(Error::Kind::InvalidArgument, QStringLiteral("a watch filters by tags or by SQL, not by both"));
    if (!options.sql.isEmpty()) {
        if (const auto fits = checkSql(options.sql, true); !fits)
            return failed(fits.error());
    }
    const auto tags = protocol::makeSubscription({}, options.tags);
    if (!tags)
        return failed(tags.error());
    const qint64 notBefore = options.from.kind == WatchFrom::Kind::Time ? options.from.number : std::numeric_limits<qint64>::min();
    return WatchFilter(options.asGroup.value_or(watchersGroup()), options.tags.isEmpty() ? QStringLiteral("*") : options.tags, options.sql,
        protocol::TagFilter(*tags), notBefore);
}

Result<void> WatchFilter::suits(int brokerVersion) const
{
    return isSql() ? checkSql(m_sql, brokerVersion >= V5_0_0) : Result<void>();
}

commands::CheckClientConfig WatchFilter::checkFor(const TopicName &topic) const
{
    commands::CheckClientConfig check;
    check.body.clientId = ClientId(QStringLiteral("rocketdesk"));
    check.body.group = m_group;
    check.body.subscriptionData.topic = topic;
    check.body.subscriptionData.subString = m_sql;
    check.body.subscriptionData.expressionType = QStringLiteral("SQL92");
    return check;
}

void WatchFilter::applyTo(PullFrom &pull) const
{
    pull.group = m_group;
    pull.expression = isSql() ? m_sql : m_expression;
    pull.expressionType = isSql() ? QStringLiteral("SQL92") : QStringLiteral("TAG");
}

bool WatchFilter::accepts(const protocol::StoredMessage &message) const
{
    return message.storeTimestamp >= m_notBefore && (m_tags.acceptsAll() || m_tags.accepts(message.property(protocol::property::Tags)));
}

} // namespace rocketdesk
