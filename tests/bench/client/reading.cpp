// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/client/reading.h"

#include <QCoreApplication>
#include <QDateTime>

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

void PushBench::start()
{
    ConsumerOptions options;
    options.consumerGroup = QStringLiteral("bench-%1").arg(QDateTime::currentMSecsSinceEpoch());
    options.consumeFromWhere = QStringLiteral("CONSUME_FROM_FIRST_OFFSET");
    m_consumer = m_client.pushConsumer(options, MessageListener::concurrently([this](const ConsumeBatch &batch, const ConsumeContext &) {
        for (const protocol::StoredMessage &message : batch->messages)
            m_count.add(message);
        return ready<ConsumeOutcome>(ConsumeOutcome::success());
    }));
    const bool subscribed = m_consumer->subscribe(m_topic).has_value();
    whenDone(m_consumer->start(), this, [subscribed](const Result<void> &started) {
        if (!started || !subscribed)
            QCoreApplication::exit(1);
    });
}

} // namespace rocketdesk::bench
