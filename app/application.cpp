// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"

#include "ui/shell/connectiondialog.h"
#include "ui/shell/profilefiles.h"
#include "ui/shell/settingsdialog.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPalette>

namespace rocketdesk::app {

namespace {

ui::Theme::Choice themeNamed(const QString &name)
{
    static const QHash<QString, ui::Theme::Choice> choices = {
        {QStringLiteral("light"), ui::Theme::Choice::Light},
        {QStringLiteral("dark"), ui::Theme::Choice::Dark},
        {QStringLiteral("contrast"), ui::Theme::Choice::HighContrast},
    };
    return choices.value(name, ui::Theme::Choice::System);
}

QString languageOf(const QString &chosen)
{
    if (!chosen.isEmpty())
        return chosen;
    return QLocale::system().language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

} // namespace

Application::Application(QApplication &application, const Places &places)
    : m_application(application)
    , m_places(places)
    , m_settings(places.settingsFile())
    , m_profiles(places.profilesFile())
    , m_desktop(KeychainSecretStore::hasSessionBus())
    , m_appearance(m_desktop, QPalette().color(QPalette::Window).rgb())
    , m_theme(std::make_unique<ui::Theme>(m_appearance))
{
    for (const char *key : {ui::setting::theme.key, ui::setting::textScale.key, ui::setting::comfortableRows.key})
        followSettings(QLatin1StringView(key));
    connect(&m_settings, &ui::Settings::changed, this, &Application::followSettings);
    m_theme->apply(application);
    setLanguage(m_settings.get(ui::setting::language));
    // a file that can't be read leaves the store with what could be; the welcome page shows that
    (void)m_profiles.load();
}

Application::~Application() = default;

void Application::followSettings(const QString &key)
{
    if (key == QLatin1StringView(ui::setting::theme.key))
        m_theme->setChoice(themeNamed(m_settings.get(ui::setting::theme)));
    else if (key == QLatin1StringView(ui::setting::textScale.key))
        m_theme->setTextScale(m_settings.get(ui::setting::textScale));
    else if (key == QLatin1StringView(ui::setting::comfortableRows.key))
        m_theme->setComfortableRows(m_settings.get(ui::setting::comfortableRows));
    else if (key == QLatin1StringView(ui::setting::language.key) && languageOf(m_settings.get(ui::setting::language)) != m_language)
        // later: the choice comes from a dialog of the window that goes
        QMetaObject::invokeMethod(this, &Application::renewWindow, Qt::QueuedConnection);
}

void Application::renewWindow()
{
    setLanguage(m_settings.get(ui::setting::language));
    if (!m_window)
        return;
    auto next = makeWindow();
    next->goOnFrom(*m_window);
    next->show(); // before the old one goes: without a window the program would end
    m_window = std::move(next);
    m_window->openSettings()->focusOn(QLatin1StringView(ui::setting::language.key)); // where the user was
}

ui::MainWindow &Application::window()
{
    if (!m_window)
        m_window = makeWindow();
    return *m_window;
}

void Application::setLanguage(const QString &language)
{
    const QString wanted = languageOf(language);
    m_language = wanted;
    QApplication::removeTranslator(&m_translator);
    QApplication::removeTranslator(&m_qtTranslator);
    if (m_qtTranslator.load(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&m_qtTranslator);
    if (m_translator.load(QStringLiteral(":/i18n/rocketdesk_%1.qm").arg(wanted)))
        QApplication::installTranslator(&m_translator);
    QLocale::setDefault(wanted == QStringLiteral("zh_CN") ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedStates));
}

std::unique_ptr<ui::MainWindow> Application::makeWindow()
{
    ui::ShellServices services{*m_theme, m_settings, m_profiles, ui::allPages(), {}, {}, {}, {}};
    services.open = [this](const Profile &profile) { return m_connections.open(profile); };
    services.openSandbox = [this] { return m_connections.openSandbox(); };
    services.editConnection = [this](const QString &id, QWidget *parent) { editConnection(id, parent); };
    services.testConnection = [this](const QString &id, QWidget *parent) { editConnection(id, parent)->testWhenReady(); };
    services.importConnections = [this](QWidget *parent) { ui::importProfiles(*m_theme, m_profiles, parent); };
    return std::make_unique<ui::MainWindow>(std::move(services));
}

ui::ConnectionDialog *Application::editConnection(const QString &profileId, QWidget *parent)
{
    const auto test = [this](const ui::ConnectionEditing::Trial &trial, const QObject *context, ui::ConnectionEditing::Seen seen, std::function<void(bool)> ended) {
        return m_connections.test(trial, context, std::move(seen), std::move(ended));
    };
    auto *dialog = new ui::ConnectionDialog({*m_theme, m_settings, m_profiles, m_connections.secrets(), test}, profileId, parent);
    if (auto *window = qobject_cast<ui::MainWindow *>(parent))
        connect(dialog, &ui::ConnectionDialog::connectRequested, window, &ui::MainWindow::openProfile);
    dialog->open();
    return dialog;
}

} // namespace rocketdesk::app
