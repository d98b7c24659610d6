// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/cell.h"
#include "ui/theme/shapedlines.h"
#include "ui/theme/tabulartext.h"
#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

#include <memory>

namespace rocketdesk::ui {

/// Paints every table of the console. It asks the column's kind and the roles of cell.h, never the column.
class TableDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TableDelegate(Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Shows the whole of an elided text beside what the model says.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

    /// Row under the pointer, -1 for none; painted as hovered.
    void setHoveredRow(int row) { m_hovered = row; }
    [[nodiscard]] int hoveredRow() const { return m_hovered; }
    /// Content greyed to text2: the connection is lost, what shows is from before.
    void setStale(bool stale) { m_stale = stale; }

private:
    struct Cell; ///< one cell while it is painted
    using Painter = void (TableDelegate::*)(const Cell &) const;

    [[nodiscard]] static Painter painterOf(ColumnKind kind);
    void paintBackground(const Cell &cell) const;
    void paintEdges(const Cell &cell) const;
    void paintHeading(const Cell &cell) const;
    void paintText(const Cell &cell) const;
    void paintName(const Cell &cell) const;
    void paintMono(const Cell &cell) const;
    void paintNumber(const Cell &cell) const;
    void paintTime(const Cell &cell) const;
    void paintState(const Cell &cell) const;
    void paintKind(const Cell &cell) const;
    void paintBadge(const Cell &cell) const;
    void paintSeries(const Cell &cell) const;
    void paintBar(const Cell &cell) const;
    void paintBarNumber(const Cell &cell) const;
    void paintNumberBar(const Cell &cell) const;
    void paintSparkline(const Cell &cell) const;
    void paintIcon(const Cell &cell) const;
    void drawText(const Cell &cell, const QRect &rect, const QString &text, const ShapedLines &lines, Qt::TextElideMode elide, const QColor &color) const;
    void drawDigits(const Cell &cell, const QRect &rect, Qt::Alignment alignment, const QColor &color) const;
    void drawTrack(const Cell &cell, const QRect &rect) const;
    void refreshFonts();

    Theme &m_theme;
    std::unique_ptr<ShapedLines> m_body;
    std::unique_ptr<ShapedLines> m_mono;
    std::unique_ptr<ShapedLines> m_strong;
    std::unique_ptr<ShapedLines> m_caption;
    std::unique_ptr<TabularText> m_digits;
    std::unique_ptr<TabularText> m_monoGlyphs;
    int m_hovered = -1;
    bool m_stale = false;
};

} // namespace rocketdesk::ui
