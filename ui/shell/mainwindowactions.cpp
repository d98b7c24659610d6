// SPDX-License-Identifier: Apache-2.0
// The window's own actions, its menu, and what the palette finds.
#include "client/profile/profilestore.h"
#include "client/protocol/names.h"
#include "ui/common/runningcalls.h"
#include "ui/settings/settings.h"
#include "ui/shell/connectionstatus.h"
#include "ui/shell/connectiontabs.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palette.h"
#include "ui/shell/rail.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/actionregistry.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>

namespace rocketdesk::ui {

void MainWindow::addActions()
{
    struct Line {
        const char *id;
        QString menu;
        QString text;
        Icon icon;
        QKeySequence keys;
        std::function<void()> run;
    };
    const QString connection = tr("Connection");
    const QString view = tr("View");
    const QString go = tr("Go");
    const Line lines[] = {
        {"connection.new", connection, tr("New connection…"), Icon::Add, QKeySequence(Qt::CTRL | Qt::Key_N), [this] { openEditor({}); }},
        {"connection.close", connection, tr("Close connection"), Icon::Close, QKeySequence(Qt::CTRL | Qt::Key_W), [this] { closeConnection(m_top->tabs().currentIndex()); }},
        {"connection.reopen", connection, tr("Reopen closed connection"), Icon::Undo, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), [this] { reopen(); }},
        {"connection.next", connection, tr("Next connection"), Icon::None, QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] { turnTab(1); }},
        {"connection.previous", connection, tr("Previous connection"), Icon::None, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), [this] { turnTab(-1); }},
        {"window.settings", connection, tr("Settings…"), Icon::Settings, QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { openSettings(); }},
        {"window.quit", connection, tr("Quit"), Icon::None, QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); }},
        {"page.refresh", view, tr("Refresh"), Icon::Refresh, QKeySequence(Qt::Key_F5), [this] { onPage(&Page::refresh); }},
        {"page.automatic", view, tr("Refresh automatically"), Icon::Clock, QKeySequence(Qt::SHIFT | Qt::Key_F5), [this] { onPage(&Page::toggleAutomaticRefresh); }},
        {"page.cancel", view, tr("Cancel running calls"), Icon::Stop, QKeySequence(Qt::CTRL | Qt::Key_Period), [this] { onPage(&Page::cancelRunning); }},
        {"page.filter", view, tr("Filter"), Icon::Filter, QKeySequence(Qt::CTRL | Qt::Key_F), [this] { onPage(&Page::focusFilter); }},
        {"page.export", view, tr("Export the table…"), Icon::Export, QKeySequence(Qt::CTRL | Qt::Key_E), [this] { onPage(&Page::exportMainTable); }},
        {"page.dock", view, tr("Show or hide the detail"), Icon::None, QKeySequence(Qt::CTRL | Qt::Key_J), [this] { onPage(&Page::toggleDock); }},
        {"window.rail", view, tr("Narrow or wide page list"), Icon::None, QKeySequence(Qt::CTRL | Qt::Key_B),
            [this] {
                m_services.settings.set(setting::railNarrow, !m_services.settings.get(setting::railNarrow));
                applyRail();
            }},
        {"window.theme", view, tr("Light or dark"), Icon::Theme, {}, [this] { turnTheme(); }},
        {"window.palette", go, tr("Search everything…"), Icon::Search, QKeySequence(Qt::CTRL | Qt::Key_K), [this] { openPalette(); }},
        {"page.back", go, tr("Back"), Icon::Back, QKeySequence(Qt::ALT | Qt::Key_Left), [this] { onConnection(&ConnectionView::goBack); }},
        {"page.forward", go, tr("Forward"), Icon::Forward, QKeySequence(Qt::ALT | Qt::Key_Right), [this] { onConnection(&ConnectionView::goForward); }},
        {"window.region", go, tr("Next region"), Icon::None, QKeySequence(Qt::Key_F6), [this] { moveRegion(1); }},
        {"window.regionBack", go, tr("Previous region"), Icon::None, QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { moveRegion(-1); }},
    };
    for (const Line &line : lines)
        m_actions->add({.id = QLatin1StringView(line.id), .text = line.text, .icon = line.icon, .shortcut = line.keys, .menu = line.menu}, *this, line.run);
    for (const QString &name : {connection, view, go})
        addMenu(name);
}

void MainWindow::addMenu(const QString &name)
{
    QMenu *menu = menuBar()->addMenu(name);
    for (QAction *action : m_actions->actions()) {
        if (ActionRegistry::spec(*action).menu == name)
            menu->addAction(action);
    }
}

void MainWindow::addPageActions()
{
    for (int i = 0; i < static_cast<int>(m_services.pages.size()); ++i) {
        const PageEntry &entry = m_services.pages[static_cast<std::size_t>(i)];
        const QKeySequence keys = i < 10 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + (i + 1) % 10)) : QKeySequence();
        m_actions->add({.id = QStringLiteral("go.") + entry.id, .text = entry.title, .icon = entry.icon, .shortcut = keys, .menu = tr("Go"), .inPalette = false}, *this, [this, i] {
            if (currentConnection())
                currentConnection()->goToPage(i);
        });
    }
}

void MainWindow::forbidWhatCannotBe()
{
    const auto forbid = [this](const char *id, bool possible, const QString &why) { ActionRegistry::setForbidden(*m_actions->action(QLatin1StringView(id)), possible ? QString() : why); };
    for (const char *id : {"connection.close", "page.refresh", "page.automatic", "page.cancel", "page.filter", "page.export", "page.dock", "page.back", "page.forward"})
        forbid(id, currentConnection(), tr("No connection open"));
    for (const char *id : {"connection.next", "connection.previous"})
        forbid(id, m_top->tabs().count() > 1, tr("No other connection is open"));
    forbid("connection.reopen", !m_closed.isEmpty(), tr("No connection was closed"));
}

