// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/sending.h"
#include "client/commands/pushes.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;
namespace property = protocol::property;

constexpr milliseconds clientLimit{10'000}; ///< Broker2Client.callClient

PushReplyMessageToClient pushOf(const BrokerState &broker, const SendHeader &header, const protocol::Properties &properties, const Ticket &ticket)
{
    PushReplyMessageToClient push;
    push.producerGroup = header.producerGroup;
    push.topic = header.topic;
    push.defaultTopic = header.defaultTopic;
    push.defaultTopicQueueNums = header.defaultTopicQueueNums;
    push.queueId = header.queueId;
    push.sysFlag = header.sysFlag;
    push.bornTimestamp = header.bornTimestamp;
    push.flag = header.flag;
    push.properties = properties.toBlock().value_or(QByteArray());
    push.reconsumeTimes = header.reconsumeTimes;
    push.unitMode = header.unitMode;
    push.bornHost = ticket.peer();
    push.storeHost = broker.endpoint.toString();
    push.storeTimestamp = broker.now();
    push.body = header.body;
    return push;
}

/// What the sender of the reply hears once the asker has answered.
Answer<SendReply> result(const Result<ClientReply> &reply, const QString &asker, const SendReply &stored)
{
    if (reply && reply->code == 0)
        return stored;
    return refusedSend(AnswerCode::SystemError, QStringLiteral("push reply message to %1fail.").arg(asker));
}

Answer<SendReply> notPushed(const QString &asker)
{
    if (asker.isEmpty())
        return refusedSend(AnswerCode::SystemError, QStringLiteral("reply message properties[REPLY_TO_CLIENT] is null"));
    return refusedSend(AnswerCode::SystemError, QStringLiteral("push reply message fail, channel of <%1> not found.").arg(asker));
}

/// Hands the reply to the client that asked, and stores it as well (storeReplyMessageEnable). [ReplyMessageProcessor]
template <typename C>
void sendReply(BrokerState &broker, const C &command, const Ticket &ticket)
{
    const auto config = checkedTopic(broker, command, ticket);
    if (!config)
        return ticket.refuse(config.error());
    const QueueId queue = chosenQueue(command, *config);
    protocol::Properties properties = protocol::Properties::fromBlock(command.properties.value_or(QByteArray()));
    properties.set(QString(property::Region), QStringLiteral("DefaultRegion"));
    properties.set(QString(property::TraceSwitch), QStringLiteral("true"));
    const QString asker = properties.value(property::ReplyToClient, {});
    auto block = propertyBlock(properties);
    if (!block)
        return ticket.answer(Answer<SendReply>(refusedSend(AnswerCode::MessageIllegal, block.error().remark)));
    protocol::StoredMessage message = messageFrom(command, queue, ticket);
    message.properties = std::move(*block);
    message.body = protocol::Bytes(command.body);
    const Result<Place> place = broker.put(message); // storeReplyMessageEnable
    if (!place)
        return ticket.answer(Answer<SendReply>(refusedSend(AnswerCode::SystemError, place.error().remark)));
    Session *const session = asker.isEmpty() ? nullptr : broker.clients.producer(ClientId(asker));
    if (!session)
        return ticket.answer(notPushed(asker));
    properties.set(QString(property::PushReplyTime), QString::number(broker.now()));
    whenDone(session->call(pushOf(broker, command, properties, ticket), clientLimit), &broker.context,
             [ticket, asker, stored = receipt(broker, *place, queue)](const Result<ClientReply> &reply) { ticket.answer(result(reply, asker, stored)); });
}

} // namespace

void addReplyHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, sendReply<SendReplyMessage>);
    table.on(broker, sendReply<SendReplyMessageV2>);
}

} // namespace rocketdesk::sandbox
