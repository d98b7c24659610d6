// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live/livemodel.h"

#include <QElapsedTimer>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int blocks = 32; // a block of rows that goes at once is this part of what is kept
constexpr qint64 rowBytes = 160; // of a message without its frame

} // namespace

LiveModel::LiveModel(QObject *parent) : QAbstractTableModel(parent), m_columns(liveColumns())
{
    for (const Column<LiveRow> &column : m_columns)
        m_infos.push_back(column.info());
}

void LiveModel::setLimits(Limits limits)
{
    m_limits = limits;
    evict();
}

void LiveModel::setTopics(const QStringList &topics)
{
    // a topic keeps its colour while others come and go
    QHash<QString, int> series;
    QSet<int> taken;
    for (const QString &topic : topics) {
        if (const int known = m_series.value(topic, -1); known >= 0) {
            series.insert(topic, known);
            taken.insert(known);
        }
    }
    int next = 0;
    for (const QString &topic : topics) {
        if (series.contains(topic))
            continue;
        while (taken.contains(next))
            ++next;
        series.insert(topic, next);
        taken.insert(next);
    }
    m_series = series;
}

void LiveModel::copyRows(const LiveModel &other)
{
    m_series = other.m_series;
    m_rows = other.m_rows;
    m_cleared = other.m_cleared;
    m_first = other.m_first;
    m_bytes = other.m_bytes;
    m_evicted = other.m_evicted;
    refilter();
}

void LiveModel::append(const std::vector<Batch> &batches)
{
    std::vector<LiveRow> rows;
    std::size_t count = 0;
    for (const Batch &batch : batches)
        count += batch->messages.size();
    rows.reserve(count);
    for (const Batch &batch : batches) {
        const auto share = static_cast<qint32>(rowBytes + batch->cost / std::max<qint64>(1, static_cast<qint64>(batch->messages.size())));
        const TopicName *topic = nullptr; // of the message before: neighbours mostly share theirs
        qint32 series = -1;
        for (const protocol::StoredMessage &message : batch->messages) {
            if (!topic || message.topic != *topic)
                series = seriesOf(message.topic.text());
            topic = &message.topic;
            rows.push_back({.message = {batch, &message}, .series = series, .cost = share});
        }
    }
    addRows(std::move(rows));
}

void LiveModel::appendGap(qint64 fromMs, qint64 toMs)
{
    std::vector<LiveRow> rows;
    rows.push_back({.gapFrom = fromMs, .gapTo = toMs});
    addRows(std::move(rows));
}

void LiveModel::addRows(std::vector<LiveRow> rows)
{
    if (rows.empty())
        return;
    std::vector<quint64> passing;
    const quint64 next = m_first + m_rows.size();
    for (std::size_t i = 0; m_filtered && i < rows.size(); ++i) {
        if (passes(rows[i]))
            passing.push_back(next + i);
    }
    const int more = static_cast<int>(m_filtered ? passing.size() : rows.size());
    if (more > 0)
        beginInsertRows({}, rowCount(), rowCount() + more - 1);
    for (LiveRow &row : rows) {
        m_bytes += row.cost;
        m_rows.push_back(std::move(row));
    }
    m_shown.insert(m_shown.end(), passing.cbegin(), passing.cend());
    if (more > 0)
        endInsertRows();
    evict();
    Q_EMIT countsChanged();
}

qsizetype LiveModel::tooMany() const
{
    qsizetype count = std::max<qsizetype>(0, static_cast<qsizetype>(m_rows.size()) - m_limits.rows);
    qint64 over = m_bytes - m_limits.bytes;
    for (qsizetype i = 0; over > 0 && i < static_cast<qsizetype>(m_rows.size()); ++i) {
        over -= m_rows[static_cast<std::size_t>(i)].cost;
        count = std::max(count, i + 1);
    }
    return count;
}

void LiveModel::evict()
{
    const qsizetype count = tooMany();
    if (count == 0)
        return;
    const qsizetype block = std::max<qsizetype>(1, static_cast<qsizetype>(m_rows.size()) / blocks);
    dropOldest(std::min(static_cast<qsizetype>(m_rows.size()), std::max(count, block)));
}

