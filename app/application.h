// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/connections.h"
#include "app/portalsettings.h"
#include "client/profile/places.h"
#include "client/profile/profilestore.h"
#include "ui/settings/settings.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/desktopappearance.h"
#include "ui/theme/theme.h"

#include <QTranslator>

#include <memory>

class QApplication;

namespace rocketdesk::app {

/// Puts the console together: places, settings, theme, language, profiles, window.
class Application final : public QObject
{
    Q_OBJECT

public:
    Application(QApplication &application, const Places &places);
    ~Application() override;

    [[nodiscard]] ui::Settings &settings() { return m_settings; }
    [[nodiscard]] ProfileStore &profiles() { return m_profiles; }
    [[nodiscard]] Connections &connections() { return m_connections; }
    [[nodiscard]] ui::Theme &theme() { return *m_theme; }
    /// A window with everything that this build can do.
    [[nodiscard]] std::unique_ptr<ui::MainWindow> makeWindow();
    /// The program's own window, made on the first call. It is made anew when another language is chosen.
    [[nodiscard]] ui::MainWindow &window();
    /// `en`, `zh_CN`, or empty for the desktop's. Windows made afterwards speak it.
    void setLanguage(const QString &language);

private:
    void followSettings(const QString &key);
    void renewWindow();
    ui::ConnectionDialog *editConnection(const QString &profileId, QWidget *parent);

    QApplication &m_application;
    Places m_places;
    ui::Settings m_settings;
    ProfileStore m_profiles;
    Connections m_connections;
    PortalSettings m_desktop;
    ui::DesktopAppearance m_appearance;
    std::unique_ptr<ui::Theme> m_theme;
    QString m_language; ///< of the windows that are made now
    QTranslator m_translator;
    QTranslator m_qtTranslator;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace rocketdesk::app
