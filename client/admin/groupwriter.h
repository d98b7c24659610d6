// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/groupremoval.h"
#include "client/admin/groupsoverview.h"
#include "client/admin/topicwriter.h"

namespace rocketdesk {

/// Creates and deletes consumer groups.
class GroupWriter final
{
public:
    GroupWriter(Cluster &cluster, BrokerDirectory &directory, TopicWriter &topics) : m_cluster(cluster), m_directory(directory), m_topics(topics) {}
    Q_DISABLE_COPY_MOVE(GroupWriter)

    /// 200 at the brokers. InvalidArgument for a name that 5.x would refuse and 4.x would take.
    [[nodiscard]] Pending<std::vector<StepResult>> create(commands::SubscriptionGroupConfig config, std::vector<BrokerRef> brokers, Ask how);
    /// 207 with the offsets at every master, then its retry and dead letter topics as TopicWriter::remove does. NotFound where no
    /// broker has it; InvalidArgument while clients are online, since their next heartbeat would create it again. Where a broker
    /// does not tell whether there are any, its error, and nothing is deleted; or, where the caller insists, a failed step (203) for
    /// each of these, and it goes on.
    [[nodiscard]] Pending<std::vector<StepResult>> remove(ConsumerGroup group, Ask how, WhereUnknown unknown = WhereUnknown::Stop);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// The brokers that do not tell whether clients are online, each as a failed step.
    Pending<std::vector<StepResult>> checkRemovable(ConsumerGroup group, std::vector<BrokerRef> brokers, Ask how);

    Cluster &m_cluster;
    BrokerDirectory &m_directory;
    TopicWriter &m_topics;
    Scope m_scope;
};

} // namespace rocketdesk
