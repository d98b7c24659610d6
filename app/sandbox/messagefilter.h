// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/queuelog.h"
#include "client/commands/clientdata.h"
#include "client/protocol/sql92.h"

#include <QSet>

namespace rocketdesk::sandbox {

/// What a subscription lets through, as a broker sees it: tags by their hash, SQL by the broker's reading.
class MessageFilter final
{
public:
    MessageFilter() = default; ///< everything

    /// Of an expression that a pull brings along. A broken SQL expression, or one of an unknown type, lets everything
    /// through, as on the real servers; fails where Java's parser of subscriptions does.
    [[nodiscard]] static Result<MessageFilter> ofRequest(const TopicName &topic, const QString &expression, const QString &type);
    /// Of a heartbeat. Fails where the SQL expression is broken.
    [[nodiscard]] static Result<MessageFilter> ofSubscription(const commands::SubscriptionData &subscription);

    [[nodiscard]] bool accepts(const Record &record) const;

private:
    QSet<qint32> m_tagCodes;
    std::optional<protocol::Sql92> m_sql;
};

[[nodiscard]] bool isSqlType(const QString &type);
[[nodiscard]] bool isTagType(const QString &type);
/// A filter as the broker parses it.
[[nodiscard]] tl::expected<protocol::Sql92, protocol::Sql92Error> parseAsBroker(const QString &expression);

} // namespace rocketdesk::sandbox
