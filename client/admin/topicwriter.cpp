// SPDX-License-Identifier: Apache-2.0
#include "client/admin/topicwriter.h"

#include "client/commands/nameserver.h"
#include "client/commands/offsets.h"

#include <algorithm>
#include <set>

namespace rocketdesk {

namespace {

constexpr QLatin1StringView orderNamespace("ORDER_TOPIC_CONFIG");

template <typename C>
StepResult stepOf(const BrokerRef &server, const Result<typename C::Reply> &reply)
{
    StepResult step{.server = server, .code = C::request.code, .state = reply ? StepResult::State::Done : StepResult::State::Failed};
    if (!reply)
        step.error = reply.error();
    return step;
}

bool isAsPreviewed(const std::optional<commands::TopicConfig> &now, const std::optional<commands::TopicConfig> &before)
{
    return now.has_value() == before.has_value() && (!now || sameConfig(*now, *before));
}

/// One step a preview: NotTried where it may be written.
std::vector<StepResult> checked(const std::vector<TopicPreview> &previews, const std::vector<TopicConfigAnswer> &now)
{
    std::vector<StepResult> steps;
    for (std::size_t i = 0; i < previews.size(); ++i) {
        StepResult step{.server = previews[i].broker, .code = commands::UpdateAndCreateTopic::request.code};
        if (!now[i].reply) {
            step.state = StepResult::State::Failed;
            step.error = now[i].reply.error();
        } else if (!isAsPreviewed(*now[i].reply, previews[i].before)) {
            step.state = StepResult::State::Changed;
            step.error = {.kind = Error::Kind::InvalidArgument, .remark = QStringLiteral("its configuration has changed since it was read"),
                .where = previews[i].broker.label(), .operation = QString::fromLatin1(commands::UpdateAndCreateTopic::request.name)};
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

std::vector<BrokerRef> serversIn(const std::vector<StepResult> &steps, StepResult::State state)
{
    std::vector<BrokerRef> servers;
    for (const StepResult &step : steps) {
        if (step.state == state)
            servers.push_back(step.server);
    }
    return servers;
}

} // namespace

Pending<std::vector<StepResult>> TopicWriter::write(std::vector<TopicPreview> previews, Ask how, StepSeen seen)
{
    if (previews.empty())
        co_return failed(Error::Kind::InvalidArgument, QStringLiteral("no broker is chosen"));
    std::vector<BrokerRef> brokers;
    for (const TopicPreview &preview : previews)
        brokers.push_back(preview.broker);
    auto reading = m_reader.readConfigs(previews.front().after.topicName, brokers, how);
    const auto now = co_await reading;
    if (!now)
        co_return failed(now.error());
    std::vector<StepResult> steps = checked(previews, *now);
    if (!serversIn(steps, StepResult::State::Changed).empty())
        co_return steps;

    const auto commandAt = [previews](const BrokerRef &broker) {
        const auto preview = std::find_if(previews.cbegin(), previews.cend(), [&](const TopicPreview &p) { return p.broker == broker; });
        return commandFor(*preview);
    };
    using Command = commands::UpdateAndCreateTopic;
    auto writing = m_cluster.askEachWith<Command>(commandAt, BrokerSet::these(serversIn(steps, StepResult::State::NotTried)), how,
        [seen](const BrokerAnswer<Command::Reply> &answer, int) {
            if (seen)
                seen(stepOf<Command>(answer.broker, answer.reply));
        });
    const auto answers = co_await writing;
    if (!answers)
        co_return failed(answers.error());
    for (const auto &answer : *answers) {
        const auto step = std::find_if(steps.begin(), steps.end(), [&](const StepResult &s) { return s.server == answer.broker; });
        *step = stepOf<Command>(answer.broker, answer.reply);
    }
    co_return steps;
}

namespace {

using StatsReply = BrokerAnswer<commands::GetTopicStatsInfo::Reply>;
using GroupsReply = BrokerAnswer<commands::QueryTopicConsumeByWho::Reply>;

/// Once for what was asked for, whatever number of groups it was asked for.
void noteUnknown(std::vector<BrokerFailure> &failures, const BrokerFailure &failure)
{
    const auto same = [&](const BrokerFailure &known) { return known.broker == failure.broker && known.error.operation == failure.error.operation; };
    if (std::none_of(failures.cbegin(), failures.cend(), same))
        failures.push_back(failure);
}

void takeLosses(TopicRemoval &removal, const std::vector<StatsReply> &answers)
{
    for (const StatsReply &answer : answers) {
        if (!answer.reply && answer.reply.error().code == static_cast<int>(protocol::AnswerCode::TopicNotExist))
            continue; // a broker of the cluster that does not have it loses nothing
        if (!answer.reply) {
            noteUnknown(removal.failures, {.broker = answer.broker, .error = answer.reply.error()});
            continue;
        }
        const commands::TopicStats &stats = answer.reply->body;
        TopicLoss loss{.broker = answer.broker, .queues = static_cast<int>(stats.offsetTable.size())};
        for (const commands::TopicOffset &queue : stats.offsetTable) {
            loss.messages += queue.maxOffset.value() - queue.minOffset.value();
            loss.lastWriteMs = std::max(loss.lastWriteMs, queue.lastUpdateTimestamp);
        }
        removal.inTps += stats.topicPutTps.value_or(0);
        removal.losses.push_back(std::move(loss));
    }
}

std::set<ConsumerGroup> takeGroups(TopicRemoval &removal, const std::vector<GroupsReply> &answers)
{
    std::set<ConsumerGroup> groups;
    for (const GroupsReply &answer : answers) {
        if (answer.reply)
            groups.insert(answer.reply->body.groupList.cbegin(), answer.reply->body.groupList.cend());
        else
            noteUnknown(removal.failures, {.broker = answer.broker, .error = answer.reply.error()});
    }
    return groups;
}

} // namespace

Pending<TopicRemoval> TopicWriter::previewRemoval(TopicName topic, Ask how)
{
    TopicRemoval removal{.topic = topic};
    for (const Endpoint &server : m_cluster.nameServers().all())
        removal.nameServers.push_back(server);
    auto listing = m_directory.masters(how);
    const auto brokers = co_await listing;
    if (!brokers)
        co_return failed(brokers.error());
    removal.brokers = *brokers;
    auto counting = m_cluster.askEach(commands::GetTopicStatsInfo{topic}, BrokerSet::these(*brokers), how);
    auto grouping = m_cluster.askEach(commands::QueryTopicConsumeByWho{topic}, BrokerSet::these(*brokers), how);
    const auto stats = co_await counting;
    const auto groups = co_await grouping;
    if (!stats || !groups)
        co_return failed(stats ? groups.error() : stats.error());
    takeLosses(removal, *stats);
    std::vector<Pending<Backlog>> backlogs;
    for (const ConsumerGroup &group : takeGroups(removal, *groups))
        backlogs.push_back(backlog(group, topic, *brokers, how));
    auto reading = whenAll(std::move(backlogs));
    const auto told = co_await reading;
    if (!told)
        co_return failed(told.error());
    for (const auto &one : *told) {
        if (!one)
            co_return failed(one.error());
        removal.groups.push_back(one->group);
        for (const BrokerFailure &failure : one->failures)
            noteUnknown(removal.failures, failure);
    }
    co_return removal;
}

Pending<TopicWriter::Backlog> TopicWriter::backlog(ConsumerGroup group, TopicName topic, std::vector<BrokerRef> brokers, Ask how)
{
    commands::GetConsumeStats command;
    command.consumerGroup = group;
    command.topic = topic;
    auto asking = m_cluster.askEach(command, BrokerSet::these(brokers), how);
    const auto answers = co_await asking;
    if (!answers)
        co_return failed(answers.error());
    Backlog backlog{.group = {.group = group}};
    for (const auto &answer : *answers) {
        if (!answer.reply) {
            backlog.failures.push_back({.broker = answer.broker, .error = answer.reply.error()});
            continue;
        }
        for (const commands::ConsumeOffset &queue : answer.reply->body.offsetTable)
            backlog.group.messages += std::max<qint64>(0, queue.brokerOffset.value() - queue.consumerOffset.value());
        backlog.group.consumeTps += answer.reply->body.consumeTps;
    }
    co_return backlog;
}

Pending<std::vector<StepResult>> TopicWriter::remove(TopicName topic, std::vector<BrokerRef> brokers, Ask how, StepSeen seen)
{
    using Command = commands::DeleteTopicInBroker;
    auto deleting = m_cluster.askEach(Command{topic}, BrokerSet::these(brokers), how, [seen](const BrokerAnswer<Command::Reply> &answer, int) {
        if (seen)
            seen(stepOf<Command>(answer.broker, answer.reply));
    });
    const auto answers = co_await deleting;
    if (!answers)
        co_return failed(answers.error());
    std::vector<StepResult> steps;
    for (const auto &answer : *answers)
        steps.push_back(stepOf<Command>(answer.broker, answer.reply));
    // A broker that still has the topic would tell the name servers of it again.
    const bool everywhere = allDone(steps);
    std::vector<Pending<std::vector<StepResult>>> forgetting;
    for (const BrokerRef &server : nameServers()) {
        if (everywhere)
            forgetting.push_back(removeAtNameServer(topic, server, how));
        else
            steps.push_back({.server = server, .code = commands::DeleteTopicInNamesrv::request.code});
    }
    auto waiting = whenAll(std::move(forgetting));
    const auto forgotten = co_await waiting;
    for (const auto &server : forgotten ? *forgotten : std::vector<Result<std::vector<StepResult>>>()) {
        for (const StepResult &step : server ? *server : std::vector<StepResult>()) {
            if (seen)
                seen(step);
            steps.push_back(step);
        }
    }
    co_return steps;
}

Pending<std::vector<StepResult>> TopicWriter::removeAtNameServer(TopicName topic, BrokerRef server, Ask how)
{
    std::vector<StepResult> steps;
    commands::DeleteTopicInNamesrv forget;
    forget.topic = topic;
    auto forgetting = m_cluster.ask(forget, Target::at(server.address), how);
    const auto forgotten = co_await forgetting;
    steps.push_back(stepOf<commands::DeleteTopicInNamesrv>(server, forgotten));
    auto looking = m_cluster.ask(commands::GetKvConfig{.nameSpace = QString(orderNamespace), .key = topic.text()}, Target::at(server.address), how);
    const auto order = co_await looking;
    if (!order)
        co_return steps;
    auto deleting = m_cluster.ask(commands::DeleteKvConfig{.nameSpace = QString(orderNamespace), .key = topic.text()}, Target::at(server.address), how);
    const auto deleted = co_await deleting;
    steps.push_back(stepOf<commands::DeleteKvConfig>(server, deleted));
    co_return steps;
}

std::vector<BrokerRef> TopicWriter::nameServers() const
{
    std::vector<BrokerRef> servers;
    for (const Endpoint &server : m_cluster.nameServers().all())
        servers.push_back({.name = BrokerName(server.toString()), .address = server});
    return servers;
}

} // namespace rocketdesk
