// SPDX-License-Identifier: Apache-2.0
// Where a polled consumer is in its queues: what is done, what is stored, and where it is told to go.
#include "client/consumer/litepuller.h"

#include "client/base/logcategories.h"
#include "client/commands/offsets.h"

namespace rocketdesk {

namespace {

QString nameOf(const commands::MessageQueue &queue)
{
    return QStringLiteral("%1 %2 %3").arg(queue.topic.text(), queue.broker.text()).arg(queue.queue.value());
}

Failure notRead(const commands::MessageQueue &queue)
{
    return failed(Error::Kind::InvalidArgument, QStringLiteral("the queue %1 is not read").arg(nameOf(queue)));
}

} // namespace

void LitePuller::finishLast(quint64 lost)
{
    const QueuePtr last = std::exchange(m_last, nullptr);
    if (!last)
        return;
    m_again = m_lastNumber != 0 && m_lastNumber == lost;
    if (m_again)
        return last->cache().untake();
    const qint64 reached = last->cache().commit();
    if (reached >= 0 && !last->isDropped())
        m_offsets.table().update(last->queue(), QueueOffset(reached), false);
    m_assignment.wakeAll(); // there is room again, for others too
}

void LitePuller::commitIfDue()
{
    if (!m_settings.options.autoCommit || !m_cluster.clock().passed(m_nextCommit))
        return;
    m_nextCommit = m_cluster.clock().in(milliseconds(m_settings.options.persistInterval));
    whenDone(m_offsets.commit(m_assignment.names()), this, [this](const Result<void> &stored) {
        if (!stored)
            qCWarning(logConsumer, "offsets of %s could not be stored: %s", qUtf8Printable(m_settings.group.text()), qUtf8Printable(stored.error().remark));
    });
}

Pending<void> LitePuller::seek(commands::MessageQueue queue, SeekTo place)
{
    queue = m_settings.names.wire(std::move(queue));
    if (!m_assignment.find(queue))
        co_return notRead(m_settings.names.shown(queue));
    const Target broker = Target::of(queue.broker);
    auto askingMin = m_cluster.ask(commands::GetMinOffset{.topic = queue.topic, .queueId = queue.queue}, broker, AsConsumer);
    auto askingMax = m_cluster.ask(commands::GetMaxOffset{.topic = queue.topic, .queueId = queue.queue}, broker, AsConsumer);
    const auto min = co_await askingMin;
    const auto max = co_await askingMax;
    if (!min || !max)
        co_return failed(min ? max.error() : min.error());
    if (!m_assignment.find(queue)) // another's, meanwhile
        co_return notRead(m_settings.names.shown(queue));
    const QueueOffset offset = place.kind == SeekTo::Kind::Begin ? min->offset : place.kind == SeekTo::Kind::End ? max->offset : place.offset;
    if (offset < min->offset || offset > max->offset)
        co_return failed(Error::Kind::InvalidArgument, QStringLiteral("the queue %1 has offsets from %2 to %3, not %4").arg(nameOf(m_settings.names.shown(queue))).arg(min->offset.value()).arg(max->offset.value()).arg(offset.value()));
    goOnAt(queue, offset);
    co_return {};
}

Pending<void> LitePuller::commit(quint64 lost)
{
    finishLast(lost);
    return m_offsets.commit(m_assignment.names());
}

Pending<void> LitePuller::commitOffsets(OffsetMap offsets)
{
    OffsetMap own;
    for (auto entry = offsets.cbegin(); entry != offsets.cend(); ++entry)
        own.insert(m_settings.names.wire(entry.key()), entry.value());
    for (auto entry = own.cbegin(); entry != own.cend(); ++entry) {
        if (m_assignment.find(entry.key()))
            m_offsets.table().update(entry.key(), entry.value(), false);
    }
    return m_offsets.commitExactly(own);
}

Pending<std::optional<QueueOffset>> LitePuller::committed(commands::MessageQueue queue)
{
    auto reading = m_offsets.stored(m_settings.names.wire(queue));
    const auto stored = co_await reading;
    if (!stored || *stored == OffsetTable::Unknown)
        co_return stored ? failed(Error::Kind::Unreachable, QStringLiteral("the stored offset could not be read"), queue.broker.text()) : failed(stored.error());
    co_return *stored >= 0 ? std::optional(QueueOffset(*stored)) : std::nullopt;
}

Pending<QueueOffset> LitePuller::offsetForTimestamp(commands::MessageQueue queue, qint64 timestampMs)
{
    const commands::SearchOffsetByTimestamp search{.topic = m_settings.names.wire(queue.topic), .queueId = queue.queue, .timestamp = timestampMs};
    auto asking = m_cluster.ask(search, Target::of(queue.broker), AsConsumer);
    const auto reply = co_await asking;
    if (!reply)
        co_return failed(reply.error());
    co_return reply->offset;
}

} // namespace rocketdesk
