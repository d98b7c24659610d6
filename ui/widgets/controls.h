// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <functional>

class QAction;
class QDialog;
class QFrame;
class QMenu;
class QPushButton;
class QToolButton;
class QWidget;

namespace rocketdesk::ui {

/// A button with the console's look; its icon takes the colour of its text.
[[nodiscard]] QPushButton *makeButton(Theme &theme, const QString &text, Icon icon = Icon::None, ButtonLook look = ButtonLook::Plain, QWidget *parent = nullptr);
void setButtonIcon(Theme &theme, QPushButton &button, Icon icon);
/// A square button; `tip` is its tooltip and its accessible name.
[[nodiscard]] QToolButton *makeIconButton(Theme &theme, Icon icon, const QString &tip, QWidget *parent = nullptr);
/// The same with a menu that is filled whenever it opens.
[[nodiscard]] QToolButton *makeMenuButton(Theme &theme, Icon icon, const QString &tip, std::function<void(QMenu &)> fill, QWidget *parent = nullptr);
/// The same for an action: tooltip with the shortcut, enabled as the action is.
[[nodiscard]] QToolButton *makeActionButton(QAction &action, QWidget *parent = nullptr);
/// A 1 px line that separates sections.
[[nodiscard]] QWidget *makeLine(Theme &theme, Qt::Orientation orientation, QWidget *parent = nullptr);
/// The top of a dialog: its title, and a button that rejects it.
[[nodiscard]] QWidget *makeDialogHead(Theme &theme, const QString &title, QDialog &dialog);
/// Fills the widget with a role, whatever the theme becomes.
void setBackground(Theme &theme, QWidget &widget, Role role);

} // namespace rocketdesk::ui
