// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/iconcache.h"

#include "ui/theme/iconnames.h"

#include <QPainter>
#include <QSvgRenderer>

namespace rocketdesk::ui {

namespace {

QPixmap render(Icon icon, const QColor &color, int pixels)
{
    QSvgRenderer renderer(QStringLiteral(":/rocketdesk/icons/%1.svg").arg(iconName(icon)));
    if (!renderer.isValid())
        return {};
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

} // namespace

QPixmap IconCache::pixmap(Icon icon, const QColor &color, int size, qreal ratio)
{
    if (icon == Icon::None || size <= 0)
        return {};
    const Key key{icon, color.rgba(), qRound(size * ratio)};
    auto found = m_pixmaps.find(key);
    if (found == m_pixmaps.end())
        found = m_pixmaps.insert(key, render(icon, color, key.pixels));
    QPixmap pixmap = *found;
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace rocketdesk::ui
