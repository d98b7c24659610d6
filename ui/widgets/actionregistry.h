// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>

namespace rocketdesk::ui {

class Settings;

/// An action is written once; menus, context menus, buttons and the palette find it here.
struct ActionSpec {
    QString id; ///< "topics.create"; names its shortcut in the settings
    QString text; ///< with an ellipsis when more will be asked
    Icon icon = Icon::None;
    QKeySequence shortcut = {};
    Tone tone = Tone::Normal; ///< Error for what deletes
    QString menu = {}; ///< of the full menu: the menu's name; empty keeps it out of there
    bool inPalette = true;
};

/// The actions of a window, or of one connection with those of its window above it.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    ActionRegistry(Theme &theme, Settings &settings, ActionRegistry *above = nullptr, QObject *parent = nullptr);

    /// `owner` is the widget in which the shortcut works, with its children; the action dies with it.
    QAction *add(const ActionSpec &spec, QWidget &owner, std::function<void()> run);
    [[nodiscard]] QAction *action(const QString &id) const; ///< null where there is none
    [[nodiscard]] QList<QAction *> actions() const; ///< own ones, then those above
    [[nodiscard]] static ActionSpec spec(const QAction &action);
    /// Disabled actions stay in sight; this says why. Empty enables.
    static void setForbidden(QAction &action, const QString &why);
    [[nodiscard]] static QString forbidden(const QAction &action);
    void setShortcut(QAction &action, const QKeySequence &shortcut); ///< and remembers it

private:
    void dress(QAction &action) const;

    Theme &m_theme;
    Settings &m_settings;
    ActionRegistry *m_above;
    QList<QAction *> m_actions;
};

} // namespace rocketdesk::ui
