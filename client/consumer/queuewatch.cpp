// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/queuewatch.h"

#include "client/cluster/cluster.h"
#include "client/protocol/answer.h"

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr milliseconds HoldFor{30'000};
constexpr milliseconds AfterFlowControl{20};
/// A broker that does not hold pulls answers at once: after a few such answers the queue is looked at once a second.
constexpr int IdleAnswers = 3;
constexpr milliseconds Quickly{200};
constexpr milliseconds AfterIdleAnswers{1'000};

} // namespace

QueueWatch::QueueWatch(Cluster &cluster, Puller &puller, QueueHost &host, const WatchFilter &filter, const QueueStart &start)
    : m_cluster(cluster)
    , m_puller(puller)
    , m_host(host)
    , m_filter(filter)
    , m_queue(start.queue)
    , m_offset(start.offset)
    , m_max(start.range.max)
{
    (void)run();
}

Pending<void> QueueWatch::run()
{
    while (true) {
        auto waiting = m_host.mayPull();
        (void)co_await waiting;
        m_askedAt = m_cluster.clock().now();
        auto pulling = m_puller.pull(nextPull(), {.origin = Origin::Watch});
        auto pulled = co_await pulling;
        const milliseconds pause = pulled ? take(std::move(*pulled)) : takeFailure(pulled.error());
        if (pause.count() == 0)
            continue;
        auto resting = m_cluster.clock().after(pause);
        (void)co_await resting;
    }
}

PullFrom QueueWatch::nextPull() const
{
    PullFrom pull{.topic = m_queue.topic, .queue = m_queue.queue, .offset = m_offset, .hold = HoldFor};
    m_filter.applyTo(pull);
    return pull;
}

milliseconds QueueWatch::take(Pulled pulled)
{
    using enum commands::PullStatus;
    m_backoff.reset();
    m_host.queueAnswered(m_queue);
    const QueueOffset asked = std::exchange(m_offset, pulled.next);
    m_max = pulled.max;
    if (pulled.status == OffsetIllegal && pulled.next > asked)
        m_host.skipped(pulled.next.value() - asked.value());
    if (pulled.status == Found) {
        // An answer that does not lead on would be asked for again without end [T-48].
        if (pulled.next <= asked)
            m_offset = QueueOffset(asked.value() + std::max<qint64>(1, static_cast<qint64>(pulled.messages.size())));
        deliver(pulled);
        m_idleAnswers = 0;
        return milliseconds(0);
    }
    const bool atOnce = m_cluster.clock().now() - m_askedAt < Quickly;
    m_idleAnswers = atOnce && m_offset == asked ? m_idleAnswers + 1 : 0;
    return m_idleAnswers < IdleAnswers ? milliseconds(0) : AfterIdleAnswers;
}

milliseconds QueueWatch::takeFailure(const Error &error)
{
    if (error.code == static_cast<int>(protocol::AnswerCode::FlowControl))
        return AfterFlowControl;
    m_host.queueFailed(m_queue, error);
    return m_backoff.next();
}

void QueueWatch::deliver(Pulled &pulled)
{
    auto batch = std::make_shared<protocol::MessageBatch>();
    const std::size_t came = pulled.messages.size();
    for (protocol::StoredMessage &message : pulled.messages) {
        m_readUpTo = std::max(m_readUpTo, message.storeTimestamp);
        if (m_filter.accepts(message))
            batch->messages.push_back(std::move(message));
    }
    batch->cost = pulled.cost;
    if (batch->messages.size() * 2 < came) { // few were kept: they must not hold the whole frame
        batch->cost = 0;
        for (protocol::StoredMessage &message : batch->messages) {
            message = message.detached();
            batch->cost += message.body.size() + message.properties.size();
        }
    }
    if (pulled.damage)
        m_host.skipped(1);
    m_host.deliver(std::move(batch));
}

} // namespace rocketdesk
