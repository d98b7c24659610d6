// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live/liveview.h"

#include "ui/models/tablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tabledelegate.h"
#include "ui/widgets/tableheader.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <numeric>

namespace rocketdesk::ui {

LiveView::LiveView(Theme &theme, LiveModel &model, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_model(model)
    , m_delegate(new TableDelegate(theme, this))
    , m_header(new TableHeader(theme, this))
    , m_pill(makeButton(theme, {}, Icon::Jump, ButtonLook::Primary, this))
{
    setUpTable();
    m_pill->hide();
    m_pill->setFocusPolicy(Qt::NoFocus);
    connect(m_pill, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(&model, &LiveModel::countsChanged, this, &LiveView::settle);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { setFollowing(true); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_adjusting)
            setFollowing(value >= verticalScrollBar()->maximum());
    });
    connectHeader();
    connect(this, &QAbstractItemView::doubleClicked, this, &LiveView::opened);
    connect(&theme, &Theme::changed, this, &LiveView::applySizes);
    for (int column = 0; column < model.columnCount(); ++column) {
        setColumnWidth(column, theme.scaled(model.columnInfo(column).width));
        setColumnHidden(column, model.columnInfo(column).hidden);
    }
    applySizes();
}

void LiveView::setUpTable()
{
    setHorizontalHeader(m_header);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAutoScroll(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Messages"));
    verticalHeader()->hide();
    // Fixed heights: nothing is measured by content, so an insertion costs the same in a table of 200,000 rows as in a small one
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    setModel(&m_model);
}

void LiveView::connectHeader()
{
    connect(m_header, &QHeaderView::sectionMoved, this, &LiveView::columnsChanged);
    connect(m_header, &QHeaderView::sectionResized, this, [this] {
        if (!m_layingOut)
            Q_EMIT columnsChanged();
    });
    connect(m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(m_header->mapToGlobal(at));
    });
}

LiveView::~LiveView() = default;

void LiveView::applySizes()
{
    verticalHeader()->setDefaultSectionSize(m_theme.rowHeight());
    updateGeometries();
    layOutColumns();
}

void LiveView::setStale(bool stale)
{
    m_delegate->setStale(stale);
    viewport()->update();
}

void LiveView::setFollowing(bool following)
{
    if (following)
        m_newer = 0;
    if (following != m_following) {
        m_following = following;
        Q_EMIT followingChanged(following);
    }
    settle();
}

/// After rows came or went: the newest in sight, or every row where it was.
void LiveView::settle()
{
    const QScopedValueRollback guard(m_adjusting, true);
    QScrollBar *bar = verticalScrollBar();
    const qint64 wanted = bar->value() + m_shift;
    m_shift = 0;
    executeDelayedItemsLayout();
    bar->setValue(m_following ? bar->maximum() : static_cast<int>(std::max<qint64>(0, wanted)));
    placePill();
}

void LiveView::updateGeometries()
{
    const QScopedValueRollback guard(m_adjusting, true);
    QTableView::updateGeometries();
}

void LiveView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const int count = last - first + 1;
    if (first == 0 && last + 1 < m_model.rowCount())
        m_shift += static_cast<qint64>(count) * verticalHeader()->defaultSectionSize();
    else if (!m_following)
        m_newer += count;
    QTableView::rowsInserted(parent, first, last);
}

void LiveView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // Qt would make the next row the current one; what went is gone
    if (currentIndex().isValid() && currentIndex().row() <= last)
        selectionModel()->clear();
    m_shift -= static_cast<qint64>(last - first + 1) * verticalHeader()->defaultSectionSize();
    QTableView::rowsAboutToBeRemoved(parent, first, last);
}

void LiveView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (!current.isValid() || current.row() == previous.row())
        return;
    setFollowing(false);
    scrollTo(current);
    Q_EMIT rowChosen(m_model.row(current.row()));
}

void LiveView::placePill()
{
    const bool shown = !m_following && m_newer > 0;
    m_pill->setVisible(shown);
    if (!shown)
        return;
    m_pill->setText(tr("%n newer messages", nullptr, static_cast<int>(std::min<qint64>(m_newer, INT_MAX))).replace(QString::number(m_newer), format::number(m_newer)));
    m_pill->adjustSize();
    const QRect area = viewport()->geometry();
    m_pill->move(area.center().x() - m_pill->width() / 2, area.bottom() - m_pill->height() - 14);
    m_pill->raise();
}

void LiveView::layOutColumns()
{
    if (m_layingOut)
        return;
    const QScopedValueRollback guard(m_layingOut, true);
    int used = 0;
    int flexible = -1;
    for (const int column : shownColumns()) {
        if (m_model.columnInfo(column).flexible)
            flexible = column;
        else
            used += columnWidth(column);
    }
    if (flexible >= 0)
        setColumnWidth(flexible, std::max(m_theme.scaled(120), viewport()->width() - used));
}

void LiveView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
    settle();
}

void LiveView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model.rowCount() == 0)
        return;
    QPainter painter(viewport());
    const int first = std::max(0, rowAt(0));
    for (int row = first; row < m_model.rowCount() && rowViewportPosition(row) < viewport()->height(); ++row) {
        if (!m_model.row(row).isGap())
            continue;
        const QRect line(0, rowViewportPosition(row), viewport()->width(), rowHeight(row) - 1);
        painter.fillRect(line, m_theme.color(Role::WarningSoft));
        painter.setPen(m_theme.color(Role::WarningText));
        painter.setFont(m_theme.font(TextStyle::Small));
        painter.drawText(line, Qt::AlignCenter, gapText(m_model.row(row)));
    }
}

void LiveView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() > 0 && verticalScrollBar()->maximum() > 0)
        setFollowing(false);
    QTableView::wheelEvent(event);
}

void LiveView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space: Q_EMIT pauseRequested(); return;
    case Qt::Key_End: setFollowing(true); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT opened(); return;
    default: break;
    }
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return copySelection(CopyFormat::Text, true);
    if (event == QKeySequence::Copy && selectedRows().size() > 1)
        return copySelection(CopyFormat::Text, false);
    QTableView::keyPressEvent(event);
}

void LiveView::hoverRow(int row)
{
    if (m_delegate->hoveredRow() == row)
        return;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void LiveView::mouseMoveEvent(QMouseEvent *event)
{
    hoverRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void LiveView::leaveEvent(QEvent *event)
{
    hoverRow(-1);
    QTableView::leaveEvent(event);
}

void LiveView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void LiveView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace rocketdesk::ui
