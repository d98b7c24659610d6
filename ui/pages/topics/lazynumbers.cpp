// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/topics/lazynumbers.h"

#include "client/client.h"
#include "ui/common/format.h"
#include "ui/common/runningcalls.h"
#include "ui/pages/page.h"

#include <QTimer>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int settleMs = 60;
constexpr int bundleMs = 100;

} // namespace

LazyNumbers::LazyNumbers(const PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_settling(new QTimer(this))
    , m_bundling(new QTimer(this))
{
    m_settling->setSingleShot(true);
    m_settling->setInterval(settleMs);
    m_bundling->setSingleShot(true);
    m_bundling->setInterval(bundleMs);
    connect(m_settling, &QTimer::timeout, this, &LazyNumbers::ask);
    connect(m_bundling, &QTimer::timeout, this, &LazyNumbers::flush);
}

void LazyNumbers::want(std::vector<TopicPlace> topics)
{
    m_wanted = std::move(topics);
    if (m_wanted.empty())
        return m_settling->stop();
    const bool underWay = m_inSight.isRunning()
        && std::all_of(m_wanted.cbegin(), m_wanted.cend(), [this](const TopicPlace &place) { return m_asked.contains(place.topic.text()); });
    if (!underWay)
        m_settling->start();
}

void LazyNumbers::ask()
{
    m_asked.clear();
    for (const TopicPlace &place : m_wanted)
        m_asked.insert(place.topic.text());
    const QString what = tr("Numbers of %n topics in sight", nullptr, static_cast<int>(m_asked.size()));
    auto reading = m_context.client->readNumbers(m_wanted, Reading::InSight, m_context.asking(), this, [this](const TopicNumbers &numbers, int, int) { take(numbers); });
    m_inSight = m_context.running.watch(std::move(reading), what, this, [this](Result<int> &&) { flush(); });
}

void LazyNumbers::readAll(std::vector<TopicPlace> topics)
{
    const QString what = tr("Numbers of %n topics", nullptr, static_cast<int>(topics.size()));
    auto reading = m_context.client->readNumbers(std::move(topics), Reading::All, m_context.asking(), this, [this](const TopicNumbers &numbers, int done, int all) {
        take(numbers);
        Q_EMIT progressed(done, all);
    });
    m_all = m_context.running.watch(std::move(reading), what, this, [this](Result<int> &&read) {
        flush();
        Q_EMIT allEnded(read.has_value());
    });
}

void LazyNumbers::stop()
{
    m_all.cancel();
}

void LazyNumbers::stopEverything()
{
    m_settling->stop();
    m_inSight.cancel();
    m_all.cancel();
}

void LazyNumbers::take(const TopicNumbers &numbers)
{
    m_arrived.push_back(numbers);
    if (!m_bundling->isActive())
        m_bundling->start();
}

void LazyNumbers::flush()
{
    if (!m_arrived.empty())
        Q_EMIT arrived(std::exchange(m_arrived, {}));
}

} // namespace rocketdesk::ui
