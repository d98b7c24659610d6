// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "app/sandbox/scheduling.h"
#include "app/sandbox/sending.h"
#include "client/commands/messages.h"
#include "client/commands/pushes.h"
#include "client/protocol/batch.h"

#include <QRandomGenerator>

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;
namespace property = protocol::property;

tl::unexpected<Refusal> refusedSend(AnswerCode code, const QString &remark)
{
    protocol::ExtFields fields;
    fields.field("MSG_REGION", QByteArrayView("DefaultRegion"));
    fields.field("TRACE_ON", true);
    return refused(code, remark, std::move(fields));
}

tl::unexpected<Refusal> illegalMessage()
{
    return refusedSend(AnswerCode::MessageIllegal,
                       QStringLiteral("the message is illegal, maybe msg body or properties length not matched. msg body length "
                                      "limit 4194304B, msg properties length limit 32KB."));
}

QueueId chosenQueue(const SendHeader &header, const TopicConfig &config)
{
    return header.queueId.value() < 0 ? QueueId(QRandomGenerator::global()->bounded(std::max(1, config.writeQueueNums))) : header.queueId;
}

/// The topic that the message goes to, made from the template where it is missing. [AbstractSendMessageProcessor.msgCheck]
tl::expected<TopicConfig, Refusal> checkedTopic(BrokerState &broker, const SendHeader &header, const Ticket &ticket)
{
    if (const QString fault = topicNameFault(header.topic.text()); !fault.isEmpty())
        return refusedSend(AnswerCode::InvalidParameter, fault);
    if (isNotSendable(header.topic))
        return refusedSend(AnswerCode::NoPermission, QStringLiteral("Sending message to topic[%1] is forbidden.").arg(header.topic.text()));
    const TopicConfig *const config = topicForSend(broker, header);
    if (!config)
        return refusedSend(AnswerCode::TopicNotExist, QStringLiteral("topic[%1] not exist, apply first please!").arg(header.topic.text()) + seeHelp());
    if (header.queueId.value() >= std::max(config->readQueueNums, config->writeQueueNums))
        return refusedSend(AnswerCode::InvalidParameter, QStringLiteral("request queueId[%1] is illegal, %2 Producer: %3")
                                                             .arg(header.queueId.value()).arg(toText(*config), ticket.peer()));
    return *config;
}

SendReply receipt(const BrokerState &broker, const Place &place, QueueId queue)
{
    SendReply reply;
    reply.msgId = broker.offsetId(place.position);
    reply.queueId = queue;
    reply.queueOffset = place.offset;
    reply.region = QStringLiteral("DefaultRegion");
    reply.traceOn = true;
    return reply;
}

protocol::StoredMessage messageFrom(const SendHeader &header, QueueId queue, const Ticket &ticket)
{
    protocol::StoredMessage message;
    message.topic = header.topic;
    message.queueId = queue;
    message.sysFlag = header.sysFlag;
    message.flag = header.flag;
    message.reconsumeTimes = header.reconsumeTimes;
    message.bornTimestamp = header.bornTimestamp;
    message.bornHost = ticket.session()->peerAddress();
    return message;
}

Answer<SendReply> sendSingle(BrokerState &broker, const SendHeader &header, QueueId queue, const Ticket &ticket)
{
    if (header.body.isEmpty())
        return refusedSend(AnswerCode::SystemError, QStringLiteral("java.lang.NullPointerException"));
    if (header.body.size() > protocol::maxMessageBody)
        return illegalMessage();
    protocol::Properties properties = protocol::Properties::fromBlock(header.properties.value_or(QByteArray()));
    addBrokerProperties(broker, properties);
    auto block = propertyBlock(properties);
    if (!block)
        return illegalMessage();
    protocol::StoredMessage message = messageFrom(header, queue, ticket);
    message.properties = std::move(*block);
    message.body = protocol::Bytes(header.body);
    const auto sent = store(broker, std::move(message), properties);
    if (!sent)
        return refusedSend(sent.error().kind == Error::Kind::TooLarge ? AnswerCode::MessageIllegal : AnswerCode::SystemError, sent.error().remark);
    SendReply reply = receipt(broker, sent->place, queue);
    reply.transactionId = properties.value(property::UniqueKey, {});
    reply.recallHandle = sent->recallHandle;
    return reply;
}

/// A batch is stored as single messages; the members get nothing added.
Answer<SendReply> sendBatch(BrokerState &broker, const SendHeader &header, QueueId queue, const Ticket &ticket)
{
    if (header.body.size() > protocol::maxMessageBody)
        return refusedSend(AnswerCode::SystemError, QStringLiteral("java.lang.RuntimeException: message body size exceeded"));
    const auto members = protocol::decodeBatch(protocol::Bytes(header.body));
    if (!members || members->empty())
        return refusedSend(AnswerCode::SystemError, QStringLiteral("java.nio.BufferUnderflowException"));
    std::optional<SendReply> reply;
    QStringList ids;
    for (const protocol::BatchMember &member : *members) {
        protocol::StoredMessage message = messageFrom(header, queue, ticket);
        message.flag = member.flag;
        message.body = member.body;
        message.properties = member.properties;
        const Result<Place> place = broker.put(message);
        if (!place)
            return illegalMessage();
        ids << broker.offsetId(place->position);
        if (!reply)
            reply = receipt(broker, *place, queue);
    }
    reply->msgId = ids.join(u',');
    return *reply;
}

template <typename C>
Answer<SendReply> send(BrokerState &broker, const C &command, const Ticket &ticket)
{
    SendHeader header = command;
    const bool retry = isRetryTopic(header.topic);
    if (retry) {
        if (auto refusal = redirectRetry(broker, header))
            return tl::unexpected<Refusal>(std::move(*refusal));
    }
    const auto config = checkedTopic(broker, header, ticket);
    if (!config)
        return tl::unexpected<Refusal>(config.error());
    const QueueId queue = chosenQueue(header, *config);
    return header.batch ? sendBatch(broker, header, queue, ticket) : sendSingle(broker, header, queue, ticket);
}

/// The reply as the client that asked gets it.
PushReplyMessageToClient pushOf(const BrokerState &broker, const SendHeader &header, const Ticket &ticket)
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
    push.properties = header.properties;
    push.reconsumeTimes = header.reconsumeTimes;
    push.bornHost = ticket.peer();
    push.storeHost = broker.endpoint.toString();
    push.storeTimestamp = broker.now();
    push.body = header.body;
    return push;
}

/// Pushed to whoever asked and stored; who asked is not known here where it is no producer of this broker. [ReplyMessageProcessor]
template <typename C>
Answer<SendReply> reply(BrokerState &broker, const C &command, const Ticket &ticket)
{
    const QString client = protocol::Properties::fromBlock(command.properties.value_or(QByteArray())).value(property::ReplyToClient, {});
    Session *const asker = broker.clients.sessionOf(ClientId(client));
    if (asker)
        asker->push(pushOf(broker, command, ticket), Session::Push::Asks);
    Answer<SendReply> stored = send(broker, command, ticket);
    if (stored && !asker)
        return refused(AnswerCode::SystemError, QStringLiteral("push reply message fail, channel of <%1> not found.").arg(client));
    return stored;
}

} // namespace

void addSendHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, send<SendMessage>);
    table.on(broker, send<SendMessageV2>);
    table.on(broker, send<SendBatchMessage>);
    table.on(broker, reply<SendReplyMessage>);
    table.on(broker, reply<SendReplyMessageV2>);
}

} // namespace rocketdesk::sandbox
