// SPDX-License-Identifier: Apache-2.0
// What a table view offers beside showing rows: menus, copies, exports, and the state of its columns.
#include "ui/theme/theme.h"
#include "ui/widgets/tableheader.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QSaveFile>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>
#include <numeric>

namespace rocketdesk::ui {

QList<int> TableView::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; m_table && visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column))
            columns << column;
    }
    return columns;
}

void TableView::resetColumns()
{
    {
        const QScopedValueRollback guard(m_layingOut, true);
        for (int column = 0; column < m_table->columnCount(); ++column) {
            m_header->moveSection(m_header->visualIndex(column), column);
            m_header->setSectionHidden(column, m_table->columnInfo(column).hidden);
            setColumnWidth(column, m_theme.scaled(m_table->columnInfo(column).width));
        }
    }
    layOutColumns();
    Q_EMIT columnsChanged();
}

QByteArray TableView::saveColumns() const
{
    QJsonArray columns;
    for (int visual = 0; m_table && visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        const bool hidden = m_header->isSectionHidden(column);
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
        m_header->moveSection(m_header->visualIndex(column), visual++);
        if (const int width = value[QStringLiteral("width")].toInt(); width > 0)
            setColumnWidth(column, width);
        m_header->setSectionHidden(column, value[QStringLiteral("hidden")].toBool());
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
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const ColumnInfo &info = m_table->columnInfo(column);
        QAction *action = menu.addAction(info.title.isEmpty() ? info.tooltip : info.title);
        action->setCheckable(true);
        action->setChecked(!m_header->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_header->setSectionHidden(column, !on);
            layOutColumns();
            Q_EMIT columnsChanged();
        });
    }
    menu.addSeparator();
    menu.addAction(tr("Reset columns"), this, &TableView::resetColumns);
}

void TableView::showHeaderMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int column = m_header->logicalIndexAt(at);
    if (column >= 0) {
        menu->addAction(m_theme.icon(Icon::SortUp), tr("Sort ascending"), this, [this, column] { m_table->sortBy({{column, Qt::AscendingOrder}}); });
        menu->addAction(m_theme.icon(Icon::SortDown), tr("Sort descending"), this, [this, column] { m_table->sortBy({{column, Qt::DescendingOrder}}); });
        menu->addAction(tr("Order as read"), this, [this] { m_table->sortBy({}); });
        menu->addAction(tr("Fit the width"), this, [this, column] { resizeColumnToContents(column); });
        menu->addSeparator();
    }
    fillColumnMenu(*menu);
    menu->popup(m_header->mapToGlobal(at));
}

void TableView::fillRowMenu(QMenu &menu, const QModelIndex &index)
{
    if (m_menuHook)
        m_menuHook(menu, index);
    if (!menu.isEmpty())
        menu.addSeparator();
    menu.addAction(m_theme.icon(Icon::Copy), tr("Copy value") + u'\t' + QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText), this, &TableView::copyCurrentCell);
    QMenu *copies = menu.addMenu(m_theme.icon(Icon::Copy), selectedRows().size() > 1 ? tr("Copy rows as") : tr("Copy row as"));
    copies->addAction(tr("Text"), this, [this] { copySelection(CopyFormat::Text, false); });
    copies->addAction(tr("Text with headers"), this, [this] { copySelection(CopyFormat::Text, true); });
    copies->addAction(tr("CSV"), this, [this] { copySelection(CopyFormat::Csv, true); });
    copies->addAction(tr("JSON"), this, [this] { copySelection(CopyFormat::Json, true); });
    copies->addAction(tr("Markdown"), this, [this] { copySelection(CopyFormat::Markdown, true); });
    menu.addAction(m_theme.icon(Icon::Filter), tr("Filter by this value"), this, [this, text = index.data().toString()] { Q_EMIT filterByValueRequested(text); });
}

void TableView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fillRowMenu(*menu, index);
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
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
    static const std::array<std::pair<QLatin1StringView, CopyFormat>, 3> endings = {{
        {QLatin1StringView(".csv"), CopyFormat::Csv},
        {QLatin1StringView(".json"), CopyFormat::Json},
        {QLatin1StringView(".md"), CopyFormat::Markdown},
    }};
    const auto ending = std::find_if(endings.cbegin(), endings.cend(), [&path](const auto &each) { return path.endsWith(each.first, Qt::CaseInsensitive); });
    QList<int> rows(m_table->rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    QSaveFile file(path);
    const QByteArray bytes = copyRows(*m_table, rows, shownColumns(), ending == endings.cend() ? CopyFormat::Text : ending->second, true).toUtf8();
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return written ? QString() : tr("%1 could not be written: %2").arg(path, file.errorString());
}

void TableView::exportRows()
{
    auto *chooser = new QFileDialog(this, tr("Export %n rows", nullptr, m_table->rowCount()));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters({tr("CSV (*.csv)"), tr("JSON (*.json)"), tr("Markdown (*.md)"), tr("Text (*.txt)")});
    chooser->setDefaultSuffix(QStringLiteral("csv"));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const QString failure = exportTo(path); !failure.isEmpty())
            Q_EMIT exportFailed(failure);
    });
    chooser->open();
}

} // namespace rocketdesk::ui
