// SPDX-License-Identifier: Apache-2.0
#include "client/admin/groupreader.h"

#include "client/commands/brokers.h"
#include "client/commands/connections.h"
#include "client/commands/offsets.h"
#include "client/commands/pushes.h"
#include "client/protocol/names.h"

#include <algorithm>
#include <map>
#include <set>

namespace rocketdesk {

namespace {

using commands::GetAllSubscriptionGroupConfig;
using commands::GetBrokerConsumeStats;
using commands::GetConsumerConnectionList;
using commands::GetConsumeStats;

ConnectionAnswer connectionAnswer(const BrokerRef &broker, const Result<GetConsumerConnectionList::Reply> &reply)
{
    return {.broker = broker, .reply = reply ? Result<commands::ConsumerConnection>(reply->body) : Result<commands::ConsumerConnection>(failed(reply.error()))};
}

void takeProgress(GroupDetail &detail, const commands::ConsumeStats &stats)
{
    detail.outTps += stats.consumeTps;
    for (auto queue = stats.offsetTable.cbegin(); queue != stats.offsetTable.cend(); ++queue) {
        detail.queues.push_back({.topic = queue.key().topic, .queue = {queue.key().broker, queue.key().queue}, .consumerOffset = queue->consumerOffset,
            .maxOffset = queue->brokerOffset, .lastTimestampMs = queue->lastTimestamp, .owner = {}});
    }
}

/// Who has which queue, as the clients say.
void findOwners(GroupDetail &detail)
{
    for (const GroupClient &client : detail.clients.clients) {
        if (!client.running)
            continue;
        for (QueueProgress &queue : detail.queues) {
            const commands::MessageQueue key{queue.topic, queue.queue.broker, queue.queue.id};
            if (client.running->mqTable.contains(key) || (client.running->mqPopTable && client.running->mqPopTable->contains(key)))
                queue.owner = client.id;
        }
    }
}

} // namespace

Pending<GroupsOverview> GroupReader::readAll(Ask how)
{
    const auto began = m_cluster.clock().now();
    const qint64 beganMs = m_cluster.clock().wallMs();
    auto listing = m_directory.masters(how);
    const auto brokers = co_await listing;
    if (!brokers)
        co_return failed(brokers.error());
    auto naming = m_cluster.askEach(GetAllSubscriptionGroupConfig(), BrokerSet::these(*brokers), how);
    auto counting = m_cluster.askEach(GetBrokerConsumeStats(), BrokerSet::these(*brokers), how);
    auto names = co_await naming;
    auto stats = co_await counting;
    if (!names || !stats)
        co_return failed(names ? stats.error() : names.error());
    std::vector<BrokerGroups> told;
    for (std::size_t i = 0; i < brokers->size(); ++i) {
        const auto groups = std::move(names->at(i).reply).map([](auto &&reply) { return std::move(reply.body.subscriptionGroupTable); });
        const auto list = std::move(stats->at(i).reply).map([](auto &&reply) { return std::move(reply.body); });
        told.push_back({.broker = brokers->at(i), .groups = groups, .stats = list});
    }
    GroupsOverview overview = mergeGroups(told);
    overview.cost = m_cluster.clock().now() - began;
    overview.readMs = beganMs;
    co_return overview;
}

Pending<int> GroupReader::readClients(std::vector<GroupPlace> groups, Reading reading, Ask how, GroupClientsSeen seen)
{
    const auto job = std::make_shared<Job>();
    job->groups = std::move(groups);
    job->reading = reading;
    job->how = how;
    job->seen = std::move(seen);
    std::vector<Pending<void>> workers;
    for (std::size_t i = 0; i < std::min<std::size_t>(MostCalls, job->groups.size()); ++i)
        workers.push_back(work(job));
    auto working = whenAll(std::move(workers));
    (void)co_await working;
    co_return job->done;
}

Pending<void> GroupReader::work(JobPtr job)
{
    while (job->next < job->groups.size()) {
        auto reading = clientsOf(job->groups[job->next++], job->reading, job->how);
        const auto clients = co_await reading;
        if (!clients)
            co_return failed(clients.error());
        ++job->done;
        if (job->seen)
            job->seen(*clients, job->done, static_cast<int>(job->groups.size()));
    }
    co_return {};
}

Pending<GroupClients> GroupReader::clientsOf(GroupPlace place, Reading reading, Ask how)
{
    std::vector<ConnectionAnswer> answers;
    for (const BrokerRef &broker : place.brokers) {
        auto entering = m_limit.enter(reading == Reading::InSight);
        const auto permit = co_await entering;
        if (!permit)
            co_return failed(permit.error());
        auto asking = m_cluster.ask(GetConsumerConnectionList{place.group}, Target::at(broker.address), how);
        auto reply = co_await asking;
        if (!reply)
            reply.error().where = broker.label();
        answers.push_back(connectionAnswer(broker, reply));
        if (reply) // its clients send heartbeats to every broker that they use
            break;
    }
    co_return mergeClients(place.group, answers);
}

Pending<GroupDetail> GroupReader::readDetail(GroupWish wish, Ask how)
{
    const auto began = m_cluster.clock().now();
    const auto detail = std::make_shared<GroupDetail>();
    detail->group = wish.group;
    detail->readMs = m_cluster.clock().wallMs();
    auto listing = m_directory.masters(how);
    const auto brokers = co_await listing;
    if (!brokers)
        co_return failed(brokers.error());
    auto counting = readProgress(detail, wish.topic, *brokers, how);
    auto connecting = readConnections(detail, *brokers, how);
    (void)co_await counting;
    (void)co_await connecting;
    // Asked for a topic, 208 answers for a group that nobody has as for any other.
    const bool proven = !detail->clients.clients.empty() || (!wish.topic && !detail->queues.empty());
    if (wish.whole || !proven) {
        auto settling = readSettings(detail, *brokers, how);
        (void)co_await settling;
    }
    if (!proven && detail->brokers.empty() && detail->failures.empty())
        co_return failed(Error{.kind = Error::Kind::NotFound, .remark = QStringLiteral("no broker has a group %1").arg(wish.group.text()), .where = {},
            .operation = QString::fromLatin1(GetAllSubscriptionGroupConfig::request.name)});
    if (wish.whole && !detail->queues.empty()) {
        auto rating = readRates(detail, *brokers, how);
        (void)co_await rating;
    }
    findOwners(*detail);
    detail->disagreements = disagreementsOf(detail->clients.clients);
    detail->cost = m_cluster.clock().now() - began;
    co_return *detail;
}

Pending<void> GroupReader::readProgress(DetailPtr detail, std::optional<TopicName> topic, std::vector<BrokerRef> brokers, Ask how)
{
    auto asking = m_cluster.askEach(GetConsumeStats{.consumerGroup = detail->group, .topic = topic}, BrokerSet::these(brokers), how);
    const auto answers = co_await asking;
    if (!answers)
        co_return failed(answers.error());
    for (const auto &answer : *answers) {
        if (answer.reply)
            takeProgress(*detail, answer.reply->body);
        else
            noteFailure(detail->failures, answer.broker, answer.reply.error());
    }
    std::sort(detail->queues.begin(), detail->queues.end(),
        [](const QueueProgress &a, const QueueProgress &b) { return std::tie(a.topic, a.queue) < std::tie(b.topic, b.queue); });
    co_return {};
}

Pending<void> GroupReader::readConnections(DetailPtr detail, std::vector<BrokerRef> brokers, Ask how)
{
    auto asking = m_cluster.askEach(GetConsumerConnectionList{detail->group}, BrokerSet::these(brokers), how);
    const auto answers = co_await asking;
    if (!answers)
        co_return failed(answers.error());
    std::vector<ConnectionAnswer> connections;
    for (const auto &answer : *answers)
        connections.push_back(connectionAnswer(answer.broker, answer.reply));
    detail->clients = mergeClients(detail->group, connections);
    for (const BrokerFailure &failure : detail->clients.failures)
        noteFailure(detail->failures, failure.broker, failure.error);
    std::vector<Pending<void>> running;
    for (std::size_t i = 0; i < detail->clients.clients.size(); ++i)
        running.push_back(readRunning(detail, i, how));
    auto reading = whenAll(std::move(running));
    (void)co_await reading;
    co_return {};
}

Pending<void> GroupReader::readRunning(DetailPtr detail, std::size_t client, Ask how)
{
    auto entering = m_limit.enter(true);
    const auto permit = co_await entering;
    if (!permit)
        co_return failed(permit.error());
    const GroupClient &asked = detail->clients.clients[client];
    const commands::GetConsumerRunningInfo command{.consumerGroup = detail->group, .clientId = asked.id};
    auto asking = m_cluster.ask(command, Target::at(asked.brokers.front().address), how);
    auto told = co_await asking;
    if (told) // many clients do not answer it: then it is not known, which is no failure of a broker
        detail->clients.clients[client].running = std::move(told->body);
    co_return {};
}

Pending<void> GroupReader::readSettings(DetailPtr detail, std::vector<BrokerRef> brokers, Ask how)
{
    auto asking = m_cluster.askEach(GetAllSubscriptionGroupConfig(), BrokerSet::these(brokers), how);
    const auto answers = co_await asking;
    if (!answers)
        co_return failed(answers.error());
    for (const auto &answer : *answers) {
        if (!answer.reply) {
            noteFailure(detail->failures, answer.broker, answer.reply.error());
            continue;
        }
        const auto found = answer.reply->body.subscriptionGroupTable.constFind(detail->group);
        if (found != answer.reply->body.subscriptionGroupTable.cend())
            detail->brokers.push_back({.broker = answer.broker, .config = *found});
    }
    co_return {};
}

Pending<void> GroupReader::readRates(DetailPtr detail, std::vector<BrokerRef> brokers, Ask how)
{
    std::map<TopicName, std::set<BrokerName>> holders;
    for (const QueueProgress &queue : detail->queues) {
        if (!protocol::isRetryTopic(queue.topic.text()))
            holders[queue.topic].insert(queue.queue.broker);
    }
    std::vector<TopicPlace> places;
    for (const auto &[topic, names] : holders) {
        TopicPlace place{.topic = topic};
        for (const BrokerRef &broker : brokers) {
            if (names.contains(broker.name))
                place.brokers.push_back(broker);
        }
        places.push_back(std::move(place));
    }
    auto reading = m_numbers.read(places, Reading::InSight, how, [detail](const TopicNumbers &numbers, int, int) {
        if (!numbers.isPartial())
            detail->inTps = detail->inTps.value_or(0) + numbers.inTps;
    });
    (void)co_await reading;
    co_return {};
}

} // namespace rocketdesk
