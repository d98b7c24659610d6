// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QToolButton;

namespace rocketdesk::ui {

class ConnectionTabs;
class Label;

/// 38 px at the top: menu, connection tabs, new connection, the palette's field, theme.
class TopBar final : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionTabs &tabs() const { return *m_tabs; }
    [[nodiscard]] QToolButton &menuButton() const { return *m_menu; }
    void showName(bool visible); ///< the program's name where there are no tabs

Q_SIGNALS:
    void newConnectionRequested();
    void paletteRequested();
    void themeRequested();

private:
    Theme &m_theme;
    QToolButton *m_menu;
    Label *m_name;
    ConnectionTabs *m_tabs;
};

} // namespace rocketdesk::ui
