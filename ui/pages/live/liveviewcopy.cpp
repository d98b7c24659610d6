// SPDX-License-Identifier: Apache-2.0
#include "ui/models/tablemodel.h"
#include "ui/pages/live/liveview.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>

#include <numeric>

namespace rocketdesk::ui {

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
    menu->addAction(theme().icon(Icon::Copy), tr("Copy value"), this, [text = index.data().toString()] { QApplication::clipboard()->setText(text); });
    addCopyMenu(*menu);
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

} // namespace rocketdesk::ui
