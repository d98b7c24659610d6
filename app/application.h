// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/connections.h"
#include "client/profile/places.h"
#include "client/profile/profilestore.h"
#include "ui/settings/settings.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/appearance.h"
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
    [[nodiscard]] const ProfileStore &profiles() const { return m_profiles; }
    [[nodiscard]] ui::Theme &theme() { return *m_theme; }
    /// A window with everything that this build can do.
    [[nodiscard]] std::unique_ptr<ui::MainWindow> makeWindow();
    /// `en`, `zh_CN`, or empty for the desktop's. Windows made afterwards speak it.
    void setLanguage(const QString &language);

private:
    void followSettings(const QString &key);
    void editConnection(const QString &profileId, QWidget *parent);

    QApplication &m_application;
    Places m_places;
    ui::Settings m_settings;
    ProfileStore m_profiles;
    Connections m_connections;
    std::unique_ptr<ui::Appearance> m_appearance;
    std::unique_ptr<ui::Theme> m_theme;
    QTranslator m_translator;
    QTranslator m_qtTranslator;
};

} // namespace rocketdesk::app
