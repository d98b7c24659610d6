// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/tabledelegate.h"

#include "ui/widgets/sparkline.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>
#include <QtMath>

#include <algorithm>
#include <array>

namespace rocketdesk::ui {

namespace {

constexpr int edge = 8; // px between a cell's border and its text
constexpr int signSize = 14;
constexpr int clippedWidth = 60; // px at 100 %; a wider column holds everything beside its text

Tone toneIn(const QVariant &value, Tone otherwise = Tone::Normal)
{
    return value.isValid() ? static_cast<Tone>(value.toInt()) : otherwise;
}

/// Of one line in the middle of a cell; y in px.
int baseline(const QRect &rect, const QFontMetrics &metrics)
{
    return rect.y() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
}

bool isNothing(const QString &text)
{
    return text.isEmpty() || text == QStringLiteral("0") || text == QStringLiteral("–");
}

void drawRounded(QPainter &painter, const QRect &rect, int radius, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(rect, radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace

struct TableDelegate::Cell {
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    QRect rect; ///< without the edges
    QString text;
    Tone tone;
    QColor color;
    bool selected;
    bool current; ///< in the current row of a view that has the focus
};

TableDelegate::TableDelegate(Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &TableDelegate::refreshFonts);
    refreshFonts();
}

void TableDelegate::refreshFonts()
{
    m_body = std::make_unique<ShapedLines>(m_theme.font(TextStyle::Body));
    m_mono = std::make_unique<ShapedLines>(m_theme.font(TextStyle::MonoSmall));
    m_strong = std::make_unique<ShapedLines>(m_theme.font(TextStyle::SmallStrong));
    m_caption = std::make_unique<ShapedLines>(m_theme.font(TextStyle::Caption));
    m_digits = std::make_unique<TabularText>(m_body->font());
    m_monoGlyphs = std::make_unique<TabularText>(m_mono->font());
}

TableDelegate::Painter TableDelegate::painterOf(ColumnKind kind)
{
    // in the order of ColumnKind
    static constexpr std::array<Painter, 14> painters = {
        &TableDelegate::paintText, &TableDelegate::paintName, &TableDelegate::paintMono, &TableDelegate::paintNumber, &TableDelegate::paintTime,
        &TableDelegate::paintState, &TableDelegate::paintKind, &TableDelegate::paintBadge, &TableDelegate::paintSeries, &TableDelegate::paintBar,
        &TableDelegate::paintBarNumber, &TableDelegate::paintNumberBar, &TableDelegate::paintSparkline, &TableDelegate::paintIcon,
    };
    return painters[static_cast<std::size_t>(kind)];
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool focused = view && view->hasFocus();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool currentRow = view && view->currentIndex().isValid() && view->currentIndex().row() == index.row();
    const Tone rowTone = toneIn(index.data(RowToneRole));
    Tone tone = toneIn(index.data(ToneRole), rowTone == Tone::Faint ? Tone::Faint : Tone::Normal);
    if (tone == Tone::Faint && selected)
        tone = Tone::Muted;
    if (m_stale)
        tone = Tone::Muted;
    // What a cell draws ends at its edges by itself, but for signs and bars in a column made very narrow, and headings
    const bool heading = index.data(HeadingRole).toBool();
    const bool clips = heading || option.rect.width() < m_theme.scaled(clippedWidth);
    if (clips) {
        painter->save();
        painter->setClipRect(option.rect);
    }
    const Cell cell{*painter, option, index, option.rect.adjusted(edge, 0, -edge, -1), index.data().toString(), tone, m_theme.text(tone), selected, focused && currentRow};
    paintBackground(cell);
    if (heading) {
        paintHeading(cell);
    } else if (index.data(LoadingRole).toBool()) {
        const QRect bar(cell.rect.right() - 23, cell.rect.center().y() - 3, 24, 6);
        painter->fillRect(alignmentOf(static_cast<ColumnKind>(index.data(KindRole).toInt())).testFlag(Qt::AlignRight) ? bar : QRect(QPoint(cell.rect.x(), bar.y()), bar.size()), m_theme.color(Role::Track));
    } else {
        (this->*painterOf(static_cast<ColumnKind>(index.data(KindRole).toInt())))(cell);
    }
    paintEdges(cell);
    if (clips)
        painter->restore();
}

void TableDelegate::paintBackground(const Cell &cell) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(cell.option.widget);
    const bool active = view && view->hasFocus();
    QColor fill = m_theme.color(Role::Page);
    if (cell.selected)
        fill = m_theme.color(active ? Role::Selected : Role::SelectedIdle);
    else if (toneIn(cell.index.data(RowToneRole)) > Tone::Accent)
        fill = m_theme.soft(toneIn(cell.index.data(RowToneRole)));
    else if (cell.index.row() == m_hovered)
        fill = m_theme.color(Role::Hover);
    cell.painter.fillRect(cell.option.rect, fill);
}

void TableDelegate::paintEdges(const Cell &cell) const
{
    const QRect rect = cell.option.rect;
    cell.painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, m_theme.color(Role::Line));
    // QTableView leaves viewItemPosition unset, so the header tells which column stands at an edge
    const auto *view = qobject_cast<const QTableView *>(cell.option.widget);
    const QHeaderView *header = view ? view->horizontalHeader() : nullptr;
    const int at = header ? header->sectionPosition(cell.index.column()) : 0;
    const bool first = at == 0;
    const bool last = !header || at + header->sectionSize(cell.index.column()) == header->length();
    if (cell.current) {
        const QColor focus = m_theme.color(Role::Focus);
        cell.painter.fillRect(rect.x(), rect.y(), rect.width(), 1, focus);
        cell.painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, focus);
        if (last)
            cell.painter.fillRect(rect.right(), rect.y(), 1, rect.height(), focus);
    }
    if (!first)
        return;
    const QVariant series = cell.index.data(EdgeRole);
    if (cell.selected)
        cell.painter.fillRect(rect.x(), rect.y(), 3, rect.height(), m_theme.color(Role::Accent));
    else if (series.isValid() && series.toInt() >= 0)
        cell.painter.fillRect(rect.x(), rect.y(), 3, rect.height() - 1, m_theme.series(series.toInt()));
}