void MainWindow::onConnection(void (ConnectionView::*what)())
{
    if (currentConnection())
        (currentConnection()->*what)();
}

void MainWindow::onPage(void (Page::*what)())
{
    Page *page = currentConnection() ? currentConnection()->currentPage() : nullptr;
    if (page)
        (page->*what)();
}

void MainWindow::fillMenu(QMenu &menu)
{
    menu.clear();
    const QList<QAction *> actions = currentConnection() ? currentConnection()->actions().actions() : m_actions->actions();
    for (const QString &name : menuNames(actions)) {
        QMenu *part = menu.addMenu(name);
        part->setToolTipsVisible(true);
        for (QAction *action : actions) {
            if (ActionRegistry::spec(*action).menu == name)
                part->addAction(action);
        }
    }
}

/// The window's own first, then those of pages as the rail has them: not as they were opened.
QStringList MainWindow::menuNames(const QList<QAction *> &actions) const
{
    QStringList names;
    const auto add = [&names](const QList<QAction *> &from, const QString &ids) {
        for (const QAction *action : from) {
            const ActionSpec spec = ActionRegistry::spec(*action);
            if (spec.id.startsWith(ids) && !spec.menu.isEmpty() && !names.contains(spec.menu))
                names << spec.menu;
        }
    };
    add(m_actions->actions(), {});
    for (const PageEntry &page : m_services.pages)
        add(actions, page.id + u'.');
    add(actions, {});
    return names;
}

void MainWindow::turnTab(int step)
{
    const int count = m_top->tabs().count();
    if (count > 1)
        m_top->tabs().setCurrentIndex((m_top->tabs().currentIndex() + step + count) % count);
}

void MainWindow::moveRegion(int step)
{
    ConnectionView *view = currentConnection();
    if (!view)
        return;
    const QList<QWidget *> regions = {&view->rail(), view->currentPage(), &m_top->tabs()};
    qsizetype at = -1;
    for (qsizetype i = 0; i < regions.size(); ++i) {
        if (regions.at(i) && (regions.at(i) == focusWidget() || regions.at(i)->isAncestorOf(focusWidget())))
            at = i;
    }
    QWidget *next = regions.at((at + step + regions.size()) % regions.size());
    if (next && next == view->currentPage()) {
        if (view->currentPage()->focusContent())
            return;
        next = next->nextInFocusChain();
    }
    if (next)
        next->setFocus(Qt::TabFocusReason);
}

void MainWindow::turnTheme()
{
    const bool dark = m_services.theme.scheme() != Scheme::Light;
    m_services.settings.set(setting::theme, dark ? QStringLiteral("light") : QStringLiteral("dark"));
}

namespace {

/// With the sign of its kind, as the topics' table has it.
PaletteItem topicItem(const QString &topic)
{
    const bool retry = protocol::isRetryTopic(topic);
    const bool dead = protocol::isDeadLetterTopic(topic);
    const bool system = protocol::isSystemTopic(topic);
    const Icon icon = retry ? Icon::Retry : dead ? Icon::DeadLetter : system ? Icon::Settings : Icon::Topic;
    return {PaletteItem::Section::Topics, topic, {}, icon, Tone::Normal, {}, {}, nullptr, {QStringLiteral("topics"), topic, {}}, !retry && !dead && !system};
}

} // namespace

QList<PaletteItem> MainWindow::paletteItems() const
{
    QList<PaletteItem> items;
    const QList<QAction *> actions = currentConnection() ? currentConnection()->actions().actions() : m_actions->actions();
    for (QAction *action : actions) {
        const ActionSpec spec = ActionRegistry::spec(*action);
        if (!spec.inPalette || spec.id == QStringLiteral("window.palette"))
            continue;
        const QString why = action->isEnabled() ? QString() : ActionRegistry::forbidden(*action).isEmpty() ? tr("not possible now") : ActionRegistry::forbidden(*action);
        items.append({PaletteItem::Section::Actions, spec.text, spec.menu, spec.icon, spec.tone, action->shortcut().toString(QKeySequence::NativeText), why, action, {}});
    }
    for (const PageEntry &entry : m_services.pages) {
        const QString why = currentConnection() ? QString() : tr("No connection open");
        const QAction *action = m_actions->action(QStringLiteral("go.") + entry.id);
        items.append({PaletteItem::Section::Pages, entry.title, {}, entry.icon, Tone::Normal, action ? action->shortcut().toString(QKeySequence::NativeText) : QString(), why, nullptr, {entry.id, {}, {}}});
    }
    if (const ConnectionView *view = currentConnection()) {
        for (const QString &topic : view->topics())
            items.append(topicItem(topic));
    }
    return items;
}

void MainWindow::openPalette(const QString &text)
{
    if (currentConnection())
        currentConnection()->readTopics();
    QList<PaletteItem> items = paletteItems();
    for (const Profile &profile : m_services.profiles.profiles()) {
        auto *action = new QAction(profile.name, m_palette);
        connect(action, &QAction::triggered, this, [this, id = profile.id] { openProfile(id); });
        connect(m_palette, &Palette::closed, action, &QObject::deleteLater);
        items.append({PaletteItem::Section::Connections, profile.name, environmentWord(static_cast<Environment>(profile.environment)), Icon::Plug, Tone::Normal, {}, {}, action, {}});
    }
    m_palette->open(items, text);
}

} // namespace rocketdesk::ui
