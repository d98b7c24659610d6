// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/topics/routepicture.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int edge = 14;
constexpr int boxWidth = 120; // at least
constexpr int wordsLeft = 27; // px of a box before its words: the icon
constexpr int wordsRight = 6;
constexpr int leastGap = 28; // between two boxes of a row
constexpr int boxHeight = 42;
constexpr int rowGap = 14;

} // namespace

RoutePicture::RoutePicture(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

RoutePicture::Row RoutePicture::rowOf(const commands::BrokerData &broker, const commands::TopicRouteData &route)
{
    Row row;
    QString queues;
    for (const commands::QueueData &data : route.queueDatas) {
        if (data.brokerName == broker.brokerName)
            queues = tr("%1R %2W", "queues to read, queues to write").arg(data.readQueueNums).arg(data.writeQueueNums);
    }
    for (auto it = broker.brokerAddrs.cbegin(); it != broker.brokerAddrs.cend(); ++it) {
        if (it.key().value() == 0)
            row.hasMaster = true;
        else
            row.slaves << Box{tr("slave %1").arg(it.key().value()), it.value()};
    }
    row.master = {broker.brokerName.text(), row.hasMaster ? tr("master · %1").arg(queues) : tr("no master · %1").arg(queues)};
    return row;
}

void RoutePicture::show(const QString &topic, const commands::TopicRouteData &route)
{
    int queues = 0;
    for (const commands::QueueData &data : route.queueDatas)
        queues += data.readQueueNums;
    m_topic = {topic, tr("%n queues", nullptr, queues)};
    m_rows.clear();
    for (const commands::BrokerData &broker : route.brokerDatas)
        m_rows << rowOf(broker, route);
    std::sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) { return a.master.title < b.master.title; });
    setAccessibleName(spoken());
    setToolTip(spoken());
    updateGeometry();
    update();
}

QString RoutePicture::spoken() const
{
    QStringList lines{QStringLiteral("%1: %2").arg(m_topic.title, m_topic.note)};
    for (const Row &row : m_rows) {
        QString line = QStringLiteral("%1, %2").arg(row.master.title, row.master.note);
        for (const Box &slave : row.slaves)
            line += QStringLiteral(", %1 %2").arg(slave.title, slave.note);
        lines << line;
    }
    return lines.join(u'\n');
}

QSize RoutePicture::sizeHint() const
{
    int rows = 0;
    for (const Row &row : m_rows)
        rows += std::max(1, static_cast<int>(row.slaves.size()));
    return {m_theme.scaled(320), m_theme.scaled(std::max(1, rows) * (boxHeight + rowGap) + rowGap)};
}

void RoutePicture::drawBox(QPainter &painter, const QRect &rect, const Box &box, Icon icon, Role border) const
{
    painter.setPen(QPen(m_theme.color(border), 1));
    painter.setBrush(m_theme.color(Role::Page));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    m_theme.drawIcon(painter, QRect(rect.x() + 6, rect.y(), 16, rect.height()), icon, m_theme.color(border == Role::Accent ? Role::Accent : Role::Text2), 14);
    const QRect words = rect.adjusted(wordsLeft, 5, -wordsRight, -5);
    const QFont title = m_theme.font(TextStyle::Small);
    painter.setFont(title);
    painter.setPen(m_theme.color(Role::Text));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, QFontMetrics(title).elidedText(box.title, Qt::ElideMiddle, words.width()));
    const QFont note = m_theme.font(TextStyle::Caption);
    painter.setFont(note);
    painter.setPen(m_theme.color(Role::Text2));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom, QFontMetrics(note).elidedText(box.note, Qt::ElideMiddle, words.width()));
}

/// As wide as the longest name, as far as there is room beside the others.
int RoutePicture::boxWidthNow() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Small));
    int wanted = metrics.horizontalAdvance(m_topic.title);
    int columns = 2;
    for (const Row &row : m_rows) {
        wanted = std::max(wanted, metrics.horizontalAdvance(row.master.title));
        columns = row.slaves.isEmpty() ? columns : 3;
    }
    const int room = (width() - 2 * edge - (columns - 1) * leastGap) / columns;
    return std::max(m_theme.scaled(boxWidth), std::min(wanted + wordsLeft + wordsRight + 2, room));
}

void RoutePicture::drawRow(QPainter &painter, const Row &row, int y, int height, const QPoint &from) const
{
    const int wide = boxWidthNow();
    const int tall = m_theme.scaled(boxHeight);
    const int columns = wide > m_theme.scaled(boxWidth) && row.slaves.isEmpty() ? 2 : 3;
    const int gap = std::max(16, (width() - 2 * edge - columns * wide) / (columns - 1));
    const QRect master(edge + wide + gap, y + (height - tall) / 2, wide, tall);
    QPainterPath line(from);
    const QPointF to(master.left(), master.center().y());
    const double middle = (from.x() + to.x()) / 2;
    line.cubicTo(middle, from.y(), middle, to.y(), to.x(), to.y());
    painter.setPen(QPen(m_theme.color(Role::Control), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line);
    const int each = m_theme.scaled(boxHeight + rowGap);
    const int above = (height - static_cast<int>(row.slaves.size()) * each) / 2;
    for (int i = 0; i < row.slaves.size(); ++i) {
        const QRect slave(master.right() + 1 + gap, y + above + i * each + (each - tall) / 2, wide, tall);
        painter.setPen(QPen(m_theme.color(Role::Control), 1, Qt::DashLine));
        painter.drawLine(QPointF(master.right(), master.center().y()), QPointF(slave.left(), slave.center().y()));
        drawBox(painter, slave, row.slaves.at(i), Icon::Copy, Role::Border);
    }
    drawBox(painter, master, row.master, Icon::Broker, row.hasMaster ? Role::Border : Role::WarningFill);
}

void RoutePicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int tall = m_theme.scaled(boxHeight);
    const QRect topic(edge, (height() - tall) / 2, boxWidthNow(), tall);
    int y = m_theme.scaled(rowGap) / 2;
    for (const Row &row : m_rows) {
        const int high = std::max(1, static_cast<int>(row.slaves.size())) * m_theme.scaled(boxHeight + rowGap);
        drawRow(painter, row, y, high, QPoint(topic.right(), topic.center().y()));
        y += high;
    }
    drawBox(painter, topic, m_topic, Icon::Topic, Role::Accent);
}

} // namespace rocketdesk::ui
