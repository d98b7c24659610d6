// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/subscriptions.h"

#include "client/protocol/names.h"
#include "client/protocol/validation.h"

namespace rocketdesk {

Result<void> Subscriptions::byTags(const TopicName &topic, const QString &tags, qint64 nowMs)
{
    return add(topic, tags.isEmpty() ? QStringLiteral("*") : tags, QStringLiteral("TAG"), {.tags = tags}, nowMs);
}

Result<void> Subscriptions::bySql(const TopicName &topic, const QString &sql, qint64 nowMs)
{
    if (sql.trimmed().isEmpty())
        return failed(Error::Kind::InvalidArgument, QStringLiteral("the SQL expression is empty"));
    return add(topic, sql, QStringLiteral("SQL92"), {.sql = sql}, nowMs);
}

Result<void> Subscriptions::add(TopicName topic, const QString &expression, const QString &type, const WatchOptions &filter, qint64 nowMs)
{
    topic = m_names.wire(topic);
    if (const auto named = protocol::isRetryTopic(topic.text()) ? Result<void>() : protocol::checkTopicName(topic); !named)
        return failed(named.error());
    auto data = protocol::makeSubscription(topic, expression, type, nowMs);
    if (!data)
        return failed(std::move(data.error()));
    WatchOptions asGroup = filter;
    asGroup.asGroup = m_group;
    auto checked = WatchFilter::make(asGroup);
    if (!checked)
        return failed(std::move(checked.error()));
    if (auto counted = m_table.subscribe(topic, expression); !counted)
        return counted;
    m_byTopic.insert_or_assign(topic, Subscription{std::move(*data), std::move(*checked)});
    return {};
}

void Subscriptions::restore(const TopicName &topic, const Subscriptions &before)
{
    const TopicName own = m_names.wire(topic);
    (void)remove(own);
    const Subscription *const known = before.find(own);
    if (known && m_table.subscribe(own, known->data.subString))
        m_byTopic.insert_or_assign(own, *known);
}

bool Subscriptions::remove(const TopicName &topic)
{
    const TopicName own = m_names.wire(topic);
    return m_table.unsubscribe(own) && m_byTopic.erase(own) > 0;
}

const Subscription *Subscriptions::find(const TopicName &topic) const
{
    const auto found = m_byTopic.find(m_names.wire(topic));
    return found == m_byTopic.end() ? nullptr : &found->second;
}

} // namespace rocketdesk
