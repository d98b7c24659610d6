// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/client/reading.h"

#include <QCoreApplication>

namespace rocketdesk::bench {

void ReadCount::add(const protocol::StoredMessage &message)
{
    m_bytes += message.body.size();
    if (++m_read == m_load.warmUp)
        m_measure.emplace();
    if (m_read < m_load.warmUp + m_load.count || !m_measure)
        return;
    m_measure->print(m_load.count, 0);
    m_measure.reset();
    QCoreApplication::exit(m_bytes > 0 ? 0 : 1);
}

void WatchBench::start()
{
    m_watch = m_client.watch({.topics = {m_topic}, .from = WatchFrom::oldest(), .whenFull = MessageFeed::WhenFull::Wait});
    connect(m_watch.get(), &Watch::filled, this, &WatchBench::drain);
    connect(m_watch.get(), &Watch::ended, this, [] { QCoreApplication::exit(1); });
}

void WatchBench::drain()
{
    for (const MessageFeed::Batch &batch : m_watch->drain()) {
        for (const protocol::StoredMessage &message : batch->messages)
            m_count.add(message);
    }
}

} // namespace rocketdesk::bench
