// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/brokerdirectory.h"
#include "client/admin/calllimit.h"
#include "client/admin/groupdetail.h"
#include "client/admin/numbersreader.h"

namespace rocketdesk {

/// Reads what consumer groups there are, and one of them in detail. No call of it creates a group: settings come from 201,
/// since 352 makes the group that it is asked for.
class GroupReader final
{
public:
    /// Calls under way at once for the clients of many groups, and for what clients tell of themselves.
    static constexpr int MostCalls = 8;

    GroupReader(Cluster &cluster, BrokerDirectory &directory, NumbersReader &numbers) : m_cluster(cluster), m_directory(directory), m_numbers(numbers) {}
    Q_DISABLE_COPY_MOVE(GroupReader)

    /// All groups with their lag: 201 and 317 at each master; 106 before where it was not asked in the last 30 s.
    [[nodiscard]] Pending<GroupsOverview> readAll(Ask how);
    /// Clients of groups in the order given: 203 at the first of each group's brokers that sees one. Ends with how many were read.
    [[nodiscard]] Pending<int> readClients(std::vector<GroupPlace> groups, Reading reading, Ask how, GroupClientsSeen seen);
    /// One group: 203 and 208 at each master, then 307 for each client; `whole` adds 201 and the rates of its topics, and
    /// 201 is asked too where nothing else shows that there is such a group. NotFound where no broker has it.
    [[nodiscard]] Pending<GroupDetail> readDetail(GroupWish wish, Ask how);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    struct Job {
        std::vector<GroupPlace> groups;
        Reading reading = Reading::All;
        Ask how;
        GroupClientsSeen seen;
        std::size_t next = 0;
        int done = 0;
    };
    using JobPtr = std::shared_ptr<Job>;
    using DetailPtr = std::shared_ptr<GroupDetail>;

    Pending<void> work(JobPtr job);
    Pending<GroupClients> clientsOf(GroupPlace place, Reading reading, Ask how);
    Pending<void> readProgress(DetailPtr detail, std::optional<TopicName> topic, std::vector<BrokerRef> brokers, Ask how);
    Pending<void> readConnections(DetailPtr detail, std::vector<BrokerRef> brokers, Ask how);
    Pending<void> readRunning(DetailPtr detail, std::size_t client, Ask how);
    Pending<void> readSettings(DetailPtr detail, std::vector<BrokerRef> brokers, Ask how);
    Pending<void> readRates(DetailPtr detail, std::vector<BrokerRef> brokers, Ask how);

    Cluster &m_cluster;
    BrokerDirectory &m_directory;
    NumbersReader &m_numbers;
    CallLimit m_limit{MostCalls};
    Scope m_scope;
};

} // namespace rocketdesk
