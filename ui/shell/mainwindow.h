// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"
#include "ui/shell/connectionview.h"
#include "ui/shell/palettemodel.h"

#include <QMainWindow>

#include <functional>

class QMenu;
class QStackedWidget;

namespace rocketdesk {
class Client;
class ProfileStore;
struct Profile;
}

namespace rocketdesk::ui {

class EnvironmentStrip;
class Palette;
class SettingsDialog;
class StatusLine;
class TopBar;
class WelcomePage;

/// What the window is given. Functions may be empty: what they are for is disabled then, with its reason.
struct ShellServices {
    Theme &theme;
    Settings &settings;
    ProfileStore &profiles;
    std::vector<PageEntry> pages;
    std::function<Pending<OpenedConnection>(const Profile &)> open;
    std::function<OpenedConnection()> openSandbox; ///< without a client where it can't be started
    /// Opens the connection editor for the profile; an empty id is a new one.
    std::function<void(const QString &profileId, QWidget *parent)> editConnection;
    std::function<void(QWidget *parent)> importConnections;
    /// Opens the editor and tests the way to the profile's cluster.
    std::function<void(const QString &profileId, QWidget *parent)> testConnection = {};
};

/// Tabs of connections, each with its pages; palette, menus and status line are the window's.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(ShellServices services, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openProfile(const QString &profileId);
    ConnectionView *addConnection(OpenedConnection connection); ///< and shows it
    void closeConnection(int index); ///< asks first where it writes
    [[nodiscard]] ConnectionView *currentConnection() const; ///< null on the welcome page
    [[nodiscard]] ActionRegistry &actions() const { return *m_actions; }
    [[nodiscard]] WelcomePage &welcome() const { return *m_welcome; }
    void openPalette(const QString &text = {});
    void openSandbox();
    SettingsDialog *openSettings();
    void openEditor(const QString &profileId);
    /// Geometry of the last time; opens what was open then.
    void restoreSession();
    /// Opens what is open in a window that goes: connections live on, and what runs on their pages.
    void goOnFrom(const MainWindow &before);

protected:
    void closeEvent(QCloseEvent *event) override; ///< refused while it is asked whether what is written may end
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;

private:
    void layOut();
    void connectParts();
    void addActions();
    void addPageActions();
    void forbidWhatCannotBe();
    void addMenu(const QString &name);
    void showConnection(int index);
    void dropConnection(ConnectionView *view);
    /// Runs `close`, at once or when the user wants it although the views write.
    void askBefore(const QString &title, const QList<ConnectionView *> &views, std::function<void()> close);
    [[nodiscard]] QList<ConnectionView *> connections() const; ///< in the order of their tabs
    void fillMenu(QMenu &menu);
    [[nodiscard]] QStringList menuNames(const QList<QAction *> &actions) const;
    bool showOpen(const QString &profileId); ///< false where it is not open
    void reopen();
    void turnTab(int step);
    void moveRegion(int step);
    void turnTheme();
    void onPage(void (Page::*what)());
    void onConnection(void (ConnectionView::*what)());
    void rememberOpen();
    void applyRail();
    [[nodiscard]] QList<PaletteItem> paletteItems() const;

    ShellServices m_services;
    ActionRegistry *m_actions;
    TopBar *m_top;
    EnvironmentStrip *m_strip;
    QStackedWidget *m_stack;
    WelcomePage *m_welcome;
    StatusLine *m_status;
    Palette *m_palette;
    QStringList m_opening; ///< profiles whose secrets are being read
    QStringList m_closed; ///< profile ids, the last one closed at the end
    bool m_asks = true; ///< before it closes; not once the user has answered, or the desktop's session ends
};

} // namespace rocketdesk::ui
