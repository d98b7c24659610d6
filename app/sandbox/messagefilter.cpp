// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/messagefilter.h"

#include "client/protocol/subscription.h"

namespace rocketdesk::sandbox {

bool isSqlType(const QString &type)
{
    return type == QLatin1StringView("SQL92");
}

bool isTagType(const QString &type)
{
    return type.isEmpty() || type == QLatin1StringView("TAG");
}

tl::expected<protocol::Sql92, protocol::Sql92Error> parseAsBroker(const QString &expression)
{
    return protocol::Sql92::parse(expression, {.mode = protocol::Sql92Rules::Mode::AsBroker});
}

Result<MessageFilter> MessageFilter::ofRequest(const TopicName &topic, const QString &expression, const QString &type)
{
    const auto subscription = protocol::makeSubscription(topic, expression, type.isEmpty() ? QStringLiteral("TAG") : type);
    if (!subscription)
        return failed(subscription.error());
    MessageFilter filter;
    if (isTagType(type)) {
        filter.m_tagCodes = QSet<qint32>(subscription->codeSet.cbegin(), subscription->codeSet.cend());
    } else if (isSqlType(type)) {
        if (auto sql = parseAsBroker(expression))
            filter.m_sql = std::move(*sql);
    }
    return filter;
}

Result<MessageFilter> MessageFilter::ofSubscription(const commands::SubscriptionData &subscription)
{
    MessageFilter filter;
    if (isTagType(subscription.expressionType)) {
        filter.m_tagCodes = QSet<qint32>(subscription.codeSet.cbegin(), subscription.codeSet.cend());
    } else if (isSqlType(subscription.expressionType)) {
        auto sql = parseAsBroker(subscription.subString);
        if (!sql)
            return failed(sql.error().toError());
        filter.m_sql = std::move(*sql);
    }
    return filter;
}

bool MessageFilter::accepts(const Record &record) const
{
    if (m_sql)
        return m_sql->evaluate(record.properties()) == protocol::Sql92::Verdict::True;
    return m_tagCodes.isEmpty() || m_tagCodes.contains(record.tagCode);
}

} // namespace rocketdesk::sandbox
