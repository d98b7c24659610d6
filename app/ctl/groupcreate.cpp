// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/stepline.h"
#include "app/ctl/topicedit.h"
#include "client/groups.h"

namespace rocketdesk::ctl {

namespace {

Pending<int> runGroupCreate(const Arguments &arguments, Session &session)
{
    const auto retries = arguments.number("--retries", 0, 10'000);
    if (!retries)
        return session.failNow(retries.error());
    commands::SubscriptionGroupConfig config;
    config.groupName = ConsumerGroup(arguments.positional().front());
    config.retryMaxTimes = static_cast<int>(retries->value_or(config.retryMaxTimes));
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    auto done = std::make_shared<Promise<int>>(std::move(exitCode));
    auto asking = session.client().ask(commands::GetBrokerClusterInfo(), Target::nameServer(), session.how());
    whenDone(std::move(asking), &session, [&session, config, arguments, done](Result<commands::GetBrokerClusterInfo::Reply> info) {
        const auto brokers = info ? chosenBrokers(arguments, info->body) : Result<std::vector<BrokerRef>>(failed(info.error()));
        if (!brokers)
            return void(done->finish(session.fail(brokers.error())));
        whenDone(session.client().groups().create(config, *brokers, session.how()), &session, [&session, done](Result<std::vector<StepResult>> steps) {
            done->finish(steps ? printSteps(session, *steps, commands::UpdateAndCreateSubscriptionGroup::request.code, "CREATED") : session.fail(steps.error()));
        });
    });
    return pending;
}

} // namespace

Command groupCreateCommand()
{
    return {.name = "group create", .arguments = "G", .summary = "a consumer group, at every broker or at those that are named",
        .options = {{"--retries", "N", "how often a message is delivered again before it is a dead letter; 16 without it"}, {"--broker", "NAME", "at this broker only; repeatable", true},
            {"--cluster", "NAME", "at the brokers of this cluster"}},
        .least = 1, .most = 1, .run = &runGroupCreate};
}

} // namespace rocketdesk::ctl
