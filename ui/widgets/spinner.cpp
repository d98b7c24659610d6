// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/spinner.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace rocketdesk::ui {

Spinner::Spinner(Theme &theme, int size, QWidget *parent) : QWidget(parent), m_theme(theme), m_timer(new QTimer(this))
{
    setFixedSize(size, size);
    setAccessibleName(tr("Running"));
    m_timer->setInterval(40);
    connect(m_timer, &QTimer::timeout, this, [this] {
        m_angle = (m_angle + 15) % 360;
        update();
    });
}

void Spinner::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_theme.animates())
        m_timer->start();
}

void Spinner::hideEvent(QHideEvent *event)
{
    m_timer->stop();
    QWidget::hideEvent(event);
}

void Spinner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal pen = std::max(1.5, width() / 12.0);
    painter.setPen(QPen(m_theme.color(Role::Accent), pen, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(QRectF(rect()).adjusted(pen, pen, -pen, -pen), (90 - m_angle) * 16, 270 * 16);
}

} // namespace rocketdesk::ui
