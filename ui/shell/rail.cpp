// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/rail.h"

#include "ui/shell/railmodel.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

namespace rocketdesk::ui {

Rail::Rail(Theme &theme, const std::vector<PageEntry> &pages, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(new RailModel(pages, this))
    , m_rest(new RailModel({{QStringLiteral("settings"), tr("Settings"), Icon::Settings, 0, {}}}, this))
    , m_list(makeList(*m_pages))
    , m_bottom(makeList(*m_rest))
{
    setBackground(theme, *this, Role::Window);
    m_list->setAccessibleName(tr("Pages"));
    m_bottom->setAccessibleName(tr("Settings"));
    m_bottom->setSelectionMode(QAbstractItemView::NoSelection);
    m_bottom->setFixedHeight(theme.scaled(36));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 6);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_bottom);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            Q_EMIT pageChosen(current.data(RailModel::PageRole).toString());
    });
    connect(m_list, &QListView::clicked, this, &Rail::pageClicked);
    connect(m_bottom, &QListView::clicked, this, &Rail::settingsRequested);
    connect(m_bottom, &QListView::activated, this, &Rail::settingsRequested);
    connect(&theme, &Theme::changed, this, &Rail::applyWidth);
    setFocusProxy(m_list);
    applyWidth();
}

QListView *Rail::makeList(RailModel &model)
{
    auto *list = new QListView(this);
    list->setModel(&model);
    list->setItemDelegate(new RailDelegate(m_theme, list));
    list->setFrameShape(QFrame::NoFrame);
    list->setMouseTracking(true);
    list->setUniformItemSizes(false);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->viewport()->setAutoFillBackground(false);
    return list;
}

void Rail::setCurrent(const QString &page)
{
    const QModelIndex index = m_pages->find(page);
    if (index.isValid() && index != m_list->currentIndex())
        m_list->setCurrentIndex(index);
}

void Rail::setBadge(const QString &page, int count)
{
    m_pages->setBadge(page, count);
}

void Rail::setNarrow(bool narrow)
{
    m_narrow = narrow;
    applyWidth();
}

void Rail::applyWidth()
{
    for (QListView *list : {m_list, m_bottom}) {
        static_cast<RailDelegate *>(list->itemDelegate())->setNarrow(m_narrow);
        list->doItemsLayout();
    }
    setFixedWidth(m_narrow ? 48 : m_theme.scaled(164));
}

} // namespace rocketdesk::ui
