// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/groups.h"

namespace rocketdesk::sandbox {

/// A group as 5.5.0 makes one.
[[nodiscard]] commands::SubscriptionGroupConfig groupConfig(const ConsumerGroup &name);

/// The consumer groups of one broker, with those that every broker has from the start.
class GroupTable final
{
public:
    explicit GroupTable(qint64 nowMs);

    [[nodiscard]] const commands::SubscriptionGroupConfig *find(const ConsumerGroup &group) const;
    void update(const commands::SubscriptionGroupConfig &config, qint64 nowMs);
    void remove(const ConsumerGroup &group, qint64 nowMs);
    [[nodiscard]] const QMap<ConsumerGroup, commands::SubscriptionGroupConfig> &all() const { return m_groups; }
    [[nodiscard]] const commands::DataVersion &version() const { return m_version; }

private:
    QMap<ConsumerGroup, commands::SubscriptionGroupConfig> m_groups;
    commands::DataVersion m_version;
};

} // namespace rocketdesk::sandbox
