// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/tone.h"

#include <QProxyStyle>

class QAction;

namespace rocketdesk::ui {

class Theme;

/// How a push button presents itself, set with setButtonLook().
enum class ButtonLook {
    Plain, ///< bordered
    Primary, ///< filled with the accent; one on a page at most
    Danger, ///< filled red
    DangerPlain, ///< bordered red
    Flat, ///< no border until hovered
    Link, ///< text in the accent
};

/// Fusion's behaviour with the drawing of the console: every control is painted here, in the theme's colours.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

private:
    Theme &m_theme;
};

/// A button without a look of its own is Plain.
void setButtonLook(QWidget &button, ButtonLook look);
[[nodiscard]] ButtonLook buttonLook(const QWidget *button);
/// Shows a field with the border of a wrong value.
void setInvalid(QWidget &field, bool invalid);
[[nodiscard]] bool isInvalid(const QWidget &field);
/// Writes the action in the tone's colour in menus: Error for Delete.
void setActionTone(QAction &action, Tone tone);

} // namespace rocketdesk::ui
