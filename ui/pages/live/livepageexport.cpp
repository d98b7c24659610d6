// SPDX-License-Identifier: Apache-2.0
// Messages of the Live page as a file.
#include "client/protocol/compression.h"
#include "ui/pages/live/livepage.h"
#include "ui/pages/live/liveview.h"
#include "ui/pages/live/messagejson.h"
#include "ui/widgets/exportfile.h"

#include <QIODevice>
#include <QJsonDocument>

namespace rocketdesk::ui {

void LivePage::exportMainTable()
{
    const auto selected = static_cast<int>(m_view->selectedRows().size());
    const QString title = selected > 0 ? tr("Export the %Ln selected messages", nullptr, selected) : tr("Export all %Ln messages that show", nullptr, m_model->rowCount());
    chooseExport(*this, title, [this](const QString &path) {
        if (const QString failure = exportTo(path); !failure.isEmpty())
            showExportFailure(failure);
    });
}

QString LivePage::exportTo(const QString &path) const
{
    const QList<int> rows = m_view->selectedRows();
    const CopyFormat format = formatOf(path);
    if (format != CopyFormat::Json) {
        const QByteArray bytes = m_view->textOf(rows, format, true).toUtf8();
        return writeExport(path, [&bytes](QIODevice &file) { return file.write(bytes) == bytes.size(); });
    }
    return writeExport(path, [this, &rows](QIODevice &file) {
        const int count = rows.isEmpty() ? m_model->rowCount() : static_cast<int>(rows.size());
        QByteArray before("[\n");
        bool written = true;
        for (int i = 0; i < count && written; ++i) {
            const LiveRow &row = m_model->row(rows.isEmpty() ? i : rows.at(i));
            if (row.isGap())
                continue;
            const auto body = protocol::decodedBody(*row.message);
            const QByteArray line = before + QJsonDocument(messageJson(*row.message, body ? body->toByteArray() : row.message->body.toByteArray())).toJson(QJsonDocument::Compact);
            written = file.write(line) == line.size();
            before = QByteArrayLiteral(",\n");
        }
        const QByteArray end = before.startsWith('[') ? QByteArrayLiteral("[]\n") : QByteArrayLiteral("\n]\n");
        return written && file.write(end) == end.size();
    });
}

} // namespace rocketdesk::ui
