// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/profile/profilestore.h"
#include "ui/settings/settings.h"
#include "ui/shell/connectionstatus.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/appearance.h"

#include <QTemporaryDir>

namespace rocketdesk::tests {

/// What a window needs, and connections that ask nobody.
class WindowFixture
{
protected:
    [[nodiscard]] std::unique_ptr<ui::MainWindow> windowWith(std::vector<ui::PageEntry> pages)
    {
        return std::make_unique<ui::MainWindow>(ui::ShellServices{m_theme, m_settings, m_profiles, std::move(pages), {}, {}, {}, {}});
    }
    ui::ConnectionView *open(const QString &name)
    {
        return m_window->addConnection({name, nullptr, std::make_shared<ui::ConnectionStatus>(name, ui::Environment::Local, false)});
    }

    QTemporaryDir m_folder;
    ui::GivenAppearance m_desktop;
    ui::Settings m_settings{m_folder.filePath(QStringLiteral("settings.ini"))};
    ProfileStore m_profiles{m_folder.filePath(QStringLiteral("profiles.json"))};
    ui::Theme m_theme{m_desktop};
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace rocketdesk::tests
