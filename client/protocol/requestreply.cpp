// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/requestreply.h"

namespace rocketdesk::protocol {

namespace {

constexpr QLatin1StringView replyType("reply");

} // namespace

Result<OutgoingMessage> replyMessage(const Properties &request, const QByteArray &body)
{
    const QString cluster = request.value(property::Cluster, QString());
    if (cluster.isEmpty())
        return failed(Error::Kind::NotFound, QStringLiteral("the request has no property %1").arg(property::Cluster));
    OutgoingMessage reply{.topic = TopicName(cluster + QLatin1StringView("_REPLY_TOPIC")), .body = body};
    reply.properties.set(property::MessageType, QString(replyType));
    for (const QLatin1StringView name : {property::CorrelationId, property::ReplyToClient, property::TimeToLive}) {
        if (const auto value = request.value(name))
            reply.properties.set(name, *value);
    }
    return reply;
}

bool isReply(const Properties &properties)
{
    return properties.value(property::MessageType, QString()) == replyType;
}

} // namespace rocketdesk::protocol
