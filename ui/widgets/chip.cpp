// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chip.h"

#include <QPainter>

namespace rocketdesk::ui {

Chip::Chip(Theme &theme, const QString &id, const QString &text, QWidget *parent) : QAbstractButton(parent), m_theme(theme), m_id(id)
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(text);
}

void Chip::setCountText(const QString &count)
{
    if (count == m_count)
        return;
    m_count = count;
    setAccessibleName(text() + u' ' + count);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Small));
    const int count = m_count.isEmpty() ? 0 : metrics.horizontalAdvance(m_count) + 6;
    return {metrics.horizontalAdvance(text()) + count + 18, m_theme.scaled(24)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = hasFocus();
    if (isChecked() || underMouse() || focused) {
        painter.setPen(focused ? QPen(m_theme.color(Role::Focus), 2) : isChecked() ? QPen(m_theme.color(Role::Accent), 1) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.color(isChecked() ? Role::AccentSoft : underMouse() ? Role::Hover : Role::Page));
        const qreal inset = focused ? 1 : 0.5;
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), height() / 2.0, height() / 2.0);
    }
    painter.setFont(m_theme.font(TextStyle::Small));
    const QFontMetrics metrics(painter.font());
    const int x = 9;
    const int width = metrics.horizontalAdvance(text());
    painter.setPen(m_theme.color(isChecked() ? Role::Accent : Role::Text2));
    painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignVCenter, text());
    painter.drawText(QRect(x + width + 6, 0, this->width(), height()), Qt::AlignVCenter, m_count);
}

} // namespace rocketdesk::ui
