// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/queueassignment.h"

#include "client/base/logcategories.h"

#include <QScopeGuard>

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr milliseconds TryAgain{1'000};
constexpr milliseconds TryLockAgain{500};
constexpr std::chrono::seconds RenewMissingLocks{3};

} // namespace

QueueAssignment::QueueAssignment(ConsumerParts &parts, PullHost &host, std::function<void()> changed)
    : m_parts(parts)
    , m_host(host)
    , m_changed(std::move(changed))
    , m_starts(parts)
    , m_locks(parts)
{
    if (parts.settings.locks())
        (void)renewLocks();
}

QueueAssignment::~QueueAssignment()
{
    for (auto &[name, entry] : m_entries)
        delete entry.loop;
}

void QueueAssignment::assign(const TopicName &topic, const std::vector<QueueRef> &mine)
{
    std::set<commands::MessageQueue> share;
    for (const QueueRef &queue : mine)
        share.insert({topic, queue.broker, queue.id});
    std::erase_if(m_wanted, [&](const auto &queue) { return queue.topic == topic && !share.contains(queue); });
    for (const auto &[name, entry] : std::map(m_entries)) {
        if (name.topic == topic && !share.contains(name) && !entry.queue->isRetired())
            (void)giveUp(name);
    }
    for (const commands::MessageQueue &queue : share) {
        if (m_wanted.insert(queue).second && !m_entries.contains(queue) && !m_beginning.contains(queue))
            (void)begin(queue);
    }
}

Pending<void> QueueAssignment::begin(commands::MessageQueue queue)
{
    m_beginning.insert(queue);
    while (m_wanted.contains(queue)) {
        auto finding = lockAndFind(queue);
        const auto start = co_await finding;
        if (start && m_wanted.contains(queue)) {
            m_parts.troubles.answered(queue);
            auto state = std::make_shared<AssignedQueue>(queue, *start);
            state->setLocked(m_parts.settings.locks(), m_parts.clock().now());
            m_entries.insert_or_assign(queue, Entry{state, new PullLoop(m_parts, m_host, state)});
            break;
        }
        if (start)
            break;
        const bool othersLock = start.error().kind == Error::Kind::Throttled;
        if (!othersLock)
            m_parts.troubles.failed(queue, start.error());
        auto resting = m_parts.clock().after(othersLock ? TryLockAgain : TryAgain);
        (void)co_await resting;
    }
    if (!m_entries.contains(queue) && m_parts.settings.locks()) { // another's by now
        auto unlocking = m_locks.unlock({queue});
        (void)co_await unlocking;
    }
    m_beginning.erase(queue);
    if (m_entries.contains(queue))
        m_changed();
    else if (m_wanted.contains(queue))
        (void)begin(queue); // came back meanwhile
    co_return {};
}

Pending<QueueOffset> QueueAssignment::lockAndFind(commands::MessageQueue queue)
{
    if (m_parts.settings.locks()) {
        auto locking = m_locks.lock({queue});
        const auto locked = co_await locking;
        if (!locked)
            co_return failed(locked.error());
        if (!locked->silent.empty())
            co_return failed(locked->silent.cbegin()->second);
        if (locked->held.isEmpty())
            co_return failed(Error::Kind::Throttled, QStringLiteral("another client holds the queue's lock"), queue.broker.text());
    }
    m_parts.offsets.forget(queue);
    auto finding = m_starts.find(queue);
    co_return co_await finding;
}

Pending<void> QueueAssignment::giveUp(commands::MessageQueue queue)
{
    const QueuePtr state = find(queue);
    state->retire();
    auto waiting = quiet(state);
    (void)co_await waiting;
    state->drop();
    auto leaving = storeAndUnlock(queue);
    (void)co_await leaving;
    remove(queue);
    m_changed();
    co_return {};
}

Pending<void> QueueAssignment::storeAndUnlock(commands::MessageQueue queue)
{
    ++m_leaving;
    const auto left = qScopeGuard([this] {
        --m_leaving;
        m_left.wake();
    });
    auto storing = m_parts.offsets.persist({queue}); // takes the offset now: it must not be stored later
    m_parts.offsets.forget(queue);
    const auto stored = co_await storing;
    if (!stored)
        qCWarning(logConsumer, "the offset of a queue that was given up could not be stored: %s", qUtf8Printable(stored.error().remark));
    if (m_parts.settings.locks()) {
        auto unlocking = m_locks.unlock({queue});
        (void)co_await unlocking;
    }
    co_return {};
}

Pending<void> QueueAssignment::quiet(QueuePtr queue)
{
    const Deadline until = m_parts.clock().in(std::chrono::minutes(m_parts.settings.options.consumeTimeoutMinutes));
    const ScopedCall timer = whenDone(m_parts.clock().at(until), &m_context, [queue](const Result<void> &) { queue->changed().wake(); });
    while (queue->inWork && !m_parts.clock().passed(until)) {
        auto waiting = queue->changed().wait();
        (void)co_await waiting;
    }
    co_return {};
}

