// SPDX-License-Identifier: Apache-2.0
#include "ui/models/tablemodel.h"
#include "ui/pages/live/liveview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tableheader.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>
#include <numeric>

namespace rocketdesk::ui {

QList<int> LiveView::selectedRows() const
{
    QList<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QList<int> LiveView::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        if (const int column = m_header->logicalIndex(visual); !m_header->isSectionHidden(column))
            columns << column;
    }
    return columns;
}

QString LiveView::textOf(const QList<int> &rows, CopyFormat format, bool withHeaders) const
{
    QList<int> wanted = rows;
    if (wanted.isEmpty()) {
        wanted.resize(m_model.rowCount());
        std::iota(wanted.begin(), wanted.end(), 0);
    }
    std::vector<LiveRow> copied;
    for (const int row : std::as_const(wanted)) {
        if (!m_model.row(row).isGap())
            copied.push_back(m_model.row(row));
    }
    QList<int> all(static_cast<qsizetype>(copied.size()));
    std::iota(all.begin(), all.end(), 0);
    TableModel<LiveRow> table(liveColumns(), [](const LiveRow &row) {
        return QStringLiteral("%1/%2/%3").arg(row.message->brokerName.text(), row.message->topic.text()).arg(row.message->queueId.value()) + u'/' + QString::number(row.message->queueOffset.value());
    });
    table.setRows(std::move(copied));
    return copyRows(table, all, shownColumns(), format, withHeaders);
}

void LiveView::copySelection(CopyFormat format, bool withHeaders) const
{
    if (const QList<int> rows = selectedRows(); !rows.isEmpty())
        QApplication::clipboard()->setText(textOf(rows, format, withHeaders));
}

void LiveView::fillColumnMenu(QMenu &menu)
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        QAction *action = menu.addAction(m_model.columnInfo(column).title);
        action->setCheckable(true);
        action->setChecked(!m_header->isSectionHidden(column));
        action->setEnabled(action->isChecked() ? shownColumns().size() > 1 : true);
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            m_header->setSectionHidden(column, !on);
            layOutColumns();
            Q_EMIT columnsChanged();
        });
    }
}

void LiveView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || m_model.row(index.row()).isGap())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    if (m_menuHook)
        m_menuHook(*menu, m_model.row(index.row()));
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(m_theme.icon(Icon::Copy), tr("Copy value"), this, [text = index.data().toString()] { QApplication::clipboard()->setText(text); });
    QMenu *copies = menu->addMenu(m_theme.icon(Icon::Copy), selectedRows().size() > 1 ? tr("Copy rows as") : tr("Copy row as"));
    copies->addAction(tr("Text with headers"), this, [this] { copySelection(CopyFormat::Text, true); });
    copies->addAction(tr("CSV"), this, [this] { copySelection(CopyFormat::Csv, true); });
    copies->addAction(tr("JSON"), this, [this] { copySelection(CopyFormat::Json, true); });
    copies->addAction(tr("Markdown"), this, [this] { copySelection(CopyFormat::Markdown, true); });
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

} // namespace rocketdesk::ui
