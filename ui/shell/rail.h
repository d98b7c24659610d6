// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/pages/registry.h"
#include "ui/theme/theme.h"

#include <QAbstractListModel>
#include <QListView>
#include <QWidget>

namespace rocketdesk::ui {

class RailModel;

/// The pages at the left: icons and words, or icons alone when narrow, with Settings at the bottom.
class Rail final : public QWidget
{
    Q_OBJECT

public:
    Rail(Theme &theme, const std::vector<PageEntry> &pages, QWidget *parent = nullptr);

    void setCurrent(const QString &page);
    void setBadge(const QString &page, int count); ///< 0 takes it away
    void setNarrow(bool narrow);
    [[nodiscard]] bool isNarrow() const { return m_narrow; }

Q_SIGNALS:
    void pageChosen(const QString &page);
    void pageClicked(); ///< with the mouse, the chosen one again too: keys are meant for the page then, and not for the rail
    void settingsRequested();

private:
    [[nodiscard]] QListView *makeList(RailModel &model);
    void applyWidth();

    Theme &m_theme;
    RailModel *m_pages;
    RailModel *m_rest;
    QListView *m_list;
    QListView *m_bottom;
    bool m_narrow = false;
};

} // namespace rocketdesk::ui
