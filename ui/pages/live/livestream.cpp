// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live/livestream.h"

#include <QTimer>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int measureMs = 500;
constexpr qsizetype historyPoints = 60;
constexpr int searchMs = 6; // of a frame, for rows that were there before a filter

} // namespace

LiveStream::LiveStream(LiveModel &model, QObject *parent) : QObject(parent), m_model(model), m_timer(new QTimer(this))
{
    m_timer->setInterval(frameMs);
    m_timer->setTimerType(Qt::PreciseTimer);
    connect(m_timer, &QTimer::timeout, this, &LiveStream::tick);
    m_timer->start();
    m_sinceMeasure.start();
}

void LiveStream::setDrain(Drain drain)
{
    m_drain = std::move(drain);
    if (!m_drain) {
        m_paused = false;
        release();
    }
}

void LiveStream::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        release();
}

void LiveStream::tick()
{
    if (m_drain) {
        Batches batches = m_drain();
        std::erase_if(batches, [this](const LiveModel::Batch &batch) {
            return batch->messages.empty() || (!m_topics.isEmpty() && !m_topics.contains(batch->messages.front().topic.text()));
        });
        for (const LiveModel::Batch &batch : batches) {
            m_received += batch->messages.size();
            m_counts[batch->messages.front().topic.text()] += batch->messages.size();
            m_lastStored = std::max(m_lastStored, batch->messages.back().storeTimestamp);
        }
        if (m_paused)
            hold(std::move(batches));
        else if (!batches.empty())
            m_model.append(batches);
    }
    m_model.searchOlder(searchMs);
    if (m_sinceMeasure.elapsed() >= measureMs)
        measure();
}

void LiveStream::hold(Batches batches)
{
    for (LiveModel::Batch &batch : batches) {
        m_heldBytes += batch->cost;
        m_heldCount += batch->messages.size();
        m_held.push_back(std::move(batch));
    }
    std::size_t gone = 0;
    for (; m_heldBytes > m_heldLimit && gone + 1 < m_held.size(); ++gone) {
        m_heldBytes -= m_held[gone]->cost;
        m_heldDropped += m_held[gone]->messages.size();
        m_heldCount -= m_held[gone]->messages.size();
    }
    m_held.erase(m_held.begin(), m_held.begin() + static_cast<std::ptrdiff_t>(gone));
}

void LiveStream::release()
{
    if (!m_held.empty())
        m_model.append(std::exchange(m_held, {}));
    m_heldBytes = 0;
    m_heldCount = 0;
}

void LiveStream::measure()
{
    const double seconds = static_cast<double>(m_sinceMeasure.restart()) / 1000.0;
    m_rates.clear();
    m_rate = 0;
    for (auto it = m_counts.cbegin(); it != m_counts.cend(); ++it) {
        m_rates.insert(it.key(), static_cast<double>(it.value()) / seconds);
        m_rate += m_rates.value(it.key());
    }
    m_counts.clear();
    m_history << m_rate;
    if (m_history.size() > historyPoints)
        m_history.removeFirst();
    Q_EMIT ratesChanged();
}

} // namespace rocketdesk::ui
