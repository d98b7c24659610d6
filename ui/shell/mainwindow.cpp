// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/mainwindow.h"

#include "client/profile/profilestore.h"
#include "ui/common/runningcalls.h"
#include "ui/common/words.h"
#include "ui/settings/settings.h"
#include "ui/shell/closingquestion.h"
#include "ui/shell/connectionstatus.h"
#include "ui/shell/connectiontabs.h"
#include "ui/shell/palette.h"
#include "ui/shell/rail.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/shell/welcomepage.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/notice.h"

#include <QApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr int railNarrowBelow = 1280;

QString windowGroup()
{
    return QStringLiteral("window");
}

} // namespace

MainWindow::MainWindow(ShellServices services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_actions(new ActionRegistry(m_services.theme, m_services.settings, nullptr, this))
{
    setWindowTitle(QStringLiteral("Rocketdesk"));
    layOut();
    addActions();
    addPageActions();
    connectParts();
    menuBar()->setVisible(m_services.settings.get(setting::menuPinned));
    m_welcome->setAvailable(bool(m_services.openSandbox), bool(m_services.editConnection), bool(m_services.importConnections));
    resize(1440, 900);
    setMinimumSize(800, 560);
    qApp->installEventFilter(this); // for the end of the desktop's session
    showConnection(-1);
}

void MainWindow::layOut()
{
    Theme &theme = m_services.theme;
    auto *central = new QWidget(this);
    m_top = new TopBar(theme, central);
    m_strip = new EnvironmentStrip(theme, central);
    m_stack = new QStackedWidget(central);
    m_welcome = new WelcomePage(theme, m_services.profiles, m_services.settings, m_stack);
    m_status = new StatusLine(theme, central);
    m_stack->addWidget(m_welcome);
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget *part : {static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_strip)})
        column->addWidget(part);
    column->addWidget(m_stack, 1);
    column->addWidget(makeLine(theme, Qt::Horizontal, central)); // black on black, the regions would run together in high contrast
    column->addWidget(m_status);
    setCentralWidget(central);
    m_palette = new Palette(theme, central);
}

void MainWindow::connectParts()
{
    auto *menu = new QMenu(this);
    m_top->menuButton().setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(*menu); });
    connect(&m_top->tabs(), &QTabBar::currentChanged, this, &MainWindow::showConnection);
    connect(&m_top->tabs(), &QTabBar::tabCloseRequested, this, &MainWindow::closeConnection);
    connect(m_top, &TopBar::newConnectionRequested, this, [this] { openEditor({}); });
    connect(m_top, &TopBar::paletteRequested, this, [this] { openPalette(); });
    connect(m_top, &TopBar::themeRequested, this, &MainWindow::turnTheme);
    connect(m_welcome, &WelcomePage::openRequested, this, &MainWindow::openProfile);
    connect(m_welcome, &WelcomePage::editRequested, this, &MainWindow::openEditor);
    connect(m_welcome, &WelcomePage::sandboxRequested, this, &MainWindow::openSandbox);
    connect(m_welcome, &WelcomePage::shortcutsRequested, this, [this] { openPalette(QStringLiteral(">")); });
    connect(m_welcome, &WelcomePage::importRequested, this, [this] {
        if (m_services.importConnections)
            m_services.importConnections(this);
    });
    connect(m_status, &StatusLine::callsClicked, this, [this] {
        if (currentConnection())
            currentConnection()->go({QStringLiteral("calllog"), {}, {{QStringLiteral("show"), QStringLiteral("running")}}});
    });
    connect(m_palette, &Palette::targetChosen, this, [this](const Target &target) {
        if (currentConnection())
            currentConnection()->go(target);
    });
}

MainWindow::~MainWindow()
{
    // tabs and status line look at connections: they let go first
    m_top->tabs().blockSignals(true);
    m_status->setConnection(nullptr, nullptr);
    while (m_top->tabs().count() > 0)
        m_top->tabs().removeConnection(0);
}

ConnectionView *MainWindow::currentConnection() const
{
    return qobject_cast<ConnectionView *>(m_stack->currentWidget());
}

bool MainWindow::showOpen(const QString &profileId)
{
    for (int i = 1; i < m_stack->count(); ++i) {
        if (qobject_cast<ConnectionView *>(m_stack->widget(i))->profileId() != profileId)
            continue;
        m_top->tabs().setCurrentIndex(i - 1);
        return true;
    }
    return false;
}

void MainWindow::openProfile(const QString &profileId)
{
    if (profileId == QLatin1StringView(sandboxProfileId))
        return openSandbox();
    const Profile *profile = m_services.profiles.byId(profileId);
    if (!profile || !m_services.open || m_opening.contains(profileId) || showOpen(profileId))
        return;
    m_opening << profileId;
    whenDone(m_services.open(*profile), this, [this, profileId, name = profile->name](Result<OpenedConnection> opened) {
        m_opening.removeAll(profileId);
        if (!opened)
            return showNotice(m_services.theme, tr("%1 was not opened").arg(name), words(opened.error()).line(), this);
        m_welcome->noteOpened(profileId, QDateTime::currentMSecsSinceEpoch());
        addConnection(std::move(*opened));
    });
}

