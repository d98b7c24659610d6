// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/style.h"

#include "ui/theme/stylepainter.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QVariant>

namespace rocketdesk::ui {

namespace {

template <typename Option>
const Option &as(const QStyleOption *option)
{
    return *qstyleoption_cast<const Option *>(option);
}

Tone toneOfItem(const QWidget *widget, const QRect &rect)
{
    const auto *menu = qobject_cast<const QMenu *>(widget);
    const QAction *action = menu ? menu->actionAt(rect.center()) : nullptr;
    return action ? static_cast<Tone>(action->property(paint::toneProperty).toInt()) : Tone::Normal;
}

/// Of what can be chosen for a field, as a menu is.
bool isListThatOpens(const QWidget *widget)
{
    return widget && widget->isWindow() && qobject_cast<const QAbstractItemView *>(widget);
}

bool isIconOnly(const QStyleOptionToolButton &option)
{
    return option.toolButtonStyle == Qt::ToolButtonIconOnly && !option.icon.isNull();
}

} // namespace

Style::Style(Theme &theme) : QProxyStyle(QStringLiteral("fusion")), m_theme(theme)
{
    setObjectName(QStringLiteral("rocketdesk"));
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: return paint::button(*painter, m_theme, *option, buttonLook(widget));
    case PE_PanelLineEdit:
        if (as<QStyleOptionFrame>(option).lineWidth > 0)
            paint::field(*painter, m_theme, *option, widget);
        return;
    case PE_Frame:
        if (isListThatOpens(widget))
            return paint::panel(*painter, option->rect, m_theme.color(Role::Page), m_theme.color(Role::Border), 1, 0);
        return paint::field(*painter, m_theme, *option, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return paint::check(*painter, m_theme, *option);
    case PE_IndicatorRadioButton: return paint::radio(*painter, m_theme, *option);
    case PE_FrameMenu:
    case PE_PanelTipLabel:
    case PE_PanelMenu: return paint::panel(*painter, option->rect, m_theme.color(Role::Page), m_theme.color(Role::Border), 1, 0);
    case PE_FrameFocusRect:
    case PE_FrameLineEdit:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_PanelScrollAreaCorner: return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children))
            m_theme.drawIcon(*painter, option->rect, option->state.testFlag(State_Open) ? Icon::ChevronDown : Icon::ChevronRight, m_theme.color(Role::Text2), 14);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown: return m_theme.drawIcon(*painter, option->rect, Icon::ChevronDown, m_theme.color(Role::Text2), 14);
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp: return m_theme.drawIcon(*painter, option->rect, Icon::SortUp, m_theme.color(Role::Text2), 14);
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel: return paint::button(*painter, m_theme, *option, buttonLook(widget));
    case CE_PushButtonLabel: return paint::buttonLabel(*painter, m_theme, as<QStyleOptionButton>(option), buttonLook(widget));
    case CE_MenuItem: return paint::menuItem(*painter, m_theme, as<QStyleOptionMenuItem>(option), toneOfItem(widget, option->rect));
    case CE_MenuEmptyArea:
    case CE_SizeGrip: return; // a sheet is dragged by its corner, which stays round
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: return paint::header(*painter, m_theme, *option);
    case CE_TabBarTabShape: return paint::tab(*painter, m_theme, as<QStyleOptionTab>(option));
    case CE_TabBarTabLabel: return paint::tabLabel(*painter, m_theme, as<QStyleOptionTab>(option));
    case CE_ProgressBar: return paint::progress(*painter, m_theme, as<QStyleOptionProgressBar>(option));
    case CE_Splitter: return painter->fillRect(option->rect, m_theme.color(Role::Line));
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ToolButton: return paint::toolButton(*painter, m_theme, as<QStyleOptionToolButton>(option), buttonLook(widget));
    case CC_ScrollBar: return paint::scrollBar(*painter, m_theme, as<QStyleOptionSlider>(option), subControlRect(control, option, SC_ScrollBarSlider, widget));
    case CC_ComboBox:
        paint::field(*painter, m_theme, *option, widget);
        return m_theme.drawIcon(*painter, QRect(option->rect.right() - 24, option->rect.y(), 20, option->rect.height()), Icon::ChevronDown,
            m_theme.color(option->state.testFlag(State_Enabled) ? Role::Text2 : Role::Disabled), 14);
    case CC_SpinBox: {
        paint::field(*painter, m_theme, *option, widget);
        const QRect up = subControlRect(control, option, SC_SpinBoxUp, widget);
        const QRect down = subControlRect(control, option, SC_SpinBoxDown, widget);
        if (as<QStyleOptionSpinBox>(option).buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        m_theme.drawIcon(*painter, up, Icon::SortUp, m_theme.color(Role::Text2), 12);
        return m_theme.drawIcon(*painter, down, Icon::SortDown, m_theme.color(Role::Text2), 12);
    }
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 10;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize: return 16;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_MenuHMargin: return 0;
    case PM_MenuVMargin: return 4;
    case PM_MenuPanelWidth: return 1;
    case PM_SplitterWidth: return 1;
    case PM_FocusFrameHMargin: return isListThatOpens(widget) ? 9 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_DefaultFrameWidth: // the round corners stay free of the text's own area
        return qobject_cast<const QPlainTextEdit *>(widget) ? 4 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap: return 0;
    case PM_TabBarTabHSpace: return 28;
    case PM_TabBarTabVSpace: return 14;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ScrollBar_Transient:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Menu_MouseTracking:
    case SH_ToolTip_WakeUpDelay: return hint == SH_ToolTip_WakeUpDelay ? 500 : 1;
    case SH_Menu_SubMenuPopupDelay: return 150;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_TabBar_ElideMode: return Qt::ElideNone;
    case SH_ToolTipLabel_Opacity: return 255;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const int height = m_theme.controlHeight();
    switch (type) {
    case CT_PushButton: {
        const auto &button = as<QStyleOptionButton>(option);
        const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
        const int icon = button.icon.isNull() ? 0 : button.text.isEmpty() ? paint::iconSide : paint::iconRoom;
        const int menu = button.features.testFlag(QStyleOptionButton::HasMenu) ? 22 : 0;
        const int side = buttonLook(widget) == ButtonLook::Link ? 8 : 28;
        return {button.text.isEmpty() ? height : text + icon + menu + side, height};
    }
    case CT_ToolButton: {
        const auto &button = as<QStyleOptionToolButton>(option);
        if (widget && qobject_cast<const QLineEdit *>(widget->parentWidget()))
            return {paint::iconSide + 6, paint::iconSide + 2}; // the room that a line edit has for it
        if (isIconOnly(button))
            return {height, height};
        const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
        const int menu = button.features.testFlag(QStyleOptionToolButton::HasMenu) ? 22 : 0;
        return {text + (button.icon.isNull() ? 0 : paint::iconRoom) + menu + 24, height};
    }
    case CT_LineEdit: return {size.width() + 20, height};
    case CT_ComboBox: return {size.width() + 44, height};
    case CT_SpinBox: return {size.width() + 36, height};
    case CT_MenuItem: {
        const auto &item = as<QStyleOptionMenuItem>(option);
        if (item.menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), 7};
        return {size.width() + 76 + (item.menuItemType == QStyleOptionMenuItem::SubMenu ? 20 : 0), m_theme.scaled(26)};
    }
    case CT_ItemViewItem: {
        const QSize own = QProxyStyle::sizeFromContents(type, option, size, widget);
        return isListThatOpens(widget) ? own.expandedTo({0, m_theme.scaled(26)}) : own;
    }
    default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto &bar = as<QStyleOptionSlider>(option);
        const bool vertical = bar.orientation == Qt::Vertical;
        const int length = vertical ? bar.rect.height() : bar.rect.width();
        const qint64 range = static_cast<qint64>(bar.maximum) - bar.minimum;
        const int thumb = range <= 0 ? length : qBound(std::min(32, length), static_cast<int>(static_cast<qint64>(length) * bar.pageStep / (range + bar.pageStep)), length);
        const int start = sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - thumb, bar.upsideDown);
        const auto part = [&](int from, int size) { return vertical ? QRect(0, from, bar.rect.width(), size) : QRect(from, 0, size, bar.rect.height()); };
        switch (sub) {
        case SC_ScrollBarSlider: return part(start, thumb);
        case SC_ScrollBarGroove: return bar.rect;
        case SC_ScrollBarSubPage: return part(0, start);
        case SC_ScrollBarAddPage: return part(start + thumb, length - start - thumb);
        default: return {};
        }
    }
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField)
        return option->rect.adjusted(8, 1, -26, -1);
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        // inside a box that keeps a distance of its own the text begins where it does in a plain field
        const QWidget *around = widget ? widget->parentWidget() : nullptr;
        const int inset = qobject_cast<const QComboBox *>(around) ? 0 : qobject_cast<const QAbstractSpinBox *>(around) ? 5 : 8;
        return option->rect.adjusted(inset, 1, -inset, -1);
    }
    if (element == SE_ProgressBarContents || element == SE_ProgressBarGroove)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

void setButtonLook(QWidget &button, ButtonLook look)
{
    button.setProperty(paint::lookProperty, static_cast<int>(look));
    button.updateGeometry();
    button.update();
}

ButtonLook buttonLook(const QWidget *button)
{
    const QVariant look = button ? button->property(paint::lookProperty) : QVariant();
    if (look.isValid())
        return static_cast<ButtonLook>(look.toInt());
    return button && button->inherits("QToolButton") ? ButtonLook::Flat : ButtonLook::Plain;
}

void setInvalid(QWidget &field, bool invalid)
{
    field.setProperty(paint::invalidProperty, invalid);
    field.update();
}

bool isInvalid(const QWidget &field)
{
    return field.property(paint::invalidProperty).toBool();
}

void setActionTone(QAction &action, Tone tone)
{
    action.setProperty(paint::toneProperty, static_cast<int>(tone));
}

} // namespace rocketdesk::ui