/// A heading goes on over the empty cells at its right, of which each draws its part.
void TableDelegate::paintHeading(const Cell &cell) const
{
    QString text = cell.text;
    QRect rect = cell.rect;
    if (const auto *table = qobject_cast<const QTableView *>(cell.option.widget)) {
        const QHeaderView &header = *table->horizontalHeader();
        const auto textAt = [&](int visual) { return cell.index.siblingAtColumn(header.logicalIndex(visual)).data().toString(); };
        const auto widthAt = [&](int visual) { return header.sectionSize(header.logicalIndex(visual)); };
        int from = header.visualIndex(cell.index.column());
        for (; text.isEmpty() && from > 0; text = textAt(from))
            rect.setLeft(rect.left() - widthAt(--from));
        for (int right = header.visualIndex(cell.index.column()) + 1; right < header.count() && textAt(right).isEmpty(); ++right)
            rect.setRight(rect.right() + widthAt(right));
    }
    drawText(cell, rect, text, *m_strong, Qt::ElideRight, m_theme.color(Role::Text2));
}

void TableDelegate::drawText(const Cell &cell, const QRect &rect, const QString &text, const ShapedLines &lines, Qt::TextElideMode elide, const QColor &color) const
{
    const ShapedLines::Line &line = lines.fitted(text, elide, rect.width());
    const QString match = cell.index.data(MatchRole).toString();
    const qsizetype at = match.isEmpty() ? -1 : line.text.indexOf(match, 0, Qt::CaseInsensitive);
    if (at >= 0) {
        const QFontMetrics &metrics = lines.metrics();
        const QRect mark(rect.x() + metrics.horizontalAdvance(line.text.left(at)), rect.center().y() - metrics.height() / 2, metrics.horizontalAdvance(line.text.mid(at, match.size())), metrics.height());
        cell.painter.fillRect(mark, m_theme.color(Role::Match));
    }
    cell.painter.setPen(color);
    ShapedLines::draw(cell.painter, QPointF(rect.x(), baseline(rect, lines.metrics())), line);
}

