// SPDX-License-Identifier: Apache-2.0
#include "client/admin/groupwriter.h"

#include "client/commands/connections.h"
#include "client/protocol/names.h"
#include "client/protocol/validation.h"

namespace rocketdesk {

namespace {

template <typename C>
std::vector<StepResult> stepsOf(const std::vector<BrokerAnswer<typename C::Reply>> &answers)
{
    std::vector<StepResult> steps;
    for (const auto &answer : answers) {
        StepResult step{.server = answer.broker, .code = C::request.code, .state = answer.reply ? StepResult::State::Done : StepResult::State::Failed, .error = {}};
        if (!answer.reply)
            step.error = answer.reply.error();
        steps.push_back(std::move(step));
    }
    return steps;
}

} // namespace

Pending<std::vector<StepResult>> GroupWriter::create(commands::SubscriptionGroupConfig config, std::vector<BrokerRef> brokers, Ask how)
{
    using Command = commands::UpdateAndCreateSubscriptionGroup;
    if (const auto name = protocol::checkConsumerGroup(config.groupName); !name)
        co_return failed(name.error());
    auto writing = m_cluster.askEach(Command{config}, BrokerSet::these(brokers), how);
    const auto answers = co_await writing;
    if (!answers)
        co_return failed(answers.error());
    co_return stepsOf<Command>(*answers);
}

Pending<std::vector<StepResult>> GroupWriter::remove(ConsumerGroup group, Ask how, WhereUnknown unknown)
{
    using Command = commands::DeleteSubscriptionGroup;
    auto listing = m_directory.masters(how);
    const auto brokers = co_await listing;
    if (!brokers)
        co_return failed(brokers.error());
    auto checking = checkRemovable(group, *brokers, how);
    auto steps = co_await checking;
    if (!steps)
        co_return failed(steps.error());
    if (!steps->empty() && unknown == WhereUnknown::Stop)
        co_return failed(steps->front().error);
    auto deleting = m_cluster.askEach(Command{.groupName = group, .cleanOffset = true}, BrokerSet::these(*brokers), how);
    const auto answers = co_await deleting;
    if (!answers)
        co_return failed(answers.error());
    const std::vector<StepResult> deleted = stepsOf<Command>(*answers);
    steps->insert(steps->end(), deleted.cbegin(), deleted.cend());
    if (!allDone(deleted))
        co_return *steps;
    for (const TopicName &topic : {protocol::retryTopic(group), protocol::deadLetterTopic(group)}) {
        auto removing = m_topics.remove(topic, *brokers, how);
        const auto removed = co_await removing;
        if (removed)
            steps->insert(steps->end(), removed->cbegin(), removed->cend());
    }
    co_return *steps;
}

Pending<std::vector<StepResult>> GroupWriter::checkRemovable(ConsumerGroup group, std::vector<BrokerRef> brokers, Ask how)
{
    auto listing = m_cluster.askEach(commands::GetAllSubscriptionGroupConfig(), BrokerSet::these(brokers), how);
    auto connecting = m_cluster.askEach(commands::GetConsumerConnectionList{group}, BrokerSet::these(brokers), how);
    const auto groups = co_await listing;
    const auto connections = co_await connecting;
    bool known = !groups;
    for (const auto &answer : groups ? *groups : std::vector<BrokerAnswer<commands::GetAllSubscriptionGroupConfig::Reply>>())
        known = known || !answer.reply || answer.reply->body.subscriptionGroupTable.contains(group);
    if (!known)
        co_return failed(Error{.kind = Error::Kind::NotFound, .remark = QStringLiteral("no broker has a group %1").arg(group.text()), .where = {},
            .operation = QString::fromLatin1(commands::DeleteSubscriptionGroup::request.name)});
    if (!connections)
        co_return failed(connections.error());
    qsizetype online = 0;
    std::vector<StepResult> unknown;
    for (StepResult &step : stepsOf<commands::GetConsumerConnectionList>(*connections)) {
        if (step.state == StepResult::State::Failed && step.error.code != static_cast<int>(protocol::AnswerCode::ConsumerNotOnline))
            unknown.push_back(std::move(step));
    }
    for (const auto &answer : *connections)
        online = answer.reply ? std::max(online, answer.reply->body.connectionSet.size()) : online;
    if (online > 0)
        co_return failed(Error::Kind::InvalidArgument,
            QStringLiteral("%1 clients of the group %2 are online and would create it again: stop them first").arg(online).arg(group.text()));
    co_return unknown;
}

} // namespace rocketdesk
