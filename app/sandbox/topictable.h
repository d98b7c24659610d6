// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/topicconfig.h"

#include <functional>

namespace rocketdesk::sandbox {

inline constexpr int permInherit = 1;
inline constexpr int permWrite = 2;
inline constexpr int permRead = 4;

/// A configuration as 5.5.0 makes one.
[[nodiscard]] commands::TopicConfig topicConfig(const TopicName &name, int queues, int perm = permRead | permWrite);

/// The topics of one broker, with those that every broker has from the start.
class TopicTable final
{
public:
    /// Hears of every topic that is new or changed.
    using Listener = std::function<void(const commands::TopicConfig &)>;

    TopicTable(const ClusterName &cluster, const BrokerName &broker, qint64 nowMs);

    /// From now on, and at once for what is there.
    void setListener(Listener listener);
    [[nodiscard]] const commands::TopicConfig *find(const TopicName &topic) const;
    void update(const commands::TopicConfig &config, qint64 nowMs);
    void remove(const TopicName &topic, qint64 nowMs);
    [[nodiscard]] bool isSystem(const TopicName &topic) const { return m_system.contains(topic); }
    [[nodiscard]] const QList<TopicName> &system() const { return m_system; }
    [[nodiscard]] const QMap<TopicName, commands::TopicConfig> &all() const { return m_topics; }
    [[nodiscard]] const commands::DataVersion &version() const { return m_version; }

private:
    QMap<TopicName, commands::TopicConfig> m_topics;
    QList<TopicName> m_system;
    commands::DataVersion m_version;
    Listener m_listener;
};

/// As Java prints one in remarks.
[[nodiscard]] QString toText(const commands::TopicConfig &config);

} // namespace rocketdesk::sandbox
