// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "client/commands/connections.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;

/// Groups and retry topics that a heartbeat brings along; a group that must not be created is passed over.
HeartbeatData accepted(BrokerState &broker, HeartbeatData data)
{
    data.consumerDataSet.removeIf([&broker](const ConsumerData &consumer) { return !broker.useGroup(consumer.groupName); });
    for (const ConsumerData &consumer : std::as_const(data.consumerDataSet))
        broker.useTopic(retryTopic(consumer.groupName), broker.groups.find(consumer.groupName)->retryQueueNums);
    return data;
}

Answer<HeartBeat::Reply> heartBeat(BrokerState &broker, const HeartBeat &command, const Ticket &ticket)
{
    Session *const session = ticket.session();
    broker.clients.beat(accepted(broker, command.body), {.session = session,
                                                         .address = session->peer(),
                                                         .language = ticket.language(),
                                                         .version = ticket.version(),
                                                         .seenAt = broker.now()});
    return HeartBeat::Reply{true, true};
}

Done unregister(BrokerState &broker, const UnregisterClient &command, const Ticket &)
{
    if (command.producerGroup)
        broker.clients.removeProducer(command.clientId, *command.producerGroup);
    if (command.consumerGroup) {
        (void)broker.useGroup(*command.consumerGroup);
        broker.clients.removeConsumer(command.clientId, *command.consumerGroup);
    }
    return protocol::NoReply();
}

Answer<GetConsumerListByGroup::Reply> consumerIds(BrokerState &broker, const GetConsumerListByGroup &command, const Ticket &)
{
    const ConsumerSet *const set = broker.clients.consumers(command.consumerGroup);
    if (!set)
        return refused(AnswerCode::SystemError, QStringLiteral("no consumer for this group, ") + command.consumerGroup.text());
    GetConsumerListByGroup::Reply reply;
    for (const auto &[client, member] : set->members)
        reply.body.consumerIdList << client;
    return reply;
}

Answer<LockBatchMq::Reply> lock(BrokerState &broker, const LockBatchMq &command, const Ticket &)
{
    return LockBatchMq::Reply{{broker.locks.lock(command.body, broker.now())}};
}

Done unlock(BrokerState &broker, const UnlockBatchMq &command, const Ticket &)
{
    broker.locks.unlock(command.body);
    return protocol::NoReply();
}

Done checkConfig(BrokerState &, const CheckClientConfig &command, const Ticket &)
{
    const SubscriptionData &subscription = command.body.subscriptionData;
    if (isTagType(subscription.expressionType))
        return protocol::NoReply();
    if (!isSqlType(subscription.expressionType))
        return refused(AnswerCode::SubscriptionParseFailed, QStringLiteral("java.lang.NullPointerException"));
    if (const auto sql = parseAsBroker(subscription.subString); !sql)
        return refused(AnswerCode::SubscriptionParseFailed, sql.error().reason);
    return protocol::NoReply();
}

ClientConnection connectionOf(const ClientId &client, const Member &member)
{
    ClientConnection connection;
    connection.clientAddr = member.address;
    connection.clientId = client;
    connection.language = member.language;
    connection.version = member.version;
    return connection;
}

Answer<GetConsumerConnectionList::Reply> consumers(BrokerState &broker, const GetConsumerConnectionList &command, const Ticket &)
{
    constexpr auto notOnline = AnswerCode::ConsumerNotOnline;
    const ConsumerSet *const set = broker.clients.consumers(command.consumerGroup);
    if (!set)
        return refused(notOnline, QStringLiteral("the consumer group[%1] not online").arg(command.consumerGroup.text()));
    GetConsumerConnectionList::Reply reply;
    for (const auto &[client, member] : set->members)
        reply.body.connectionSet << connectionOf(client, member);
    reply.body.consumeFromWhere = set->data.consumeFromWhere;
    reply.body.consumeType = set->data.consumeType;
    reply.body.messageModel = set->data.messageModel;
    for (const SubscriptionData &subscription : set->data.subscriptionDataSet)
        reply.body.subscriptionTable.insert(subscription.topic, subscription);
    return reply;
}

Answer<GetProducerConnectionList::Reply> producers(BrokerState &broker, const GetProducerConnectionList &command, const Ticket &)
{
    const auto *const members = broker.clients.producers(command.producerGroup);
    if (!members)
        return refused(AnswerCode::SystemError, QStringLiteral("the producer group[%1] not exist").arg(command.producerGroup.text()));
    GetProducerConnectionList::Reply reply;
    for (const auto &[client, member] : *members)
        reply.body.connectionSet << connectionOf(client, member);
    return reply;
}

Answer<GetAllProducerInfo::Reply> allProducers(BrokerState &broker, const GetAllProducerInfo &, const Ticket &)
{
    GetAllProducerInfo::Reply reply;
    for (const auto &[group, members] : broker.clients.allProducers()) {
        for (const auto &[client, member] : members) {
            ProducerInfo &info = reply.body.data[group].emplaceBack();
            info.clientId = client;
            info.language = member.language;
            info.lastUpdateTimestamp = member.lasting ? broker.now() : member.seenAt;
            info.remoteIP = u'/' + member.address;
            info.version = member.version;
        }
    }
    return reply;
}

} // namespace

void addClientHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, heartBeat);
    table.on(broker, unregister);
    table.on(broker, consumerIds);
    table.on(broker, lock);
    table.on(broker, unlock);
    table.on(broker, checkConfig);
    table.on(broker, consumers);
    table.on(broker, producers);
    table.on(broker, allProducers);
}

} // namespace rocketdesk::sandbox
