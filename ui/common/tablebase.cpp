// SPDX-License-Identifier: Apache-2.0
#include "ui/common/tablebase.h"

#include <algorithm>
#include <numeric>

namespace rocketdesk::ui {

QString TableBase::keyAt(int row) const
{
    return row >= 0 && row < rowCount() ? storedKey(storedAt(row)) : QString();
}

int TableBase::rowOf(const QString &key) const
{
    const int stored = storedOf(key);
    const auto at = std::find(m_visible.cbegin(), m_visible.cend(), stored);
    return stored < 0 || at == m_visible.cend() ? -1 : static_cast<int>(at - m_visible.cbegin());
}

int TableBase::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible.size());
}

QVariant TableBase::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnInfo &info = columnInfo(section);
    switch (role) {
    case Qt::DisplayRole: return info.title;
    case Qt::ToolTipRole: return info.tooltip;
    case Qt::TextAlignmentRole: return QVariant::fromValue(alignmentOf(info.kind));
    case KindRole: return static_cast<int>(info.kind);
    default: return {};
    }
}

void TableBase::sort(int column, Qt::SortOrder order)
{
    sortBy(column < 0 ? QList<SortKey>() : QList<SortKey>{{column, order}});
}

void TableBase::sortBy(const QList<SortKey> &keys)
{
    if (keys == m_sortKeys)
        return;
    m_sortKeys = keys;
    rearrange();
    Q_EMIT sortChanged();
}

void TableBase::setFilterText(const QString &text)
{
    if (text == m_filterText)
        return;
    m_filterText = text;
    m_filter = FilterExpression(text);
    rearrange();
}

void TableBase::setColumnCondition(int column, const QString &text)
{
    const ColumnCondition condition(text);
    if (condition.isEmpty() && m_conditions.remove(column) == 0)
        return;
    if (!condition.isEmpty())
        m_conditions.insert(column, condition);
    rearrange();
}

void TableBase::clearColumnConditions()
{
    m_conditions.clear();
    rearrange();
}

void TableBase::rearrange()
{
    showRows(wantedOrder());
    Q_EMIT countsChanged();
}

bool TableBase::passes(int stored)
{
    if (!storedPasses(stored))
        return false;
    for (auto it = m_conditions.cbegin(); it != m_conditions.cend(); ++it) {
        if (!it->matches(storedValue(stored, it.key()), storedText(stored, it.key())))
            return false;
    }
    if (m_filter.isEmpty())
        return true;
    QString &haystack = m_haystacks[static_cast<std::size_t>(stored)];
    if (haystack.isNull()) {
        QStringList texts;
        for (int column = 0; column < columnCount(); ++column)
            texts << storedText(stored, column);
        haystack = FilterExpression::fold(texts.join(u'\n'));
    }
    return m_filter.matches(haystack, haystack);
}

std::vector<int> TableBase::wantedOrder()
{
    m_haystacks.resize(static_cast<std::size_t>(storedCount()));
    std::vector<int> order;
    order.reserve(m_haystacks.size());
    for (int stored = 0; stored < storedCount(); ++stored) {
        if (passes(stored))
            order.push_back(stored);
    }
    sortStored(order);
    return order;
}

void TableBase::sortStored(std::vector<int> &order) const
{
    if (m_sortKeys.isEmpty())
        return;
    struct Entry {
        int stored;
        std::vector<SortValue> values;
    };
    std::vector<Entry> entries;
    entries.reserve(order.size());
    for (const int stored : order) {
        Entry &entry = entries.emplace_back(Entry{stored, {}});
        for (const SortKey &key : m_sortKeys)
            entry.values.push_back(storedValue(stored, key.column));
    }
    std::stable_sort(entries.begin(), entries.end(), [this](const Entry &a, const Entry &b) {
        for (std::size_t i = 0; i < a.values.size(); ++i) {
            const auto compared = compareValues(a.values[i], b.values[i]);
            if (compared == 0)
                continue;
            const bool unknown = isUnknown(a.values[i]) || isUnknown(b.values[i]);
            const bool descending = m_sortKeys.at(static_cast<qsizetype>(i)).order == Qt::DescendingOrder;
            return unknown || !descending ? compared < 0 : compared > 0;
        }
        return false;
    });
    std::transform(entries.cbegin(), entries.cend(), order.begin(), [](const Entry &entry) { return entry.stored; });
}

void TableBase::showRows(const std::vector<int> &target)
{
    if (target == m_visible)
        return;
    std::vector<char> wanted(static_cast<std::size_t>(storedCount()), 0);
    for (const int stored : target)
        wanted[static_cast<std::size_t>(stored)] = 1;
    removeUnwanted(wanted);
    insertWanted(target);
    permute(target);
}

/// Takes the unwanted rows to the end and removes them there at once: one signal however scattered they are.
void TableBase::removeUnwanted(const std::vector<char> &wanted)
{
    std::vector<int> order = m_visible;
    const auto firstGone = std::stable_partition(order.begin(), order.end(), [&wanted](int stored) { return wanted[static_cast<std::size_t>(stored)] != 0; });
    const auto kept = static_cast<int>(firstGone - order.begin());
    if (kept == rowCount())
        return;
    permute(std::move(order));
    beginRemoveRows({}, kept, rowCount() - 1);
    m_visible.resize(static_cast<std::size_t>(kept));
    endRemoveRows();
}

void TableBase::insertWanted(const std::vector<int> &target)
{
    std::vector<char> shown(static_cast<std::size_t>(storedCount()), 0);
    for (const int stored : m_visible)
        shown[static_cast<std::size_t>(stored)] = 1;
    std::vector<int> missing;
    std::copy_if(target.cbegin(), target.cend(), std::back_inserter(missing), [&shown](int stored) { return shown[static_cast<std::size_t>(stored)] == 0; });
    if (missing.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(missing.size()) - 1);
    m_visible.insert(m_visible.end(), missing.cbegin(), missing.cend());
    endInsertRows();
}

/// `order` has the same rows as m_visible.
void TableBase::permute(std::vector<int> order)
{
    if (order == m_visible)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    std::vector<int> place(static_cast<std::size_t>(storedCount()), -1);
    for (std::size_t row = 0; row < order.size(); ++row)
        place[static_cast<std::size_t>(order[row])] = static_cast<int>(row);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &old : from)
        to << index(place[static_cast<std::size_t>(storedAt(old.row()))], old.column());
    m_visible = std::move(order);
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void TableBase::beginReplace(const std::vector<int> &fresh)
{
    std::vector<char> wanted(fresh.size());
    std::transform(fresh.cbegin(), fresh.cend(), wanted.begin(), [](int place) { return static_cast<char>(place >= 0); });
    removeUnwanted(wanted);
}

void TableBase::endReplace(const std::vector<int> &fresh)
{
    for (int &stored : m_visible)
        stored = fresh[static_cast<std::size_t>(stored)];
    m_haystacks.clear();
    showRows(wantedOrder());
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT countsChanged();
}

void TableBase::forget(int stored)
{
    if (static_cast<std::size_t>(stored) < m_haystacks.size())
        m_haystacks[static_cast<std::size_t>(stored)] = QString();
}

void TableBase::announce(int firstStored, int lastStored)
{
    int first = rowCount();
    int last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        if (storedAt(row) < firstStored || storedAt(row) > lastStored)
            continue;
        first = std::min(first, row);
        last = row;
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

} // namespace rocketdesk::ui