void TableDelegate::drawDigits(const Cell &cell, const QRect &rect, Qt::Alignment alignment, const QColor &color) const
{
    const TabularText::Line line = m_digits->shaped(cell.text);
    if (!line.whole || line.width > rect.width() + 1) {
        const ShapedLines::Line &shown = m_body->fitted(cell.text, Qt::ElideRight, rect.width());
        const int left = alignment.testFlag(Qt::AlignRight) && shown.text == cell.text ? std::max(0, rect.width() - qCeil(shown.width)) : 0;
        drawText(cell, rect.adjusted(left, 0, 0, 0), cell.text, *m_body, Qt::ElideRight, color);
        return;
    }
    cell.painter.setPen(color);
    const qreal x = alignment.testFlag(Qt::AlignRight) ? rect.x() + rect.width() - line.width : rect.x();
    m_digits->draw(cell.painter, QPointF(x, baseline(rect, m_body->metrics())), line);
}

void TableDelegate::paintText(const Cell &cell) const
{
    drawText(cell, cell.rect, cell.text, *m_body, Qt::ElideRight, cell.color);
}

void TableDelegate::paintName(const Cell &cell) const
{
    drawText(cell, cell.rect, cell.text, *m_body, Qt::ElideMiddle, cell.color);
}

void TableDelegate::paintMono(const Cell &cell) const
{
    // Characters of one width: what fits is counted, and long bodies are neither shaped nor measured at every frame
    const auto fits = static_cast<qsizetype>(cell.rect.width() / std::max(1.0, m_monoGlyphs->digitWidth()));
    const TabularText::Line line = m_monoGlyphs->shaped(cell.text.size() <= fits ? cell.text : cell.text.left(std::max<qsizetype>(0, fits - 1)) + u'…');
    // characters of a fallback font may be twice as wide
    if (!line.whole || line.width > cell.rect.width() + 1 || cell.index.data(MatchRole).isValid()) {
        drawText(cell, cell.rect, cell.text.left(fits + 1), *m_mono, Qt::ElideRight, cell.color);
        return;
    }
    cell.painter.setPen(cell.color);
    m_monoGlyphs->draw(cell.painter, QPointF(cell.rect.x(), baseline(cell.rect, m_mono->metrics())), line);
}

void TableDelegate::paintNumber(const Cell &cell) const
{
    const bool faint = isNothing(cell.text) && cell.tone == Tone::Normal;
    drawDigits(cell, cell.rect, Qt::AlignRight, faint ? m_theme.color(cell.selected ? Role::Text2 : Role::Text3) : cell.color);
}

void TableDelegate::paintTime(const Cell &cell) const
{
    const bool given = cell.index.data(ToneRole).isValid();
    drawDigits(cell, cell.rect, Qt::AlignLeft, given ? cell.color : m_theme.color(Role::Text2));
}

void TableDelegate::paintState(const Cell &cell) const
{
    const QVariant icon = cell.index.data(IconRole);
    const QRect sign(cell.rect.x(), cell.rect.y(), signSize + 2, cell.rect.height());
    const Icon name = icon.isValid() ? static_cast<Icon>(icon.toInt()) : Theme::stateIcon(cell.tone);
    m_theme.drawIcon(cell.painter, sign, name, m_stale ? m_theme.color(Role::Text3) : m_theme.fill(cell.tone), signSize);
    // what is well needs no colour in its word
    const QColor color = cell.tone == Tone::Ok ? m_theme.color(Role::Text) : cell.color;
    drawText(cell, cell.rect.adjusted(signSize + 6, 0, 0, 0), cell.text, *m_body, Qt::ElideRight, color);
}

void TableDelegate::paintKind(const Cell &cell) const
{
    const bool plain = cell.tone == Tone::Normal;
    const QColor color = plain ? m_theme.color(Role::Text2) : cell.color;
    m_theme.drawIcon(cell.painter, QRect(cell.rect.x(), cell.rect.y(), signSize, cell.rect.height()), static_cast<Icon>(cell.index.data(IconRole).toInt()), color, signSize);
    drawText(cell, cell.rect.adjusted(signSize + 6, 0, 0, 0), cell.text, *m_body, Qt::ElideRight, color);
}

void TableDelegate::paintBadge(const Cell &cell) const
{
    if (cell.text.isEmpty())
        return;
    const int width = std::min(m_caption->metrics().horizontalAdvance(cell.text) + 12, cell.rect.width());
    const QRect badge(cell.rect.x(), cell.rect.center().y() - 8, width, 17);
    drawRounded(cell.painter, badge, 3, m_theme.soft(cell.tone));
    drawText(cell, badge.adjusted(6, 0, -4, 0), cell.text, *m_caption, Qt::ElideRight, cell.color);
}