void LiveModel::dropOldest(qsizetype count)
{
    const quint64 first = m_first + static_cast<quint64>(count);
    const auto shownEnd = std::lower_bound(m_shown.cbegin(), m_shown.cend(), first);
    const int gone = static_cast<int>(m_filtered ? shownEnd - m_shown.cbegin() : count);
    if (gone > 0)
        beginRemoveRows({}, 0, gone - 1);
    for (auto it = m_rows.cbegin(); it != m_rows.cbegin() + count; ++it)
        m_bytes -= it->cost;
    m_rows.erase(m_rows.cbegin(), m_rows.cbegin() + count);
    m_shown.erase(m_shown.cbegin(), shownEnd);
    m_first = first;
    m_searched = std::max(m_searched, m_first);
    m_evicted += static_cast<quint64>(count);
    if (gone > 0)
        endRemoveRows();
}

bool LiveModel::passes(const LiveRow &row) const
{
    if (row.isGap())
        return true;
    if (m_muted.contains(row.message->topic.text()))
        return false;
    if (m_filter.isEmpty())
        return true;
    const QString text = searchText(*row.message);
    return m_filter.matches(FilterExpression::fold(text), text);
}

void LiveModel::setFilter(const FilterExpression &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refilter();
}

void LiveModel::setMuted(const QSet<QString> &topics)
{
    if (topics == m_muted)
        return;
    m_muted = topics;
    refilter();
}

void LiveModel::refilter()
{
    beginResetModel();
    m_filtered = !m_filter.isEmpty() || !m_muted.isEmpty();
    m_shown.clear();
    m_searched = m_first + m_rows.size();
    endResetModel();
    searchOlder(8);
    Q_EMIT countsChanged();
}

bool LiveModel::searchOlder(int milliseconds)
{
    if (!isSearching())
        return false;
    QElapsedTimer timer;
    timer.start();
    std::vector<quint64> found; // newest first
    while (m_searched > m_first && (m_searched % 64 != 0 || timer.elapsed() < milliseconds)) {
        --m_searched;
        if (passes(m_rows[m_searched - m_first]))
            found.push_back(m_searched);
    }
    if (!found.empty()) {
        beginInsertRows({}, 0, static_cast<int>(found.size()) - 1);
        m_shown.insert(m_shown.begin(), found.crbegin(), found.crend());
        endInsertRows();
    }
    if (!isSearching())
        Q_EMIT countsChanged();
    return isSearching();
}

void LiveModel::clear()
{
    if (m_rows.empty())
        return;
    beginResetModel();
    m_first += m_rows.size();
    m_searched = m_first;
    m_cleared = std::exchange(m_rows, {});
    m_shown.clear();
    m_bytes = 0;
    endResetModel();
    Q_EMIT countsChanged();
}

bool LiveModel::undoClear()
{
    if (m_cleared.empty())
        return false;
    beginResetModel();
    for (const LiveRow &row : m_cleared)
        m_bytes += row.cost;
    m_first -= m_cleared.size();
    m_rows.insert(m_rows.begin(), std::make_move_iterator(m_cleared.begin()), std::make_move_iterator(m_cleared.end()));
    m_cleared.clear();
    endResetModel();
    evict();
    refilter();
    return true;
}

const LiveRow &LiveModel::row(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return m_filtered ? m_rows[m_shown[at] - m_first] : m_rows[at];
}

int LiveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_filtered ? m_shown.size() : m_rows.size());
}

int LiveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant LiveModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Column<LiveRow> &column = m_columns[static_cast<std::size_t>(index.column())];
    const LiveRow &row = this->row(index.row());
    switch (role) {
    case Qt::DisplayRole: return column.cellText(row);
    case Qt::TextAlignmentRole: return QVariant::fromValue(alignmentOf(column.kind));
    case Qt::ToolTipRole: return column.cellTooltip ? QVariant(column.cellTooltip(row)) : QVariant();
    case KindRole: return static_cast<int>(column.kind);
    case SeriesRole: return column.series ? QVariant(column.series(row)) : QVariant();
    case EdgeRole: return row.series;
    case HeadingRole: return row.isGap();
    case ToneRole: return column.id == u"body" ? QVariant(static_cast<int>(Tone::Muted)) : QVariant();
    default: return {};
    }
}

QVariant LiveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnInfo &info = columnInfo(section);
    if (role == Qt::DisplayRole)
        return info.title;
    return role == Qt::TextAlignmentRole ? QVariant(alignmentOf(info.kind).toInt()) : QVariant();
}

} // namespace rocketdesk::ui
