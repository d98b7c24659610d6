// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/caller.h"

namespace rocketdesk::tests {

namespace {

Profile profileOf(const Endpoint &nameServer, const QString &accessKey)
{
    Profile profile;
    profile.nameServers = {nameServer};
    profile.accessKey = accessKey;
    return profile;
}

Client::Secrets secretsOf(const QString &secretKey)
{
    Client::Secrets secrets;
    if (!secretKey.isEmpty())
        secrets.secretKey = Secret(secretKey);
    return secrets;
}

} // namespace

Caller::Caller(const Endpoint &nameServer, const QString &accessKey, const QString &secretKey)
    : m_client(m_network.address(), profileOf(nameServer, accessKey), secretsOf(secretKey))
{
}

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
