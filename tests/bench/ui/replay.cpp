// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/ui/replay.h"

#include "client/client.h"
#include "ui/pages/live/livebars.h"
#include "ui/pages/live/livepage.h"
#include "ui/pages/live/liveview.h"
#include "ui/widgets/pageheader.h"

#include <QRegularExpression>

#include <cstdio>

namespace rocketdesk::bench {

namespace {

constexpr int lookEveryMs = 50;
constexpr int patience = 5'000 / lookEveryMs; ///< looks: the feed may have dropped the last messages

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

Replay::Replay(FrameApplication &application, Client &client, Plan plan)
    : m_application(application)
    , m_client(client)
    , m_plan(std::move(plan))
{
    m_theme.apply(application);
    m_settings.set(ui::setting::livePerSecond, m_plan.perSecond);
    m_page = std::make_unique<ui::LivePage>(ui::PageContext{&client, m_theme, m_settings, m_actions, m_running, QStringLiteral("bench")});
    m_page->resize(1440, 900);
    m_page->show();
    m_page->setActive(true);
    m_stream = m_page->findChild<ui::LiveStream *>();
    connect(&m_page->model(), &QAbstractItemModel::rowsInserted, this, [this] { m_application.noteChange(); });
    connect(&m_looking, &QTimer::timeout, this, &Replay::look);
}

Replay::~Replay() = default;

void Replay::start()
{
    m_page->topicsBar().setFrom(WatchFrom::oldest());
    m_page->openTarget({QStringLiteral("live"), m_plan.topic, {}});
    m_looking.start(lookEveryMs);
}

void Replay::look()
{
    const auto received = static_cast<qint64>(m_stream->received());
    if (received > 0 && m_seen == 0) {
        // What came before the first look is left out of the time and of the rate
        m_application.watch(m_stream->findChild<QTimer *>(), m_page->view().viewport());
        m_since.start();
        getrusage(RUSAGE_SELF, &m_usage);
        m_before = received;
    }
    m_stillFor = received == m_seen ? m_stillFor + 1 : 0;
    m_seen = received;
    if (received == m_plan.count || m_stillFor > patience)
        finish();
}

void Replay::finish()
{
    m_looking.stop();
    const double time = static_cast<double>(m_since.nsecsElapsed()) / 1e9 - m_stillFor * lookEveryMs / 1e3;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime) - seconds(m_usage.ru_utime) - seconds(m_usage.ru_stime);
    const FrameApplication::Frames frames = m_application.frames();
    m_page->stop();
    const ui::LiveModel &model = m_page->model();
    const auto evicted = static_cast<qint64>(model.evictedCount());
    const qint64 lost = droppedInHeader() - evicted; ///< by the feed
    std::printf("messages=%lld seconds=%.1f perSecond=%.0f frames=%zu p50Ms=%.2f p99Ms=%.2f maxMs=%.2f gapMs=%.2f shown=%d kept=%d dropped=%lld lost=%lld cpuMicrosPerMessage=%.2f\n",
        static_cast<long long>(m_seen), time, static_cast<double>(m_seen - m_before) / time, frames.costs.size(), frames.percentile(0.5), frames.percentile(0.99), frames.percentile(1),
        frames.longestGap, model.rowCount(), model.keptCount(), static_cast<long long>(evicted + lost), static_cast<long long>(lost), cpu * 1e6 / static_cast<double>(std::max<qint64>(1, m_seen - m_before)));
    std::fflush(stdout);
    Q_EMIT done(m_seen + lost == m_plan.count && model.keptCount() + evicted == m_seen && !frames.costs.empty());
}

qint64 Replay::droppedInHeader() const
{
    static const QRegularExpression words(QStringLiteral("dropped ([0-9,]+) oldest"));
    const QString summary = m_page->findChild<ui::PageHeader *>()->summary();
    return words.match(summary).captured(1).remove(u',').toLongLong();
}

} // namespace rocketdesk::bench
