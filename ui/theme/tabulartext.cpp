// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/tabulartext.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>

#include <algorithm>

namespace rocketdesk::ui {

TabularText::TabularText(const QFont &font) : m_font(font), m_raw(QRawFont::fromFont(font))
{
    const auto glyphs = m_raw.glyphIndexesForString(QStringLiteral("0123456789"));
    for (const QPointF &advance : m_raw.advancesForGlyphIndexes(glyphs))
        m_digit = std::max(m_digit, advance.x());
}

TabularText::Shaped TabularText::shape(const QString &text) const
{
    Shaped shaped;
    shaped.glyphs = m_raw.glyphIndexesForString(text);
    // a surrogate pair or a missing character: the ordinary text engine does it
    shaped.whole = m_raw.isValid() && shaped.glyphs.size() == text.size() && !shaped.glyphs.contains(0);
    if (!shaped.whole)
        return shaped;
    const QList<QPointF> advances = m_raw.advancesForGlyphIndexes(shaped.glyphs);
    shaped.positions.reserve(advances.size());
    for (qsizetype i = 0; i < advances.size(); ++i) {
        const bool digit = text.at(i).isDigit();
        const qreal own = advances.at(i).x();
        shaped.positions << QPointF(shaped.width + (digit ? (m_digit - own) / 2 : 0), 0);
        shaped.width += digit ? m_digit : own;
    }
    return shaped;
}

qreal TabularText::width(const QString &text) const
{
    const Shaped shaped = shape(text);
    return shaped.whole ? shaped.width : QFontMetricsF(m_font).horizontalAdvance(text);
}

void TabularText::draw(QPainter &painter, const QPointF &origin, const QString &text) const
{
    const Shaped shaped = shape(text);
    if (!shaped.whole) {
        painter.setFont(m_font);
        painter.drawText(origin, text);
        return;
    }
    QGlyphRun run;
    run.setRawFont(m_raw);
    run.setGlyphIndexes(shaped.glyphs);
    run.setPositions(shaped.positions);
    painter.drawGlyphRun(origin, run);
}

} // namespace rocketdesk::ui
