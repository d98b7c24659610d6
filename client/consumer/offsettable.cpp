// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/offsettable.h"

namespace rocketdesk {

namespace {

constexpr int QueryNotFound = 22;

QString keyOf(const commands::MessageQueue &queue)
{
    return QStringLiteral("%1\n%2\n%3").arg(queue.topic.text(), queue.broker.text()).arg(queue.queue.value());
}

} // namespace

void OffsetTable::update(const commands::MessageQueue &queue, QueueOffset offset, bool increaseOnly)
{
    if (m_frozen.contains(keyOf(queue)))
        return;
    const auto known = m_offsets.constFind(queue);
    if (increaseOnly && known != m_offsets.cend() && offset <= *known)
        return;
    m_offsets.insert(queue, offset);
}

void OffsetTable::freeze(const commands::MessageQueue &queue, QueueOffset offset)
{
    m_offsets.insert(queue, offset);
    m_frozen.insert(keyOf(queue));
}

void OffsetTable::remove(const commands::MessageQueue &queue)
{
    m_offsets.remove(queue);
    m_frozen.remove(keyOf(queue));
}

qint64 OffsetTable::value(const commands::MessageQueue &queue) const
{
    const auto known = m_offsets.constFind(queue);
    return known == m_offsets.cend() ? None : known->value();
}

OffsetMap OffsetTable::ofTopic(const TopicName &topic) const
{
    OffsetMap offsets = m_offsets;
    offsets.removeIf([&](const auto &entry) { return entry.key().topic != topic; });
    return offsets;
}

qint64 storedOffset(const Result<QueueOffset> &answer)
{
    if (answer)
        return answer->value();
    return answer.error().code == QueryNotFound ? OffsetTable::None : OffsetTable::Unknown;
}

} // namespace rocketdesk
