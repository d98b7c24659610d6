// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/producer/latencies.h"
#include "client/producer/producer.h"

#include <functional>

namespace rocketdesk {

/// One run of a plan: sends, counts, and reports about 20 times a second. Lives on the network thread.
class SendSeries final : public QObject
{
    Q_OBJECT
public:
    using Report = std::function<void(const SeriesProgress &)>;
    /// How long Stop waits for answers that are under way.
    static constexpr milliseconds patience{60};
    static constexpr milliseconds reportEvery{50};

    /// `report` is never called from inside. The last report is not Running; it comes once.
    SendSeries(Cluster &cluster, SeriesPlan plan, Report report, QObject *parent = nullptr);

    void start();
    /// Begins nothing more, waits a moment for what is in flight and reports; what is unanswered then is given up.
    void stop();

private:
    using State = SeriesProgress::State;

    /// Starts what the window and the rate allow.
    void pump();
    void startOne();
    [[nodiscard]] int nextSize() const;
    /// Messages that may have been started by now.
    [[nodiscard]] qint64 due() const;
    void pumpLater(milliseconds pause);
    void note(const Result<SendReceipt> &result);
    void requestEnded(bool failed);
    void tick();
    void finishOneway();
    void end(State state);
    void report(State state);
    [[nodiscard]] OutgoingMessage numbered(qint64 index) const;
    [[nodiscard]] Clock &clock() { return m_producer->clock(); }

    const SeriesPlan m_plan;
    const bool m_numbered;
    Report m_report;
    std::unique_ptr<Producer> m_producer; ///< of its own: when it ends, so do the tries under way
    std::optional<MessageTemplate> m_template;
    SeriesProgress m_progress;
    Latencies m_latencies;
    std::chrono::nanoseconds m_began{0};
    std::chrono::nanoseconds m_reported{0};
    qint64 m_sentBefore = 0; ///< at the last report
    qint64 m_started = 0;
    int m_requests = 0; ///< in flight
    bool m_ended = false;
    bool m_stopping = false;
    ScopedCall m_ticking;
    ScopedCall m_pause;
    ScopedCall m_waiting;
};

} // namespace rocketdesk
