// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/queuelog.h"
#include "client/protocol/messagelist.h"

#include <map>

namespace rocketdesk::sandbox {

/// Where a message has been put.
struct Place {
    QueueOffset offset;
    CommitLogOffset position;
};

/// The messages of one broker. Bounded: past a limit the oldest go, and the minimum offset of their queue moves.
class MessageStore final
{
public:
    struct Limits {
        qint64 topic;
        qint64 total;
    };
    MessageStore(protocol::PackedEndpoint host, Limits limits) : m_host(host), m_limits(limits) {}

    /// Appends to the message's topic and queue; offsets, store host and store time are made here. TooLarge for a
    /// property block that no record can hold.
    [[nodiscard]] Result<Place> put(protocol::StoredMessage message, qint64 nowMs);
    /// Null for a queue without messages so far.
    [[nodiscard]] const QueueLog *queue(const TopicName &topic, QueueId queue) const;
    [[nodiscard]] const Record *atPosition(CommitLogOffset position) const;
    void startQueueAt(const TopicName &topic, QueueId queue, QueueOffset offset);
    void remove(const TopicName &topic);

    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qint64 endPosition() const { return m_end; }
    [[nodiscard]] const protocol::PackedEndpoint &host() const { return m_host; }

private:
    struct TopicLog {
        std::map<int, QueueLog> queues;
        qint64 bytes = 0;
    };
    void dropOldest(TopicLog &log);
    void keepLimits(TopicLog &log);
    [[nodiscard]] TopicLog &largest();

    protocol::PackedEndpoint m_host;
    Limits m_limits;
    std::map<TopicName, TopicLog> m_topics;
    qint64 m_bytes = 0;
    qint64 m_end = 0;
};

/// The message in a record.
[[nodiscard]] protocol::StoredMessage messageOf(const Record &record);

} // namespace rocketdesk::sandbox
