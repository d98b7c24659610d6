// SPDX-License-Identifier: Apache-2.0
#include "ui/common/tablecopy.h"

#include "ui/common/format.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace rocketdesk::ui {

namespace {

QString csvCell(QString text)
{
    if (!text.contains(u',') && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r'))
        return text;
    text.replace(u'"', QStringLiteral("\"\""));
    return u'"' + text + u'"';
}

QString markdownCell(QString text)
{
    text.replace(u'|', QStringLiteral("\\|"));
    return text.replace(u'\n', u' ');
}

QString textCell(QString text)
{
    text.replace(u'\t', u' ');
    return text.replace(u'\n', u' ');
}

QString titleOf(const ColumnInfo &info)
{
    return info.title.isEmpty() ? info.id : info.title;
}

QStringList cellsOf(const TableBase &table, int row, const QList<int> &columns)
{
    QStringList cells;
    for (const int column : columns)
        cells << table.index(row, column).data().toString();
    return cells;
}

QString markdownLine(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |");
}

QString jsonRows(const TableBase &table, const QList<int> &rows, const QList<int> &columns)
{
    QJsonArray array;
    for (const int row : rows) {
        QJsonObject object;
        for (const int column : columns) {
            const QModelIndex index = table.index(row, column);
            const QVariant number = index.data(NumberRole);
            object.insert(table.columnInfo(column).id, number.isValid() ? QJsonValue(number.toDouble()) : QJsonValue(index.data().toString()));
        }
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson());
}

} // namespace

QString copyRows(const TableBase &table, const QList<int> &rows, const QList<int> &columns, CopyFormat format, bool withHeaders)
{
    if (format == CopyFormat::Json)
        return jsonRows(table, rows, columns);
    const auto cell = format == CopyFormat::Csv ? csvCell : format == CopyFormat::Markdown ? markdownCell : textCell;
    const auto line = [&](QStringList cells) {
        std::transform(cells.begin(), cells.end(), cells.begin(), cell);
        if (format == CopyFormat::Markdown)
            return markdownLine(cells);
        return cells.join(format == CopyFormat::Csv ? u',' : u'\t');
    };
    QStringList lines;
    QStringList titles;
    for (const int column : columns)
        titles << titleOf(table.columnInfo(column));
    if (withHeaders || format == CopyFormat::Markdown)
        lines << line(titles);
    if (format == CopyFormat::Markdown)
        lines << markdownLine(QStringList(columns.size(), QStringLiteral("---")));
    for (const int row : rows)
        lines << line(cellsOf(table, row, columns));
    return lines.join(u'\n') + u'\n';
}

QString sums(const TableBase &table, const QList<int> &rows)
{
    QStringList parts;
    for (int column = 0; column < table.columnCount(); ++column) {
        const ColumnInfo &info = table.columnInfo(column);
        if (!info.summed)
            continue;
        double sum = 0;
        bool any = false;
        for (const int row : rows) {
            const QVariant number = table.index(row, column).data(NumberRole);
            any = any || number.isValid();
            sum += number.toDouble();
        }
        if (!any)
            continue;
        const bool whole = std::floor(sum) == sum;
        const QString text = info.sumText ? info.sumText(sum) : whole ? format::number(qRound64(sum)) : format::decimal(sum);
        parts << (info.sumTitle.isEmpty() ? text : info.sumTitle + u' ' + text);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace rocketdesk::ui
