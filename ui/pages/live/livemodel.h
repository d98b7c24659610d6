// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/filterexpression.h"
#include "ui/pages/live/liverow.h"

#include <QAbstractTableModel>
#include <QSet>

#include <deque>

namespace rocketdesk::ui {

/// The newest messages, oldest first, bounded in rows and bytes. Appends once a frame and drops the oldest in blocks: a view
/// pays for a removal at the top by the number of rows, so there must be few of them.
class LiveModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Batch = std::shared_ptr<const protocol::MessageBatch>;
    struct Limits {
        int rows = 200'000;
        qint64 bytes = 256 << 20;
    };

    explicit LiveModel(QObject *parent = nullptr);

    void setLimits(Limits limits);
    /// Rows of these topics get their series colours, in this order.
    void setTopics(const QStringList &topics);
    [[nodiscard]] int seriesOf(const QString &topic) const { return m_series.value(topic, -1); }

    /// The rows of another model, and their topics' colours.
    void copyRows(const LiveModel &other);
    /// One change of the model, whatever comes.
    void append(const std::vector<Batch> &batches);
    void appendGap(qint64 fromMs, qint64 toMs); ///< epoch ms
    /// Shows only what matches. Rows that are there already are looked through bit by bit, newest first: see searchOlder().
    void setFilter(const FilterExpression &filter);
    void setMuted(const QSet<QString> &topics);
    /// Looks through older rows for about so many milliseconds; false when all have been looked through.
    bool searchOlder(int milliseconds);
    [[nodiscard]] bool isSearching() const { return m_filtered && m_searched > m_first; }
    void clear(); ///< keeps the rows until the next clear
    bool undoClear(); ///< false where there is nothing to bring back
    [[nodiscard]] bool canUndoClear() const { return !m_cleared.empty(); }

    [[nodiscard]] int keptCount() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] qint64 keptBytes() const { return m_bytes; }
    /// Rows that came and are gone because there were too many.
    [[nodiscard]] quint64 evictedCount() const { return m_evicted; }
    [[nodiscard]] bool isFiltered() const { return m_filtered; }
    [[nodiscard]] const LiveRow &row(int row) const;

    [[nodiscard]] const ColumnInfo &columnInfo(int column) const { return m_infos[static_cast<std::size_t>(column)]; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();

private:
    void addRows(std::vector<LiveRow> rows);
    void evict();
    void dropOldest(qsizetype count);
    [[nodiscard]] qsizetype tooMany() const;
    [[nodiscard]] bool passes(const LiveRow &row) const;
    void refilter();

    std::vector<Column<LiveRow>> m_columns;
    std::vector<ColumnInfo> m_infos;
    Limits m_limits;
    QHash<QString, int> m_series;
    std::deque<LiveRow> m_rows;
    quint64 m_first = 0; ///< number of m_rows.front(); rows are numbered from the beginning on
    std::deque<quint64> m_shown; ///< numbers of the rows that pass, where filtered
    quint64 m_searched = 0; ///< rows from this number on have been looked through
    bool m_filtered = false;
    FilterExpression m_filter;
    QSet<QString> m_muted;
    qint64 m_bytes = 0;
    quint64 m_evicted = 0;
    std::deque<LiveRow> m_cleared;
};

} // namespace rocketdesk::ui