void TableDelegate::paintSeries(const Cell &cell) const
{
    const QVariant series = cell.index.data(SeriesRole);
    QRect rest = cell.rect;
    if (series.isValid() && series.toInt() >= 0) {
        drawRounded(cell.painter, QRect(rest.x(), rest.center().y() - 3, 8, 8), 2, m_theme.series(series.toInt()));
        rest.adjust(14, 0, 0, 0);
    }
    drawText(cell, rest, cell.text, *m_body, Qt::ElideMiddle, cell.color);
}

void TableDelegate::drawTrack(const Cell &cell, const QRect &rect) const
{
    const auto bar = cell.index.data(BarRole).value<BarValue>();
    const QRect track(rect.x(), rect.center().y() - 2, rect.width(), 7);
    cell.painter.fillRect(track, m_theme.color(Role::Track));
    const double share = std::clamp(bar.share, 0.0, 1.0);
    if (share > 0) {
        const Tone tone = cell.tone <= Tone::Faint ? Tone::Accent : cell.tone;
        cell.painter.fillRect(QRect(track.topLeft(), QSize(std::max(2, qRound(track.width() * share)), track.height())), m_theme.fill(tone));
    }
    if (bar.mark >= 0)
        cell.painter.fillRect(track.x() + qRound((track.width() - 2) * std::min(bar.mark, 1.0)), track.y() - 3, 2, track.height() + 6, m_theme.color(Role::Text));
}

void TableDelegate::paintBar(const Cell &cell) const
{
    drawTrack(cell, cell.rect);
}

void TableDelegate::paintBarNumber(const Cell &cell) const
{
    const int number = m_theme.scaled(40);
    drawTrack(cell, cell.rect.adjusted(0, 0, -number - 6, 0));
    drawDigits(cell, cell.rect.adjusted(cell.rect.width() - number, 0, 0, 0), Qt::AlignRight, cell.color);
}

void TableDelegate::paintNumberBar(const Cell &cell) const
{
    const int bar = m_theme.scaled(34);
    drawDigits(cell, cell.rect.adjusted(0, 0, -bar - 12, 0), Qt::AlignRight, isNothing(cell.text) ? m_theme.color(Role::Text3) : cell.color);
    drawTrack(cell, cell.rect.adjusted(cell.rect.width() - bar, 0, 0, 0));
}

void TableDelegate::paintSparkline(const Cell &cell) const
{
    drawSparkline(cell.painter, cell.rect.adjusted(0, 4, 0, -4), cell.index.data(PointsRole).value<QList<double>>(), cell.tone == Tone::Normal ? m_theme.color(Role::Text2) : cell.color);
}

void TableDelegate::paintIcon(const Cell &cell) const
{
    const QColor color = cell.tone == Tone::Normal ? m_theme.color(Role::Accent) : m_theme.fill(cell.tone);
    m_theme.drawIcon(cell.painter, cell.option.rect, static_cast<Icon>(cell.index.data(IconRole).toInt()), color, signSize);
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto kind = static_cast<ColumnKind>(index.data(KindRole).toInt());
    const QString text = index.data().toString();
    const bool signedText = kind == ColumnKind::State || kind == ColumnKind::Kind || kind == ColumnKind::Series;
    const int extra = signedText ? signSize + 6 : kind == ColumnKind::NumberBar || kind == ColumnKind::BarNumber ? m_theme.scaled(60) : 0;
    const QFont &font = (kind == ColumnKind::Mono ? m_mono : m_body)->font();
    const qreal width = std::max(QFontMetricsF(font).horizontalAdvance(text), kind == ColumnKind::Mono ? 0 : m_digits->shaped(text).width);
    return {qRound(width) + extra + 2 * edge + 2, m_theme.rowHeight()};
}

bool TableDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString tip = index.data(Qt::ToolTipRole).toString();
    if (tip.isEmpty() && sizeHint(option, index).width() > option.rect.width())
        tip = index.data().toString();
    QToolTip::showText(event->globalPos(), tip.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")), view, option.rect);
    return true;
}

} // namespace rocketdesk::ui
