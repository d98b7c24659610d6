// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "app/sandbox/scheduling.h"
#include "app/sandbox/sending.h"
#include "client/commands/messages.h"
#include "client/protocol/batch.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;
namespace property = protocol::property;

tl::unexpected<Refusal> illegalMessage()
{
    return refusedSend(AnswerCode::MessageIllegal,
                       QStringLiteral("the message is illegal, maybe msg body or properties length not matched. msg body length "
                                      "limit 4194304B, msg properties length limit 32KB."));
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

} // namespace

void addSendHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, send<SendMessage>);
    table.on(broker, send<SendMessageV2>);
    table.on(broker, send<SendBatchMessage>);
}

} // namespace rocketdesk::sandbox
