// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/groupremoval.h"
#include "client/client.h"

namespace rocketdesk {

/// What an open profile can do with consumer groups. A grip on its Client, which outlives it; rules as there. No call of it but
/// create() makes a group that is not there.
class Groups final
{
public:
    explicit Groups(Client &client) : m_client(client) {}

    /// All groups with their lag: 1 + 2B calls.
    [[nodiscard]] Pending<GroupsOverview> readAll(Ask how = {});
    /// Clients of groups in the order given, at most 8 calls at a time; ends with how many were read. Cancel it to stop.
    [[nodiscard]] Pending<int> readClients(std::vector<GroupPlace> groups, Reading reading, Ask how, const QObject *context, GroupClientsSeen seen);
    /// One group: settings, clients, offsets. NotFound where no broker has it.
    [[nodiscard]] Pending<GroupDetail> read(GroupWish wish, Ask how = {});
    /// Makes it at the brokers, or changes it there. InvalidArgument for a name that is none.
    [[nodiscard]] Pending<std::vector<StepResult>> create(commands::SubscriptionGroupConfig config, std::vector<BrokerRef> brokers, Ask how = {});
    /// Takes it away with its offsets, retries and dead letters, at every broker. NotFound; InvalidArgument while clients are online.
    /// Where a broker does not tell whether there are any, `unknown` decides: its error, or a failed step (203) beside the others.
    [[nodiscard]] Pending<std::vector<StepResult>> remove(ConsumerGroup group, Ask how = {}, WhereUnknown unknown = WhereUnknown::Stop);
    /// What a reset would do; nothing is written.
    [[nodiscard]] Pending<ResetPlan> planReset(ResetWish wish, Ask how = {});
    /// Does it, each queue by itself.
    [[nodiscard]] Pending<std::vector<QueueResetResult>> reset(ResetPlan plan, Ask how = {}, const QObject *context = nullptr, QueueResetSeen seen = {});

private:
    Client &m_client;
};

} // namespace rocketdesk
