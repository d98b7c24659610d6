// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "app/sandbox/replies.h"
#include "app/sandbox/routes.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;
using Queues = QList<MessageQueue>;

constexpr QLatin1StringView pop("POP");
constexpr QLatin1StringView pull("PULL");

/// The readable queues of the topic on all brokers, in Java's order: topic, broker, queue.
Queues queuesOf(const BrokerState &broker, const TopicName &topic)
{
    Queues queues;
    const TopicRouteData route = broker.routes->route(topic);
    for (const QueueData &data : route.queueDatas) {
        for (int id = 0; (data.perm & permRead) && id < data.readQueueNums; ++id)
            queues << MessageQueue{topic, data.brokerName, QueueId(id)};
    }
    std::sort(queues.begin(), queues.end());
    return queues;
}

/// Consecutive queues for each client. [AllocateMessageQueueAveragely]
Queues averagely(const Queues &all, qsizetype index, qsizetype clients)
{
    const qsizetype rest = all.size() % clients;
    const qsizetype share = all.size() <= clients ? 1 : all.size() / clients + (index < rest ? 1 : 0);
    const qsizetype begin = rest > 0 && index < rest ? index * share : index * share + rest;
    return all.mid(std::min(begin, all.size()), share);
}

/// Every so manieth queue. [AllocateMessageQueueAveragelyByCircle]
Queues byCircle(const Queues &all, qsizetype index, qsizetype clients)
{
    Queues mine;
    for (qsizetype i = index; i < all.size(); i += clients)
        mine << all.at(i);
    return mine;
}

using Strategy = Queues (*)(const Queues &, qsizetype, qsizetype);

Strategy strategyNamed(const QString &name)
{
    if (name == QLatin1StringView("AVG"))
        return averagely;
    return name == QLatin1StringView("AVG_BY_CIRCLE") ? byCircle : nullptr;
}

/// Clients that pop share queues: all of them, or each its own and those of the next ones. [allocate4Pop]
Queues sharedQueues(const Queues &all, qsizetype index, qsizetype clients, int share, Strategy strategy)
{
    if (share <= 0 || share >= clients - 1) {
        Queues whole;
        for (const MessageQueue &queue : all)
            whole << MessageQueue{queue.topic, queue.broker, QueueId(-1)};
        whole.erase(std::unique(whole.begin(), whole.end()), whole.end());
        return whole;
    }
    if (clients > all.size())
        return {all.at(index % all.size())};
    Queues mine;
    for (int i = 0; i <= share; ++i)
        mine << strategy(all, (index + i) % clients, clients);
    return mine;
}

/// Nothing where the broker has no answer: the client keeps what it has.
std::optional<Queues> assigned(const BrokerState &broker, const AssignmentQuery &query, const MessageRequestMode &mode)
{
    const Queues all = queuesOf(broker, query.topic);
    if (all.isEmpty() || query.messageModel == MessageModel::Broadcasting)
        return all.isEmpty() ? std::nullopt : std::optional(all);
    const ConsumerSet *const set = broker.clients.consumers(query.consumerGroup);
    const Strategy strategy = strategyNamed(query.strategyName);
    if (!set || !strategy)
        return std::nullopt;
    const auto me = set->members.find(query.clientId);
    if (me == set->members.end())
        return Queues();
    const qsizetype index = std::distance(set->members.begin(), me);
    const auto clients = static_cast<qsizetype>(set->members.size());
    return mode.mode == pop ? sharedQueues(all, index, clients, mode.popShareQueueNum, strategy) : strategy(all, index, clients);
}

/// [QueryAssignmentProcessor]
Answer<AssignmentsReply> assignment(BrokerState &broker, const QueryAssignment &command, const Ticket &)
{
    const AssignmentQuery &query = command.body;
    const MessageRequestMode standard{query.consumerGroup, QString(pull), 0, query.topic};
    const MessageRequestMode mode = broker.requestModes.value({query.topic, query.consumerGroup}, standard);
    AssignmentsReply reply;
    const auto queues = assigned(broker, query, mode);
    if (queues)
        reply.body.messageQueueAssignments.emplace();
    for (const MessageQueue &queue : queues.value_or(Queues()))
        reply.body.messageQueueAssignments->append({queue, mode.mode});
    return reply;
}

Done setMode(BrokerState &broker, const SetMessageRequestMode &command, const Ticket &)
{
    const MessageRequestMode &mode = command.body;
    if (isRetryTopic(mode.topic))
        return refused(AnswerCode::NoPermission, QStringLiteral("retry topic is not allowed to set mode"));
    if (!broker.topics.find(mode.topic))
        return refused(AnswerCode::TopicNotExist, QStringLiteral("topic[%1] not exist").arg(mode.topic.text()));
    if (!broker.useGroup(mode.consumerGroup))
        return refused(AnswerCode::SubscriptionGroupNotExist, QStringLiteral("subscription group does not exist"));
    broker.requestModes.insert({mode.topic, mode.consumerGroup}, mode);
    return protocol::NoReply();
}

Answer<GetAllMessageRequestMode::Reply> modes(BrokerState &broker, const GetAllMessageRequestMode &, const Ticket &)
{
    GetAllMessageRequestMode::Reply reply;
    for (const MessageRequestMode &mode : std::as_const(broker.requestModes))
        reply.body.messageRequestModeMap[mode.topic].insert(mode.consumerGroup, mode);
    return reply;
}

} // namespace

void addAssignmentHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, assignment);
    table.on(broker, setMode);
    table.on(broker, modes);
}

} // namespace rocketdesk::sandbox
