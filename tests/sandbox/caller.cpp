// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/caller.h"

namespace rocketdesk::tests {

commands::SendMessageV2 sendTo(const QString &topic, const QByteArray &body, const protocol::Properties &properties)
{
    commands::SendMessageV2 send;
    send.producerGroup = ProducerGroup(QStringLiteral("sandbox-test"));
    send.topic = TopicName(topic);
    send.bornTimestamp = 1'700'000'000'000;
    send.properties = properties.toBlock().value_or(QByteArray());
    send.body = body;
    return send;
}

commands::PullMessage pullFrom(const QString &topic, qint64 offset, const QString &expression)
{
    commands::PullMessage pull;
    pull.consumerGroup = ConsumerGroup(QStringLiteral("TOOLS_CONSUMER"));
    pull.topic = TopicName(topic);
    pull.queueOffset = QueueOffset(offset);
    pull.sysFlag = commands::pullflag::subscription;
    pull.subscription = expression;
    pull.expressionType = QStringLiteral("TAG");
    return pull;
}

} // namespace rocketdesk::tests
