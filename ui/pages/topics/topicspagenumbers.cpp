// SPDX-License-Identifier: Apache-2.0
// The numbers of the topics page that are read only when somebody looks at them.
#include "ui/common/format.h"
#include "ui/pages/topics/lazynumbers.h"
#include "ui/pages/topics/topicdock.h"
#include "ui/pages/topics/topicspage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/tableview.h"

#include <QPushButton>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

const QString sortBanner = QStringLiteral("sort");

} // namespace

void TopicsPage::connectNumbers()
{
    connect(m_numbers, &LazyNumbers::arrived, this, &TopicsPage::takeNumbers);
    connect(m_numbers, &LazyNumbers::progressed, this, &TopicsPage::showReadingProgress);
    connect(m_numbers, &LazyNumbers::allEnded, this, [this](bool complete) {
        if (complete)
            banners().clear(sortBanner);
        else
            offerReadingAll();
    });
}

void TopicsPage::wantNumbers(int first, int last)
{
    m_inSight = {first, last};
    if (!isActive() || m_numbers->isReadingAll())
        return;
    std::vector<TopicPlace> places;
    for (int row = first; row <= std::min(last, m_topics->rowCount() - 1); ++row) {
        const TopicLine &line = m_topics->row(row);
        if (line.isLazy() && line.reading != m_generation)
            places.push_back(placeOf(line.topic));
    }
    m_numbers->want(std::move(places));
}

void TopicsPage::takeNumbers(const std::vector<TopicNumbers> &numbers)
{
    std::vector<TopicLine> lines;
    lines.reserve(numbers.size());
    for (const TopicNumbers &each : numbers) {
        if (const TopicLine *line = m_topics->find(each.topic.text()))
            lines.push_back({line->topic, each, m_generation});
    }
    m_topics->putRows(std::move(lines));
    if (const TopicLine *line = currentLine(); line && isDockShown())
        m_detail->showNumbers(*line);
}

std::vector<TopicRow> TopicsPage::unread() const
{
    std::vector<TopicRow> rows;
    for (int row = 0; row < m_topics->rowCount(); ++row) {
        if (const TopicLine &line = m_topics->row(row); line.isLazy() && line.reading != m_generation)
            rows.push_back(line.topic);
    }
    return rows;
}

void TopicsPage::offerReadingAll()
{
    const auto &keys = m_topics->sortKeys();
    const bool lazy = std::any_of(keys.cbegin(), keys.cend(), [this](const auto &key) { return isLazyColumn(m_topics->columnInfo(key.column).id); });
    const std::vector<TopicRow> missing = lazy ? unread() : std::vector<TopicRow>();
    if (missing.empty()) {
        m_numbers->stop();
        return banners().clear(sortBanner);
    }
    if (m_numbers->isReadingAll())
        return;
    const QString title = m_topics->columnInfo(keys.constFirst().column).title;
    Banner *banner = banners().put({.id = sortBanner, .tone = Tone::Accent,
        .fact = tr("%1 of %2 topics are read.").arg(format::number(m_topics->rowCount() - static_cast<qint64>(missing.size())), format::number(m_topics->rowCount())),
        .reason = tr("Sorting by %1 puts the others last until they are read.").arg(title)});
    connect(banner->addButton(tr("Read all (%n calls)", nullptr, callsToRead(missing)), Icon::Refresh), &QPushButton::clicked, this, &TopicsPage::readAll);
}

void TopicsPage::readAll()
{
    std::vector<TopicPlace> places;
    for (const TopicRow &topic : unread())
        places.push_back(placeOf(topic));
    const auto all = static_cast<int>(places.size());
    m_numbers->readAll(std::move(places));
    showReadingProgress(0, all);
}

void TopicsPage::showReadingProgress(int done, int all)
{
    if (!m_numbers->isReadingAll() || (done > 0 && done % 20 != 0)) // often enough to be seen to move
        return;
    Banner *banner = banners().put({.id = sortBanner, .tone = Tone::Accent, .fact = tr("%1 of %2 topics are read.").arg(format::number(done), format::number(all)),
        .reason = tr("At most 8 calls at a time. Cancel keeps what came."), .running = true, .closable = false});
    connect(banner->addButton(tr("Cancel"), Icon::Stop), &QPushButton::clicked, m_numbers, &LazyNumbers::stop);
}

} // namespace rocketdesk::ui
