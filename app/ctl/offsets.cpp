// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"
#include "client/groups.h"

namespace rocketdesk::ctl {

namespace {

Line lineOf(const QueueProgress &queue)
{
    Line line;
    line.add("topic", queue.topic).add("brokerName", queue.queue.broker).add("queueId", queue.queue.id);
    line.add("consumerOffset", queue.consumerOffset).add("maxOffset", queue.maxOffset).add("lag", queue.lag());
    if (queue.lastTimestampMs > 0)
        line.add("lastTimestamp", queue.lastTimestampMs);
    if (!queue.owner.isEmpty())
        line.add("clientId", queue.owner);
    return line;
}

Pending<int> runOffsets(const Arguments &arguments, Session &session)
{
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    GroupWish wish{.group = ConsumerGroup(arguments.positional().front()), .topic = {}, .whole = false};
    if (arguments.positional().size() > 1)
        wish.topic = TopicName(arguments.positional().at(1));
    whenDone(session.client().groups().read(wish, session.how()), &session, [&session, wish, exitCode = std::move(exitCode)](Result<GroupDetail> detail) mutable {
        if (!detail)
            return void(exitCode.finish(session.fail(detail.error())));
        for (const QueueProgress &queue : detail->queues)
            session.out().row(lineOf(queue));
        if (detail->queues.empty() && detail->failures.empty())
            session.out().note(wish.topic ? QStringLiteral("rocketctl: the group %1 has no offsets of the topic %2").arg(wish.group.text(), wish.topic->text())
                                          : QStringLiteral("rocketctl: the group %1 has no offsets yet").arg(wish.group.text()));
        exitCode.finish(session.exitAfter(detail->failures));
    });
    return pending;
}

} // namespace

Command offsetsCommand()
{
    return {.name = "offsets", .arguments = "G [T]", .summary = "how far a group is in each queue, and which client has it", .options = {}, .least = 1, .most = 2, .run = &runOffsets};
}

} // namespace rocketdesk::ctl
