// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QHash>
#include <QRawFont>

class QPainter;

namespace rocketdesk::ui {

/// Draws numbers and times with every digit as wide as the widest one, in one glyph run, whatever the font offers.
class TabularText final
{
public:
    explicit TabularText(const QFont &font);

    [[nodiscard]] qreal width(const QString &text) const;
    /// Left end of the baseline at `origin`. Uses the painter's pen.
    void draw(QPainter &painter, const QPointF &origin, const QString &text) const;
    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] qreal digitWidth() const { return m_digit; }
    /// Whether the font itself has every character of it.
    [[nodiscard]] bool hasAll(const QString &text) const { return shape(text).whole; }

private:
    struct Shaped {
        QList<quint32> glyphs;
        QList<QPointF> positions;
        qreal width = 0;
        bool whole = true; ///< the font has every character
    };
    [[nodiscard]] Shaped shape(const QString &text) const;

    QFont m_font;
    QRawFont m_raw;
    qreal m_digit = 0;
};

} // namespace rocketdesk::ui
