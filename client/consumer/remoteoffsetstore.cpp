// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/remoteoffsetstore.h"

#include "client/consumer/consumerparts.h"
#include "client/commands/offsets.h"

#include <QScopeGuard>

namespace rocketdesk {

Pending<qint64> RemoteOffsetStore::stored(commands::MessageQueue queue)
{
    const commands::QueryConsumerOffset question{.consumerGroup = m_group, .topic = queue.topic, .queueId = queue.queue};
    auto asking = m_cluster.ask(question, Target::of(queue.broker), AsConsumer);
    const auto reply = co_await asking;
    co_return storedOffset(reply.map([](const auto &found) { return found.offset; }));
}

Pending<void> RemoteOffsetStore::persist(Queues queues)
{
    std::vector<Pending<void>> storing;
    for (const commands::MessageQueue &queue : std::as_const(queues)) {
        const qint64 reached = table().value(queue);
        const auto before = m_persisted.constFind(queue);
        if (reached >= 0 && (before == m_persisted.cend() || before->value() != reached))
            storing.push_back(store(queue, QueueOffset(reached)));
    }
    auto all = whenAll(std::move(storing));
    const auto results = co_await all;
    if (!results)
        co_return failed(results.error());
    for (const Result<void> &result : *results) {
        if (!result)
            co_return failed(result.error());
    }
    co_return {};
}

Pending<void> RemoteOffsetStore::store(commands::MessageQueue queue, QueueOffset offset)
{
    const Place place{queue.broker, queue.topic};
    while (mustWait(queue, place)) {
        auto waiting = m_stored.wait();
        (void)co_await waiting;
    }
    const bool begun = m_begun.contains(place);
    m_storing.insert(queue);
    if (!begun)
        m_beginning.insert(place);
    const auto over = qScopeGuard([this, queue, place] {
        m_storing.erase(queue);
        m_beginning.erase(place);
        m_stored.wake();
    });
    const commands::UpdateConsumerOffset order{.consumerGroup = m_group, .topic = queue.topic, .queueId = queue.queue, .commitOffset = offset};
    auto asking = m_cluster.ask(order, Target::of(queue.broker), AsConsumer);
    const auto reply = co_await asking;
    if (!reply)
        co_return failed(reply.error());
    m_begun.insert(place);
    if (begun && table().value(queue) >= 0) // else another member may have begun in the same moment, or it was forgotten meanwhile
        m_persisted.insert(queue, offset);
    co_return {};
}

bool RemoteOffsetStore::mustWait(const commands::MessageQueue &queue, const Place &place) const
{
    // Brokers work on the calls of a connection side by side. The older offset of a queue could come last, and a broker that gets
    // the first ones of a topic together keeps one of them: each makes the table of the topic anew. [ConsumerOffsetManager]
    return m_storing.contains(queue) || m_beginning.contains(place);
}

void RemoteOffsetStore::forget(const commands::MessageQueue &queue)
{
    OffsetStore::forget(queue);
    m_persisted.remove(queue);
}

} // namespace rocketdesk