Pending<void> QueueAssignment::restart(commands::MessageQueue queue, QueueOffset offset)
{
    const QueuePtr state = find(queue);
    if (!state || (state->isRetired() && !m_restarting.contains(queue)) || !m_restarting.insert_or_assign(queue, offset).second)
        co_return {}; // one that is under way takes the offset up
    state->drop();
    QueueOffset told;
    do {
        told = m_restarting[queue];
        m_parts.offsets.table().freeze(queue, told);
        auto storing = m_parts.offsets.persist({queue});
        const auto stored = co_await storing;
        if (!stored)
            qCWarning(logConsumer, "the new offset of a queue could not be stored: %s", qUtf8Printable(stored.error().remark));
        auto waiting = quiet(state); // two batches side by side would be out of order
        (void)co_await waiting;
    } while (m_restarting[queue] != told);
    m_restarting.erase(queue);
    if (m_parts.settings.locks() && (state->inWork || !m_wanted.contains(queue))) {
        auto unlocking = m_locks.unlock({queue});
        (void)co_await unlocking;
    }
    remove(queue);
    co_return {};
}

void QueueAssignment::jump(const commands::MessageQueue &queue, QueueOffset offset)
{
    const auto entry = m_entries.find(queue);
    if (entry == m_entries.end() || entry->second.queue->isRetired())
        return;
    entry->second.queue->drop();
    entry->second.loop->end();
    auto state = std::make_shared<AssignedQueue>(queue, offset);
    entry->second = Entry{state, new PullLoop(m_parts, m_host, state)};
}

void QueueAssignment::remove(const commands::MessageQueue &queue)
{
    if (auto entry = m_entries.extract(queue))
        entry.mapped().loop->end();
    m_parts.offsets.forget(queue);
    m_parts.troubles.forget(queue);
    if (m_wanted.contains(queue) && !m_beginning.contains(queue))
        (void)begin(queue);
}

void QueueAssignment::retireAll()
{
    m_wanted.clear();
    for (const auto &[name, entry] : m_entries)
        entry.queue->retire();
}

Pending<void> QueueAssignment::release()
{
    retireAll();
    auto storing = m_parts.offsets.persist(names());
    OffsetStore::Queues all;
    for (const auto &[name, entry] : m_entries) {
        entry.queue->drop();
        all.append(name);
    }
    const auto stored = co_await storing;
    if (!stored)
        qCWarning(logConsumer, "offsets could not be stored at the end: %s", qUtf8Printable(stored.error().remark));
    while (m_leaving > 0) {
        auto waiting = m_left.wait();
        (void)co_await waiting;
    }
    if (m_parts.settings.locks()) {
        const OffsetStore::Queues begun(m_beginning.cbegin(), m_beginning.cend());
        auto unlocking = m_locks.unlock(all + begun);
        (void)co_await unlocking;
    }
    for (const commands::MessageQueue &queue : all)
        remove(queue);
    co_return stored;
}

Pending<void> QueueAssignment::renewLocks()
{
    bool silence = false;
    while (true) {
        const bool missing = std::any_of(m_entries.cbegin(), m_entries.cend(), [this](const auto &entry) { return !m_parts.mayConsume(*entry.second.queue); });
        auto resting = m_parts.clock().after(missing || silence ? RenewMissingLocks : RenewLocksEvery);
        (void)co_await resting;
        const auto asked = m_parts.clock().now();
        auto locking = m_locks.lock(locked());
        const auto locked = co_await locking;
        if (!locked)
            continue;
        silence = !locked->silent.empty();
        for (const QueuePtr &queue : queues())
            renewed(queue, *locked, asked);
    }
}

void QueueAssignment::renewed(const QueuePtr &queue, const QueueLocks::Locked &locked, std::chrono::nanoseconds asked)
{
    if (locked.held.contains(queue->queue())) {
        if (!m_parts.mayConsume(*queue))
            m_parts.troubles.answered(queue->queue());
        queue->lastLockMs = m_parts.clock().wallMs();
        queue->setLocked(true, asked);
        return;
    }
    if (locked.refused.contains(queue->queue())) {
        queue->setLocked(false, asked);
        m_parts.troubles.answered(queue->queue());
        return;
    }
    const auto silent = locked.silent.find(queue->queue().broker); // its locks run out by themselves
    if (silent != locked.silent.cend() && !m_parts.mayConsume(*queue))
        m_parts.troubles.failed(queue->queue(), silent->second);
}

QueuePtr QueueAssignment::find(const commands::MessageQueue &queue) const
{
    const auto found = m_entries.find(queue);
    return found == m_entries.end() ? QueuePtr() : found->second.queue;
}

std::vector<QueuePtr> QueueAssignment::queues() const
{
    std::vector<QueuePtr> all;
    for (const auto &[name, entry] : m_entries)
        all.push_back(entry.queue);
    return all;
}

OffsetStore::Queues QueueAssignment::names() const
{
    OffsetStore::Queues all;
    for (const auto &[name, entry] : m_entries) {
        if (!entry.queue->isDropped())
            all.append(name);
    }
    return all;
}

OffsetStore::Queues QueueAssignment::locked() const
{
    OffsetStore::Queues all;
    for (const auto &[name, entry] : m_entries) {
        if (!entry.queue->isDropped() || entry.queue->inWork)
            all.append(name);
    }
    return all;
}

int QueueAssignment::countOf(const TopicName &topic) const
{
    return static_cast<int>(std::count_if(m_wanted.cbegin(), m_wanted.cend(), [&](const auto &queue) { return queue.topic == topic; }));
}

void QueueAssignment::wakeAll()
{
    for (const auto &[name, entry] : m_entries)
        entry.queue->changed().wake();
}

} // namespace rocketdesk
