// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QRawFont>

class QPainter;

namespace rocketdesk::ui {

/// Draws numbers and times with every digit as wide as the widest one, in one glyph run, whatever the font offers.
class TabularText final
{
public:
    struct Line {
        QList<quint32> glyphs;
        QList<QPointF> positions;
        qreal width = 0;
        bool whole = true; ///< the font itself has every character; else there is nothing to draw
    };

    explicit TabularText(const QFont &font);

    [[nodiscard]] Line shaped(const QString &text) const;
    /// Left end of the baseline at `origin`. Uses the painter's pen.
    void draw(QPainter &painter, const QPointF &origin, const Line &line) const;
    [[nodiscard]] qreal digitWidth() const { return m_digit; }

private:
    QRawFont m_raw;
    qreal m_digit = 0;
};

} // namespace rocketdesk::ui
