// SPDX-License-Identifier: Apache-2.0
#include "client/admin/groupsoverview.h"

#include "client/protocol/names.h"

#include <algorithm>
#include <map>

namespace rocketdesk {

namespace {

void add(GroupRow &row, const commands::ConsumeStats &stats)
{
    row.outTps += stats.consumeTps;
    for (const commands::ConsumeOffset &queue : stats.offsetTable) {
        row.lag = row.lag.value_or(0) + lagOf(queue);
        row.lastConsumedMs = std::max(row.lastConsumedMs, queue.lastTimestamp);
    }
}

template <typename Visit>
void eachTopic(const commands::ConsumeStatsList &list, const Visit &visit)
{
    for (const auto &groups : list.consumeStatsList) {
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            for (const commands::ConsumeStats &topic : group.value())
                visit(group.key(), topic);
        }
    }
}

/// The error that explains most, once a broker.
const Error *failureOf(const BrokerGroups &broker)
{
    if (!broker.groups)
        return &broker.groups.error();
    return broker.stats ? nullptr : &broker.stats.error();
}

} // namespace

qint64 lagOf(const commands::ConsumeOffset &queue)
{
    return std::max<qint64>(0, queue.brokerOffset.value() - queue.consumerOffset.value());
}

GroupsOverview mergeGroups(const std::vector<BrokerGroups> &brokers)
{
    GroupsOverview overview{.brokersAsked = static_cast<int>(brokers.size())};
    std::map<ConsumerGroup, GroupRow> rows;
    const auto rowOf = [&](const ConsumerGroup &group) -> GroupRow & {
        const auto [entry, isNew] = rows.try_emplace(group);
        if (isNew) {
            entry->second.group = group;
            entry->second.builtIn = protocol::isSystemGroup(group.text());
        }
        return entry->second;
    };
    for (const BrokerGroups &broker : brokers) {
        if (const Error *const error = failureOf(broker))
            overview.failures.push_back({.broker = broker.broker, .error = *error});
        if (broker.groups) {
            for (auto group = broker.groups->cbegin(); group != broker.groups->cend(); ++group)
                rowOf(group.key()).brokers.push_back({.broker = broker.broker, .config = group.value()});
        }
        if (broker.stats)
            eachTopic(*broker.stats, [&](const ConsumerGroup &group, const commands::ConsumeStats &topic) { add(rowOf(group), topic); });
    }
    overview.groups.reserve(rows.size());
    for (auto &row : rows)
        overview.groups.push_back(std::move(row.second));
    return overview;
}

GroupPlace placeOf(const GroupRow &row)
{
    GroupPlace place{.group = row.group};
    for (const GroupOnBroker &broker : row.brokers)
        place.brokers.push_back(broker.broker);
    return place;
}

} // namespace rocketdesk
