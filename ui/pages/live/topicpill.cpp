// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live/topicpill.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int edge = 8; // px at both ends
constexpr int square = 8;
constexpr int cross = 16;

} // namespace

TopicPill::TopicPill(Theme &theme, const QString &topic, QWidget *parent) : QAbstractButton(parent), m_theme(theme), m_topic(topic)
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(topic);
    setToolTip(tr("%1: a click hides its rows, Del stops watching it").arg(topic));
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

void TopicPill::setSeries(int series)
{
    m_series = series;
    update();
}

void TopicPill::setRate(const QString &rate)
{
    if (rate == m_rate)
        return;
    m_rate = rate;
    setAccessibleDescription(rate);
    updateGeometry();
    update();
}

QSize TopicPill::sizeHint() const
{
    const int name = QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(m_topic);
    const int rate = m_rate.isEmpty() ? 0 : QFontMetrics(m_theme.font(TextStyle::Small)).horizontalAdvance(m_rate) + 7;
    return {edge + square + 6 + name + rate + 6 + cross + edge - 2, m_theme.scaled(28)};
}

QSize TopicPill::minimumSizeHint() const
{
    const int name = QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(m_topic);
    return {edge + square + 6 + std::min(name, m_theme.scaled(150)) + 6 + cross + edge - 2, sizeHint().height()}; // without the rate
}

QRect TopicPill::crossRect() const
{
    return {width() - edge - cross + 4, (height() - cross) / 2, cross, cross};
}

void TopicPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(hasFocus() ? Role::Focus : Role::Border));
    painter.setBrush(m_theme.color(underMouse() ? Role::Hover : Role::Page));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const QRect mark(edge, (height() - square) / 2, square, square);
    if (isMuted()) {
        painter.setPen(m_theme.series(m_series));
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.series(m_series));
    }
    painter.drawRoundedRect(mark, 2, 2);
    const QFont small = m_theme.font(TextStyle::Small);
    QFont font = m_theme.font(TextStyle::Body);
    font.setStrikeOut(isMuted());
    const int room = crossRect().x() - 6 - (mark.right() + 7);
    const int wanted = m_rate.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(m_rate) + 7;
    const int rate = room - wanted >= QFontMetrics(font).horizontalAdvance(m_topic) ? wanted : 0; // the name matters more
    const QRect name(mark.right() + 7, 0, room - rate, height());
    painter.setFont(font);
    painter.setPen(m_theme.color(isMuted() ? Role::Text3 : Role::Text));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(m_topic, Qt::ElideMiddle, name.width()));
    painter.setFont(small);
    painter.setPen(m_theme.color(Role::Text2));
    if (rate > 0)
        painter.drawText(QRect(crossRect().x() - 6 - rate, 0, rate, height()), Qt::AlignRight | Qt::AlignVCenter, m_rate);
    m_theme.drawIcon(painter, crossRect(), Icon::Close, m_theme.color(Role::Text2), 12);
}

void TopicPill::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && crossRect().adjusted(-4, -4, 4, 4).contains(event->position().toPoint())) {
        setDown(false);
        Q_EMIT removeRequested(m_topic);
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void TopicPill::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        Q_EMIT removeRequested(m_topic);
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace rocketdesk::ui
