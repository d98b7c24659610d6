// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tableview.h"

#include "ui/common/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tabledelegate.h"
#include "ui/widgets/tableheader.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QScopedValueRollback>

#include <algorithm>

namespace rocketdesk::ui {

TableView::TableView(Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_delegate(new TableDelegate(theme, this))
    , m_header(new TableHeader(theme, this))
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
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    connect(m_header, &QWidget::customContextMenuRequested, this, &TableView::showHeaderMenu);
    connect(m_header, &QHeaderView::sectionMoved, this, &TableView::columnsChanged);
    connect(m_header, &QHeaderView::sectionResized, this, [this] {
        if (!m_layingOut)
            Q_EMIT columnsChanged();
    });
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
    m_header->setTable(table);
    if (!table)
        return;
    connect(table, &TableBase::countsChanged, this, &TableView::selectionSummaryChanged);
    connect(table, &TableBase::countsChanged, this, &TableView::updateVisibleRows);
    connect(table, &TableBase::countsChanged, this, &QWidget::updateGeometry);
    resetColumns();
}

void TableView::setStale(bool stale)
{
    m_delegate->setStale(stale);
    viewport()->update();
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
    verticalHeader()->setDefaultSectionSize(m_dense ? m_theme.scaled(22) : m_theme.rowHeight());
    m_header->updateGeometry();
    updateGeometries();
    layOutColumns();
}

QSize TableView::sizeHint() const
{
    if (!m_fitsRows || !m_table)
        return QTableView::sizeHint();
    return {QTableView::sizeHint().width(), m_header->sizeHint().height() + m_table->rowCount() * verticalHeader()->defaultSectionSize()};
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

QList<int> TableView::selectedRows() const
{
    QList<int> rows;
    if (!selectionModel())
        return rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
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
    setCurrentIndex(m_table->index(row, std::max(0, m_header->logicalIndex(0))));
    scrollTo(currentIndex());
    return true;
}

QString TableView::selectionSummary() const
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return {};
    const QString counts = tr("%1 of %2 selected").arg(format::number(rows.size()), format::number(m_table->storedCount()));
    const QString summed = sums(*m_table, rows);
    return summed.isEmpty() ? counts : tr("%1 · Σ %2", "selection and its sums").arg(counts, summed);
}

void TableView::setColumnFiltersVisible(bool visible)
{
    m_header->setFiltersVisible(visible);
    updateGeometries();
}

bool TableView::columnFiltersVisible() const
{
    return m_header->filtersVisible();
}

void TableView::layOutColumns()
{
    if (!m_table || m_layingOut)
        return;
    const QScopedValueRollback guard(m_layingOut, true);
    int used = 0;
    QList<int> flexible;
    for (const int column : shownColumns()) {
        if (m_table->columnInfo(column).flexible)
            flexible << column;
        else
            used += columnWidth(column);
    }
    if (flexible.isEmpty())
        return;
    const int free = viewport()->width() - used;
    int basis = 0;
    for (const int column : std::as_const(flexible))
        basis += m_table->columnInfo(column).width;
    int given = 0;
    for (const int column : std::as_const(flexible)) {
        const int own = m_table->columnInfo(column).width;
        const int share = column == flexible.last() ? free - given : free * own / std::max(1, basis);
        setColumnWidth(column, std::max(share, m_theme.scaled(std::min(own, 120))));
        given += columnWidth(column);
    }
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
    updateVisibleRows();
}

void TableView::updateVisibleRows()
{
    if (!m_table || m_table->rowCount() == 0)
        return;
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    Q_EMIT visibleRowsChanged(first, last < 0 ? m_table->rowCount() - 1 : last);
}

void TableView::hoverRow(int row)
{
    if (m_delegate->hoveredRow() == row)
        return;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void TableView::mouseMoveEvent(QMouseEvent *event)
{
    hoverRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void TableView::leaveEvent(QEvent *event)
{
    hoverRow(-1);
    QTableView::leaveEvent(event);
}

// The selection's colour depends on the focus, for all selected rows and not only the current one.
void TableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void TableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (current.row() != previous.row() || !previous.isValid())
        Q_EMIT currentKeyChanged(currentKey());
}

void TableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionSummaryChanged();
}

void TableView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !currentKey().isEmpty()) {
        if (event->modifiers().testFlag(Qt::ControlModifier))
            Q_EMIT openedApart(currentKey());
        else
            Q_EMIT opened(currentKey());
        return;
    }
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier))
        return copySelection(CopyFormat::Text, true);
    if (event == QKeySequence::Copy)
        return selectedRows().size() > 1 ? copySelection(CopyFormat::Text, false) : copyCurrentCell();
    QTableView::keyPressEvent(event);
}

} // namespace rocketdesk::ui
