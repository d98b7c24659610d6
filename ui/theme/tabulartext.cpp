// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/tabulartext.h"

#include <QGlyphRun>
#include <QPainter>

#include <algorithm>

namespace rocketdesk::ui {

TabularText::TabularText(const QFont &font) : m_raw(QRawFont::fromFont(font))
{
    const auto glyphs = m_raw.glyphIndexesForString(QStringLiteral("0123456789"));
    for (const QPointF &advance : m_raw.advancesForGlyphIndexes(glyphs))
        m_digit = std::max(m_digit, advance.x());
}

TabularText::Line TabularText::shaped(const QString &text) const
{
    Line line;
    line.glyphs = m_raw.glyphIndexesForString(text);
    // a surrogate pair or a missing character: the ordinary text engine does it
    line.whole = m_raw.isValid() && line.glyphs.size() == text.size() && !line.glyphs.contains(0);
    if (!line.whole)
        return line;
    const QList<QPointF> advances = m_raw.advancesForGlyphIndexes(line.glyphs);
    line.positions.reserve(advances.size());
    for (qsizetype i = 0; i < advances.size(); ++i) {
        const bool digit = text.at(i).isDigit();
        const qreal own = advances.at(i).x();
        line.positions << QPointF(line.width + (digit ? (m_digit - own) / 2 : 0), 0);
        line.width += digit ? m_digit : own;
    }
    return line;
}

void TabularText::draw(QPainter &painter, const QPointF &origin, const Line &line) const
{
    QGlyphRun run;
    run.setRawFont(m_raw);
    run.setGlyphIndexes(line.glyphs);
    run.setPositions(line.positions);
    painter.drawGlyphRun(origin, run);
}

} // namespace rocketdesk::ui
