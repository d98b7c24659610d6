// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/startpositions.h"

#include "client/cluster/cluster.h"
#include "client/commands/offsets.h"

#include <algorithm>

namespace rocketdesk {

namespace {

bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::NotAuthorised || error.kind == Error::Kind::NoPermission;
}

} // namespace

StartPositions::StartPositions(Cluster &cluster, Puller &puller, ConsumerGroup group)
    : m_cluster(cluster)
    , m_puller(puller)
    , m_group(std::move(group))
{
}

Pending<std::vector<QueueStart>> StartPositions::find(std::vector<TopicQueue> queues, WatchFrom from, Ask how)
{
    std::vector<Pending<QueueStart>> asked;
    for (const TopicQueue &queue : queues)
        asked.push_back(findOne(queue, from, how));
    auto asking = whenAll(std::move(asked));
    auto answers = co_await asking;
    if (!answers)
        co_return failed(answers.error());
    std::vector<QueueStart> starts;
    for (auto &answer : *answers) {
        if (!answer)
            co_return failed(answer.error());
        starts.push_back(std::move(*answer));
    }
    co_return starts;
}

Pending<QueueStart> StartPositions::findOne(TopicQueue queue, WatchFrom from, Ask how)
{
    auto ranging = rangeOf(queue, how);
    const auto range = co_await ranging;
    if (!range)
        co_return failed(range.error());
    QueueStart start{queue, *range, from.kind == WatchFrom::Kind::Oldest ? range->min : range->max};
    if (from.kind == WatchFrom::Kind::Time) {
        const commands::SearchOffsetByTimestamp search{.topic = queue.topic, .queueId = queue.queue.id, .timestamp = from.number};
        auto searching = m_cluster.ask(search, Target::of(queue.queue.broker), how);
        const auto found = co_await searching;
        if (!found)
            co_return failed(found.error());
        start.offset = std::clamp(found->offset, range->min, std::max(range->min, range->max));
    }
    co_return start;
}

Pending<QueueRange> StartPositions::rangeOf(TopicQueue queue, Ask how)
{
    const Target broker = Target::of(queue.queue.broker);
    auto askingMin = m_cluster.ask(commands::GetMinOffset{.topic = queue.topic, .queueId = queue.queue.id}, broker, how);
    auto askingMax = m_cluster.ask(commands::GetMaxOffset{.topic = queue.topic, .queueId = queue.queue.id}, broker, how);
    const auto min = co_await askingMin;
    const auto max = co_await askingMax;
    if (min && max)
        co_return QueueRange{min->offset, max->offset};
    const Error error = min ? max.error() : min.error();
    if (!isRefusal(error))
        co_return failed(error);
    auto pulling = m_puller.pull({.topic = queue.topic, .queue = queue.queue, .offset = QueueOffset(0), .group = m_group, .most = 1}, how);
    const auto pulled = co_await pulling;
    if (!pulled)
        co_return failed(pulled.error());
    co_return QueueRange{pulled->min, pulled->max};
}

} // namespace rocketdesk
