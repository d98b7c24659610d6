// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/themedicon.h"

#include <QPainter>

#include <algorithm>

namespace rocketdesk::ui {

ThemedIcon::ThemedIcon(Theme &theme, Icon icon, Role role) : m_theme(&theme), m_icon(icon), m_role(role) {}

QColor ThemedIcon::color(QIcon::Mode mode) const
{
    return m_theme->color(mode == QIcon::Disabled ? Role::Disabled : m_role);
}

void ThemedIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    if (m_theme)
        m_theme->drawIcon(*painter, rect, m_icon, color(mode), std::min(rect.width(), rect.height()));
}

QPixmap ThemedIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap ThemedIcon::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // `size` is in device pixels here, whatever the scale
    if (!m_theme)
        return {};
    const int side = std::min(size.width(), size.height());
    return m_theme->pixmap(m_icon, color(mode), qRound(side / scale), scale);
}

QIconEngine *ThemedIcon::clone() const
{
    return new ThemedIcon(*this);
}

} // namespace rocketdesk::ui
