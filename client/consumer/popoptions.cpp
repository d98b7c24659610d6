// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/popoptions.h"

#include "client/protocol/subscription.h"
#include "client/protocol/validation.h"

namespace rocketdesk {

namespace {

Failure invalid(const QString &remark)
{
    return failed(Error::Kind::InvalidArgument, remark);
}

} // namespace

Result<void> PopOptions::checked() const
{
    if (Result<void> name = protocol::checkConsumerGroup(group); !name)
        return name;
    if (Result<void> name = protocol::checkTopicName(topic); !name)
        return name;
    if (invisibleTime < ShortestInvisible || invisibleTime > LongestInvisible)
        return invalid(QStringLiteral("the invisible time is %1 ms; it may be 5 s to 5 min").arg(invisibleTime.count()));
    if (batch < 1 || batch > MostAtOnce)
        return invalid(QStringLiteral("a pop takes 1 to 32 messages, not %1").arg(batch));
    if (maxInWork < batch)
        return invalid(QStringLiteral("%1 messages in work leave no room for a batch of %2").arg(maxInWork).arg(batch));
    if (inOrder && brokerAssigns)
        return failed(Error::Kind::Unsupported, QStringLiteral("brokers do not share out queues that are popped in order"));
    const auto subscription = protocol::makeSubscription(topic, expression, expressionType);
    return subscription ? Result<void>() : failed(subscription.error());
}

} // namespace rocketdesk
