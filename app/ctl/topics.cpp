// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"

namespace rocketdesk::ctl {

namespace {

Line lineOf(const TopicRow &topic)
{
    QStringList brokers;
    for (const TopicOnBroker &broker : topic.brokers)
        brokers << broker.broker.name.text();
    Line line;
    line.add("topic", topic.name).add("type", topicTypeName(topic.type));
    if (!brokers.isEmpty()) // else only its name is known
        line.add("readQueues", topic.readQueues).add("writeQueues", topic.writeQueues).add("perm", topic.perm);
    return line.add("brokers", brokers);
}

Pending<int> runTopics(const Arguments &, Session &session)
{
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    whenDone(session.client().readTopics(session.how()), &session,
        [&session, exitCode = std::move(exitCode)](Result<TopicsOverview> overview) mutable {
            if (!overview)
                return void(exitCode.finish(session.fail(overview.error())));
            for (const TopicRow &topic : overview->topics)
                session.out().row(lineOf(topic));
            const int partial = session.exitAfter(overview->failures);
            if (overview->namesFailed)
                session.out().failure(*overview->namesFailed);
            exitCode.finish(overview->namesFailed ? Failed : partial);
        });
    return pending;
}

} // namespace

Command topicsCommand()
{
    return {.name = "topics", .arguments = "", .summary = "every topic: type, queues, permission, brokers", .options = {}, .run = &runTopics};
}

} // namespace rocketdesk::ctl
