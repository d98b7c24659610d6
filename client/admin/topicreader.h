// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/brokerdirectory.h"
#include "client/admin/topicdetail.h"
#include "client/admin/topicsoverview.h"
#include "client/commands/topics.h"

namespace rocketdesk {

/// Called as brokers answer, well or not, and once before the first.
using AnswersSeen = std::function<void(int answered, int asked)>;

/// Reads what topics there are, and one of them in detail.
class TopicReader final
{
public:
    /// Topics a page of 21, where the whole table is too large for one frame.
    static constexpr int PageSize = 2000;

    TopicReader(Cluster &cluster, BrokerDirectory &directory) : m_cluster(cluster), m_directory(directory) {}
    Q_DISABLE_COPY_MOVE(TopicReader)

    /// All topics: 206, and 21 at each master; 106 before where it was not asked in the last 30 s. Fails only where no name
    /// server tells the brokers, or neither it nor any broker tells topics.
    [[nodiscard]] Pending<TopicsOverview> readAll(Ask how, AnswersSeen seen = {});
    /// One topic: 105 at each name server, then 202, 351 and 300 at each broker of its route. `seen` gets what is known so
    /// far whenever a part has come.
    [[nodiscard]] Pending<TopicDetail> readDetail(TopicName topic, Ask how, TopicDetailSeen seen = {});
    /// The topic's configuration at each of the brokers, nothing where a broker does not have the topic: 351, before 5.0 21.
    [[nodiscard]] Pending<std::vector<TopicConfigAnswer>> readConfigs(TopicName topic, std::vector<BrokerRef> brokers, Ask how);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    using Table = QMap<TopicName, commands::TopicConfig>;

    Pending<Table> table(BrokerRef broker, Ask how);
    Pending<Table> tableSeen(BrokerRef broker, Ask how, std::function<void()> seen);
    Pending<Table> tableByPages(BrokerRef broker, Ask how);
    Pending<std::optional<commands::TopicConfig>> config(TopicName topic, BrokerRef broker, Ask how);

    Cluster &m_cluster;
    BrokerDirectory &m_directory;
    Scope m_scope;
};

} // namespace rocketdesk
