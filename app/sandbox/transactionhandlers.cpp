// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "client/commands/messages.h"
#include "client/protocol/sysflag.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;
namespace property = protocol::property;

/// The message that a committed half message becomes.
Result<protocol::StoredMessage> committed(const protocol::StoredMessage &half, CommitLogOffset position)
{
    protocol::Properties properties = half.allProperties();
    protocol::StoredMessage message = half;
    message.topic = TopicName(properties.value(property::RealTopic, {}));
    message.queueId = QueueId(properties.value(property::RealQueueId, {}).toInt());
    message.sysFlag = protocol::sysflag::withTransaction(half.sysFlag, protocol::sysflag::TransactionCommit);
    message.preparedTransactionOffset = position;
    properties.set(QString(property::TransactionId), properties.value(property::UniqueKey, {}));
    properties.remove(property::RealTopic);
    properties.remove(property::RealQueueId);
    return propertyBlock(properties).map([&message](protocol::Bytes block) {
        message.properties = std::move(block);
        return message;
    });
}

/// Why this end fits no half message; nothing where it does. [EndTransactionProcessor]
std::optional<Refusal> objection(const protocol::StoredMessage &half, const EndTransaction &command)
{
    if (half.topic != topicNamed(halfTopic) || half.queueOffset != command.tranStateTableOffset)
        return Refusal{int(AnswerCode::SystemError), QStringLiteral("Find prepared transaction message failed"), {}};
    if (half.propertyText(property::ProducerGroup) != command.producerGroup.text())
        return Refusal{int(AnswerCode::SystemError), QStringLiteral("The producer group wrong"), {}};
    return std::nullopt;
}

/// "Unknown" changes nothing and is never answered.
void endTransaction(BrokerState &broker, const EndTransaction &command, const Ticket &ticket)
{
    const bool commits = command.commitOrRollback == protocol::sysflag::TransactionCommit;
    if (!commits && command.commitOrRollback != protocol::sysflag::TransactionRollback)
        return;
    const Record *const record = broker.store.atPosition(command.commitLogOffset);
    const protocol::StoredMessage half = record ? messageOf(*record) : protocol::StoredMessage();
    if (const auto refusal = objection(half, command))
        return ticket.refuse(*refusal);
    // Two ends of one transaction deliver once.
    const bool open = broker.openTransactions.remove(half.propertyText(property::UniqueKey));
    if (const auto message = committed(half, command.commitLogOffset); commits && open && message)
        (void)broker.put(*message);
    ticket.accept(Accepted<protocol::NoReply>(protocol::NoReply()));
}

} // namespace

void addTransactionHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, endTransaction);
}

} // namespace rocketdesk::sandbox
