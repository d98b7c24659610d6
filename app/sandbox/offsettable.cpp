// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/offsettable.h"

namespace rocketdesk::sandbox {

namespace {

std::optional<QueueOffset> lookUp(const OffsetTable::Groups &groups, const ConsumerGroup &group, const TopicName &topic, QueueId queue)
{
    const auto topics = groups.constFind(group);
    if (topics == groups.cend())
        return std::nullopt;
    const auto queues = topics->constFind(topic);
    if (queues == topics->cend() || !queues->contains(queue))
        return std::nullopt;
    return queues->value(queue);
}

} // namespace

void OffsetTable::commit(const ConsumerGroup &group, const TopicName &topic, QueueId queue, QueueOffset offset)
{
    m_committed[group][topic][queue] = offset;
}

void OffsetTable::notePull(const ConsumerGroup &group, const TopicName &topic, QueueId queue, QueueOffset next)
{
    m_pulled[group][topic][queue] = next;
}

void OffsetTable::reset(const ConsumerGroup &group, const TopicName &topic, QueueId queue, QueueOffset offset)
{
    m_committed[group][topic][queue] = offset;
    m_reset[group][topic][queue] = offset;
}

bool OffsetTable::isReset(const ConsumerGroup &group, const TopicName &topic, QueueId queue) const
{
    return lookUp(m_reset, group, topic, queue).has_value();
}

std::optional<QueueOffset> OffsetTable::takeReset(const ConsumerGroup &group, const TopicName &topic, QueueId queue)
{
    const auto offset = lookUp(m_reset, group, topic, queue);
    if (offset)
        m_reset[group][topic].remove(queue);
    return offset;
}

std::optional<QueueOffset> OffsetTable::committed(const ConsumerGroup &group, const TopicName &topic, QueueId queue) const
{
    const auto offset = lookUp(m_committed, group, topic, queue);
    return offset && offset->value() >= 0 ? offset : std::nullopt;
}

QueueOffset OffsetTable::pulled(const ConsumerGroup &group, const TopicName &topic, QueueId queue) const
{
    return lookUp(m_pulled, group, topic, queue).value_or(QueueOffset());
}

QList<ConsumerGroup> OffsetTable::groupsOf(const TopicName &topic) const
{
    QList<ConsumerGroup> found;
    for (auto it = m_committed.cbegin(); it != m_committed.cend(); ++it) {
        if (it->contains(topic))
            found << it.key();
    }
    return found;
}

void OffsetTable::removeGroup(const ConsumerGroup &group)
{
    m_committed.remove(group);
    m_pulled.remove(group);
    m_reset.remove(group);
}

void OffsetTable::removeTopic(const TopicName &topic)
{
    for (Groups *const groups : {&m_committed, &m_pulled, &m_reset}) {
        for (Topics &topics : *groups)
            topics.remove(topic);
    }
}

} // namespace rocketdesk::sandbox
