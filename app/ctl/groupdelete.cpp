// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"
#include "app/ctl/stepline.h"
#include "client/groups.h"

namespace rocketdesk::ctl {

namespace {

constexpr int AskForClients = commands::GetConsumerConnectionList::request.code;

int printGroupDelete(Session &session, const Result<std::vector<StepResult>> &steps)
{
    if (!steps) {
        const int exitCode = session.fail(steps.error());
        if (steps.error().operation == QLatin1StringView(commands::GetConsumerConnectionList::request.name))
            session.out().note(QStringLiteral("rocketctl: nothing is deleted: whether clients of the group are online is not known; --force deletes it all the same"));
        return exitCode;
    }
    const int exitCode = printSteps(session, *steps, commands::DeleteSubscriptionGroup::request.code, "DELETED");
    for (const BrokerRef &broker : failedServers(*steps, AskForClients))
        session.out().note(QStringLiteral("rocketctl: whether clients of the group are online at %1 is not known: they would create it again").arg(broker.name.text()));
    return exitCode;
}

Pending<int> runGroupDelete(const Arguments &arguments, Session &session)
{
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    session.onInterrupt([] {}); // what was begun is finished
    const WhereUnknown unknown = arguments.has("--force") ? WhereUnknown::GoOn : WhereUnknown::Stop;
    whenDone(session.client().groups().remove(ConsumerGroup(arguments.positional().front()), session.how(), unknown), &session,
        [&session, exitCode = std::move(exitCode)](const Result<std::vector<StepResult>> &steps) mutable { exitCode.finish(printGroupDelete(session, steps)); });
    return pending;
}

} // namespace

Command groupDeleteCommand()
{
    return {.name = "group delete", .arguments = "G", .summary = "takes a consumer group away with its offsets, retries and dead letters, at every broker",
        .options = {{"--force", nullptr, "though a broker does not tell whether clients of the group are online"}}, .least = 1, .most = 1, .run = &runGroupDelete};
}

} // namespace rocketdesk::ctl
