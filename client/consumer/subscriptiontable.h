// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/base/result.h"

#include <QHash>

namespace rocketdesk {

/// What a consumer subscribes to: one expression a topic.
class SubscriptionTable final
{
public:
    struct Conflict {
        TopicName topic;
        QString before;
        QString after;
    };

    explicit SubscriptionTable(int limit) : m_limit(limit) {}

    /// The last expression counts; that there was another is kept in conflicts(). SubscriptionLimitExceeded beyond the limit.
    Result<void> subscribe(const TopicName &topic, const QString &expression)
    {
        if (const auto known = m_expressions.constFind(topic); known != m_expressions.cend()) {
            if (*known != expression)
                m_conflicts.append({topic, *known, expression});
        } else if (m_expressions.size() >= m_limit) {
            return failed(Error::Kind::SubscriptionLimitExceeded, QStringLiteral("%1 topics are subscribed").arg(m_expressions.size()));
        }
        m_expressions.insert(topic, expression);
        return {};
    }
    /// Whether there was something to end.
    bool unsubscribe(const TopicName &topic) { return m_expressions.remove(topic); }
    /// TopicNotSubscribed where there is nothing to change.
    Result<void> updateSelector(const TopicName &topic, const QString &expression)
    {
        if (!m_expressions.contains(topic))
            return failed(Error::Kind::TopicNotSubscribed, topic.text());
        m_expressions.insert(topic, expression);
        return {};
    }
    [[nodiscard]] const QList<Conflict> &conflicts() const { return m_conflicts; }
    [[nodiscard]] const QHash<TopicName, QString> &expressions() const { return m_expressions; }

private:
    qsizetype m_limit;
    QHash<TopicName, QString> m_expressions;
    QList<Conflict> m_conflicts;
};

} // namespace rocketdesk
