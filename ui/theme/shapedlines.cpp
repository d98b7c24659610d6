// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/shapedlines.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <memory>

namespace rocketdesk::ui {

namespace {

constexpr int kept = 4'000; // lines of 64 characters or less; a longer one counts as several
constexpr qsizetype countedAsOne = 64;
constexpr qsizetype charactersPerPx = 4; // more are not looked at: combining ones have no width

/// What ends a line, or is a distance or a command and no character, is a blank.
QString oneLine(const QString &text)
{
    const auto isNoCharacter = [](QChar character) { return character < u' ' || character == u'\u0085' || character == u'\u2028' || character == u'\u2029'; };
    if (std::none_of(text.cbegin(), text.cend(), isNoCharacter))
        return text;
    QString line = text;
    std::replace_if(line.begin(), line.end(), isNoCharacter, QChar(u' '));
    return line;
}

QString bounded(const QString &text, Qt::TextElideMode elide, int width)
{
    const qsizetype most = charactersPerPx * std::max(width, 64);
    if (text.size() <= most)
        return text;
    return elide == Qt::ElideMiddle ? text.first(most / 2) + text.last(most / 2) : text.first(most);
}

} // namespace

ShapedLines::ShapedLines(const QFont &font) : m_font(font), m_metrics(font), m_lines(kept)
{
}

const ShapedLines::Line &ShapedLines::fitted(const QString &whatever, Qt::TextElideMode elide, int width) const
{
    const QString text = oneLine(bounded(whatever, elide, width));
    const Line &whole = shaped({.text = text}, text);
    if (qRound(whole.width) <= width)
        return whole;
    const Key key{.text = text, .width = width, .elide = elide};
    const Line *known = m_lines.object(key);
    return known ? *known : shaped(key, m_metrics.elidedText(text, elide, width));
}

const ShapedLines::Line &ShapedLines::shaped(const Key &key, const QString &shown) const
{
    if (const Line *known = m_lines.object(key))
        return *known;
    QTextLayout layout(shown, m_font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setCacheEnabled(true); // else the runs are shaped once more
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    auto made = std::make_unique<Line>(Line{.text = shown});
    if (line.isValid()) {
        made->runs = layout.glyphRuns();
        made->ascent = line.ascent();
        made->width = line.naturalTextWidth();
    }
    const Line &result = *made;
    m_lines.insert(key, made.release(), 1 + shown.size() / countedAsOne);
    return result;
}

void ShapedLines::draw(QPainter &painter, const QPointF &origin, const Line &line)
{
    const QPointF top = origin - QPointF(0, line.ascent);
    for (const QGlyphRun &run : line.runs)
        painter.drawGlyphRun(top, run);
}

} // namespace rocketdesk::ui
