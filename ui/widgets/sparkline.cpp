// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/sparkline.h"

#include <QPainter>

#include <algorithm>

namespace rocketdesk::ui {

void drawSparkline(QPainter &painter, const QRect &rect, const QList<double> &points, const QColor &color)
{
    if (points.size() < 2 || rect.width() < 8)
        return;
    const auto [low, high] = std::minmax_element(points.cbegin(), points.cend());
    const double range = *high - *low;
    QPolygonF line;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const double x = rect.x() + (rect.width() - 4) * static_cast<double>(i) / static_cast<double>(points.size() - 1);
        const double share = range > 0 ? (points.at(i) - *low) / range : 0.5;
        line << QPointF(x, rect.y() + rect.height() - 1 - share * (rect.height() - 2));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(line.last(), 1.8, 1.8);
    painter.restore();
}

} // namespace rocketdesk::ui
