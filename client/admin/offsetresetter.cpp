// SPDX-License-Identifier: Apache-2.0
#include "client/admin/offsetresetter.h"

#include "client/commands/brokers.h"
#include "client/commands/connections.h"
#include "client/commands/groups.h"
#include "client/commands/offsets.h"
#include "client/commands/pushes.h"
#include "client/commands/topics.h"

#include <algorithm>
#include <map>

namespace rocketdesk {

namespace {

using commands::InvokeBrokerToResetOffset;

constexpr int NotOnline = 206;

bool keepsOffsetsItself(const QString &settings)
{
    return settings.split(u'\n').contains(QStringLiteral("useServerSideResetOffset=true"));
}

bool isWanted(const ResetWish &wish, const QueueRef &queue)
{
    return wish.queues.empty() || std::find(wish.queues.cbegin(), wish.queues.cend(), queue) != wish.queues.cend();
}

/// The time that stands for the target where a broker looks for the offset itself.
qint64 timestampOf(const ResetTarget &to)
{
    return to.kind == ResetTarget::Kind::Latest ? -1 : to.kind == ResetTarget::Kind::Time ? to.number : 0;
}

/// What is the same for every queue of a broker that can't do it.
std::optional<Error> objection(const ResetWish &wish, ResetWay way)
{
    if (way != ResetWay::ThroughClients || (wish.queues.empty() && wish.to.kind != ResetTarget::Kind::Offset))
        return std::nullopt;
    return Error{.kind = Error::Kind::InvalidArgument,
        .remark = QStringLiteral("clients of the group %1 are online, and a broker before 5.0 then moves all queues, to a time, the earliest or the latest offset: "
                                 "stop the clients, or name neither queue nor offset").arg(wish.group.text()), .where = {}, .operation = {}};
}

} // namespace

/// What was asked of a broker before its part is worked out.
struct OffsetResetter::Known {
    commands::TopicStats topic;
    commands::ConsumeStats group;
    ResetWay way = ResetWay::AtBroker;
    int clients = 0;
    bool knowsGroup = false;
};

Pending<ResetPlan> OffsetResetter::plan(ResetWish wish, Ask how)
{
    auto finding = m_cluster.routes().refresh(wish.topic, how);
    const auto route = co_await finding;
    if (!route)
        co_return failed(route.error());
    for (const QueueRef &queue : wish.queues) {
        if (std::find((*route)->read.cbegin(), (*route)->read.cend(), queue) == (*route)->read.cend())
            co_return failed(Error::Kind::InvalidArgument, QStringLiteral("the topic %1 has no queue %2:%3").arg(wish.topic.text(), queue.broker.text()).arg(queue.id.value()));
    }
    std::vector<Pending<Part>> parts;
    for (const BrokerRef &broker : (*route)->brokers)
        parts.push_back(planAt(broker, wish, how));
    auto planning = whenAll(std::move(parts));
    const auto planned = co_await planning;
    if (!planned)
        co_return failed(planned.error());
    ResetPlan plan{.wish = wish};
    bool known = false;
    for (std::size_t i = 0; i < planned->size(); ++i) {
        const Result<Part> &part = (*planned)[i];
        if (!part && part.error().kind == Error::Kind::InvalidArgument)
            co_return failed(part.error());
        if (!part) {
            plan.failures.push_back({.broker = (*route)->brokers[i], .error = part.error()});
            continue;
        }
        known = known || part->knowsGroup;
        plan.clients = std::max(plan.clients, part->clients);
        plan.queues.insert(plan.queues.end(), part->queues.cbegin(), part->queues.cend());
    }
    if (!known && plan.failures.empty())
        co_return failed(Error{.kind = Error::Kind::NotFound, .remark = QStringLiteral("no broker of the topic %1 has a group %2").arg(wish.topic.text(), wish.group.text()),
            .where = {}, .operation = QString::fromLatin1(InvokeBrokerToResetOffset::request.name)});
    std::sort(plan.queues.begin(), plan.queues.end(),
        [](const QueueReset &a, const QueueReset &b) { return std::tie(a.broker.name, a.queue) < std::tie(b.broker.name, b.queue); });
    co_return plan;
}

Pending<OffsetResetter::Known> OffsetResetter::askBroker(BrokerRef broker, ResetWish wish, Ask how)
{
    const Target at = Target::at(broker.address);
    auto listing = m_cluster.ask(commands::GetAllSubscriptionGroupConfig(), at, how);
    auto counting = m_cluster.ask(commands::GetTopicStatsInfo{wish.topic}, at, how);
    auto reading = m_cluster.ask(commands::GetConsumeStats{.consumerGroup = wish.group, .topic = wish.topic}, at, how);
    auto connecting = m_cluster.ask(commands::GetConsumerConnectionList{wish.group}, at, how);
    auto setting = m_cluster.ask(commands::GetBrokerConfig(), at, how);
    const auto groups = co_await listing;
    const auto topic = co_await counting;
    const auto group = co_await reading;
    const auto connections = co_await connecting;
    const auto settings = co_await setting;
    for (const Error *error : {groups ? nullptr : &groups.error(), topic ? nullptr : &topic.error(), group ? nullptr : &group.error(),
             connections || connections.error().code == NotOnline ? nullptr : &connections.error(), settings ? nullptr : &settings.error()}) {
        if (error)
            co_return failed(*error);
    }
    Known known{.topic = topic->body, .group = group->body};
    known.knowsGroup = groups->body.subscriptionGroupTable.contains(wish.group);
    known.clients = connections ? static_cast<int>(connections->body.connectionSet.size()) : 0;
    known.way = keepsOffsetsItself(settings->body) ? ResetWay::AtBroker : known.clients > 0 ? ResetWay::ThroughClients : ResetWay::Stored;
    co_return known;
}

Pending<OffsetResetter::Part> OffsetResetter::planAt(BrokerRef broker, ResetWish wish, Ask how)
{
    auto asking = askBroker(broker, wish, how);
    auto known = co_await asking;
    if (!known) {
        known.error().where = broker.label();
        co_return failed(known.error());
    }
    Part part{.broker = broker, .clients = known->clients, .knowsGroup = known->knowsGroup};
    if (!known->knowsGroup)
        co_return part; // it has no offsets of it, and asking it to set one would fail
    if (const auto error = objection(wish, known->way))
        co_return failed(*error);
    std::vector<commands::MessageQueue> queues;
    std::vector<Pending<QueueOffset>> searches;
    for (const commands::MessageQueue &queue : known->topic.offsetTable.keys()) {
        if (!isWanted(wish, {broker.name, queue.queue}))
            continue;
        queues.push_back(queue);
        searches.push_back(wish.to.kind == ResetTarget::Kind::Time ? search(broker, wish.topic, queue.queue, wish.to.number, how) : ready<QueueOffset>(QueueOffset()));
    }
    auto searching = whenAll(std::move(searches));
    const auto found = co_await searching;
    for (std::size_t i = 0; found && i < queues.size(); ++i) {
        const commands::TopicOffset range = known->topic.offsetTable.value(queues[i]);
        const auto after = (*found)[i] ? resetOffset(wish.to, range.minOffset, range.maxOffset, *(*found)[i]) : Result<QueueOffset>(failed((*found)[i].error()));
        if (!after) {
            Error error = after.error();
            error.where = QStringLiteral("%1:%2").arg(broker.name.text()).arg(queues[i].queue.value());
            if (error.kind == Error::Kind::InvalidArgument)
                error.remark = error.where + QStringLiteral(": ") + error.remark;
            co_return failed(std::move(error));
        }
        const auto before = known->group.offsetTable.constFind(queues[i]);
        part.queues.push_back({.broker = broker, .queue = queues[i].queue,
            .before = before == known->group.offsetTable.cend() ? std::nullopt : std::optional(before->consumerOffset), .after = *after, .min = range.minOffset,
            .max = range.maxOffset, .way = known->way});
    }
    co_return part;
}

Pending<QueueOffset> OffsetResetter::search(BrokerRef broker, TopicName topic, QueueId queue, qint64 timeMs, Ask how)
{
    auto entering = m_limit.enter(true);
    const auto permit = co_await entering;
    if (!permit)
        co_return failed(permit.error());
    auto asking = m_cluster.ask(commands::SearchOffsetByTimestamp{.topic = topic, .queueId = queue, .timestamp = timeMs, .boundaryType = {}}, Target::at(broker.address), how);
    const auto found = co_await asking;
    if (!found)
        co_return failed(found.error());
    co_return found->offset;
}

Pending<OffsetResetter::Results> OffsetResetter::run(ResetPlan plan, Ask how, QueueResetSeen seen)
{
    std::map<BrokerName, std::vector<QueueReset>> brokers;
    for (const QueueReset &queue : plan.queues)
        brokers[queue.broker.name].push_back(queue);
    std::vector<Pending<Results>> parts;
    for (const auto &[broker, queues] : brokers)
        parts.push_back(queues.front().way == ResetWay::ThroughClients ? resetThroughClients(plan.wish, queues, how, seen) : resetEach(plan.wish, queues, how, seen));
    Results results;
    for (Pending<Results> &resetting : parts) {
        const auto part = co_await resetting;
        if (!part)
            co_return failed(part.error());
        results.insert(results.end(), part->cbegin(), part->cend());
    }
    co_return results;
}

Pending<OffsetResetter::Results> OffsetResetter::resetEach(ResetWish wish, std::vector<QueueReset> queues, Ask how, QueueResetSeen seen)
{
    Results results;
    // The first alone: a broker that gets the first offsets of a group in a topic together keeps one of them. [ConsumerOffsetManager]
    for (std::size_t from = 0, to = 1; from < queues.size(); from = to, to = queues.size()) {
        std::vector<Pending<QueueResetResult>> together;
        for (std::size_t i = from; i < to; ++i)
            together.push_back(resetOne(wish, queues[i], how));
        for (Pending<QueueResetResult> &resetting : together) {
            const auto done = co_await resetting;
            if (!done)
                co_return failed(done.error());
            results.push_back(*done);
            if (seen)
                seen(*done);
        }
    }
    co_return results;
}

Pending<QueueResetResult> OffsetResetter::resetOne(ResetWish wish, QueueReset queue, Ask how)
{
    auto entering = m_limit.enter(true);
    const auto permit = co_await entering;
    if (!permit)
        co_return QueueResetResult{queue, failed(permit.error())};
    Result<QueueOffset> after = queue.after;
    if (queue.way == ResetWay::Stored) {
        const commands::UpdateConsumerOffset store{.consumerGroup = wish.group, .topic = wish.topic, .queueId = queue.queue, .commitOffset = queue.after};
        auto storing = m_cluster.ask(store, Target::at(queue.broker.address), how);
        const auto stored = co_await storing;
        if (!stored)
            after = failed(stored.error());
    } else {
        InvokeBrokerToResetOffset reset;
        reset.topic = wish.topic;
        reset.group = wish.group;
        reset.timestamp = timestampOf(wish.to);
        reset.isForce = true;
        reset.queueId = queue.queue;
        reset.offset = queue.after;
        auto resetting = m_cluster.ask(reset, Target::at(queue.broker.address), how);
        const auto done = co_await resetting;
        if (done)
            after = done->body.offsetTable.table.value({wish.topic, queue.broker.name, queue.queue}, queue.after);
        else
            after = failed(done.error());
    }
    if (!after)
        after.error().where = queue.broker.label();
    co_return QueueResetResult{queue, after};
}

Pending<OffsetResetter::Results> OffsetResetter::resetThroughClients(ResetWish wish, std::vector<QueueReset> queues, Ask how, QueueResetSeen seen)
{
    InvokeBrokerToResetOffset reset;
    reset.topic = wish.topic;
    reset.group = wish.group;
    reset.timestamp = timestampOf(wish.to);
    reset.isForce = true;
    auto resetting = m_cluster.ask(reset, Target::at(queues.front().broker.address), how);
    auto done = co_await resetting;
    if (!done)
        done.error().where = queues.front().broker.label();
    Results results;
    for (const QueueReset &queue : queues) {
        const auto after = done ? Result<QueueOffset>(done->body.offsetTable.table.value({wish.topic, queue.broker.name, queue.queue}, queue.after))
                                : Result<QueueOffset>(failed(done.error()));
        results.push_back({queue, after});
        if (seen)
            seen(results.back());
    }
    co_return results;
}

} // namespace rocketdesk
