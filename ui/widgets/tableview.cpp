// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tableview.h"

#include "ui/common/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tableheader.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace rocketdesk::ui {

TableView::TableView(Theme &theme, QWidget *parent) : RowView(theme, parent)
{
    connect(&header(), &QWidget::customContextMenuRequested, this, &TableView::showHeaderMenu);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT opened(m_table->keyAt(index.row())); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TableView::updateVisibleRows);
    connect(&theme, &Theme::changed, this, &TableView::applySizes);
    applySizes();
}

TableView::~TableView() = default;

void TableView::setTable(TableBase *table)
{
    m_table = table;
    setModel(table);
    header().setTable(table);
    if (!table)
        return;
    connect(table, &TableBase::countsChanged, this, &TableView::selectionSummaryChanged);
    connect(table, &TableBase::countsChanged, this, &TableView::updateVisibleRows);
    connect(table, &TableBase::countsChanged, this, &TableView::updateNone);
    connect(table, &TableBase::countsChanged, this, &QWidget::updateGeometry);
    resetColumns();
}

void TableView::setDense(bool dense)
{
    m_dense = dense;
    applySizes();
}

void TableView::setFitsRows(bool fits)
{
    m_fitsRows = fits;
    setVerticalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, fits ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void TableView::applySizes()
{
    setRowHeight(m_dense ? theme().scaled(22) : theme().rowHeight());
}

int TableView::infoCount() const
{
    return m_table ? m_table->columnCount() : 0;
}

int TableView::storedCount() const
{
    return m_table ? m_table->storedCount() : 0;
}

const ColumnInfo &TableView::info(int column) const
{
    return m_table->columnInfo(column);
}

QSize TableView::sizeHint() const
{
    if (!m_fitsRows || !m_table)
        return RowView::sizeHint();
    return {RowView::sizeHint().width(), header().sizeHint().height() + m_table->rowCount() * verticalHeader()->defaultSectionSize()};
}

QSize TableView::minimumSizeHint() const
{
    return m_fitsRows ? QSize(80, sizeHint().height()) : QSize(80, 80);
}

QStringList TableView::selectedKeys() const
{
    QStringList keys;
    for (const int row : selectedRows())
        keys << m_table->keyAt(row);
    return keys;
}

QString TableView::currentKey() const
{
    return m_table && currentIndex().isValid() ? m_table->keyAt(currentIndex().row()) : QString();
}

bool TableView::selectKey(const QString &key)
{
    const int row = m_table ? m_table->rowOf(key) : -1;
    if (row < 0)
        return false;
    setCurrentIndex(m_table->index(row, std::max(0, header().logicalIndex(0))));
    scrollTo(currentIndex());
    return true;
}

QString TableView::selectionSummary() const
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return {};
    const QString counts = tr("%1 of %2 selected").arg(format::number(rows.size()), format::number(m_table->rowCount()));
    const QString summed = sums(*m_table, rows);
    return summed.isEmpty() ? counts : tr("%1 · Σ %2", "selection and its sums").arg(counts, summed);
}

void TableView::setColumnFiltersVisible(bool visible)
{
    header().setFiltersVisible(visible);
    updateGeometries();
}

bool TableView::columnFiltersVisible() const
{
    return header().filtersVisible();
}

void TableView::resizeEvent(QResizeEvent *event)
{
    RowView::resizeEvent(event);
    updateVisibleRows();
}

// Qt makes a row current without selecting it: keys would work on a row that looks like any other. A click chooses by itself.
void TableView::focusInEvent(QFocusEvent *event)
{
    RowView::focusInEvent(event);
    const bool byKeys = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason || event->reason() == Qt::OtherFocusReason;
    if (byKeys && currentIndex().isValid() && selectedRows().isEmpty())
        selectRow(currentIndex().row());
}

/// Where no row is the current one, keys and the focus begin in sight: at the end of a table that is followed, not far above it.
QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QScrollBar *bar = verticalScrollBar();
    if (currentIndex().isValid() || action == MoveHome || bar->value() == 0 || !m_table || m_table->rowCount() == 0)
        return RowView::moveCursor(action, modifiers);
    const int last = m_table->rowCount() - 1;
    return m_table->index(action == MoveEnd || bar->value() >= bar->maximum() ? last : std::max(0, rowAt(0)), shownColumns().value(0));
}

void TableView::updateVisibleRows()
{
    if (!m_table || m_table->rowCount() == 0)
        return;
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    Q_EMIT visibleRowsChanged(first, last < 0 ? m_table->rowCount() - 1 : last);
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RowView::currentChanged(current, previous);
    if (current.row() != previous.row() || !previous.isValid())
        Q_EMIT currentKeyChanged(currentKey());
}

void TableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    RowView::selectionChanged(selected, deselected);
    Q_EMIT selectionSummaryChanged();
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !currentKey().isEmpty()) {
        Q_EMIT opened(currentKey());
        return;
    }
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return copySelection(CopyFormat::Text, true);
    if (event == QKeySequence::Copy)
        return selectedRows().size() > 1 ? copySelection(CopyFormat::Text, false) : copyCurrentCell();
    RowView::keyPressEvent(event);
}

} // namespace rocketdesk::ui
