// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/rowview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/tabledelegate.h"
#include "ui/widgets/tableheader.h"

#include <QMenu>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int leastFlexible = 120; // px that a flexible column keeps

} // namespace

RowView::RowView(Theme &theme, QWidget *parent)
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
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // a cell fills its own ground, which is then at hand when its text is blended with it
    verticalHeader()->hide();
    // Fixed heights: nothing is measured by content, so an insertion costs the same in a table of 200,000 rows as in a small one
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &RowView::updateNone);
    connect(m_header, &QHeaderView::sectionMoved, this, &RowView::columnsChanged);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column) {
        if (m_layingOut)
            return;
        if (column == m_grown.first)
            m_grown = {-1, 0}; // the user's own width holds
        Q_EMIT columnsChanged();
    });
}

RowView::~RowView() = default;

void RowView::setStale(bool stale)
{
    m_delegate->setStale(stale);
    viewport()->update();
}

void RowView::setNoneText(const QString &text)
{
    m_noneText = text;
    updateNone();
}

QString RowView::noneText() const
{
    if (!model() || model()->rowCount() > 0 || storedCount() == 0)
        return {};
    return m_noneText.isEmpty() ? tr("No row passes the filters") : m_noneText;
}

void RowView::updateNone()
{
    if (const QString text = noneText(); accessibleDescription() != text)
        setAccessibleDescription(text);
    if (model() && model()->rowCount() == 0)
        viewport()->update();
}

void RowView::paintNone()
{
    const QString text = noneText();
    if (text.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(m_theme.color(Role::Text2));
    painter.drawText(viewport()->rect().adjusted(12, m_theme.scaled(16), -12, 0), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text);
}

QList<int> RowView::selectedRows() const
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

QList<int> RowView::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < std::min(m_header->count(), infoCount()); ++visual) {
        if (const int column = m_header->logicalIndex(visual); !m_header->isSectionHidden(column))
            columns << column;
    }
    return columns;
}

void RowView::setRowHeight(int height)
{
    verticalHeader()->setDefaultSectionSize(height);
    m_header->updateGeometry();
    updateGeometries();
    layOutColumns();
}

void RowView::applyColumns()
{
    {
        const QScopedValueRollback guard(m_layingOut, true);
        for (int column = 0; column < infoCount(); ++column) {
            m_header->moveSection(m_header->visualIndex(column), column);
            m_header->setSectionHidden(column, info(column).hidden);
            setColumnWidth(column, m_theme.scaled(info(column).width));
        }
    }
    layOutColumns();
}

void RowView::layOutColumns()
{
    if (m_layingOut)
        return;
    const QScopedValueRollback guard(m_layingOut, true);
    shrinkAgain();
    int used = 0;
    int basis = 0;
    QList<int> flexible;
    for (const int column : shownColumns()) {
        if (!info(column).flexible) {
            used += columnWidth(column);
            continue;
        }
        flexible << column;
        basis += info(column).width;
    }
    const int free = viewport()->width() - used;
    int given = 0;
    for (const int column : std::as_const(flexible)) {
        const int own = info(column).width;
        const int share = column == flexible.last() ? free - given : free * own / std::max(1, basis);
        setColumnWidth(column, std::max(share, m_theme.scaled(std::min(own, leastFlexible))));
        given += columnWidth(column);
    }
    if (!flexible.isEmpty() && used + given > viewport()->width())
        fillToTheEdge(flexible);
}

void RowView::shrinkAgain()
{
    if (m_grown.first >= 0 && m_grown.first < infoCount() && !m_header->isSectionHidden(m_grown.first))
        setColumnWidth(m_grown.first, m_grown.second);
    m_grown = {-1, 0};
}

/// Where not all columns fit, the last flexible one in sight, else the last one that is whole, grows until the edge stands between
/// two columns: none is cut through a letter.
void RowView::fillToTheEdge(const QList<int> &flexible)
{
    int free = viewport()->width();
    int grows = -1;
    int last = -1;
    for (const int column : shownColumns()) {
        if (columnWidth(column) > free)
            break;
        free -= columnWidth(column);
        last = column;
        if (flexible.contains(column))
            grows = column;
    }
    if (grows < 0 && last >= 0) {
        grows = last;
        m_grown = {last, columnWidth(last)};
    }
    if (grows >= 0)
        setColumnWidth(grows, columnWidth(grows) + free);
}

void RowView::fillColumnMenu(QMenu &menu)
{
    for (int column = 0; column < infoCount(); ++column) {
        QAction *action = menu.addAction(info(column).title.isEmpty() ? info(column).tooltip : info(column).title);
        action->setCheckable(true);
        action->setChecked(!m_header->isSectionHidden(column));
        action->setEnabled(!action->isChecked() || shownColumns().size() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_header->setSectionHidden(column, !on);
            layOutColumns();
            Q_EMIT columnsChanged();
        });
    }
}

void RowView::setColumnWanted(const QString &id, bool wanted)
{
    for (int column = 0; column < infoCount(); ++column) {
        if (info(column).id != id || m_header->isSectionHidden(column) != wanted)
            continue;
        m_header->setSectionHidden(column, !wanted);
        layOutColumns();
    }
}

void RowView::fitColumn(const QString &id, int most)
{
    for (int column = 0; column < infoCount(); ++column) {
        if (info(column).id != id)
            continue;
        const QScopedValueRollback guard(m_layingOut, true); // it is not the user's choice
        const int least = m_theme.scaled(info(column).width);
        setColumnWidth(column, std::clamp(sizeHintForColumn(column), least, std::max(least, most)));
    }
    layOutColumns();
}

void RowView::addCopyMenu(QMenu &menu)
{
    QMenu *copies = menu.addMenu(m_theme.icon(Icon::Copy), selectedRows().size() > 1 ? tr("Copy rows as") : tr("Copy row as"));
    copies->addAction(tr("Text"), this, [this] { copySelection(CopyFormat::Text, false); });
    copies->addAction(tr("Text with headers"), this, [this] { copySelection(CopyFormat::Text, true); });
    copies->addAction(tr("CSV"), this, [this] { copySelection(CopyFormat::Csv, true); });
    copies->addAction(tr("JSON"), this, [this] { copySelection(CopyFormat::Json, true); });
    copies->addAction(tr("Markdown"), this, [this] { copySelection(CopyFormat::Markdown, true); });
}

void RowView::hoverRow(int row)
{
    if (m_delegate->hoveredRow() == row)
        return;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void RowView::mouseMoveEvent(QMouseEvent *event)
{
    hoverRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void RowView::leaveEvent(QEvent *event)
{
    hoverRow(-1);
    QTableView::leaveEvent(event);
}

void RowView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
}

void RowView::paintEvent(QPaintEvent *event)
{
    const int rows = model() ? model()->rowCount() : 0;
    const int bottom = rows > 0 ? rowViewportPosition(rows - 1) + rowHeight(rows - 1) : 0;
    const QRect cells(-m_header->offset(), 0, m_header->length(), bottom);
    const QRegion around = event->region() - QStyle::visualRect(layoutDirection(), viewport()->rect(), cells);
    if (!around.isEmpty()) {
        QPainter painter(viewport());
        for (const QRect &rect : around)
            painter.fillRect(rect, m_theme.color(Role::Page));
    }
    QTableView::paintEvent(event);
    paintNone();
}

// The selection's colour depends on the focus, for all selected rows and not only the current one.
void RowView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void RowView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void RowView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
}

} // namespace rocketdesk::ui
