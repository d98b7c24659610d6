// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QFont>
#include <QFontMetrics>
#include <QGlyphRun>

class QPainter;

namespace rocketdesk::ui {

/// Draws single lines in one font, and remembers how they were shaped and cut: a table's rows bring the same topics, tags and
/// states at every frame, and shaping costs more than drawing.
class ShapedLines final
{
public:
    struct Line {
        QString text; ///< as it shows, perhaps elided
        QList<QGlyphRun> runs; ///< one for each font that it takes
        qreal ascent = 0; ///< of the runs: px above their baseline
        qreal width = 0;
    };

    explicit ShapedLines(const QFont &font);

    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] const QFontMetrics &metrics() const { return m_metrics; }
    /// What of the text fits into so many px, with blanks for line ends and the like. Holds until the next call.
    [[nodiscard]] const Line &fitted(const QString &whatever, Qt::TextElideMode elide, int width) const;
    /// Left end of the baseline at `origin`. Uses the painter's pen.
    static void draw(QPainter &painter, const QPointF &origin, const Line &line);

private:
    struct Key {
        QString text;
        int width = -1; ///< px that it was cut to; -1 for the whole text
        Qt::TextElideMode elide = Qt::ElideNone;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) { return qHashMulti(seed, key.text, key.width, key.elide); }
    };
    [[nodiscard]] const Line &shaped(const Key &key, const QString &shown) const;

    QFont m_font;
    QFontMetrics m_metrics;
    mutable QCache<Key, Line> m_lines;
};

} // namespace rocketdesk::ui
