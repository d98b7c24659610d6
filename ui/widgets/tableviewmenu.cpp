// SPDX-License-Identifier: Apache-2.0
// What a table view offers beside showing rows: menus, copies, exports, and the state of its columns.
#include "ui/theme/theme.h"
#include "ui/widgets/exportfile.h"
#include "ui/widgets/tableheader.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>

#include <numeric>

namespace rocketdesk::ui {

void TableView::resetColumns()
{
    applyColumns();
    Q_EMIT columnsChanged();
}

QByteArray TableView::saveColumns() const
{
    QJsonArray columns;
    for (int visual = 0; m_table && visual < header().count(); ++visual) {
        const int column = header().logicalIndex(visual);
        const bool hidden = header().isSectionHidden(column);
        const QString id = m_table->columnInfo(column).id;
        columns.append(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("hidden"), hidden}, {QStringLiteral("width"), hidden ? 0 : columnWidth(column)}});
    }
    QJsonArray sorting;
    for (const auto &key : m_table ? m_table->sortKeys() : QList<TableBase::SortKey>())
        sorting.append(QJsonObject{{QStringLiteral("id"), m_table->columnInfo(key.column).id}, {QStringLiteral("descending"), key.order == Qt::DescendingOrder}});
    return QJsonDocument(QJsonObject{{QStringLiteral("columns"), columns}, {QStringLiteral("sort"), sorting}}).toJson(QJsonDocument::Compact);
}

bool TableView::restoreColumns(const QByteArray &state)
{
    const QJsonObject root = QJsonDocument::fromJson(state).object();
    if (!m_table || !root.contains(QStringLiteral("columns")))
        return false;
    QHash<QString, int> known;
    for (int column = 0; column < m_table->columnCount(); ++column)
        known.insert(m_table->columnInfo(column).id, column);
    int visual = 0;
    for (const QJsonValue &value : root.value(QStringLiteral("columns")).toArray()) {
        const int column = known.value(value[QStringLiteral("id")].toString(), -1);
        if (column < 0) // a column of another version
            continue;
        header().moveSection(header().visualIndex(column), visual++);
        if (const int width = value[QStringLiteral("width")].toInt(); width > 0)
            setColumnWidth(column, width);
        header().setSectionHidden(column, value[QStringLiteral("hidden")].toBool());
    }
    QList<TableBase::SortKey> keys;
    for (const QJsonValue &value : root.value(QStringLiteral("sort")).toArray()) {
        const int column = known.value(value[QStringLiteral("id")].toString(), -1);
        if (column >= 0)
            keys.append({column, value[QStringLiteral("descending")].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    m_table->sortBy(keys);
    layOutColumns();
    return true;
}

void TableView::fillColumnMenu(QMenu &menu)
{
    RowView::fillColumnMenu(menu);
    menu.addSeparator();
    menu.addAction(tr("Reset columns"), this, &TableView::resetColumns);
}

void TableView::showHeaderMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int column = header().logicalIndexAt(at);
    if (column >= 0) {
        menu->addAction(theme().icon(Icon::SortUp), tr("Sort ascending"), this, [this, column] { m_table->sortBy({{column, Qt::AscendingOrder}}); });
        menu->addAction(theme().icon(Icon::SortDown), tr("Sort descending"), this, [this, column] { m_table->sortBy({{column, Qt::DescendingOrder}}); });
        menu->addAction(tr("Order as read"), this, [this] { m_table->sortBy({}); });
        menu->addAction(tr("Fit the width"), this, [this, column] { resizeColumnToContents(column); });
        menu->addSeparator();
    }
    fillColumnMenu(*menu);
    menu->popup(header().mapToGlobal(at));
}

void TableView::fillRowMenu(QMenu &menu, const QModelIndex &index)
{
    if (m_menuHook)
        m_menuHook(menu, index);
    if (!menu.isEmpty())
        menu.addSeparator();
    menu.addAction(theme().icon(Icon::Copy), tr("Copy value") + u'\t' + QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText), this, &TableView::copyCurrentCell);
    addCopyMenu(menu);
    menu.addAction(theme().icon(Icon::Export), tr("Export the table…"), this, &TableView::exportRows);
    menu.addAction(theme().icon(Icon::Filter), tr("Filter by this value"), this, [this, text = index.data().toString()] { Q_EMIT filterByValueRequested(text); });
    if (!m_lastMenuHook)
        return;
    menu.addSeparator();
    m_lastMenuHook(menu, index);
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        return openMenu();
    if (const QModelIndex index = indexAt(event->pos()); index.isValid())
        popUpMenu(index, event->globalPos());
}

void TableView::openMenu()
{
    if (currentIndex().isValid())
        popUpMenu(currentIndex(), viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
}

void TableView::popUpMenu(const QModelIndex &index, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fillRowMenu(*menu, index);
    menu->popup(at);
}

void TableView::copySelection(CopyFormat format, bool withHeaders) const
{
    if (const QList<int> rows = selectedRows(); !rows.isEmpty())
        QApplication::clipboard()->setText(copyRows(*m_table, rows, shownColumns(), format, withHeaders));
}

void TableView::copyCurrentCell() const
{
    if (currentIndex().isValid())
        QApplication::clipboard()->setText(currentIndex().data().toString());
}

QString TableView::exportTo(const QString &path) const
{
    QList<int> rows(m_table->rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    const QByteArray bytes = copyRows(*m_table, rows, shownColumns(), formatOf(path), true).toUtf8();
    return writeExport(path, [&bytes](QIODevice &file) { return file.write(bytes) == bytes.size(); });
}

void TableView::exportRows()
{
    chooseExport(*this, tr("Export %Ln rows", nullptr, m_table->rowCount()), [this](const QString &path) {
        if (const QString failure = exportTo(path); !failure.isEmpty())
            Q_EMIT exportFailed(failure);
    });
}

} // namespace rocketdesk::ui
