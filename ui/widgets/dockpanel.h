// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QScrollArea;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QVBoxLayout;

namespace rocketdesk::ui {

class Label;
class Sign;

/// The detail of the selected row: title, pin, close, tabs, and an optional action bar below.
class DockPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit DockPanel(Theme &theme, QWidget *parent = nullptr);

    void setTitle(Icon icon, const QString &title);
    [[nodiscard]] QString title() const;
    /// Adds a tab; the content scrolls by itself when `scrolls`. Takes ownership. Without tabs added, use setContent.
    void addTab(const QString &id, const QString &title, QWidget *content, bool scrolls = true);
    void setContent(QWidget *content, bool scrolls = true); ///< one content, no tabs
    void setTabVisible(const QString &id, bool visible);
    void setCurrentTab(const QString &id);
    [[nodiscard]] QString currentTab() const;
    /// Buttons at the bottom; created when first asked for.
    [[nodiscard]] QHBoxLayout *actionBar();
    [[nodiscard]] bool isPinned() const; ///< stays on its row while the selection moves

Q_SIGNALS:
    void closeRequested();
    void pinChanged(bool pinned);
    void currentTabChanged(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *scrolled(QWidget *content, bool scrolls);

    Theme &m_theme;
    Sign *m_sign;
    Label *m_title;
    QToolButton *m_pin;
    QTabBar *m_tabs;
    QWidget *m_tabLine;
    QStackedWidget *m_stack;
    QVBoxLayout *m_column;
    QHBoxLayout *m_actions = nullptr;
};

} // namespace rocketdesk::ui
