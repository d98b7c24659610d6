// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/live/livemodel.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <functional>

class QTimer;

namespace rocketdesk::ui {

/// Brings what has come into the model, once a frame, and counts. Knows nothing of the network: it drains what it is given.
class LiveStream final : public QObject
{
    Q_OBJECT

public:
    using Batches = std::vector<LiveModel::Batch>;
    using Drain = std::function<Batches()>;
    static constexpr int frameMs = 16;

    /// The model outlives the stream.
    explicit LiveStream(LiveModel &model, QObject *parent = nullptr);

    /// Drains from here on; an empty one stops, and what was held is shown.
    void setDrain(Drain drain);
    [[nodiscard]] bool isRunning() const { return static_cast<bool>(m_drain); }
    /// Paused, it goes on reading and counting but changes nothing in the model.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// Messages of these topics are let go: they have been taken off the list while they were on their way.
    void setTopics(const QSet<QString> &topics) { m_topics = topics; }
    /// As much as is kept at most, in bytes, while it is paused.
    void setHeldLimit(qint64 bytes) { m_heldLimit = bytes; }
    void tick(); ///< one frame; the timer calls it

    [[nodiscard]] double rate() const { return m_rate; } ///< messages a second, all topics
    [[nodiscard]] double rateOf(const QString &topic) const { return m_rates.value(topic); }
    [[nodiscard]] const QList<double> &history() const { return m_history; } ///< of the rate, oldest first
    [[nodiscard]] quint64 received() const { return m_received; }
    [[nodiscard]] quint64 heldCount() const { return m_heldCount; } ///< come while paused
    [[nodiscard]] quint64 heldDropped() const { return m_heldDropped; } ///< of these, gone because there were too many
    [[nodiscard]] qint64 lastStored() const { return m_lastStored; } ///< store time of the newest message, epoch ms; 0 for none

Q_SIGNALS:
    void ratesChanged(); ///< twice a second

private:
    void hold(Batches batches);
    void release();
    void measure();

    LiveModel &m_model;
    Drain m_drain;
    QTimer *m_timer;
    QSet<QString> m_topics;
    Batches m_held;
    qint64 m_heldBytes = 0;
    qint64 m_heldLimit = 256 << 20;
    quint64 m_heldCount = 0;
    quint64 m_heldDropped = 0;
    quint64 m_received = 0;
    qint64 m_lastStored = 0;
    bool m_paused = false;
    QElapsedTimer m_sinceMeasure;
    QHash<QString, quint64> m_counts; ///< since the last measure
    QHash<QString, double> m_rates;
    QList<double> m_history;
    double m_rate = 0;
};

} // namespace rocketdesk::ui
