// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "client/commands/pushes.h"
#include "client/protocol/messageids.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;

constexpr milliseconds clientLimit{10'000}; ///< Broker2Client.callClient
constexpr milliseconds statusLimit{5'000}; ///< Broker2Client.getConsumeStatus

/// A client's words, passed on unread.
struct RelayedReply {
    QByteArray body;
};

Answer<RelayedReply> relayed(const Result<ClientReply> &reply, const ConsumerGroup &group, const ClientId &client)
{
    if (reply)
        return Accepted<RelayedReply>({reply->body}, reply->code, reply->remark);
    const bool late = reply.error().kind == Error::Kind::Timeout;
    return refused(late ? AnswerCode::ConsumeMessageTimeout : AnswerCode::SystemError,
                   (late ? QStringLiteral("consumer <%1> <%2> Timeout: %3") : QStringLiteral("invoke consumer <%1> <%2> Exception: %3"))
                       .arg(group.text(), client.text(), reply.error().remark));
}

template <typename C>
void relay(BrokerState &broker, const C &command, const ClientId &client, const Ticket &ticket)
{
    const ConsumerGroup group = command.consumerGroup;
    Session *const session = broker.clients.consumer(group, client);
    if (!session)
        return ticket.refuse({int(AnswerCode::SystemError), QStringLiteral("The Consumer <%1> <%2> not online").arg(group.text(), client.text()), {}});
    whenDone(session->call(command, clientLimit), &broker.context,
             [ticket, group, client](const Result<ClientReply> &reply) { ticket.answer(relayed(reply, group, client)); });
}

void runningInfo(BrokerState &broker, const GetConsumerRunningInfo &command, const Ticket &ticket)
{
    relay(broker, command, command.clientId, ticket);
}

/// The message goes along in the stored form. [AdminBrokerProcessor.consumeMessageDirectly]
void consumeDirectly(BrokerState &broker, const ConsumeMessageDirectly &command, const Ticket &ticket)
{
    const auto id = protocol::parseOffsetId(command.msgId.value_or(QString()));
    const Record *const record = id ? broker.store.atPosition(id->offset) : nullptr;
    if (!record)
        return ticket.refuse({int(AnswerCode::SystemError), QStringLiteral("java.lang.NullPointerException"), {}});
    ConsumeMessageDirectly passed = command;
    passed.brokerName = broker.name;
    if (const auto *const topic = command.topic ? broker.topics.find(*command.topic) : nullptr)
        passed.topicSysFlag = topic->topicSysFlag;
    if (const auto *const group = broker.groups.find(command.consumerGroup))
        passed.groupSysFlag = group->groupSysFlag;
    passed.body = record->bytes;
    relay(broker, passed, command.clientId.value_or(ClientId()), ticket);
}

/// The answers of several clients, sent on when the last one is there.
struct StatusRound {
    InvokeBrokerToGetConsumerStatus::Reply reply;
    Ticket ticket;
    int open = 0;
};

void noteStatus(StatusRound &round, const ClientId &client, const Result<ClientReply> &reply)
{
    if (reply && reply->code == 0) {
        if (auto status = protocol::readJson<ConsumerStatus>(reply->body))
            round.reply.body.consumerTable.insert(client, status->messageQueueTable);
    }
    if (--round.open == 0)
        round.ticket.accept(Accepted(round.reply));
}

void consumerStatus(BrokerState &broker, const InvokeBrokerToGetConsumerStatus &command, const Ticket &ticket)
{
    const ConsumerSet *const set = broker.clients.consumers(command.group);
    if (!set)
        return ticket.refuse({int(AnswerCode::SystemError), QStringLiteral("java.lang.NullPointerException"), {}});
    const QString wanted = command.clientAddr.value_or(QString()).trimmed();
    const auto round = std::make_shared<StatusRound>(StatusRound{{}, ticket, 1});
    for (const auto &[client, member] : set->members) {
        if (!member.session || (!wanted.isEmpty() && client.text() != wanted))
            continue;
        ++round->open;
        whenDone(member.session->call(GetConsumerStatusFromClient{command.topic, command.group}, statusLimit), &broker.context,
                 [round, client = client](const Result<ClientReply> &reply) { noteStatus(*round, client, reply); });
    }
    noteStatus(*round, {}, failed(Error::Kind::Cancelled));
}

} // namespace

void addRelayHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, runningInfo);
    table.on(broker, consumeDirectly);
    table.on(broker, consumerStatus);
}

} // namespace rocketdesk::sandbox
