// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QList>
#include <QRect>

class QPainter;

namespace rocketdesk::ui {

/// A line through the points over the whole width, its own smallest and largest value at the edges, a dot on the newest.
void drawSparkline(QPainter &painter, const QRect &rect, const QList<double> &points, const QColor &color);

} // namespace rocketdesk::ui