ConnectionView *MainWindow::addConnection(OpenedConnection connection)
{
    auto *view = new ConnectionView(m_services.theme, m_services.settings, *m_actions, m_services.pages, std::move(connection), m_stack);
    m_stack->addWidget(view);
    connect(view, &ConnectionView::settingsRequested, this, &MainWindow::openSettings);
    connect(view, &ConnectionView::testRequested, this, [this, view] {
        if (m_services.testConnection)
            m_services.testConnection(view->profileId(), this);
    });
    connect(view, &ConnectionView::statusTextChanged, this, [this, view](const QString &text) {
        if (view == currentConnection())
            m_status->setPageText(text);
    });
    // the stack's first widget is the welcome page: a tab's view is one behind
    m_top->tabs().setCurrentIndex(m_top->tabs().addConnection(view->status()));
    showConnection(m_top->tabs().currentIndex());
    if (!m_palette->isVisible())
        view->rail().setFocus(); // until its page has something to show, the focus is not to fall on any button
    rememberOpen();
    return view;
}

QList<ConnectionView *> MainWindow::connections() const
{
    QList<ConnectionView *> views;
    for (int i = 1; i < m_stack->count(); ++i)
        views << qobject_cast<ConnectionView *>(m_stack->widget(i));
    return views;
}

void MainWindow::closeConnection(int index)
{
    if (auto *view = connections().value(index))
        askBefore(tr("Close %1").arg(view->status().name()), {view}, [this, view] { dropConnection(view); });
}

void MainWindow::askBefore(const QString &title, const QList<ConnectionView *> &views, std::function<void()> close)
{
    if (ClosingQuestion::writingOf(views).isEmpty())
        return close();
    auto *question = new ClosingQuestion(m_services.theme, title, views, this);
    connect(question, &ClosingQuestion::verbPressed, this, [question, close = std::move(close)] {
        question->accept();
        close();
    });
    question->open();
}

void MainWindow::dropConnection(ConnectionView *view)
{
    const int index = m_stack->indexOf(view) - 1;
    m_closed << view->profileId();
    m_status->setConnection(nullptr, nullptr);
    m_stack->removeWidget(view);
    m_top->tabs().removeConnection(index);
    view->deleteLater();
    showConnection(m_top->tabs().currentIndex());
    rememberOpen();
}

void MainWindow::showConnection(int index)
{
    for (int i = 1; i < m_stack->count(); ++i)
        qobject_cast<ConnectionView *>(m_stack->widget(i))->setActive(i == index + 1 && !isMinimized());
    const bool open = index >= 0 && index + 1 < m_stack->count();
    m_stack->setCurrentIndex(open ? index + 1 : 0);
    m_top->showName(!open);
    forbidWhatCannotBe();
    ConnectionView *view = currentConnection();
    m_status->setConnection(view ? &view->status() : nullptr, view ? &view->running() : nullptr);
    if (!view) {
        m_strip->setNone();
        m_welcome->setFocus();
        setWindowTitle(QStringLiteral("Rocketdesk"));
        return;
    }
    m_strip->setEnvironment(view->status().environment());
    m_status->setPageText(view->currentPage() ? view->currentPage()->statusText() : QString());
    setWindowTitle(QStringLiteral("%1 (%2) - Rocketdesk").arg(view->status().name(), environmentWord(view->status().environment())));
    applyRail();
}

void MainWindow::openSandbox()
{
    if (!m_services.openSandbox || showOpen(QString::fromLatin1(sandboxProfileId)))
        return;
    if (OpenedConnection opened = m_services.openSandbox(); opened.client)
        addConnection(std::move(opened));
}

void MainWindow::openEditor(const QString &profileId)
{
    if (m_services.editConnection)
        m_services.editConnection(profileId, this);
}

SettingsDialog *MainWindow::openSettings()
{
    auto *dialog = new SettingsDialog(m_services.theme, m_services.settings, this);
    dialog->open();
    return dialog;
}

void MainWindow::reopen()
{
    if (!m_closed.isEmpty())
        openProfile(m_closed.takeLast());
    forbidWhatCannotBe();
}

void MainWindow::rememberOpen()
{
    QStringList ids;
    for (const ConnectionView *view : connections())
        ids << view->profileId();
    m_services.settings.remember(windowGroup(), QStringLiteral("open"), ids.join(u'\n').toUtf8());
}

void MainWindow::restoreSession()
{
    restoreGeometry(m_services.settings.remembered(windowGroup(), QStringLiteral("geometry")));
    const QStringList ids = QString::fromUtf8(m_services.settings.remembered(windowGroup(), QStringLiteral("open"))).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &id : ids)
        openProfile(id);
}

void MainWindow::goOnFrom(const MainWindow &before)
{
    restoreGeometry(before.saveGeometry());
    for (const ConnectionView *view : before.connections()) {
        if (view->profileId() == QLatin1StringView(sandboxProfileId))
            view->status().setName(sandboxName());
        addConnection(view->connection())->goOnFrom(*view);
    }
    m_closed = before.m_closed;
    forbidWhatCannotBe();
    m_top->tabs().setCurrentIndex(before.m_top->tabs().currentIndex());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_asks && !ClosingQuestion::writingOf(connections()).isEmpty()) {
        event->ignore();
        return askBefore(tr("Close Rocketdesk"), connections(), [this] {
            m_asks = false;
            close();
        });
    }
    m_services.settings.remember(windowGroup(), QStringLiteral("geometry"), saveGeometry());
    QMainWindow::closeEvent(event);
}

/// The desktop's session ends, and waits for nobody's answer.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Quit && watched == qApp)
        m_asks = false;
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    applyRail();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && currentConnection())
        currentConnection()->setActive(!isMinimized());
}

void MainWindow::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Alt && event->modifiers() == Qt::NoModifier && !m_services.settings.get(setting::menuPinned))
        menuBar()->setVisible(!menuBar()->isVisible());
    QMainWindow::keyReleaseEvent(event);
}

void MainWindow::applyRail()
{
    if (ConnectionView *view = currentConnection())
        view->setNarrow(width() < railNarrowBelow || m_services.settings.get(setting::railNarrow));
}

} // namespace rocketdesk::ui
