// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/topicchange.h"
#include "client/admin/topicreader.h"

namespace rocketdesk {

/// Creates, changes and deletes topics.
class TopicWriter final
{
public:
    TopicWriter(Cluster &cluster, BrokerDirectory &directory, TopicReader &reader) : m_cluster(cluster), m_directory(directory), m_reader(reader) {}
    Q_DISABLE_COPY_MOVE(TopicWriter)

    /// Writes what the previews say, at all brokers at once. Reads the configurations again before: where one is not what its
    /// preview shows any more, nothing is written anywhere and that broker's step is Changed.
    [[nodiscard]] Pending<std::vector<StepResult>> write(std::vector<TopicPreview> previews, Ask how, StepSeen seen = {});
    /// What deleting the topic would take away: 202 and 300 at each master, 208 for each group. What a broker does not tell is
    /// among the failures, once for each of these.
    [[nodiscard]] Pending<TopicRemoval> previewRemoval(TopicName topic, Ask how);
    /// 215 at the brokers; when all have done it 216 at every name server, and 102 where one has its order configuration.
    [[nodiscard]] Pending<std::vector<StepResult>> remove(TopicName topic, std::vector<BrokerRef> brokers, Ask how, StepSeen seen = {});

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    struct Backlog {
        GroupBacklog group;
        std::vector<BrokerFailure> failures; ///< brokers that are not counted in it
    };

    Pending<Backlog> backlog(ConsumerGroup group, TopicName topic, std::vector<BrokerRef> brokers, Ask how);
    Pending<std::vector<StepResult>> removeAtNameServer(TopicName topic, BrokerRef server, Ask how);
    [[nodiscard]] std::vector<BrokerRef> nameServers() const;

    Cluster &m_cluster;
    BrokerDirectory &m_directory;
    TopicReader &m_reader;
    Scope m_scope;
};

} // namespace rocketdesk
