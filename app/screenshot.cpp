// SPDX-License-Identifier: Apache-2.0
#include "app/screenshot.h"

#include "app/application.h"
#include "ui/shell/connectionform.h"

#include <QCursor>
#include <QDateTime>
#include <QDialog>
#include <QDir>
#include <QMenu>
#include <QTextStream>
#include <QTimer>

#include <algorithm>

namespace rocketdesk::app {

namespace {

constexpr int checkEveryMs = 50;
constexpr int settleMs = 250; // fonts and layouts
constexpr int loadingMs = 1200; // by then the spinner and its Cancel are there
constexpr int longestMs = 20'000; // a failed page waits for the time-out of its calls, and machines may be slow

const QString welcome = QStringLiteral("welcome");
const QString palette = QStringLiteral("palette");
const QString settings = QStringLiteral("settings");
const QString connection = QStringLiteral("connection");
const QString closing = QStringLiteral("closing");

/// Pages of the window itself.
bool isOfWindow(const QString &page)
{
    return page == welcome || page == palette || page == settings || page == connection || page == closing;
}

QList<ui::PageScene> sceneTable()
{
    QList<ui::PageScene> scenes;
    for (const QString &page : {welcome, palette, settings, connection, closing})
        scenes << ui::PageScene{page, QStringLiteral("ready")};
    for (const QString &page : {welcome, palette, connection})
        scenes << ui::PageScene{page, QStringLiteral("long"), ui::PageScene::Cluster::LongNames};
    for (const ui::PageScene &scene : ui::allScenes())
        scenes << scene;
    return scenes;
}

/// High contrast is for the two pages that have every kind of cell.
bool isWanted(const ui::PageScene &scene, const QString &theme)
{
    return theme != QStringLiteral("contrast") || (scene.state == QStringLiteral("ready") && (scene.page == QStringLiteral("cluster") || scene.page == QStringLiteral("topics")));
}

/// Two brokers, and a time of day that stands: today's, so that times are written as times of today.
sandbox::SandboxOptions pictureCluster(ui::PageScene::Cluster how)
{
    using Cluster = ui::PageScene::Cluster;
    return {.brokers = how == Cluster::Slow ? 4 : 2, .standsAt = QDateTime(QDate::currentDate(), QTime(14, 32, 7, 511)).toMSecsSinceEpoch(), .longNames = how == Cluster::LongNames};
}

/// A connection to the picture's cluster whose name is long as well.
Profile longConnection(const Endpoint &nameServer)
{
    return {.name = QStringLiteral("customer-platform-production-eu-central-1 · Kundenplattform"), .folder = QStringLiteral("Customer platform, Frankfurt and Dublin, all teams and regions"),
        .environment = Profile::Environment::Production, .nameServers = {nameServer}};
}

/// What the welcome page lists.
std::vector<Profile> pictureConnections()
{
    using Environment = Profile::Environment;
    const auto server = [](const char *host) { return Endpoint{QString::fromLatin1(host), 9876}; };
    return {
        {.name = QStringLiteral("docker-compose"), .folder = QStringLiteral("Local"), .nameServers = {server("127.0.0.1")},
            .mappings = {*AddressMapping::parse(QStringLiteral("172.17.0.*"), QStringLiteral("127.0.0.1"))}},
        {.name = QStringLiteral("staging-eu"), .folder = QStringLiteral("Test"), .environment = Environment::Staging, .nameServers = {server("10.20.4.11"), server("10.20.4.12")}},
        {.name = QStringLiteral("integration-k8s"), .folder = QStringLiteral("Test"), .environment = Environment::Test, .nameServers = {server("ns1.mq.test"), server("ns2.mq.test")}, .tls = {.enabled = true}},
        {.name = QStringLiteral("prod-shanghai · 生产"), .folder = QStringLiteral("Production"), .environment = Environment::Production, .nameServers = {server("mq-ns.cn-east.example.com")}, .readOnly = true,
            .tls = {.enabled = true}, .accessKey = QStringLiteral("reader")},
    };
}

QByteArray openedAt(int daysAgo)
{
    return QByteArray::number(QDateTime(QDate::currentDate().addDays(-daysAgo), QTime(9 + daysAgo, 4 + 7 * daysAgo)).toMSecsSinceEpoch());
}

void spoil(sandbox::Faults &faults, ui::PageScene::Cluster how)
{
    using Cluster = ui::PageScene::Cluster;
    const sandbox::Fault refusal{.kind = sandbox::Fault::Kind::Refusal, .code = 16, .remark = QStringLiteral("User:reader has no permission to access Group:TOOLS_CONSUMER from 10.20.3.11, no matched policies")};
    if (how == Cluster::SilentNameServer)
        faults.add({.server = QStringLiteral("namesrv")}, {});
    if (how == Cluster::SilentBroker)
        faults.add({.server = QStringLiteral("broker-b")}, {});
    for (const auto &broker : {QStringLiteral("broker-c"), QStringLiteral("broker-d")}) {
        if (how == Cluster::Slow)
            faults.add({.server = broker}, {.kind = sandbox::Fault::Kind::Delay, .delay = std::chrono::minutes(1), .remark = {}});
    }
    for (const auto &broker : {QStringLiteral("broker-a"), QStringLiteral("broker-b")}) {
        if (how == Cluster::Refusing)
            faults.add({.server = broker}, refusal);
    }
}

} // namespace

QString Scene::fileName() const
{
    return QStringLiteral("%1-%2-%3-%4-%5x%6.png").arg(page, state, theme, language).arg(size.width()).arg(size.height());
}

QList<Scene> allScenes()
{
    QList<Scene> scenes;
    for (const ui::PageScene &page : sceneTable()) {
        for (const auto &theme : {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")}) {
            for (const auto &language : {QStringLiteral("en"), QStringLiteral("zh_CN")}) {
                for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
                    if (isWanted(page, theme))
                        scenes.append({page.page, page.state, theme, language, size, page.cluster});
                }
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
    int daysAgo = 1;
    for (const Profile &profile : pictureConnections()) {
        const Result<Profile> saved = m_application.profiles().save(profile);
        if (!saved)
            ++m_failures;
        else
            m_application.settings().remember(QStringLiteral("opened"), saved->id, openedAt(daysAgo));
        daysAgo = (daysAgo + 5) % 7; // 1, 6, 4, 2
    }
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
    // the test of a connection looks at the brokers' clocks: they are to be right
    sandbox::SandboxOptions options = pictureCluster(scene.cluster);
    if (scene.page == connection)
        options.standsAt.reset();
    m_application.connections().renewSandbox(options);
    spoil(m_application.connections().sandboxFaults(), scene.cluster); // before anybody asks
    m_window = m_application.makeWindow();
    QCursor::setPos(scene.size.width() + 100, scene.size.height() + 100); // nothing is hovered
    openCluster();
    m_window->resize(scene.size);
    m_window->show();
    m_waited = 0;
    m_prepared = prepare();
    const bool waits = scene.state == QStringLiteral("loading") || scene.state == QStringLiteral("waiting");
    QTimer::singleShot(waits ? loadingMs : settleMs, this, &Screenshots::check);
}

/// As the sandbox, or as a connection of its own where that is to have a long name.
void Screenshots::openCluster()
{
    const Scene &scene = m_scenes.at(m_at);
    if (const Profile *before = m_application.profiles().byName(longConnection({}).name))
        (void)m_application.profiles().remove(before->id);
    if (scene.cluster != ui::PageScene::Cluster::LongNames) {
        if (scene.page != welcome)
            m_window->openSandbox();
        return;
    }
    const Result<Profile> saved = m_application.profiles().save(longConnection(m_application.connections().sandboxNameServer()));
    if (saved && scene.page != welcome)
        m_window->openProfile(saved->id);
}

bool Screenshots::prepare()
{
    const Scene &scene = m_scenes.at(m_at);
    if (scene.page == settings)
        m_window->openSettings();
    else if (scene.page == connection)
        prepareEditor();
    else if (scene.page == closing)
        prepareClosing();
    if (isOfWindow(scene.page))
        return true;
    if (!m_window->currentConnection())
        return false;
    m_window->currentConnection()->go({scene.page, {}, {}});
    ui::Page *page = m_window->currentConnection()->page(scene.page);
    return page && page->prepareScene(scene.state);
}

/// A connection to the picture's cluster that has been tested.
void Screenshots::prepareEditor()
{
    m_window->openEditor({});
    auto *dialog = m_window->findChild<ui::ConnectionDialog *>();
    ProfileDraft draft = dialog->form().draft();
    const bool longNames = m_scenes.at(m_at).cluster == ui::PageScene::Cluster::LongNames;
    draft.name = longNames ? longConnection({}).name + QStringLiteral(" (US)") : QStringLiteral("staging-us");
    draft.folder = longNames ? longConnection({}).folder : QStringLiteral("Shop");
    draft.environment = Profile::Environment::Staging;
    draft.nameServers = m_application.connections().sandboxNameServer().toString();
    dialog->form().setDraft(draft);
    dialog->runTest();
}

/// A series of the sandbox that runs.
void Screenshots::prepareClosing()
{
    m_window->currentConnection()->go({QStringLiteral("send"), {}, {}});
    m_window->currentConnection()->currentPage()->prepareScene(QStringLiteral("ready"));
}

bool Screenshots::reached() const
{
    const Scene &scene = m_scenes.at(m_at);
    if (scene.page == connection) {
        const auto *dialog = m_window->findChild<ui::ConnectionDialog *>();
        return dialog && !dialog->isTesting();
    }
    ui::ConnectionView *view = m_window->currentConnection();
    if (scene.page == closing)
        return view && view->currentPage()->sceneReached(QStringLiteral("ready"));
    if (scene.page == palette)
        return view && !view->topics().isEmpty();
    if (isOfWindow(scene.page))
        return true;
    const ui::Page *page = view ? view->page(scene.page) : nullptr;
    return page && page->sceneReached(scene.state);
}

void Screenshots::check()
{
    if (!m_prepared)
        m_prepared = prepare(); // a profile is not open at once
    const bool there = m_prepared && m_waited < longestMs && reached();
    m_waited += checkEveryMs;
    if (!there && m_waited < longestMs) {
        QTimer::singleShot(checkEveryMs, this, &Screenshots::check);
        return;
    }
    if (!there) {
        ++m_failures;
        QTextStream(stderr) << m_scenes.at(m_at).fileName() << ": did not reach its state within 20 s\n";
    }
    if (m_scenes.at(m_at).page == palette)
        m_window->openPalette(m_scenes.at(m_at).cluster == ui::PageScene::Cluster::LongNames ? QStringLiteral("eu-central") : QStringLiteral("re"));
    if (m_scenes.at(m_at).page == closing)
        m_window->close(); // which asks first
    QTimer::singleShot(settleMs, this, [this] { // lazy cells and docks fill
        take();
        next();
    });
}

void Screenshots::take()
{
    QImage picture(m_window->size() * m_window->devicePixelRatioF(), QImage::Format_RGB32);
    picture.setDevicePixelRatio(m_window->devicePixelRatioF());
    m_window->render(&picture);
    const auto dialogs = m_window->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (!dialog->isVisible())
            continue;
        dialog->render(&picture, QPoint((m_window->width() - dialog->width()) / 2, (m_window->height() - dialog->height()) / 2));
    }
    const auto menus = m_window->findChildren<QMenu *>();
    for (QMenu *menu : menus) {
        if (menu->isVisible())
            menu->render(&picture, m_window->mapFromGlobal(menu->pos()));
    }
    if (!picture.save(QDir(m_folder).filePath(m_scenes.at(m_at).fileName())))
        ++m_failures;
}

} // namespace rocketdesk::app
