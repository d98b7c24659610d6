// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/cell.h"
#include "ui/common/columncondition.h"
#include "ui/common/filterexpression.h"
#include "ui/common/sortvalue.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace rocketdesk::ui {

/// The part of every table that does not depend on what its rows are: which rows show, and in which order.
/// "Stored" rows are all there are, in the order they came; "rows" are those that pass the filters, sorted.
/// Persistent indexes (so selection and current row) follow a row through filtering, sorting and refreshing.
class TableBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct SortKey {
        int column = 0;
        Qt::SortOrder order = Qt::AscendingOrder;
        friend bool operator==(const SortKey &, const SortKey &) = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] virtual const ColumnInfo &columnInfo(int column) const = 0;
    [[nodiscard]] virtual int storedCount() const = 0;
    [[nodiscard]] QString keyAt(int row) const;
    /// Row that shows the key now; -1 when it is filtered away or not there.
    [[nodiscard]] int rowOf(const QString &key) const;

    /// First key first; equal rows keep the order they came in. Empty: the order they came in.
    void sortBy(const QList<SortKey> &keys);
    [[nodiscard]] const QList<SortKey> &sortKeys() const { return m_sortKeys; }
    void setFilterText(const QString &text);
    [[nodiscard]] QString filterText() const { return m_filterText; }
    [[nodiscard]] QString filterError() const { return m_filter.error(); }
    void setColumnCondition(int column, const QString &text);
    void clearColumnConditions();
    [[nodiscard]] bool hasColumnConditions() const { return !m_conditions.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) final;

Q_SIGNALS:
    void sortChanged();
    /// Number of rows, shown or stored, or their content changed.
    void countsChanged();

protected:
    [[nodiscard]] virtual QString storedKey(int stored) const = 0;
    [[nodiscard]] virtual int storedOf(const QString &key) const = 0;
    [[nodiscard]] virtual SortValue storedValue(int stored, int column) const = 0;
    [[nodiscard]] virtual QString storedText(int stored, int column) const = 0;
    /// The page's own choice (a chip), beside what the user typed.
    [[nodiscard]] virtual bool storedPasses(int stored) const = 0;

    [[nodiscard]] int storedAt(int row) const { return m_visible.at(static_cast<std::size_t>(row)); }
    /// Filters and sorts again, and moves, removes and inserts rows accordingly.
    void rearrange();
    /// First half of a replacement: `fresh[stored]` is the row's new place, or -1 where it is gone.
    void beginReplace(const std::vector<int> &fresh);
    /// Second half, with the new rows stored.
    void endReplace(const std::vector<int> &fresh);
    void forget(int stored); ///< the row's content changed
    void announce(int firstStored, int lastStored); ///< dataChanged for those of them that show

private:
    [[nodiscard]] bool passes(int stored);
    [[nodiscard]] std::vector<int> wantedOrder();
    void sortStored(std::vector<int> &order) const;
    void showRows(const std::vector<int> &target);
    void removeUnwanted(const std::vector<char> &wanted);
    void insertWanted(const std::vector<int> &target);
    void permute(std::vector<int> order);

    std::vector<int> m_visible;
    std::vector<QString> m_haystacks; ///< by stored row, empty until it was needed
    QList<SortKey> m_sortKeys;
    QString m_filterText;
    FilterExpression m_filter;
    QHash<int, ColumnCondition> m_conditions;
};

} // namespace rocketdesk::ui
