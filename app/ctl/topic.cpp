// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"

namespace rocketdesk::ctl {

namespace {

using Answers = std::vector<BrokerAnswer<commands::GetTopicStatsInfo::Reply>>;

void print(Output &out, const commands::TopicStats &stats)
{
    for (auto queue = stats.offsetTable.cbegin(); queue != stats.offsetTable.cend(); ++queue) {
        Line line;
        line.add("topic", queue.key().topic).add("brokerName", queue.key().broker).add("queueId", queue.key().queue);
        out.row(line.add("minOffset", queue->minOffset).add("maxOffset", queue->maxOffset).add("lastUpdateTimestamp", queue->lastUpdateTimestamp));
    }
}

Pending<int> runTopic(const Arguments &arguments, Session &session)
{
    const TopicName topic(arguments.positional().first());
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    auto asking = session.client().askEach(commands::GetTopicStatsInfo{topic}, BrokerSet::ofTopic(topic), session.how(), &session,
        [](const BrokerAnswer<commands::GetTopicStatsInfo::Reply> &, int) {});
    whenDone(std::move(asking), &session, [&session, exitCode = std::move(exitCode)](Result<Answers> answers) mutable {
        if (!answers)
            return void(exitCode.finish(session.fail(answers.error())));
        bool all = true;
        for (const auto &answer : *answers) {
            all = all && answer.reply;
            if (answer.reply)
                print(session.out(), answer.reply->body);
            else
                session.out().silentBroker(answer.broker, answer.reply.error());
        }
        exitCode.finish(all ? Done : Failed);
    });
    return pending;
}

} // namespace

Command topicCommand()
{
    return {.name = "topic", .arguments = "T", .summary = "the queues of a topic with their offsets and last writes", .options = {}, .least = 1, .most = 1, .run = &runTopic};
}

} // namespace rocketdesk::ctl
