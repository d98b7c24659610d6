// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live/liveview.h"

#include "ui/models/tablemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/tableheader.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace rocketdesk::ui {

LiveView::LiveView(Theme &theme, LiveModel &model, QWidget *parent)
    : RowView(theme, parent)
    , m_model(model)
    , m_pill(makeButton(theme, {}, Icon::Jump, ButtonLook::Primary, this))
{
    setAutoScroll(false);
    setAccessibleName(tr("Messages"));
    setModel(&model);
    m_pill->hide();
    m_pill->setFocusPolicy(Qt::NoFocus);
    connect(m_pill, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connect(&model, &LiveModel::countsChanged, this, [this] {
        settle();
        updateNone();
        if (std::exchange(m_rowsChanged, false) && m_following)
            viewport()->repaint(); // every row in sight is another one; Qt would wait 5 ms of 16 for more to paint
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { setFollowing(true); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (!m_adjusting)
            setFollowing(value >= verticalScrollBar()->maximum());
    });
    connect(&header(), &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(*menu);
        menu->popup(header().mapToGlobal(at));
    });
    connect(this, &QAbstractItemView::doubleClicked, this, &LiveView::opened);
    connect(&theme, &Theme::changed, this, &LiveView::applySizes);
    applyColumns();
    applySizes();
}

LiveView::~LiveView() = default;

void LiveView::applySizes()
{
    setRowHeight(theme().rowHeight());
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
    RowView::updateGeometries();
}

void LiveView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    const int count = last - first + 1;
    m_rowsChanged = true;
    if (first == 0 && last + 1 < m_model.rowCount())
        m_shift += static_cast<qint64>(count) * verticalHeader()->defaultSectionSize();
    else if (!m_following)
        m_newer += count;
    RowView::rowsInserted(parent, first, last);
}

void LiveView::rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last)
{
    // Qt would make the next row the current one; what went is gone
    if (currentIndex().isValid() && currentIndex().row() <= last)
        selectionModel()->clear();
    m_rowsChanged = true;
    m_shift -= static_cast<qint64>(last - first + 1) * verticalHeader()->defaultSectionSize();
    RowView::rowsAboutToBeRemoved(parent, first, last);
}

void LiveView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RowView::currentChanged(current, previous);
    if (!current.isValid() || current.row() == previous.row())
        return;
    setFollowing(false);
    scrollTo(current);
    Q_EMIT rowChosen(m_model.row(current.row()));
}

/// Keys begin at the newest row in sight, and only they: Qt asks for MoveNext when the focus comes, by keys or with the window,
/// and what is followed would be left for a row that nobody chose.
QModelIndex LiveView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (currentIndex().isValid() || action == MoveHome)
        return RowView::moveCursor(action, modifiers);
    if (action == MoveNext)
        return {};
    const int last = rowAt(viewport()->height() - 1);
    return m_model.index(last < 0 ? m_model.rowCount() - 1 : last, shownColumns().value(0));
}

void LiveView::placePill()
{
    const bool shown = !m_following && m_newer > 0;
    m_pill->setVisible(shown);
    if (!shown)
        return;
    m_pill->setText(tr("%Ln newer messages", nullptr, static_cast<int>(std::min<qint64>(m_newer, INT_MAX))));
    m_pill->adjustSize();
    const QRect area = viewport()->geometry();
    m_pill->move(area.center().x() - m_pill->width() / 2, area.bottom() - m_pill->height() - 14);
    m_pill->raise();
}

void LiveView::resizeEvent(QResizeEvent *event)
{
    RowView::resizeEvent(event);
    settle();
}

void LiveView::paintEvent(QPaintEvent *event)
{
    RowView::paintEvent(event);
    if (m_model.rowCount() == 0)
        return;
    QPainter painter(viewport());
    const int first = std::max(0, rowAt(0));
    for (int row = first; row < m_model.rowCount() && rowViewportPosition(row) < viewport()->height(); ++row) {
        if (!m_model.row(row).isGap())
            continue;
        const QRect line(0, rowViewportPosition(row), viewport()->width(), rowHeight(row) - 1);
        painter.fillRect(line, theme().color(Role::WarningSoft));
        painter.setPen(theme().color(Role::WarningText));
        painter.setFont(theme().font(TextStyle::Small));
        painter.drawText(line, Qt::AlignCenter, gapText(m_model.row(row)));
    }
}

void LiveView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() > 0 && verticalScrollBar()->maximum() > 0)
        setFollowing(false);
    RowView::wheelEvent(event);
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
    RowView::keyPressEvent(event);
}

} // namespace rocketdesk::ui
