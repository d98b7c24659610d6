// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/calllimit.h"
#include "client/admin/offsetreset.h"
#include "client/cluster/cluster.h"

namespace rocketdesk {

/// Moves the offsets of a consumer group: plans first, then does what the plan says.
class OffsetResetter final
{
public:
    using Results = std::vector<QueueResetResult>;
    static constexpr int MostCalls = 8;

    explicit OffsetResetter(Cluster &cluster) : m_cluster(cluster) {}
    Q_DISABLE_COPY_MOVE(OffsetResetter)

    /// Only reads: 201, 202, 203, 208 and 26 at each broker of the topic, 29 for each queue where the target is a time.
    /// NotFound for an unknown group; InvalidArgument where the target does not fit a queue, or where a broker before 5.0
    /// can't do it while clients are online.
    [[nodiscard]] Pending<ResetPlan> plan(ResetWish wish, Ask how);
    /// 222 or 15, as the plan has it for each queue. One queue's failure does not stop the others.
    [[nodiscard]] Pending<Results> run(ResetPlan plan, Ask how, QueueResetSeen seen = {});

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// What one broker adds to the plan.
    struct Part {
        BrokerRef broker;
        std::vector<QueueReset> queues;
        int clients = 0;
        bool knowsGroup = false;
    };
    struct Known;

    Pending<Part> planAt(BrokerRef broker, ResetWish wish, Ask how);
    Pending<Known> askBroker(BrokerRef broker, ResetWish wish, Ask how);
    Pending<QueueOffset> search(BrokerRef broker, TopicName topic, QueueId queue, qint64 timeMs, Ask how);
    Pending<QueueResetResult> resetOne(ResetWish wish, QueueReset queue, Ask how);
    /// Both do what is planned for one broker, and tell of each queue.
    Pending<Results> resetEach(ResetWish wish, std::vector<QueueReset> queues, Ask how, QueueResetSeen seen);
    Pending<Results> resetThroughClients(ResetWish wish, std::vector<QueueReset> queues, Ask how, QueueResetSeen seen);

    Cluster &m_cluster;
    CallLimit m_limit{MostCalls};
    Scope m_scope;
};

} // namespace rocketdesk
