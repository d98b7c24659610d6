// SPDX-License-Identifier: Apache-2.0
#include "client/litepullconsumer.h"

#include "client/consumer/litepuller.h"
#include "client/farobject.h"

namespace rocketdesk {

LitePullConsumer::LitePullConsumer(Mailbox::Address network) : m_network(std::move(network)), m_far(std::make_shared<Far>()) {}

LitePullConsumer::~LitePullConsumer()
{
    m_network.post([far = m_far] {
        if (far->object)
            far->object->abandon();
    });
}

Pending<void> LitePullConsumer::subscribe(TopicName topic, QString expression, QString type)
{
    return onFar(m_network, m_far, [topic = std::move(topic), expression = std::move(expression), type = std::move(type)](LitePuller &puller) {
        return puller.subscribe(topic, expression, type);
    });
}

Pending<void> LitePullConsumer::unsubscribe(TopicName topic)
{
    return onFar(m_network, m_far, [topic = std::move(topic)](LitePuller &puller) {
        puller.unsubscribe(topic);
        return ready<void>({});
    });
}

Pending<void> LitePullConsumer::assign(Queues queues, QString tags)
{
    return onFar(m_network, m_far, [queues = std::move(queues), tags = std::move(tags)](LitePuller &puller) { return ready<void>(puller.assign(queues, tags)); });
}

Pending<LitePullConsumer::Queues> LitePullConsumer::assignment()
{
    return onFar(m_network, m_far, [](LitePuller &puller) { return ready<Queues>(puller.assignment()); });
}

Pending<LiteBatch> LitePullConsumer::poll(milliseconds wait)
{
    const quint64 lost = m_polls.lost();
    return m_polls.follow(onFar(m_network, m_far, [wait, number = m_polls.next(), lost](LitePuller &puller) { return puller.poll(wait, number, lost); }));
}

Pending<void> LitePullConsumer::seek(commands::MessageQueue queue, SeekTo place)
{
    return onFar(m_network, m_far, [queue = std::move(queue), place](LitePuller &puller) { return puller.seek(queue, place); });
}

void LitePullConsumer::setPaused(Queues queues, bool paused)
{
    m_network.post([far = m_far, queues = std::move(queues), paused] {
        if (far->object)
            far->object->setPaused(queues, paused);
    });
}

Pending<void> LitePullConsumer::commit()
{
    return onFar(m_network, m_far, [lost = m_polls.lost()](LitePuller &puller) { return puller.commit(lost); });
}

Pending<void> LitePullConsumer::commit(OffsetMap offsets)
{
    return onFar(m_network, m_far, [offsets = std::move(offsets)](LitePuller &puller) { return puller.commitOffsets(offsets); });
}

Pending<std::optional<QueueOffset>> LitePullConsumer::committed(commands::MessageQueue queue)
{
    return onFar(m_network, m_far, [queue = std::move(queue)](LitePuller &puller) { return puller.committed(queue); });
}

Pending<QueueOffset> LitePullConsumer::offsetForTimestamp(commands::MessageQueue queue, qint64 timestampMs)
{
    return onFar(m_network, m_far, [queue = std::move(queue), timestampMs](LitePuller &puller) { return puller.offsetForTimestamp(queue, timestampMs); });
}

Pending<LitePullConsumer::Queues> LitePullConsumer::fetchMessageQueues(TopicName topic)
{
    return onFar(m_network, m_far, [topic = std::move(topic)](LitePuller &puller) { return puller.messageQueues(topic); });
}

Pending<void> LitePullConsumer::shutdown()
{
    return onFar(m_network, m_far, [](LitePuller &puller) { return puller.shutdown(); });
}

} // namespace rocketdesk
