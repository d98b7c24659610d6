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
    if (reply && reply->offset.value() > 0) // brokers may say 0 where nothing is stored
        m_begun.insert({queue.broker, queue.topic});
    co_return storedOffset(reply.map([](const auto &found) { return found.offset; }));
}

Pending<void> RemoteOffsetStore::persist(Queues queues)
{
    std::vector<Pending<void>> storing;
    for (const commands::MessageQueue &queue : std::as_const(queues)) {
        if (const qint64 reached = table().value(queue); reached >= 0)
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

// Brokers work on the calls of a connection side by side. The older offset of a queue could come last, and a broker that gets the
// first ones of a topic together keeps one of them: each makes the topic's table anew. [ConsumerOffsetManager]
Pending<void> RemoteOffsetStore::store(commands::MessageQueue queue, QueueOffset offset)
{
    const Place place{queue.broker, queue.topic};
    while (m_storing.contains(queue) || m_beginning.contains(place)) {
        const auto first = m_beginning.find(place);
        auto waiting = first != m_beginning.end() ? first->second->wait() : m_stored.wait();
        const auto over = co_await waiting;
        if (!over)
            co_return failed(over.error());
    }
    m_storing.insert(queue);
    const auto first = m_begun.contains(place) ? nullptr : m_beginning.try_emplace(place, std::make_shared<SharedEnd>()).first->second;
    Result<void> heard;
    const auto over = qScopeGuard([this, queue, place, first, &heard] {
        m_storing.erase(queue);
        m_stored.wake();
        if (!first)
            return;
        m_beginning.erase(place);
        first->finish(heard);
    });
    const commands::UpdateConsumerOffset order{.consumerGroup = m_group, .topic = queue.topic, .queueId = queue.queue, .commitOffset = offset};
    auto asking = m_cluster.ask(order, Target::of(queue.broker), AsConsumer);
    const auto reply = co_await asking;
    if (reply)
        m_begun.insert(place);
    else if (reply.error().kind == Error::Kind::Timeout) // the others need not find out one after another
        heard = failed(reply.error());
    co_return reply ? Result<void>() : failed(reply.error());
}

} // namespace rocketdesk
