// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/subscription.h"

#include "client/protocol/selectorhash.h"

namespace rocketdesk::protocol {

namespace {

Failure refused(const QString &why)
{
    return failed(Error::Kind::InvalidArgument, why);
}

/// A star among other tags is a tag of that name, not everything.
void addTags(SubscriptionData &data, const QString &expression)
{
    for (const QString &part : expression.split(QLatin1StringView("||"))) {
        const QString tag = part.trimmed();
        if (tag.isEmpty() || data.tagsSet.contains(tag))
            continue;
        data.tagsSet << tag;
        const qint32 code = javaHashCode(tag);
        if (!data.codeSet.contains(code))
            data.codeSet << code;
    }
}

} // namespace

Result<SubscriptionData> makeSubscription(const TopicName &topic, const QString &expression, const QString &type, qint64 subVersion)
{
    SubscriptionData data;
    data.topic = topic;
    data.subString = expression;
    data.subVersion = subVersion;
    if (!type.isEmpty())
        data.expressionType = type;
    if (!data.isTag()) {
        if (expression.isEmpty())
            return refused(QStringLiteral("a subscription of type %1 needs an expression").arg(type));
        return data;
    }
    if (expression.isEmpty() || expression == QLatin1StringView("*")) {
        data.subString = QStringLiteral("*");
        return data;
    }
    addTags(data, expression);
    if (data.tagsSet.isEmpty())
        return refused(QStringLiteral("\"%1\" names no tag").arg(expression));
    return data;
}

} // namespace rocketdesk::protocol
