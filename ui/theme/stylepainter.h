// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

/// The strokes of Style, one function for each control.
namespace rocketdesk::ui::paint {

/// What the tone of an action is kept under (see setActionTone).
inline constexpr char toneProperty[] = "rocketdesk_tone";
inline constexpr char lookProperty[] = "rocketdesk_look";
inline constexpr char invalidProperty[] = "rocketdesk_invalid";

inline constexpr int iconSide = 16; // px of an icon on a button
inline constexpr int iconRoom = iconSide + 3; // before a word: the icon's own clear edge makes it 4 px

[[nodiscard]] inline bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// A rounded rectangle with a border inside its edges; an invalid colour leaves that part out.
void panel(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &border, qreal width = 1, qreal radius = 5);
void button(QPainter &painter, const Theme &theme, const QStyleOption &option, ButtonLook look);
void buttonLabel(QPainter &painter, Theme &theme, const QStyleOptionButton &option, ButtonLook look);
void toolButton(QPainter &painter, Theme &theme, const QStyleOptionToolButton &option, ButtonLook look);
void field(QPainter &painter, const Theme &theme, const QStyleOption &option, const QWidget *widget);
void check(QPainter &painter, const Theme &theme, const QStyleOption &option);
void radio(QPainter &painter, const Theme &theme, const QStyleOption &option);
void scrollBar(QPainter &painter, const Theme &theme, const QStyleOptionSlider &option, const QRect &slider);
void menuItem(QPainter &painter, Theme &theme, const QStyleOptionMenuItem &option, Tone tone);
void header(QPainter &painter, const Theme &theme, const QStyleOption &option);
void tab(QPainter &painter, const Theme &theme, const QStyleOptionTab &option);
void tabLabel(QPainter &painter, const Theme &theme, const QStyleOptionTab &option);
void progress(QPainter &painter, const Theme &theme, const QStyleOptionProgressBar &option);

} // namespace rocketdesk::ui::paint
