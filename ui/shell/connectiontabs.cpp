// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/connectiontabs.h"

#include <QMouseEvent>
#include <QPainter>

namespace rocketdesk::ui {

namespace {

constexpr int side = 16;
constexpr int gap = 8;
constexpr int longestName = 240; // px

} // namespace

ConnectionTabs::ConnectionTabs(Theme &theme, QWidget *parent) : QTabBar(parent), m_theme(theme)
{
    setDrawBase(false);
    setExpanding(false);
    setMovable(false);
    setUsesScrollButtons(true);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Open connections"));
}

int ConnectionTabs::addConnection(ConnectionStatus &status)
{
    m_statuses << &status;
    const int index = addTab(status.name());
    const auto refresh = [this, &status] {
        const auto at = static_cast<int>(m_statuses.indexOf(&status));
        setTabToolTip(at, QStringLiteral("%1\n%2 · %3").arg(status.name(), connectionWord(status.state()), status.address()));
        setAccessibleName(status.name() + u' ' + environmentWord(status.environment()));
        update();
    };
    connect(&status, &ConnectionStatus::changed, this, refresh);
    refresh();
    return index;
}

void ConnectionTabs::removeConnection(int index)
{
    disconnect(m_statuses.takeAt(index), nullptr, this, nullptr);
    removeTab(index);
}

QSize ConnectionTabs::sizeHint() const
{
    int width = 0;
    for (int i = 0; i < count(); ++i)
        width += tabSizeHint(i).width();
    return {width, m_theme.scaled(38)};
}

QSize ConnectionTabs::tabSizeHint(int index) const
{
    if (index >= m_statuses.size())
        return {0, m_theme.scaled(38)};
    const ConnectionStatus &status = *m_statuses.at(index);
    const QFont font = m_theme.font(TextStyle::BodyStrong);
    const int name = QFontMetrics(font).horizontalAdvance(shownName(status, font));
    const int lock = status.isReadOnly() ? 22 : 0;
    return {side + 14 + 6 + name + gap + environmentChipWidth(m_theme, status.environment()) + lock + gap + 16 + 10, m_theme.scaled(38)};
}

/// Names tell most at both ends.
QString ConnectionTabs::shownName(const ConnectionStatus &status, const QFont &font) const
{
    return QFontMetrics(font).elidedText(status.name(), Qt::ElideMiddle, m_theme.scaled(longestName));
}

QRect ConnectionTabs::closeRect(int index) const
{
    const QRect tab = tabRect(index);
    return {tab.right() - 28, tab.center().y() - 11, 24, 24};
}

void ConnectionTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (int i = 0; i < count(); ++i)
        paintTab(painter, i);
}

void ConnectionTabs::paintTab(QPainter &painter, int index)
{
    const ConnectionStatus &status = *m_statuses.at(index);
    const QRect tab = tabRect(index);
    const bool current = index == currentIndex();
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    if (current) {
        painter.fillRect(tab, m_theme.color(Role::Page));
        painter.fillRect(tab.x(), tab.y(), tab.width(), 3, m_theme.environment(status.environment()));
    } else if (tab.contains(pointer) && underMouse()) {
        painter.fillRect(tab, m_theme.color(Role::Hover));
    }
    int x = tab.x() + side;
    m_theme.drawIcon(painter, QRect(x, tab.y() + 1, 14, tab.height()), connectionIcon(status.state()), m_theme.color(connectionRole(status.state())), 14);
    x += 14 + 6;
    painter.setFont(m_theme.font(current ? TextStyle::BodyStrong : TextStyle::Body));
    painter.setPen(m_theme.color(current ? Role::Text : Role::Text2));
    const QString shown = shownName(status, painter.font());
    const int name = QFontMetrics(painter.font()).horizontalAdvance(shown);
    painter.drawText(QRect(x, tab.y() + 1, name + 2, tab.height()), Qt::AlignVCenter, shown);
    x += name + gap;
    x += drawEnvironmentChip(painter, m_theme, QPoint(x, tab.center().y() + 1), status.environment(), current) + gap;
    if (status.isReadOnly())
        m_theme.drawIcon(painter, QRect(x, tab.y() + 1, 14, tab.height()), Icon::Lock, m_theme.color(Role::Text2), 14);
    const QRect close = closeRect(index);
    if (close.contains(pointer) && underMouse())
        painter.fillRect(close, m_theme.color(Role::NeutralSoft));
    m_theme.drawIcon(painter, close.translated(0, 1), Icon::Close, m_theme.color(Role::Text2), 12);
    if (hasFocus() && current) {
        painter.setPen(m_theme.color(Role::Focus));
        painter.drawRect(tab.adjusted(3, 6, -4, -4));
    }
}

void ConnectionTabs::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = tabAt(event->position().toPoint());
    const bool onClose = index >= 0 && event->button() == Qt::LeftButton && closeRect(index).contains(event->position().toPoint());
    if (onClose || (index >= 0 && event->button() == Qt::MiddleButton)) {
        Q_EMIT tabCloseRequested(index);
        return;
    }
    QTabBar::mouseReleaseEvent(event);
}

} // namespace rocketdesk::ui
