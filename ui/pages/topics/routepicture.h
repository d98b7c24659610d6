// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/routedata.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace rocketdesk::ui {

/// A topic's route drawn: the topic, its masters with their queues, their slaves.
class RoutePicture final : public QWidget
{
    Q_OBJECT

public:
    explicit RoutePicture(Theme &theme, QWidget *parent = nullptr);

    void show(const QString &topic, const commands::TopicRouteData &route);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Box {
        QString title;
        QString note;
    };
    struct Row {
        Box master;
        QList<Box> slaves;
        bool hasMaster = false;
    };

    [[nodiscard]] static Row rowOf(const commands::BrokerData &broker, const commands::TopicRouteData &route);
    void drawBox(QPainter &painter, const QRect &rect, const Box &box, Icon icon, Role border) const;
    [[nodiscard]] int boxWidthNow() const;
    void drawRow(QPainter &painter, const Row &row, int y, int height, const QPoint &from) const;
    [[nodiscard]] QString spoken() const;

    Theme &m_theme;
    Box m_topic;
    QList<Row> m_rows;
};

} // namespace rocketdesk::ui
