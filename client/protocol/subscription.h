// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/base/result.h"
#include "client/protocol/fields.h"

#include <QStringList>

namespace rocketdesk::protocol {

/// What a consumer wants of a topic, as heartbeats and connection lists carry it [SubscriptionData].
struct SubscriptionData {
    bool classFilterMode = false;
    TopicName topic;
    QString subString; ///< the expression as written; "*" is everything
    QStringList tagsSet; ///< empty: no tag is looked at
    QList<qint32> codeSet; ///< javaHashCode() of each tag; brokers compare these
    qint64 subVersion = 0; ///< ms since 1970 of the last change; a broker keeps the newest
    QString expressionType = QStringLiteral("TAG"); ///< "TAG", "SQL92", or a type of a later version

    static constexpr auto jsonFields()
    {
        return fields(defaulted("classFilterMode", &SubscriptionData::classFilterMode), defaulted("topic", &SubscriptionData::topic),
                      defaulted("subString", &SubscriptionData::subString), defaulted("tagsSet", &SubscriptionData::tagsSet),
                      defaulted("codeSet", &SubscriptionData::codeSet), defaulted("subVersion", &SubscriptionData::subVersion),
                      defaulted("expressionType", &SubscriptionData::expressionType));
    }

    [[nodiscard]] bool isTag() const { return expressionType.isEmpty() || expressionType == QLatin1StringView("TAG"); }
};

/// Reads an expression as Java does [FilterAPI]: of type TAG it is "*", nothing, or tags between "||"; of another type it
/// is taken as it is (sql92.h checks one). InvalidArgument where no tag is left, or where SQL92 has no text.
[[nodiscard]] Result<SubscriptionData> makeSubscription(const TopicName &topic, const QString &expression,
                                                        const QString &type = QStringLiteral("TAG"), qint64 subVersion = 0);

} // namespace rocketdesk::protocol
