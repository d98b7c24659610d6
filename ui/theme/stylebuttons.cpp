// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/stylepainter.h"

#include <QStyle>

#include <array>

namespace rocketdesk::ui::paint {

namespace {

struct Look {
    Role fill;
    Role text;
    Role border;
    bool filled;
    bool bordered;
};

const Look &colorsOf(ButtonLook look)
{
    static constexpr std::array<Look, 6> looks = {{
        {Role::Page, Role::Text, Role::Border, false, true}, // Plain
        {Role::AccentFill, Role::OnAccent, Role::AccentFill, true, true}, // Primary
        {Role::DangerFill, Role::OnDanger, Role::DangerFill, true, true}, // Danger
        {Role::Page, Role::ErrorText, Role::ErrorText, false, true}, // DangerPlain
        {Role::Page, Role::Text, Role::Page, false, false}, // Flat
        {Role::Page, Role::Accent, Role::Page, false, false}, // Link
    }};
    return looks[static_cast<std::size_t>(look)];
}

QColor textColor(const Theme &theme, const QStyleOption &option, ButtonLook look)
{
    return theme.color(has(option, QStyle::State_Enabled) ? colorsOf(look).text : Role::Disabled);
}

void disabledButton(QPainter &painter, const Theme &theme, const QRect &rect, const Look &look)
{
    if (look.bordered)
        panel(painter, rect, look.filled ? theme.color(Role::NeutralSoft) : QColor(), theme.color(Role::Line));
}

void filledButton(QPainter &painter, const Theme &theme, const QStyleOption &option, const Look &look)
{
    QColor fill = theme.color(look.fill);
    if (has(option, QStyle::State_Sunken))
        fill = fill.darker(115);
    else if (has(option, QStyle::State_MouseOver))
        fill = fill.darker(107);
    panel(painter, option.rect, fill, {});
    if (has(option, QStyle::State_HasFocus))
        panel(painter, option.rect.adjusted(2, 2, -2, -2), {}, theme.color(look.text), 1.5, 4);
}

void outlinedButton(QPainter &painter, const Theme &theme, const QStyleOption &option, const Look &look)
{
    const bool hovered = has(option, QStyle::State_MouseOver);
    const bool down = has(option, QStyle::State_Sunken);
    const bool on = has(option, QStyle::State_On);
    const bool focused = has(option, QStyle::State_HasFocus);
    QColor fill = look.bordered ? theme.color(look.fill) : QColor();
    if (down)
        fill = theme.color(Role::NeutralSoft);
    else if (on)
        fill = theme.color(Role::AccentSoft);
    else if (hovered)
        fill = theme.color(Role::Hover);
    QColor border = look.bordered ? theme.color(hovered && look.border == Role::Border ? Role::Control : look.border) : QColor();
    if (on)
        border = theme.color(Role::Accent);
    if (focused)
        border = theme.color(Role::Focus);
    panel(painter, option.rect, fill, border, focused ? 2 : 1);
}

} // namespace

void panel(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &border, qreal width, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = border.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

void button(QPainter &painter, const Theme &theme, const QStyleOption &option, ButtonLook look)
{
    const Look &colors = colorsOf(look);
    if (!has(option, QStyle::State_Enabled))
        disabledButton(painter, theme, option.rect, colors);
    else if (colors.filled)
        filledButton(painter, theme, option, colors);
    else
        outlinedButton(painter, theme, option, colors);
}

void buttonLabel(QPainter &painter, Theme &theme, const QStyleOptionButton &option, ButtonLook look)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool menu = option.features.testFlag(QStyleOptionButton::HasMenu);
    const QColor color = textColor(theme, option, look);
    const int icon = option.icon.isNull() ? 0 : option.text.isEmpty() ? iconSide : iconRoom;
    const int text = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const QRect inner = option.rect.adjusted(0, 0, menu ? -22 : 0, 0);
    int x = inner.x() + (inner.width() - icon - text) / 2;
    if (icon > 0) {
        const QRect place(x, inner.center().y() - iconSide / 2 + 1, iconSide, iconSide);
        option.icon.paint(&painter, place, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        x += icon;
    }
    painter.setPen(color);
    painter.drawText(QRect(x, inner.y(), text + 2, inner.height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
    if (menu)
        theme.drawIcon(painter, QRect(option.rect.right() - 26, option.rect.y(), 20, option.rect.height()), Icon::ChevronDown, color, 14);
}

void toolButton(QPainter &painter, Theme &theme, const QStyleOptionToolButton &option, ButtonLook look)
{
    QStyleOption frame = option;
    if (!option.state.testFlag(QStyle::State_AutoRaise) || !option.state.testFlag(QStyle::State_Enabled))
        frame.state.setFlag(QStyle::State_On, option.state.testFlag(QStyle::State_On));
    button(painter, theme, frame, look);
    QStyleOptionButton label;
    label.QStyleOption::operator=(option);
    label.icon = option.icon;
    const bool text = option.toolButtonStyle != Qt::ToolButtonIconOnly || option.icon.isNull();
    label.text = text ? option.text : QString();
    if (option.features.testFlag(QStyleOptionToolButton::HasMenu) && text)
        label.features.setFlag(QStyleOptionButton::HasMenu);
    painter.setFont(option.font);
    buttonLabel(painter, theme, label, look);
}

} // namespace rocketdesk::ui::paint
