// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"

#include <QMap>

#include <optional>

namespace rocketdesk::sandbox {

/// How far the groups are: what they committed, and what they pulled last.
class OffsetTable final
{
public:
    using Queues = QMap<QueueId, QueueOffset>;
    using Topics = QMap<TopicName, Queues>;
    using Groups = QMap<ConsumerGroup, Topics>;

    /// A negative offset is stored and not found again, as in 5.5.0.
    void commit(const ConsumerGroup &group, const TopicName &topic, QueueId queue, QueueOffset offset);
    void notePull(const ConsumerGroup &group, const TopicName &topic, QueueId queue, QueueOffset next);
    /// Sets an offset that the group's next pull of the queue hears of; until then nothing else is committed.
    void reset(const ConsumerGroup &group, const TopicName &topic, QueueId queue, QueueOffset offset);
    [[nodiscard]] bool isReset(const ConsumerGroup &group, const TopicName &topic, QueueId queue) const;
    /// The offset of a reset, once.
    [[nodiscard]] std::optional<QueueOffset> takeReset(const ConsumerGroup &group, const TopicName &topic, QueueId queue);
    [[nodiscard]] std::optional<QueueOffset> committed(const ConsumerGroup &group, const TopicName &topic, QueueId queue) const;
    [[nodiscard]] QueueOffset pulled(const ConsumerGroup &group, const TopicName &topic, QueueId queue) const; ///< 0 = never
    [[nodiscard]] QList<TopicName> topics(const ConsumerGroup &group) const { return m_committed.value(group).keys(); }
    [[nodiscard]] QList<ConsumerGroup> groupsOf(const TopicName &topic) const;
    void removeGroup(const ConsumerGroup &group);
    void removeTopic(const TopicName &topic);

    [[nodiscard]] const Groups &allCommitted() const { return m_committed; }
    [[nodiscard]] const Groups &allPulled() const { return m_pulled; }

private:
    Groups m_committed;
    Groups m_pulled;
    Groups m_reset;
};

} // namespace rocketdesk::sandbox
