// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace rocketdesk::ui {

namespace {

/// `**bold**` as HTML, everything else escaped.
QString asHtml(const QString &text)
{
    const QStringList parts = text.toHtmlEscaped().split(QStringLiteral("**"));
    QString html;
    for (qsizetype i = 0; i < parts.size(); ++i)
        html += i % 2 == 1 ? QStringLiteral("<span style=\"font-weight:600\">%1</span>").arg(parts.at(i)) : parts.at(i);
    return html.replace(u'\n', QStringLiteral("<br>"));
}

} // namespace

Label::Label(Theme &theme, TextStyle style, Role role, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_style(style)
    , m_role(role)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &Label::refresh);
    refresh();
    setText(text);
}

void Label::refresh()
{
    setFont(m_theme.font(m_style));
    updateGeometry();
    update();
}

void Label::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(plain());
    updateGeometry();
    update();
}

void Label::setRole(Role role)
{
    m_role = role;
    update();
}

void Label::setStyle(TextStyle style)
{
    m_style = style;
    refresh();
}

void Label::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    update();
}

void Label::setWordWrap(bool wrap)
{
    m_wrap = wrap;
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(wrap);
    setSizePolicy(policy);
    updateGeometry();
}

void Label::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void Label::setMarkup(bool markup)
{
    m_markup = markup;
    refresh();
}

QString Label::plain() const
{
    return m_markup ? QString(m_text).remove(QStringLiteral("**")) : m_text;
}

QSize Label::sizeHint() const
{
    const QFontMetrics metrics(font());
    // semibold parts are wider than the measured plain text
    const int width = metrics.size(0, plain()).width() * (m_markup ? 104 : 100) / 100 + 2;
    if (m_wrap)
        return {std::min(width, m_theme.scaled(440)), heightForWidth(std::min(width, m_theme.scaled(440)))};
    return {width, metrics.height()};
}

QSize Label::minimumSizeHint() const
{
    const QFontMetrics metrics(font());
    return {std::min(sizeHint().width(), m_elide == Qt::ElideNone && !m_wrap ? sizeHint().width() : m_theme.scaled(24)), metrics.height()};
}

int Label::heightForWidth(int width) const
{
    const QFontMetrics metrics(font());
    if (!m_markup)
        return metrics.boundingRect(QRect(0, 0, std::max(width, 1), 10000), Qt::TextWordWrap, m_text).height();
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setDefaultFont(font());
    document.setHtml(asHtml(m_text));
    document.setTextWidth(width);
    return static_cast<int>(std::ceil(document.size().height()));
}

void Label::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_theme.color(isEnabled() ? m_role : Role::Disabled));
    if (m_markup)
        return paintMarkup(painter);
    const QRect inner = contentsRect();
    if (m_wrap) {
        painter.drawText(inner, static_cast<int>(m_alignment | Qt::TextWordWrap), m_text);
        return;
    }
    const QFontMetrics metrics(font());
    painter.drawText(inner, static_cast<int>(m_alignment | Qt::TextSingleLine), metrics.elidedText(m_text, m_elide, inner.width()));
}

void Label::paintMarkup(QPainter &painter) const
{
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setDefaultFont(font());
    document.setDefaultStyleSheet(QString());
    QTextOption option(m_alignment);
    option.setWrapMode(m_wrap ? QTextOption::WordWrap : QTextOption::NoWrap);
    document.setDefaultTextOption(option);
    document.setHtml(QStringLiteral("<span style=\"color:%1\">%2</span>").arg(m_theme.color(m_role).name(), asHtml(m_text)));
    document.setTextWidth(width());
    painter.translate(0, std::max(0.0, (height() - document.size().height()) / 2));
    document.drawContents(&painter, QRectF(0, 0, width(), document.size().height()));
}

bool Label::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty())
        return QWidget::event(event);
    if (!m_wrap && QFontMetrics(font()).horizontalAdvance(plain()) > width())
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plain().toHtmlEscaped(), this);
    return true;
}

} // namespace rocketdesk::ui
