// SPDX-License-Identifier: Apache-2.0
#include "client/admin/rangereader.h"

#include "client/commands/offsets.h"
#include "client/commands/topics.h"

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr int MostSearches = 8;
constexpr std::size_t BatchSize = 200; ///< messages handed over at once
constexpr qint64 BatchBytes = 4 << 20; ///< so large a batch is handed over, whatever is in it
constexpr std::size_t PulledAhead = 32; ///< fewer than these wait, with less bytes: the next pull begins
constexpr qint64 PulledAheadBytes = 1 << 20;

bool isBefore(const protocol::StoredMessage &a, const protocol::StoredMessage &b)
{
    return std::tie(a.storeTimestamp, a.brokerName, a.queueId) < std::tie(b.storeTimestamp, b.brokerName, b.queueId);
}

} // namespace

RangeReader::RangeReader(Cluster &cluster, RangeSearch search, Put put, Tell tell, QObject *parent)
    : QObject(parent)
    , m_cluster(cluster)
    , m_search(std::move(search))
    , m_how{.origin = m_search.origin}
    , m_put(std::move(put))
    , m_tell(std::move(tell))
    , m_puller(cluster)
    , m_limit(MostSearches)
{
    (void)run();
}

RangeReader::~RangeReader() = default;

void RangeReader::roomMade()
{
    if (auto waiting = std::exchange(m_room, std::nullopt))
        waiting->finish({});
}

Pending<void> RangeReader::run()
{
    auto locating = locate();
    auto ended = co_await locating;
    if (ended) {
        auto merging = merge();
        ended = Result<void>();
        (void)co_await merging;
    }
    m_queues.clear();
    m_tell(m_progress, ended);
    co_return {};
}

Pending<void> RangeReader::locate()
{
    auto finding = m_cluster.routes().refresh(m_search.topic, m_how);
    const auto route = co_await finding;
    if (!route)
        co_return failed(route.error());
    std::vector<Pending<void>> asked;
    for (const BrokerRef &broker : (*route)->brokers)
        asked.push_back(locateAt(broker));
    auto asking = whenAll(std::move(asked));
    (void)co_await asking;
    m_progress.queues = static_cast<int>(m_queues.size());
    m_tell(m_progress, std::nullopt);
    co_return {};
}

/// The queues of a broker that may have messages of the time, with the offsets between which they lie. Before 5.0 a search
/// may find the message before or after the time, so one more is looked at on either side.
Pending<void> RangeReader::locateAt(BrokerRef broker)
{
    auto counting = m_cluster.ask(commands::GetTopicStatsInfo{m_search.topic}, Target::at(broker.address), m_how);
    const auto stats = co_await counting;
    if (!stats) {
        noteFailure(m_progress.failures, broker, stats.error());
        co_return {};
    }
    constexpr qint64 never = std::numeric_limits<qint64>::max();
    const qint64 before = std::max<qint64>(m_search.firstMs(), 1) - 1;
    const qint64 after = std::min(m_search.lastMs(), never - 1) + 1;
    std::vector<std::pair<QueueId, commands::TopicOffset>> ranges;
    std::vector<Pending<QueueOffset>> searches; // two a queue
    for (auto queue = stats->body.offsetTable.cbegin(); queue != stats->body.offsetTable.cend(); ++queue) {
        if (queue->maxOffset <= queue->minOffset || queue->lastUpdateTimestamp < m_search.firstMs())
            continue;
        ranges.emplace_back(queue.key().queue, *queue);
        searches.push_back(search(broker, queue.key().queue, before));
        searches.push_back(search(broker, queue.key().queue, after));
    }
    auto searching = whenAll(std::move(searches));
    const auto found = co_await searching;
    for (std::size_t i = 0; found && i < ranges.size(); ++i)
        addQueue(broker, ranges[i].first, ranges[i].second, found->at(2 * i), found->at(2 * i + 1));
    co_return {};
}

void RangeReader::addQueue(const BrokerRef &broker, QueueId id, const commands::TopicOffset &range, const Result<QueueOffset> &first, const Result<QueueOffset> &last)
{
    if (!first || !last)
        return noteFailure(m_progress.failures, broker, first ? last.error() : first.error());
    auto queue = std::make_unique<Queue>();
    queue->broker = broker;
    queue->id = id;
    queue->next = std::clamp(*first, range.minOffset, range.maxOffset);
    queue->end = std::clamp(QueueOffset(last->value() + 1), range.minOffset, range.maxOffset);
    queue->over = queue->next >= queue->end;
    m_progress.toScan += std::max<qint64>(0, queue->end.value() - queue->next.value());
    m_queues.push_back(std::move(queue));
}

