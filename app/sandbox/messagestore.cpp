// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/messagestore.h"

#include "client/protocol/selectorhash.h"

#include <algorithm>

namespace rocketdesk::sandbox {

Result<Place> MessageStore::put(protocol::StoredMessage message, qint64 nowMs)
{
    TopicLog &log = m_topics[message.topic];
    QueueLog &queue = log.queues[message.queueId.value()];
    const Place place{QueueOffset(queue.maxOffset()), CommitLogOffset(m_end)};
    message.queueOffset = place.offset;
    message.commitLogOffset = place.position;
    message.storeHost = m_host;
    message.storeTimestamp = nowMs;
    const QString tags = message.tags();
    Record record{.position = m_end,
                  .storedAt = nowMs,
                  .tagCode = tags.isEmpty() ? 0 : protocol::javaHashCode(tags),
                  .propertiesSize = static_cast<qint32>(message.properties.size())};
    if (Result<void> written = protocol::appendStored(record.bytes, message); !written)
        return failed(std::move(written.error()));
    const qint64 size = record.bytes.size();
    m_end += size;
    m_bytes += size;
    log.bytes += size;
    queue.append(std::move(record));
    keepLimits(log);
    return place;
}

void MessageStore::keepLimits(TopicLog &log)
{
    while (log.bytes > m_limits.topic)
        dropOldest(log);
    while (m_bytes > m_limits.total) {
        TopicLog &most = largest();
        const qint64 goal = most.bytes - std::max<qint64>(most.bytes / 16, 1); // in blocks: the search costs O(topics)
        while (most.bytes > goal)
            dropOldest(most);
    }
}

void MessageStore::dropOldest(TopicLog &log)
{
    QueueLog *from = nullptr;
    for (auto &[id, queue] : log.queues) {
        if (queue.oldest() && (!from || queue.oldest()->position < from->oldest()->position))
            from = &queue;
    }
    const qint64 size = from->oldest()->bytes.size();
    from->dropOldest();
    log.bytes -= size;
    m_bytes -= size;
}

MessageStore::TopicLog &MessageStore::largest()
{
    const auto less = [](const auto &a, const auto &b) { return a.second.bytes < b.second.bytes; };
    return std::max_element(m_topics.begin(), m_topics.end(), less)->second;
}

const QueueLog *MessageStore::queue(const TopicName &topic, QueueId queue) const
{
    const auto log = m_topics.find(topic);
    if (log == m_topics.end())
        return nullptr;
    const auto found = log->second.queues.find(queue.value());
    return found == log->second.queues.end() ? nullptr : &found->second;
}

const Record *MessageStore::atPosition(CommitLogOffset position) const
{
    for (const auto &[topic, log] : m_topics) {
        for (const auto &[id, queue] : log.queues) {
            if (const Record *const record = queue.atPosition(position.value()))
                return record;
        }
    }
    return nullptr;
}

void MessageStore::startQueueAt(const TopicName &topic, QueueId queue, QueueOffset offset)
{
    m_topics[topic].queues[queue.value()].startAt(offset.value());
}

void MessageStore::remove(const TopicName &topic)
{
    const auto log = m_topics.find(topic);
    if (log == m_topics.end())
        return;
    m_bytes -= log->second.bytes;
    m_topics.erase(log);
}

protocol::StoredMessage messageOf(const Record &record)
{
    protocol::MessageList list = protocol::decodeMessageList(protocol::Bytes(record.bytes));
    return list.messages.empty() ? protocol::StoredMessage() : std::move(list.messages.front());
}

} // namespace rocketdesk::sandbox
