// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/lastmessages.h"

#include "client/cluster/cluster.h"

#include <algorithm>

namespace rocketdesk {

namespace {

constexpr qint64 LargestBlock = 4'096; ///< a filter that seldom fits makes blocks grow up to this
constexpr qint64 BlockBytes = 4 << 20; ///< of one queue's messages that are read and not taken, if it is more than one

bool isOlder(const protocol::StoredMessage &a, const protocol::StoredMessage &b)
{
    return a.storeTimestamp < b.storeTimestamp;
}

} // namespace

LastMessages::LastMessages(Cluster &cluster, Puller &puller, const WatchFilter &filter)
    : m_cluster(cluster)
    , m_puller(puller)
    , m_filter(filter)
{
}

Pending<LastMessages::Found> LastMessages::read(std::vector<QueueStart> queues, qint64 count, Ask how)
{
    std::vector<TailPtr> all;
    for (const QueueStart &start : queues)
        all.push_back(std::make_shared<Tail>(Tail{start.queue, start.range.min.value(), start.range.max.value()}));
    std::vector<TailPtr> tails = all;
    std::vector<protocol::StoredMessage> taken;
    while (static_cast<qint64>(taken.size()) < count) {
        std::vector<Pending<void>> fills;
        for (const TailPtr &tail : tails)
            fills.push_back(fill(tail, how));
        auto filling = whenAll(std::move(fills));
        (void)co_await filling;
        std::erase_if(tails, [](const TailPtr &tail) { return tail->messages.empty(); });
        // Take the newest while every queue has something to compare with.
        while (!tails.empty() && static_cast<qint64>(taken.size()) < count) {
            const auto newest = *std::max_element(tails.cbegin(), tails.cend(),
                [](const TailPtr &a, const TailPtr &b) { return isOlder(a->messages.back(), b->messages.back()); });
            taken.push_back(std::move(newest->messages.back()));
            newest->messages.pop_back();
            if (newest->messages.empty())
                break;
        }
        if (tails.empty())
            break;
    }
    co_return foundIn(std::move(taken), all);
}

LastMessages::Found LastMessages::foundIn(std::vector<protocol::StoredMessage> newestFirst, const std::vector<TailPtr> &tails)
{
    Found found{std::move(newestFirst), {}, {}};
    std::reverse(found.messages.begin(), found.messages.end());
    std::stable_sort(found.messages.begin(), found.messages.end(), &isOlder);
    for (const TailPtr &tail : tails) {
        for (const auto &[offset, error] : tail->unreadable)
            found.unreadable.emplace_back(tail->queue, error);
        if (tail->failure)
            found.failures.emplace_back(tail->queue, *tail->failure);
    }
    return found;
}

Pending<void> LastMessages::fill(TailPtr tail, Ask how)
{
    while (tail->messages.empty() && tail->begin > tail->min) {
        const qint64 from = std::max(tail->min, tail->begin - tail->block);
        auto reading = readBlock(tail, from, how);
        const auto read = co_await reading;
        if (!read) {
            tail->failure = read.error();
            co_return failed(read.error());
        }
    }
    co_return {};
}

Pending<void> LastMessages::readBlock(TailPtr tail, qint64 from, Ask how)
{
    std::deque<protocol::StoredMessage> messages;
    std::map<qint64, Error> unreadable;
    qint64 bytes = 0;
    qint64 begin = from;
    for (qint64 offset = from; offset < tail->begin;) {
        PullFrom pull{.topic = tail->queue.topic, .queue = tail->queue.queue, .offset = QueueOffset(offset)};
        pull.most = static_cast<int>(std::min<qint64>(tail->begin - offset, 32));
        m_filter.applyTo(pull);
        auto pulling = m_puller.read(std::move(pull), how);
        auto pulled = co_await pulling;
        if (!pulled)
            co_return failed(pulled.error());
        if (pulled->damage)
            unreadable.emplace(offset, pulled->damage->error);
        for (auto &message : pulled->messages) {
            if (message.queueOffset.value() >= tail->begin || !m_filter.accepts(message))
                continue;
            bytes += message.storeSize;
            messages.push_back(message.detached());
        }
        for (; bytes > BlockBytes && messages.size() > 1; messages.pop_front()) {
            bytes -= messages.front().storeSize;
            begin = messages.front().queueOffset.value() + 1; // it is read again when those behind it are taken
        }
        if (pulled->next.value() <= offset)
            break; // the queue was cut meanwhile
        offset = pulled->next.value();
    }
    if (begin > from)
        tail->block = std::max<qint64>(1, tail->begin - begin);
    else if (bytes * 2 <= BlockBytes)
        tail->block = std::min(tail->block * 2, LargestBlock);
    unreadable.erase(unreadable.begin(), unreadable.lower_bound(begin));
    tail->unreadable.merge(unreadable);
    tail->messages = std::move(messages); // it was empty
    tail->begin = begin;
    co_return {};
}

} // namespace rocketdesk
