// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/grouptable.h"

namespace rocketdesk::sandbox {

namespace {

/// [SubscriptionGroupManager]
constexpr QLatin1StringView builtIn[] = {
    QLatin1StringView("TOOLS_CONSUMER"),      QLatin1StringView("FILTERSRV_CONSUMER"), QLatin1StringView("SELF_TEST_C_GROUP"),
    QLatin1StringView("CID_ONS-HTTP-PROXY"),  QLatin1StringView("CID_ONSAPI_PULL"),    QLatin1StringView("CID_ONSAPI_PERMISSION"),
    QLatin1StringView("CID_ONSAPI_OWNER"),    QLatin1StringView("CID_RMQ_SYS_TRANS"),
};

} // namespace

commands::SubscriptionGroupConfig groupConfig(const ConsumerGroup &name)
{
    commands::SubscriptionGroupConfig config;
    config.attributes.emplace();
    config.consumeMessageOrderly = false;
    config.consumeTimeoutMinute = 15;
    config.groupName = name;
    config.groupRetryPolicy.emplace();
    config.groupSysFlag = 0;
    return config;
}

GroupTable::GroupTable(qint64 nowMs)
{
    for (const QLatin1StringView name : builtIn)
        m_groups.insert(ConsumerGroup(QString(name)), groupConfig(ConsumerGroup(QString(name))));
    m_version = {.counter = 1, .stateVersion = 0, .timestamp = nowMs};
}

const commands::SubscriptionGroupConfig *GroupTable::find(const ConsumerGroup &group) const
{
    const auto found = m_groups.constFind(group);
    return found == m_groups.cend() ? nullptr : &*found;
}

void GroupTable::update(const commands::SubscriptionGroupConfig &config, qint64 nowMs)
{
    m_groups.insert(config.groupName, config);
    ++m_version.counter;
    m_version.timestamp = nowMs;
}

void GroupTable::remove(const ConsumerGroup &group, qint64 nowMs)
{
    if (m_groups.remove(group) == 0)
        return;
    ++m_version.counter;
    m_version.timestamp = nowMs;
}

} // namespace rocketdesk::sandbox
