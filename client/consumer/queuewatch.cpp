// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/queuewatch.h"

#include "client/cluster/cluster.h"
#include "client/protocol/answer.h"

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr milliseconds WatchHoldsFor{30'000};
constexpr int BlocksAhead = 8;
constexpr int Block = 32; ///< messages: what brokers send at most, unless they are set otherwise
constexpr qint64 BytesAhead = 8 << 20; ///< of all blocks together, and one answer a block beyond it

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
        auto reading = mayReadAhead() ? readAhead() : readOnce();
        const auto pause = co_await reading;
        if (!pause || pause->count() == 0)
            continue;
        auto resting = m_cluster.clock().after(*pause);
        (void)co_await resting;
    }
}

Pending<milliseconds> QueueWatch::readOnce()
{
    PullFrom pull = pullFrom(m_offset);
    pull.hold = WatchHoldsFor;
    m_idle.asked(m_cluster.clock().now());
    auto pulling = m_puller.read(std::move(pull), {.origin = Origin::Watch});
    auto pulled = co_await pulling;
    co_return pulled ? take(std::move(*pulled)) : takeFailure(pulled.error());
}

bool QueueWatch::mayReadAhead() const
{
    const bool small = m_bytesEach && *m_bytesEach * BlocksAhead * Block <= BytesAhead;
    return small && m_offset >= m_aloneUntil && behind() >= BlocksAhead * Block && m_filter.acceptsAll();
}

Pending<milliseconds> QueueWatch::readAhead()
{
    m_bytesAhead = 0;
    std::vector<Pending<Pieces>> blocks;
    for (qint64 i = 0; i < BlocksAhead; ++i)
        blocks.push_back(readBlock(m_offset.value() + i * Block, m_offset.value() + (i + 1) * Block));
    const QueueOffset before = m_offset;
    milliseconds pause{0};
    for (Pending<Pieces> &block : blocks) {
        auto pieces = co_await block;
        if (!pieces)
            co_return takeFailure(pieces.error());
        for (auto &[from, pulled] : *pieces) {
            if (from > m_offset || pulled.next <= m_offset)
                continue; // behind a gap, or an answer before it has led further
            std::erase_if(pulled.messages, [this](const auto &message) { return message.queueOffset < m_offset; });
            pause = take(std::move(pulled));
        }
    }
    if (m_bytesAhead >= BytesAhead)
        m_aloneUntil = QueueOffset(before.value() + BlocksAhead * Block);
    if (m_offset > before)
        co_return pause;
    // No answer leads on: the queue's end was moved back, perhaps. A pull by itself finds out where it is now.
    auto reading = readOnce();
    co_return co_await reading;
}

Pending<QueueWatch::Pieces> QueueWatch::readBlock(qint64 from, qint64 end)
{
    Pieces pieces;
    while (from < end && m_bytesAhead < BytesAhead) {
        PullFrom pull = pullFrom(QueueOffset(from));
        pull.most = static_cast<int>(end - from);
        auto pulling = m_puller.read(std::move(pull), {.origin = Origin::Watch});
        auto pulled = co_await pulling;
        if (!pulled)
            co_return failed(pulled.error());
        const qint64 next = pulled->next.value();
        m_bytesAhead += pulled->cost;
        pieces.push_back({QueueOffset(from), std::move(*pulled)});
        if (next <= from)
            break; // there is nothing, or no way on: a pull by itself deals with it
        from = next;
    }
    co_return pieces;
}

PullFrom QueueWatch::pullFrom(QueueOffset offset) const
{
    PullFrom pull{.topic = m_queue.topic, .queue = m_queue.queue, .offset = offset};
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
    if (pulled.damage)
        m_host.unreadable(m_queue, pulled.damage->error);
    if (pulled.status == Found) {
        // An answer that does not lead on would be asked for again without end [T-48].
        if (pulled.next <= asked)
            m_offset = QueueOffset(asked.value() + std::max<qint64>(1, static_cast<qint64>(pulled.messages.size())));
        if (!pulled.messages.empty())
            m_bytesEach = pulled.cost / static_cast<qint64>(pulled.messages.size());
        deliver(pulled);
    }
    return m_idle.answered(m_cluster.clock().now(), pulled.status == Found || m_offset != asked);
}

milliseconds QueueWatch::takeFailure(const Error &error)
{
    if (error.code == static_cast<int>(protocol::AnswerCode::FlowControl))
        return IdleRule::AfterFlowControl;
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
    m_host.deliver(std::move(batch));
}

} // namespace rocketdesk
