// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/offsettable.h"

namespace rocketdesk {

namespace {

constexpr int QueryNotFound = 22;

} // namespace

void OffsetTable::update(const commands::MessageQueue &queue, QueueOffset offset, bool increaseOnly)
{
    const auto [known, isNew] = m_entries.try_emplace(queue, Entry{offset});
    Entry &entry = known->second;
    if (!isNew && !entry.frozen && (!increaseOnly || offset > entry.offset))
        entry.offset = offset;
}

void OffsetTable::freeze(const commands::MessageQueue &queue, QueueOffset offset)
{
    m_entries.insert_or_assign(queue, Entry{.offset = offset, .frozen = true});
}

void OffsetTable::remove(const commands::MessageQueue &queue)
{
    m_entries.erase(queue);
}

qint64 OffsetTable::value(const commands::MessageQueue &queue) const
{
    const auto known = m_entries.find(queue);
    return known == m_entries.end() ? None : known->second.offset.value();
}

OffsetMap OffsetTable::ofTopic(const TopicName &topic) const
{
    OffsetMap offsets;
    for (const auto &[queue, entry] : m_entries) {
        if (queue.topic == topic)
            offsets.insert(queue, entry.offset);
    }
    return offsets;
}

qint64 storedOffset(const Result<QueueOffset> &answer)
{
    if (answer)
        return answer->value();
    return answer.error().code == QueryNotFound ? OffsetTable::None : OffsetTable::Unknown;
}

} // namespace rocketdesk
