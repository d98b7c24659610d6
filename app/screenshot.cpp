// SPDX-License-Identifier: Apache-2.0
#include "app/screenshot.h"

#include "app/application.h"
#include "ui/pages/registry.h"

#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QTextStream>
#include <QTimer>

namespace rocketdesk::app {

namespace {

constexpr int checkEveryMs = 50;
constexpr int settleMs = 250; // fonts and layouts; a spinner has appeared by then
constexpr int longestMs = 5000;

/// States of the window itself: page, state.
const QList<ui::PageScene> &windowScenes()
{
    static const QList<ui::PageScene> scenes = {
        {QStringLiteral("welcome"), QStringLiteral("ready")},
        {QStringLiteral("palette"), QStringLiteral("ready")},
        {QStringLiteral("settings"), QStringLiteral("ready")},
        {QStringLiteral("connection"), QStringLiteral("ready")},
    };
    return scenes;
}

bool isWindowScene(const Scene &scene)
{
    return std::any_of(windowScenes().cbegin(), windowScenes().cend(), [&scene](const auto &each) { return each.page == scene.page; });
}

} // namespace

QString Scene::fileName() const
{
    return QStringLiteral("%1-%2-%3-%4-%5x%6.png").arg(page, state, theme, language).arg(size.width()).arg(size.height());
}

QList<Scene> allScenes()
{
    QList<ui::PageScene> pages = windowScenes();
    for (const ui::PageScene &scene : ui::allScenes())
        pages << scene;
    QList<Scene> scenes;
    for (const ui::PageScene &page : std::as_const(pages)) {
        for (const auto &theme : {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")}) {
            for (const auto &language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
                for (const QSize size : {QSize(1440, 900), QSize(1024, 700)})
                    scenes.append({page.page, page.state, theme, language, size});
            }
        }
    }
    return scenes;
}

Screenshots::Screenshots(Application &application, QString folder, QList<Scene> scenes, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_folder(std::move(folder))
    , m_scenes(std::move(scenes))
{
}

Screenshots::~Screenshots() = default;

void Screenshots::start()
{
    QDir().mkpath(m_folder);
    next();
}

void Screenshots::next()
{
    m_window.reset();
    if (++m_at >= m_scenes.size()) {
        Q_EMIT finished(m_failures);
        return;
    }
    const Scene &scene = m_scenes.at(m_at);
    m_application.setLanguage(scene.language);
    m_application.settings().set(ui::setting::theme, scene.theme);
    m_window = m_application.makeWindow();
    if (!isWindowScene(scene) || scene.page == QStringLiteral("palette"))
        m_window->openSandbox();
    m_window->resize(scene.size);
    m_window->show();
    m_waited = 0;
    if (scene.page == QStringLiteral("palette"))
        m_window->openPalette(QStringLiteral("re"));
    else if (scene.page == QStringLiteral("settings"))
        m_window->openSettings();
    else if (scene.page == QStringLiteral("connection"))
        m_window->openEditor({});
    else if (!isWindowScene(scene) && m_window->currentConnection()) {
        m_window->currentConnection()->go({scene.page, {}, {}, false});
        if (ui::Page *page = m_window->currentConnection()->page(scene.page); page && !page->prepareScene(scene.state))
            m_waited = longestMs; // unknown to the page: fails at once
    }
    QTimer::singleShot(settleMs, this, &Screenshots::check);
}

bool Screenshots::reached() const
{
    const Scene &scene = m_scenes.at(m_at);
    if (isWindowScene(scene))
        return true;
    ui::ConnectionView *connection = m_window->currentConnection();
    const ui::Page *page = connection ? connection->page(scene.page) : nullptr;
    return page && page->sceneReached(scene.state);
}

void Screenshots::check()
{
    const bool there = m_waited < longestMs && reached();
    m_waited += checkEveryMs;
    if (!there && m_waited < longestMs) {
        QTimer::singleShot(checkEveryMs, this, &Screenshots::check);
        return;
    }
    if (!there) {
        ++m_failures;
        QTextStream(stderr) << m_scenes.at(m_at).fileName() << ": did not reach its state within 5 s\n";
    }
    take();
    next();
}

void Screenshots::take()
{
    QImage picture(m_window->size() * m_window->devicePixelRatioF(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(m_window->devicePixelRatioF());
    m_window->render(&picture);
    const auto dialogs = m_window->findChildren<QDialog *>(QString(), Qt::FindDirectChildrenOnly);
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        QPainter(&picture).fillRect(m_window->rect(), m_application.theme().color(ui::Role::Shade));
        dialog->render(&picture, QPoint((m_window->width() - dialog->width()) / 2, (m_window->height() - dialog->height()) / 2));
    }
    picture.save(QDir(m_folder).filePath(m_scenes.at(m_at).fileName()));
}

} // namespace rocketdesk::app
