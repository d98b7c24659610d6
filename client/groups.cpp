// SPDX-License-Identifier: Apache-2.0
#include "client/groups.h"

#include "client/clientlink.h"

namespace rocketdesk {

Pending<GroupsOverview> Groups::readAll(Ask how)
{
    return m_client.runCore([how](ClientCore &core) { return core.admin().groups().readAll(how); });
}

Pending<int> Groups::readClients(std::vector<GroupPlace> groups, Reading reading, Ask how, const QObject *context, GroupClientsSeen seen)
{
    GroupClientsSeen there = Client::forwarder<const GroupClients &, int, int>(context, std::move(seen));
    return m_client.runCore([groups = std::move(groups), reading, how, there](ClientCore &core) { return core.admin().groups().readClients(groups, reading, how, there); });
}

Pending<GroupDetail> Groups::read(GroupWish wish, Ask how)
{
    return m_client.runCore([wish = std::move(wish), how](ClientCore &core) { return core.admin().groups().readDetail(wish, how); });
}

Pending<std::vector<StepResult>> Groups::create(commands::SubscriptionGroupConfig config, std::vector<BrokerRef> brokers, Ask how)
{
    return m_client.runCore([config = std::move(config), brokers = std::move(brokers), how](ClientCore &core) { return core.admin().groupWriter().create(config, brokers, how); });
}

Pending<std::vector<StepResult>> Groups::remove(ConsumerGroup group, Ask how, WhereUnknown unknown)
{
    return m_client.runCore([group = std::move(group), how, unknown](ClientCore &core) { return core.admin().groupWriter().remove(group, how, unknown); });
}

Pending<ResetPlan> Groups::planReset(ResetWish wish, Ask how)
{
    return m_client.runCore([wish = std::move(wish), how](ClientCore &core) { return core.admin().resetter().plan(wish, how); });
}

Pending<std::vector<QueueResetResult>> Groups::reset(ResetPlan plan, Ask how, const QObject *context, QueueResetSeen seen)
{
    QueueResetSeen there;
    if (seen)
        there = Client::forwarder<const QueueResetResult &>(context, std::move(seen));
    return m_client.runCore([plan = std::move(plan), how, there](ClientCore &core) { return core.admin().resetter().run(plan, how, there); });
}

} // namespace rocketdesk