Pending<QueueOffset> RangeReader::search(BrokerRef broker, QueueId queue, qint64 timeMs)
{
    auto entering = m_limit.enter(true);
    const auto permit = co_await entering;
    if (!permit)
        co_return failed(permit.error());
    const commands::SearchOffsetByTimestamp command{.topic = m_search.topic, .queueId = queue, .timestamp = timeMs, .boundaryType = {}};
    auto asking = m_cluster.ask(command, Target::at(broker.address), m_how);
    const auto found = co_await asking;
    if (!found)
        co_return failed(found.error());
    co_return found->offset;
}

Pending<void> RangeReader::merge()
{
    while (true) {
        pullWhereWanted();
        if (const auto index = hungry()) {
            auto delivering = deliver(); // what is there need not wait for the pull
            (void)co_await delivering;
            auto pulling = std::move(*m_queues[*index]->pulling);
            m_queues[*index]->pulling.reset();
            auto pulled = co_await pulling;
            take(*m_queues[*index], std::move(pulled));
            continue;
        }
        collect();
        const bool over = std::all_of(m_queues.cbegin(), m_queues.cend(), [](const auto &queue) { return queue->over && queue->waiting.empty(); });
        if (over || batchIsFull()) {
            auto delivering = deliver();
            (void)co_await delivering;
        }
        if (over)
            co_return {};
    }
}

/// Hands over what has gathered, and waits while the reader is behind.
Pending<void> RangeReader::deliver()
{
    if (m_batch.empty())
        co_return {};
    auto batch = std::make_shared<protocol::MessageBatch>();
    batch->messages = std::exchange(m_batch, {});
    batch->cost = std::exchange(m_batchBytes, 0);
    m_progress.found += static_cast<qint64>(batch->messages.size());
    m_tell(m_progress, std::nullopt);
    if (m_put(std::move(batch)))
        co_return {};
    m_room.emplace();
    auto waiting = m_room->pending();
    (void)co_await waiting;
    co_return {};
}

void RangeReader::pullWhereWanted()
{
    for (const auto &queue : m_queues) {
        if (queue->over || queue->pulling || queue->waiting.size() >= PulledAhead || queue->bytes >= PulledAheadBytes)
            continue;
        queue->pulling.emplace(m_puller.read({.topic = m_search.topic, .queue = {queue->broker.name, queue->id}, .offset = queue->next}, m_how));
    }
}

/// A queue of which a message may come and none waits: nothing later than it may be handed over.
std::optional<std::size_t> RangeReader::hungry() const
{
    const auto found = std::find_if(m_queues.cbegin(), m_queues.cend(), [](const auto &queue) { return !queue->over && queue->waiting.empty(); });
    return found == m_queues.cend() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_queues.cbegin()));
}

void RangeReader::take(Queue &queue, Result<Pulled> pulled)
{
    if (!pulled) {
        noteFailure(m_progress.failures, queue.broker, pulled.error());
        queue.over = true;
        return;
    }
    if (pulled->damage)
        noteFailure(m_progress.failures, queue.broker, pulled->damage->error);
    for (const protocol::StoredMessage &message : pulled->messages) {
        if (message.queueOffset < queue.next || message.queueOffset >= queue.end)
            continue;
        if (message.storeTimestamp < m_search.firstMs() || message.storeTimestamp > m_search.lastMs())
            continue;
        queue.bytes += message.storeSize;
        queue.waiting.push_back(message.detached());
    }
    m_progress.scanned += std::clamp<qint64>(pulled->next.value() - queue.next.value(), 0, queue.end.value() - queue.next.value());
    const bool moved = pulled->next > queue.next;
    queue.next = std::max(queue.next, pulled->next);
    queue.over = !moved || queue.next >= queue.end || pulled->status == commands::PullStatus::NoNewMsg;
}

/// Moves the oldest messages into the batch until one queue has none left, or the batch is full.
void RangeReader::collect()
{
    while (!batchIsFull() && !hungry()) {
        Queue *oldest = nullptr;
        for (const auto &queue : m_queues) {
            if (!queue->waiting.empty() && (!oldest || isBefore(queue->waiting.front(), oldest->waiting.front())))
                oldest = queue.get();
        }
        if (!oldest)
            return;
        const int size = oldest->waiting.front().storeSize;
        oldest->bytes -= size;
        m_batchBytes += size;
        m_batch.push_back(std::move(oldest->waiting.front()));
        oldest->waiting.pop_front();
    }
}

bool RangeReader::batchIsFull() const
{
    return m_batch.size() >= BatchSize || m_batchBytes >= BatchBytes;
}

} // namespace rocketdesk
