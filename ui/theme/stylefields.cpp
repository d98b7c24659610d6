// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/stylepainter.h"

#include <QPainterPath>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace rocketdesk::ui::paint {

namespace {

constexpr int tabIcon = 14;
constexpr int iconGap = 4;

QColor fieldBorder(const Theme &theme, const QStyleOption &option, bool invalid, bool focused)
{
    if (!has(option, QStyle::State_Enabled))
        return theme.color(Role::Line);
    if (invalid)
        return theme.color(Role::ErrorText);
    if (focused)
        return theme.color(Role::Focus);
    return theme.color(has(option, QStyle::State_MouseOver) ? Role::Control : Role::Border);
}

struct BoxColors {
    QColor fill;
    QColor border;
    QColor mark;
};

BoxColors boxColors(const Theme &theme, const QStyleOption &option, bool on)
{
    if (!has(option, QStyle::State_Enabled))
        return {theme.color(on ? Role::NeutralSoft : Role::Page), theme.color(Role::Border), theme.color(Role::Disabled)};
    if (on)
        return {theme.color(Role::AccentFill), theme.color(Role::AccentFill), theme.color(Role::OnAccent)};
    return {theme.color(Role::Page), theme.color(has(option, QStyle::State_MouseOver) ? Role::Accent : Role::Control), {}};
}

} // namespace

void field(QPainter &painter, const Theme &theme, const QStyleOption &option, const QWidget *widget)
{
    const bool invalid = widget && widget->property(invalidProperty).toBool();
    const bool focused = has(option, QStyle::State_HasFocus);
    const QColor fill = theme.color(has(option, QStyle::State_Enabled) ? Role::Page : Role::Subtle);
    panel(painter, option.rect, fill, fieldBorder(theme, option, invalid, focused), focused ? 2 : 1);
}

void check(QPainter &painter, const Theme &theme, const QStyleOption &option)
{
    const bool partly = has(option, QStyle::State_NoChange);
    const bool on = has(option, QStyle::State_On) || partly;
    const BoxColors colors = boxColors(theme, option, on);
    const QRect box(option.rect.center().x() - 7, option.rect.center().y() - 7, 16, 16);
    panel(painter, box, colors.fill, has(option, QStyle::State_HasFocus) ? theme.color(Role::Focus) : colors.border, has(option, QStyle::State_HasFocus) ? 2 : 1, 3);
    if (!on)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.topLeft());
    painter.setPen(QPen(colors.mark, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (partly)
        painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
    else
        painter.drawPolyline(QPolygonF({QPointF(4, 8.4), QPointF(6.9, 11.2), QPointF(12, 5.2)}));
    painter.restore();
}

void radio(QPainter &painter, const Theme &theme, const QStyleOption &option)
{
    const bool on = has(option, QStyle::State_On);
    const BoxColors colors = boxColors(theme, option, on);
    const QRect box(option.rect.center().x() - 7, option.rect.center().y() - 7, 16, 16);
    panel(painter, box, colors.fill, has(option, QStyle::State_HasFocus) ? theme.color(Role::Focus) : colors.border, has(option, QStyle::State_HasFocus) ? 2 : 1, 8);
    if (on)
        panel(painter, box.adjusted(5, 5, -5, -5), colors.mark, {}, 0, 3);
}

void scrollBar(QPainter &painter, const Theme &theme, const QStyleOptionSlider &option, const QRect &slider)
{
    if (option.minimum >= option.maximum)
        return;
    const bool hovered = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider);
    const QRect thumb = option.orientation == Qt::Vertical ? slider.adjusted(3, 1, -1, -1) : slider.adjusted(1, 3, -1, -1);
    panel(painter, thumb, theme.color(hovered ? Role::Control : Role::Border), {}, 0, 3);
}

void menuItem(QPainter &painter, Theme &theme, const QStyleOptionMenuItem &option, Tone tone)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(option.rect.x() + 4, option.rect.center().y(), option.rect.width() - 8, 1, theme.color(Role::Line));
        return;
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_Selected))
        panel(painter, option.rect.adjusted(4, 0, -4, 0), theme.color(enabled ? Role::Selected : Role::Hover), {}, 0, 4);
    const QRect icon(option.rect.x() + 12, option.rect.y(), 18, option.rect.height());
    const bool checked = option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked;
    if (checked)
        theme.drawIcon(painter, icon, Icon::Ok, theme.color(Role::Accent));
    else
        option.icon.paint(&painter, QRect(icon.x() + 1, icon.center().y() - 7, 16, 16), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    const QRect text = option.rect.adjusted(38, 0, -14, 0);
    const QStringList parts = option.text.split(u'\t');
    painter.setPen(enabled ? theme.text(tone) : theme.color(Role::Disabled));
    painter.setFont(theme.font(TextStyle::Body));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, parts.value(0));
    painter.setPen(theme.color(enabled ? Role::Text2 : Role::Disabled));
    painter.setFont(theme.font(TextStyle::Caption));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, parts.value(1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        theme.drawIcon(painter, QRect(option.rect.right() - 26, option.rect.y(), 20, option.rect.height()), Icon::ChevronRight, theme.color(Role::Text2), 14);
}

void header(QPainter &painter, const Theme &theme, const QStyleOption &option)
{
    painter.fillRect(option.rect, theme.color(Role::Subtle));
    painter.fillRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1, theme.color(Role::Line));
}

void tab(QPainter &painter, const Theme &theme, const QStyleOptionTab &option)
{
    if (has(option, QStyle::State_Selected))
        painter.fillRect(QRect(option.rect.x() + 4, option.rect.bottom() - 1, option.rect.width() - 8, 2), theme.color(Role::Accent));
    if (has(option, QStyle::State_HasFocus))
        panel(painter, option.rect.adjusted(3, 4, -3, -5), {}, theme.color(Role::Focus), 1, 3);
}

void tabLabel(QPainter &painter, const Theme &theme, const QStyleOptionTab &option)
{
    const bool strong = has(option, QStyle::State_Selected) || has(option, QStyle::State_MouseOver);
    painter.setPen(theme.color(!has(option, QStyle::State_Enabled) ? Role::Disabled : strong ? Role::Text : Role::Text2));
    if (option.icon.isNull()) {
        painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
        return;
    }
    const int wide = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const QRect text(option.rect.center().x() - (wide + iconGap + tabIcon) / 2, option.rect.y(), wide + 1, option.rect.height());
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, option.text);
    option.icon.paint(&painter, QRect(text.right() + iconGap, option.rect.y(), tabIcon, option.rect.height()));
}

void progress(QPainter &painter, const Theme &theme, const QStyleOptionProgressBar &option)
{
    const QRect track(option.rect.x(), option.rect.center().y() - 1, option.rect.width(), 4);
    panel(painter, track, theme.color(Role::Track), {}, 0, 2);
    const int range = option.maximum - option.minimum;
    if (range <= 0)
        return;
    QRect done = track;
    done.setWidth(static_cast<int>(static_cast<qint64>(track.width()) * std::clamp(option.progress - option.minimum, 0, range) / range));
    if (done.width() > 0)
        panel(painter, done, theme.color(Role::AccentFill), {}, 0, 2);
}

} // namespace rocketdesk::ui::paint
