// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QAbstractButton;
class QBoxLayout;
class QListView;

namespace rocketdesk {
class ProfileStore;
}

namespace rocketdesk::ui {

class ProfileListModel;
class Settings;

/// What the window shows without a connection: the saved connections, and the first steps.
class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    WelcomePage(Theme &theme, ProfileStore &profiles, Settings &settings, QWidget *parent = nullptr);

    /// What this build can do; the rest stays in sight, disabled.
    void setAvailable(bool sandbox, bool editor, bool import);
    /// It is said beside the connection when that was.
    void noteOpened(const QString &profileId, qint64 atMs);

Q_SIGNALS:
    void openRequested(const QString &profileId);
    void editRequested(const QString &profileId); ///< empty: a new one
    void sandboxRequested();
    void importRequested();
    void shortcutsRequested();

private:
    [[nodiscard]] QWidget *makeConnections();
    void makeList(QWidget *side);
    [[nodiscard]] QWidget *makeSteps();
    void addStep(QBoxLayout &column, Icon icon, Role role, const QString &title, const QString &text, QWidget *button);
    void showMenu(const QPoint &at);
    void resizeEvent(QResizeEvent *event) override;

    Theme &m_theme;
    ProfileStore &m_profiles;
    ProfileListModel *m_model;
    QListView *m_list = nullptr;
    QBoxLayout *m_row;
    QList<QAbstractButton *> m_sandboxButtons;
    QList<QAbstractButton *> m_editButtons;
    QList<QAbstractButton *> m_importButtons;
};

} // namespace rocketdesk::ui
