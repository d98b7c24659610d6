// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/style.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QActionGroup;
class QHBoxLayout;
class QPushButton;
class QSpacerItem;
class QToolButton;

namespace rocketdesk::ui {

class Label;

/// 44 px above a page: back, forward, title, summary, icon actions, Refresh with its menu, and at most one primary button.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    PageHeader(Theme &theme, const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSummary(const QString &summary); ///< what, how many, when read, how long
    [[nodiscard]] QString summary() const;
    void setHistory(bool canGoBack, bool canGoForward);
    /// Tooltip with shortcut and icon are the action's.
    void addAction(QAction *action);
    void addWidget(QWidget *widget); ///< between the icons and Refresh
    void setRefreshable(bool refreshable);
    QPushButton *setPrimary(const QString &text, Icon icon);
    void setPrimaryLook(ButtonLook look); ///< filled unless told otherwise
    /// Not filled while another button is the page's first one.
    void setPrimaryQuiet(bool quiet);
    /// 0 for off.
    void setRefreshSeconds(int seconds);

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void refreshRequested();
    void refreshSecondsChosen(int seconds);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeRefresh();
    void showPrimaryLook();

    Theme &m_theme;
    QToolButton *m_back;
    QToolButton *m_forward;
    Label *m_title;
    Label *m_summary;
    QHBoxLayout *m_row;
    QHBoxLayout *m_icons;
    QSpacerItem *m_beforeRefresh;
    QToolButton *m_refresh;
    QPushButton *m_primary = nullptr;
    Icon m_primaryIcon = Icon::None;
    ButtonLook m_primaryLook = ButtonLook::Primary;
    bool m_quiet = false;
    QActionGroup *m_intervals;
};

} // namespace rocketdesk::ui
