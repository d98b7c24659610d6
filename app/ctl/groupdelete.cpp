// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"
#include "app/ctl/stepline.h"
#include "client/groups.h"

namespace rocketdesk::ctl {

namespace {

Pending<int> runGroupDelete(const Arguments &arguments, Session &session)
{
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    session.onInterrupt([] {}); // what was begun is finished
    whenDone(session.client().groups().remove(ConsumerGroup(arguments.positional().front()), session.how()), &session,
        [&session, exitCode = std::move(exitCode)](Result<std::vector<StepResult>> steps) mutable {
            exitCode.finish(steps ? printSteps(session, *steps, commands::DeleteSubscriptionGroup::request.code, "DELETED") : session.fail(steps.error()));
            if (!steps && steps.error().operation == QLatin1StringView(commands::GetConsumerConnectionList::request.name))
                session.out().note(QStringLiteral("rocketctl: nothing is deleted: whether clients of the group are online is not known"));
        });
    return pending;
}

} // namespace

Command groupDeleteCommand()
{
    return {.name = "group delete", .arguments = "G", .summary = "takes a consumer group away with its offsets, retries and dead letters, at every broker", .options = {},
        .least = 1, .most = 1, .run = &runGroupDelete};
}

} // namespace rocketdesk::ctl
