// SPDX-License-Identifier: Apache-2.0
#include "client/admin/clusterreader.h"

#include "client/commands/brokers.h"

#include <algorithm>

namespace rocketdesk {

namespace {

using Answer = BrokerAnswer<commands::GetBrokerRuntimeInfo::Reply>;

BrokerStatus statusOf(const Answer &answer, std::chrono::nanoseconds cost)
{
    return {.broker = answer.broker,
        .runtime = answer.reply ? Result<BrokerRuntime>(readRuntime(answer.reply->body)) : Result<BrokerRuntime>(failed(answer.reply.error())),
        .cost = cost};
}

/// In the order of an overview; copies, because the answers came in any order.
std::vector<BrokerStatus> sorted(const std::vector<BrokerStatus> &brokers)
{
    std::vector<const BrokerStatus *> order;
    for (const BrokerStatus &status : brokers)
        order.push_back(&status);
    std::sort(order.begin(), order.end(), [](const BrokerStatus *a, const BrokerStatus *b) {
        return std::tie(a->broker.cluster, a->broker.name, a->broker.id) < std::tie(b->broker.cluster, b->broker.name, b->broker.id);
    });
    std::vector<BrokerStatus> result;
    for (const BrokerStatus *status : order)
        result.push_back(*status);
    return result;
}

} // namespace

Pending<ClusterOverview> ClusterReader::read(Ask how, BrokerSeen seen)
{
    const auto began = m_cluster.clock().now();
    const qint64 beganMs = m_cluster.clock().wallMs();
    auto listing = m_directory.all(how);
    auto brokers = co_await listing;
    if (!brokers)
        co_return failed(brokers.error());

    const auto statuses = std::make_shared<std::vector<BrokerStatus>>(); // filled as they come: only here is the time of each known
    const auto asked = m_cluster.clock().now();
    auto asking = m_cluster.askEach<commands::GetBrokerRuntimeInfo>({}, BrokerSet::these(std::move(*brokers)), how,
        [this, statuses, asked, seen](const Answer &answer, int count) {
            const BrokerStatus &status = statuses->emplace_back(statusOf(answer, m_cluster.clock().now() - asked));
            if (seen)
                seen(status, count);
        });
    (void)co_await asking;
    co_return ClusterOverview{.brokers = sorted(*statuses), .cost = m_cluster.clock().now() - began, .readMs = beganMs};
}

} // namespace rocketdesk
