// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/pullloop.h"

#include "client/base/logcategories.h"

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr milliseconds HoldFor{15'000};
constexpr milliseconds AfterFailure{1'000};

bool isUnreachable(const Error &error)
{
    using enum Error::Kind;
    return error.kind == Timeout || error.kind == Unreachable || error.kind == Closed;
}

} // namespace

PullLoop::PullLoop(ConsumerParts &parts, PullHost &host, QueuePtr queue)
    : m_parts(parts)
    , m_host(host)
    , m_queue(std::move(queue))
    , m_puller(parts.cluster)
{
    (void)run();
}

void PullLoop::end()
{
    m_scope.end();
    deleteLater();
}

Pending<void> PullLoop::run()
{
    while (!m_queue->isRetired()) {
        if (!mayPull()) {
            auto waiting = m_queue->changed().wait();
            (void)co_await waiting;
            continue;
        }
        auto pulling = pullOnce();
        const auto pause = co_await pulling;
        if (!pause || pause->count() == 0)
            continue;
        auto resting = m_parts.clock().after(*pause);
        (void)co_await resting;
    }
    co_return {};
}

int PullLoop::countLimit() const
{
    const ConsumerOptions &options = m_parts.settings.options;
    const TopicName &topic = m_queue->queue().topic;
    return static_cast<int>(ProcessQueue::limitPerQueue(options.maxCacheCountPerQueue, options.pullThresholdForTopic, m_host.queuesOf(topic)));
}

bool PullLoop::mayPull() const
{
    const ConsumerSettings &settings = m_parts.settings;
    if (m_host.isPaused(m_queue->queue()))
        return false;
    if (!m_parts.mayConsume(*m_queue))
        return false;
    const ProcessQueue &cache = m_queue->cache();
    const int limit = countLimit();
    // Not for every single message that has left a full cache.
    if (limit - cache.count() < std::min(settings.options.pullBatchSize, std::max(1, limit / 2)))
        return false;
    const qint64 mib = ProcessQueue::limitPerQueue(settings.options.maxCacheSizePerQueue, settings.options.pullThresholdSizeForTopic, m_host.queuesOf(m_queue->queue().topic));
    if (cache.bytes() >= mib << 20)
        return false;
    return settings.orderly || !cache.min() || !ProcessQueue::spansTooMuch(*cache.min(), *cache.max(), settings.options.consumeConcurrentlyMaxSpan);
}

PullFrom PullLoop::request(const Subscription &subscription) const
{
    const commands::MessageQueue &queue = m_queue->queue();
    PullFrom pull{.topic = queue.topic, .queue = {queue.broker, queue.queue}, .offset = m_queue->next};
    subscription.filter.applyTo(pull);
    pull.subVersion = subscription.data.subVersion;
    pull.most = std::min(m_parts.settings.options.pullBatchSize, countLimit() - m_queue->cache().count());
    pull.hold = HoldFor;
    if (const RoutePtr route = m_parts.cluster.routes().cached(queue.topic)) {
        for (const auto &broker : route->data.brokerDatas) {
            if (broker.brokerName != queue.broker)
                continue;
            if (const auto address = findBroker(broker.brokerAddrs, m_queue->source, false))
                pull.at = address->endpoint;
        }
    }
    return pull;
}

Pending<milliseconds> PullLoop::pullOnce()
{
    const Subscription *const subscription = m_host.subscription(m_queue->queue().topic);
    if (!subscription)
        co_return AfterFailure; // unsubscribed: the queue is about to be taken away
    const WatchFilter filter = subscription->filter;
    m_idle.asked(m_parts.clock().now());
    m_queue->lastPullMs = m_parts.clock().wallMs();
    auto pulling = m_puller.read(request(*subscription), AsConsumer);
    auto pulled = co_await pulling;
    if (m_queue->isRetired())
        co_return milliseconds(0);
    co_return pulled ? take(std::move(*pulled), filter) : takeFailure(pulled.error());
}

milliseconds PullLoop::take(Pulled pulled, const WatchFilter &filter)
{
    if (m_parts.mayConsume(*m_queue)) // else its broker still gives no lock, whatever a pull of before brought
        m_parts.troubles.answered(m_queue->queue());
    m_queue->source = pulled.suggested;
    if (pulled.status == commands::PullStatus::OffsetIllegal) {
        m_host.offsetIllegal(m_queue, pulled.next);
        return AfterFailure;
    }
    if (pulled.damage)
        qCWarning(logConsumer, "%s %s %d: a message at offset %lld or later can't be read, it is left out: %s", qUtf8Printable(m_queue->queue().topic.text()),
            qUtf8Printable(m_queue->queue().broker.text()), m_queue->queue().queue.value(), m_queue->next.value(), qUtf8Printable(pulled.damage->error.remark));
    const QueueOffset beyond = pulled.messages.empty() ? m_queue->next : QueueOffset(pulled.messages.back().queueOffset.value() + 1);
    std::vector<QueueOffset> fresh = cache(std::move(pulled.messages), filter);
    const milliseconds pause = goOn(pulled.next, std::max(beyond, m_queue->next));
    const milliseconds took = m_idle.since(m_parts.clock().now());
    if (!fresh.empty()) {
        m_parts.statistics.pulled(m_queue->queue().topic, took.count(), static_cast<qsizetype>(fresh.size()));
        m_host.arrived(m_queue, std::move(fresh));
    } else if (m_queue->cache().count() == 0) {
        m_parts.offsets.table().update(m_queue->queue(), m_queue->next, true); // what was filtered out is behind us
    }
    return pause;
}

std::vector<QueueOffset> PullLoop::cache(std::vector<protocol::StoredMessage> messages, const WatchFilter &filter)
{
    std::vector<QueueOffset> fresh;
    for (protocol::StoredMessage &message : messages) {
        const QueueOffset offset = message.queueOffset;
        if (offset >= m_queue->next && filter.accepts(message) && m_queue->cache().put(std::move(message)))
            fresh.push_back(offset);
    }
    return fresh;
}

milliseconds PullLoop::goOn(QueueOffset said, QueueOffset seen)
{
    const QueueOffset asked = std::exchange(m_queue->next, std::max(said, seen));
    if (said < asked && !std::exchange(m_wentBack, true))
        qCWarning(logConsumer, "%s goes on at %lld, before %lld that was asked for", qUtf8Printable(m_queue->queue().broker.text()), said.value(), asked.value());
    const milliseconds rest = m_idle.answered(m_parts.clock().now(), m_queue->next != asked);
    return std::max(rest, milliseconds(m_parts.settings.options.pullInterval));
}

milliseconds PullLoop::takeFailure(const Error &error)
{
    if (error.code == static_cast<int>(protocol::AnswerCode::FlowControl))
        return IdleRule::AfterFlowControl;
    m_parts.troubles.failed(m_queue->queue(), error);
    if (isUnreachable(error))
        m_queue->source = BrokerId(m_queue->source.value() == 0 ? 1 : 0); // its replica, or the master again
    if (isUnreachable(error) || error.kind == Error::Kind::NoRoute)
        (void)m_parts.cluster.routes().refresh(m_queue->queue().topic, AsConsumer);
    return AfterFailure;
}

} // namespace rocketdesk
