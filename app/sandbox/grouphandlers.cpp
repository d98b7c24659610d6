// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "client/commands/topics.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;

/// Members that the request leaves out have the defaults of the broker.
SubscriptionGroupConfig completed(SubscriptionGroupConfig config)
{
    const SubscriptionGroupConfig whole = groupConfig(config.groupName);
    config.attributes = config.attributes ? config.attributes : whole.attributes;
    config.consumeMessageOrderly = config.consumeMessageOrderly ? config.consumeMessageOrderly : whole.consumeMessageOrderly;
    config.consumeTimeoutMinute = config.consumeTimeoutMinute ? config.consumeTimeoutMinute : whole.consumeTimeoutMinute;
    config.groupRetryPolicy = config.groupRetryPolicy ? config.groupRetryPolicy : whole.groupRetryPolicy;
    config.groupSysFlag = config.groupSysFlag ? config.groupSysFlag : whole.groupSysFlag;
    return config;
}

Done updateGroup(BrokerState &broker, const UpdateAndCreateSubscriptionGroup &command, const Ticket &)
{
    if (const QString fault = groupNameFault(command.body.groupName.text()); !fault.isEmpty())
        return refused(AnswerCode::InvalidParameter, fault);
    broker.groups.update(completed(command.body), broker.now());
    return protocol::NoReply();
}

SubscriptionGroupTable tableOf(const BrokerState &broker)
{
    SubscriptionGroupTable table;
    table.dataVersion = broker.groups.version();
    table.forbiddenTable.emplace();
    return table;
}

/// Page by page where a sequence number is given.
Answer<GetAllSubscriptionGroupConfig::Reply> allGroups(BrokerState &broker, const GetAllSubscriptionGroupConfig &command, const Ticket &)
{
    constexpr int longestPage = 2000;
    const auto &all = broker.groups.all();
    GetAllSubscriptionGroupConfig::Reply reply{static_cast<int>(all.size()), tableOf(broker)};
    if (!command.groupSeq && !command.maxGroupNum) {
        reply.body.subscriptionGroupTable = all;
        return reply;
    }
    if (!command.groupSeq || !command.maxGroupNum)
        return refused(AnswerCode::SystemError, QStringLiteral("java.lang.NullPointerException"));
    const bool same = command.dataVersion.value_or(QString()) == QString::fromUtf8(protocol::writeJson(broker.groups.version()));
    auto group = std::next(all.cbegin(), qBound(0, same ? *command.groupSeq : 0, *reply.totalGroupNum));
    for (int left = std::min(*command.maxGroupNum, longestPage); left > 0 && group != all.cend(); --left, ++group)
        reply.body.subscriptionGroupTable.insert(group.key(), group.value());
    return reply;
}

Answer<GetSubscriptionGroupConfig::Reply> oneGroup(BrokerState &broker, const GetSubscriptionGroupConfig &command, const Ticket &)
{
    const SubscriptionGroupConfig *const config = broker.useGroup(command.group);
    if (!config)
        return refused(AnswerCode::SubscriptionGroupNotExist, QStringLiteral("No group in this broker, group: ") + command.group.text());
    return GetSubscriptionGroupConfig::Reply{*config};
}

Done deleteGroup(BrokerState &broker, const DeleteSubscriptionGroup &command, const Ticket &)
{
    broker.groups.remove(command.groupName, broker.now());
    if (command.cleanOffset)
        broker.offsets.removeGroup(command.groupName);
    return protocol::NoReply();
}

/// The topics of which the group has offsets.
Answer<TopicListReply> topicsOfGroup(BrokerState &broker, const QueryTopicsByConsumer &command, const Ticket &)
{
    TopicListReply reply;
    reply.body.topicList = broker.offsets.topics(command.group);
    reply.body.brokerAddr = broker.endpoint.toString();
    return reply;
}

Answer<QuerySubscriptionByConsumer::Reply> subscription(BrokerState &broker, const QuerySubscriptionByConsumer &command, const Ticket &)
{
    return QuerySubscriptionByConsumer::Reply{{command.group, broker.clients.subscription(command.group, command.topic), command.topic}};
}

} // namespace

void addGroupHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, updateGroup);
    table.on(broker, allGroups);
    table.on(broker, oneGroup);
    table.on(broker, deleteGroup);
    table.on(broker, topicsOfGroup);
    table.on(broker, subscription);
}

} // namespace rocketdesk::sandbox
