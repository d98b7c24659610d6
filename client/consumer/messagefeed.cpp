// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/messagefeed.h"

namespace rocketdesk {

MessageFeed::MessageFeed(qint64 limit, WhenFull whenFull)
    : m_limit(limit)
    , m_whenFull(whenFull)
{
}

MessageFeed::~MessageFeed() = default;

void MessageFeed::Letter::post() const
{
    if (run)
        to.post([run = run] { run(); });
}

void MessageFeed::put(Batch batch)
{
    if (batch->messages.empty())
        return;
    std::vector<Batch> dropped; // freed outside the lock
    Letter letter;
    {
        const std::lock_guard lock(m_mutex);
        if (m_batches.empty())
            letter = m_filled;
        m_counts.put += batch->messages.size();
        m_counts.bytes += batch->cost;
        m_batches.push_back(std::move(batch));
        while (m_whenFull == WhenFull::DropOldest && m_counts.bytes > m_limit && m_batches.size() > 1) {
            m_counts.dropped += m_batches.front()->messages.size();
            m_counts.bytes -= m_batches.front()->cost;
            dropped.push_back(std::move(m_batches.front()));
            m_batches.pop_front();
        }
    }
    letter.post();
}

bool MessageFeed::isFull() const
{
    const std::lock_guard lock(m_mutex);
    return m_whenFull == WhenFull::Wait && m_counts.bytes >= m_limit;
}

std::vector<MessageFeed::Batch> MessageFeed::drain()
{
    std::vector<Batch> taken;
    Letter letter;
    {
        const std::lock_guard lock(m_mutex);
        if (m_whenFull == WhenFull::Wait && m_counts.bytes >= m_limit)
            letter = m_room;
        taken.assign(std::make_move_iterator(m_batches.begin()), std::make_move_iterator(m_batches.end()));
        m_batches.clear();
        m_counts.bytes = 0;
    }
    letter.post();
    return taken;
}

MessageFeed::Counts MessageFeed::counts() const
{
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

void MessageFeed::onFilled(Mailbox::Address reader, std::function<void()> letter)
{
    const std::lock_guard lock(m_mutex);
    m_filled = {std::move(reader), std::move(letter)};
}

void MessageFeed::onRoom(Mailbox::Address writer, std::function<void()> letter)
{
    const std::lock_guard lock(m_mutex);
    m_room = {std::move(writer), std::move(letter)};
}

} // namespace rocketdesk
