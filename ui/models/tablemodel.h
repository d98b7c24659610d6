// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/tablebase.h"
#include "ui/models/column.h"

#include <algorithm>

namespace rocketdesk::ui {

/// A table of plain rows over an array of columns. Rows are known by their key, so a refresh keeps selection, current row
/// and scroll position. Keys must be unique; of rows with the same key the last one is found by rowOf().
template <typename Row>
class TableModel final : public TableBase
{
public:
    using Key = std::function<QString(const Row &)>;
    using Predicate = std::function<bool(const Row &)>;

    TableModel(std::vector<Column<Row>> columns, Key key, QObject *parent = nullptr)
        : TableBase(parent)
        , m_columns(std::move(columns))
        , m_key(std::move(key))
    {
        for (const Column<Row> &column : m_columns)
            m_infos.push_back(column.info());
    }

    /// Replaces all rows; those whose key stays keep their persistent indexes.
    void setRows(std::vector<Row> rows)
    {
        QHash<QString, int> places;
        places.reserve(static_cast<qsizetype>(rows.size()));
        for (std::size_t i = 0; i < rows.size(); ++i)
            places.insert(m_key(rows[i]), static_cast<int>(i));
        std::vector<int> fresh(m_rows.size(), -1);
        for (auto it = m_places.cbegin(); it != m_places.cend(); ++it)
            fresh[static_cast<std::size_t>(it.value())] = places.value(it.key(), -1);
        beginReplace(fresh);
        m_rows = std::move(rows);
        m_places = std::move(places);
        endReplace(fresh);
    }

    /// Changes the rows whose keys are there, and adds the others at the end.
    void putRows(std::vector<Row> rows)
    {
        int first = static_cast<int>(m_rows.size());
        int last = -1;
        for (Row &row : rows) {
            const QString key = m_key(row);
            const int place = m_places.value(key, static_cast<int>(m_rows.size()));
            m_places.insert(key, place);
            if (place == static_cast<int>(m_rows.size())) {
                m_rows.push_back(std::move(row));
                continue;
            }
            m_rows[static_cast<std::size_t>(place)] = std::move(row);
            forget(place);
            first = std::min(first, place);
            last = std::max(last, place);
        }
        rearrange();
        announce(first, last);
    }

    void clear() { setRows({}); }

    /// Shows only rows that pass, beside what the filters ask; an empty one lets all pass.
    void setPredicate(Predicate predicate)
    {
        m_predicate = std::move(predicate);
        rearrange();
    }
    /// Colours whole rows: Error for one that failed to load, Faint for one that is done with.
    void setRowTone(std::function<Tone(const Row &)> tone) { m_rowTone = std::move(tone); }
    /// Series colour on the left edge of a row; -1 for none.
    void setEdge(std::function<int(const Row &)> edge) { m_edge = std::move(edge); }
    /// Another title for a column: whose values it shows now.
    void setTitle(const QString &column, const QString &title)
    {
        for (std::size_t i = 0; i < m_infos.size(); ++i) {
            if (m_infos[i].id != column || m_infos[i].title == title)
                continue;
            m_infos[i].title = title;
            Q_EMIT headerDataChanged(Qt::Horizontal, static_cast<int>(i), static_cast<int>(i));
        }
    }
    /// Rows that are headings inside the table.
    void setHeading(Predicate heading) { m_heading = std::move(heading); }

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; } ///< all, in the order they came
    [[nodiscard]] const Row &row(int row) const { return m_rows[static_cast<std::size_t>(storedAt(row))]; }
    [[nodiscard]] const Row *find(const QString &key) const
    {
        const int place = m_places.value(key, -1);
        return place < 0 ? nullptr : &m_rows[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] int countIf(const Predicate &predicate) const
    {
        return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(), predicate));
    }

    [[nodiscard]] const ColumnInfo &columnInfo(int column) const override { return m_infos[static_cast<std::size_t>(column)]; }
    [[nodiscard]] int storedCount() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        return cell(m_columns[static_cast<std::size_t>(index.column())], row(index.row()), role);
    }

protected:
    [[nodiscard]] QString storedKey(int stored) const override { return m_key(m_rows[static_cast<std::size_t>(stored)]); }
    [[nodiscard]] int storedOf(const QString &key) const override { return m_places.value(key, -1); }
    [[nodiscard]] SortValue storedValue(int stored, int column) const override
    {
        return m_columns[static_cast<std::size_t>(column)].sortValue(m_rows[static_cast<std::size_t>(stored)]);
    }
    [[nodiscard]] QString storedText(int stored, int column) const override
    {
        return m_columns[static_cast<std::size_t>(column)].cellText(m_rows[static_cast<std::size_t>(stored)]);
    }
    [[nodiscard]] bool storedPasses(int stored) const override
    {
        return !m_predicate || m_predicate(m_rows[static_cast<std::size_t>(stored)]);
    }

private:
    template <typename Fn>
    [[nodiscard]] static QVariant ask(const Fn &fn, const Row &row)
    {
        using Value = decltype(fn(row));
        if (!fn)
            return {};
        if constexpr (std::is_enum_v<Value>)
            return static_cast<int>(fn(row));
        else
            return QVariant::fromValue(fn(row));
    }

    [[nodiscard]] QVariant cell(const Column<Row> &column, const Row &row, int role) const
    {
        switch (role) {
        case Qt::DisplayRole: return column.cellText(row);
        case Qt::TextAlignmentRole: return QVariant::fromValue(alignmentOf(column.kind));
        case Qt::ToolTipRole: return tooltip(column, row);
        case KindRole: return static_cast<int>(column.kind);
        case ToneRole: return ask(column.tone, row);
        case IconRole: return ask(column.icon, row);
        case LoadingRole: return ask(column.loading, row);
        case BarRole: return ask(column.bar, row);
        case PointsRole: return ask(column.points, row);
        case SeriesRole: return ask(column.series, row);
        case MatchRole: return ask(column.match, row);
        case RowToneRole: return ask(m_rowTone, row);
        case EdgeRole: return ask(m_edge, row);
        case HeadingRole: return ask(m_heading, row);
        case KeyRole: return m_key(row);
        case NumberRole: return number(column, row);
        default: return {};
        }
    }

    [[nodiscard]] static QVariant tooltip(const Column<Row> &column, const Row &row)
    {
        if (column.cellTooltip)
            return column.cellTooltip(row);
        const auto known = column.kind == ColumnKind::Time && column.value ? numberIn(column.value(row)) : std::nullopt;
        return known ? format::timeTooltip(static_cast<qint64>(*known)) : QVariant();
    }

    [[nodiscard]] static QVariant number(const Column<Row> &column, const Row &row)
    {
        const auto known = column.value ? numberIn(column.value(row)) : std::nullopt;
        return known ? QVariant(*known) : QVariant();
    }

    std::vector<Column<Row>> m_columns;
    std::vector<ColumnInfo> m_infos;
    Key m_key;
    std::vector<Row> m_rows;
    QHash<QString, int> m_places;
    Predicate m_predicate;
    Predicate m_heading;
    std::function<Tone(const Row &)> m_rowTone;
    std::function<int(const Row &)> m_edge;
};

} // namespace rocketdesk::ui
