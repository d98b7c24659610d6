// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live/livepage.h"

#include "ui/pages/live/livebars.h"
#include "ui/pages/live/livestream.h"
#include "ui/pages/live/liveview.h"
#include "ui/pages/live/messagedetail.h"
#include "ui/settings/settings.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/dockpanel.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/statepane.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

const QString groupScene = QStringLiteral("group");
const QString missingScene = QStringLiteral("missing");

QString columnsKey()
{
    return QStringLiteral("live.main");
}

} // namespace

LivePage::LivePage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("live"), tr("Live"), parent)
    , m_model(new LiveModel(this))
    , m_counts(new LiveStream(*m_model, this))
    , m_view(new LiveView(context.theme, *m_model, this))
    , m_topics(new TopicsBar(context.theme))
    , m_stream(new StreamBar(context.theme))
    , m_detail(new MessageDetail(context.theme))
{
    buildHeader();
    buildBars();
    setContent(m_view);
    buildDock();
    buildActions();
    applyLimits();
    connect(&context.settings, &Settings::changed, this, &LivePage::applyLimits);
    if (const QByteArray kept = context.settings.remembered(QStringLiteral("columns"), columnsKey()); !kept.isEmpty())
        m_view->horizontalHeader()->restoreState(kept);
    connect(m_view, &LiveView::columnsChanged, this, [this] { this->context().settings.remember(QStringLiteral("columns"), columnsKey(), m_view->horizontalHeader()->saveState()); });
    if (context.client)
        connect(context.client, &Client::stateChanged, this, &LivePage::takeClientState);
    updateState();
}

LivePage::~LivePage() = default;

void LivePage::buildHeader()
{
    header().setRefreshable(false);
    auto *columns = makeMenuButton(theme(), Icon::Columns, tr("Columns"), [this](QMenu &menu) { m_view->fillColumnMenu(menu); }, this);
    auto *exports = makeIconButton(theme(), Icon::Export, tr("Export the selected messages, or all… (Ctrl+E)"), this);
    connect(exports, &QToolButton::clicked, this, &LivePage::exportMainTable);
    header().addWidget(columns);
    header().addWidget(exports);
    m_startButton = header().setPrimary(tr("Start"), Icon::Play);
    connect(m_startButton, &QPushButton::clicked, this, [this] { isWatching() ? stop() : start(); });
}

void LivePage::buildBars()
{
    for (QWidget *bar : {static_cast<QWidget *>(m_topics), static_cast<QWidget *>(m_stream)}) {
        QHBoxLayout *row = addFilterBar();
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(bar);
    }
    setFilterField(m_stream->rowFilter());
    connect(m_topics, &TopicsBar::topicsChanged, this, &LivePage::topicsChanged);
    connect(m_topics, &TopicsBar::mutedChanged, this, [this] { m_model->setMuted(m_topics->muted()); });
    connect(m_stream, &StreamBar::pauseToggled, this, &LivePage::togglePause);
    connect(m_stream, &StreamBar::followRequested, this, [this] { m_view->setFollowing(!m_view->isFollowing()); });
    connect(m_stream, &StreamBar::clearRequested, m_model, &LiveModel::clear);
    connect(m_stream, &StreamBar::brokerFilterChanged, this, [this] {
        if (isWatching())
            start();
    });
    connect(m_stream->rowFilter(), &QLineEdit::textChanged, this, [this](const QString &text) {
        const FilterExpression filter(text);
        m_stream->rowFilter()->setError(filter.error());
        m_model->setFilter(filter);
    });
    connect(m_stream->rowFilter(), &FilterField::tableRequested, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_view, &LiveView::followingChanged, m_stream, &StreamBar::setFollowing);
    connect(m_view, &LiveView::pauseRequested, this, &LivePage::togglePause);
    // The header tells of counts by the measure of rates: at every frame it would cost more than the rows
    connect(m_model, &LiveModel::countsChanged, this, [this] {
        if (m_sceneOpens || (state() != PageState::Ready && state() != PageState::Partial))
            updateState();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &LivePage::updateState);
    connect(m_counts, &LiveStream::ratesChanged, this, &LivePage::updateHeader);
}

void LivePage::buildActions()
{
    ActionRegistry &actions = context().actions;
    const QString menu = tr("Live");
    actions.add({.id = QStringLiteral("live.start"), .text = tr("Start or stop watching"), .icon = Icon::Live, .menu = menu}, *this, [this] { isWatching() ? stop() : start(); });
    actions.add({.id = QStringLiteral("live.pause"), .text = tr("Pause or resume the live table"), .icon = Icon::Pause, .menu = menu}, *this, [this] { togglePause(); });
    actions.add({.id = QStringLiteral("live.follow"), .text = tr("Follow the newest message"), .icon = Icon::Jump, .menu = menu}, *this, [this] { m_view->setFollowing(true); });
    actions.add({.id = QStringLiteral("live.clear"), .text = tr("Clear the live table"), .icon = Icon::Clear, .shortcut = QKeySequence(Qt::CTRL | Qt::Key_L), .menu = menu}, *this,
        [this] { m_model->clear(); });
    actions.add({.id = QStringLiteral("live.undo"), .text = tr("Bring cleared rows back"), .icon = Icon::Undo, .shortcut = QKeySequence::Undo, .menu = menu}, *this, [this] { m_model->undoClear(); });
    actions.add({.id = QStringLiteral("live.group"), .text = tr("Watch as group…"), .icon = Icon::Group, .menu = menu}, *this, [this] { askForGroup(); });
}

void LivePage::applyLimits()
{
    const Settings &settings = context().settings;
    const qint64 bytes = static_cast<qint64>(settings.get(setting::liveMemory)) << 20;
    m_model->setLimits({settings.get(setting::liveRows), bytes});
    m_counts->setHeldLimit(bytes);
}

void LivePage::refresh()
{
    if (!context().client)
        return;
    m_names = whenDone(client().ask(commands::GetAllTopicListFromNameserver(), rocketdesk::Target::nameServer(), context().asking()), this,
        [this](const Result<commands::TopicListReply> &names) { takeNames(names); });
}

namespace {

/// What a picture of the page watches: the sandbox's busiest topics, those with long names where it has some, else the first
/// few that there are.
QStringList topicsOfPicture(const QStringList &all)
{
    QStringList wanted = {QStringLiteral("shop-order_created-and-confirmed-by-customer_v4_eu-central-1"), QStringLiteral("customer-profile_address-verification-requested_v2_eu-central-1"),
        QStringLiteral("finance-payment_authorised-by-acquiring-bank_v2_eu-central-1"), QStringLiteral("order-created"), QStringLiteral("payment-authorised"), QStringLiteral("shipment-dispatched")};
    wanted.removeIf([&](const QString &topic) { return !all.contains(topic); });
    return wanted.isEmpty() ? all.mid(0, 3) : wanted;
}

} // namespace

void LivePage::takeNames(const Result<commands::TopicListReply> &names)
{
    if (!names)
        return; // completion is a help, not a need: the watch itself says what is wrong
    QStringList topics;
    for (const TopicName &topic : names->body.topicList)
        topics << topic.text();
    topics.sort(Qt::CaseInsensitive);
    m_topics->setKnownTopics(topics);
    if (!m_sceneWanted)
        return;
    m_sceneWanted = false;
    m_sceneOpens = true;
    m_topics->setFrom(WatchFrom::last(400));
    m_topics->addTopics(topicsOfPicture(topics));
    start();
}

void LivePage::start()
{
    if (!context().client)
        return;
    if (m_topics->topics().isEmpty()) {
        m_topics->focusTopic();
        return;
    }
    stop();
    banners().clear(QStringLiteral("ended"));
    keepTopics();
    m_model->setTopics(m_topics->topics());
    watch(m_topics->topics(), m_topics->from());
}

void LivePage::watch(const QStringList &topics, WatchFrom from)
{
    WatchOptions options;
    for (const QString &topic : topics)
        options.topics.emplace_back(topic);
    options.from = from;
    options.tags = m_stream->tags();
    options.sql = m_stream->sql();
    options.asGroup = m_asGroup;
    options.perSecond = context().settings.get(setting::livePerSecond);
    auto running = std::make_unique<Running>();
    running->watch = client().watch(std::move(options));
    running->topics = topics;
    listen(*running);
    m_watches.push_back(std::move(running));
    takeWatched();
    m_starting = true;
    updateState();
}

void LivePage::takeWatched()
{
    const QStringList all = m_topics->topics();
    m_counts->setTopics({all.cbegin(), all.cend()});
    m_counts->setDrain([this] { return drain(); });
}

void LivePage::listen(Running &running)
{
    Watch *watch = running.watch.get();
    connect(watch, &Watch::positioned, this, [this, &running](int queues) {
        running.queues = queues;
        m_starting = false;
        updateState();
    });
    connect(watch, &Watch::progressed, this, [&running](const WatchProgress &progress) { running.progress = progress; });
    connect(watch, &Watch::brokerTrouble, this, &LivePage::takeTrouble);
    connect(watch, &Watch::recovered, this, &LivePage::takeRecovered);
    connect(watch, &Watch::topicMissing, this, &LivePage::takeMissing);
    connect(watch, &Watch::topicFound, this, &LivePage::takeFound);
    // a watch must not die in its own signal
    connect(watch, &Watch::ended, this, [this, watch](const Error &error) { takeEnd(watch, error); }, Qt::QueuedConnection);
}

void LivePage::stop()
{
    m_counts->tick(); // what has come is shown
    m_counts->setDrain({});
    for (const auto &running : m_watches)
        m_missed += running->watch->counts().dropped;
    m_watches.clear();
    m_starting = false;
    m_lostAt = 0;
    forgetTroubles();
    updateState();
}

std::vector<LiveModel::Batch> LivePage::drain()
{
    std::vector<LiveModel::Batch> all;
    for (const auto &running : m_watches) {
        std::vector<LiveModel::Batch> batches = running->watch->drain();
        all.insert(all.end(), std::make_move_iterator(batches.begin()), std::make_move_iterator(batches.end()));
    }
    return all;
}

/// New topics are watched beside those that run already; a watch of topics that are all gone ends.
void LivePage::topicsChanged()
{
    const QStringList topics = m_topics->topics();
    m_model->setTopics(topics);
    m_model->setMuted(m_topics->muted());
    m_topics->showRates(*m_counts, [this](const QString &topic) { return m_model->seriesOf(topic); });
    if (!isWatching())
        return updateState();
    if (topics.isEmpty())
        return stop();
    m_counts->setTopics({topics.cbegin(), topics.cend()});
    QStringList fresh = topics;
    for (const auto &running : m_watches)
        fresh.removeIf([&running](const QString &topic) { return running->topics.contains(topic); });
    const auto wanted = [&topics](const QString &topic) { return topics.contains(topic); };
    for (const Ended &each : std::as_const(m_ended)) // that one leaves is no reason to try the others again
        fresh.removeIf([&each](const QString &topic) { return each.topics.contains(topic); });
    std::erase_if(m_watches, [&wanted](const auto &running) { return std::none_of(running->topics.cbegin(), running->topics.cend(), wanted); });
    for (const QString &missing : m_missing.keys()) {
        if (std::none_of(m_watches.cbegin(), m_watches.cend(), [&missing](const auto &running) { return running->topics.contains(missing); }))
            takeFound(TopicName(missing)); // nobody looks for it any more
    }
    presentMissing();
    presentEnded();
    if (fresh.isEmpty())
        return;
    watch(fresh, m_topics->from());
}

void LivePage::togglePause()
{
    if (!isWatching())
        return;
    m_counts->setPaused(!m_counts->isPaused());
    m_stream->setPaused(m_counts->isPaused(), true);
    updateHeader();
}

/// A page that is shown takes the focus to the first button that there is: here one begins with a topic.
void LivePage::activeChanged(bool active)
{
    if (active && state() == PageState::Idle && m_topics->topics().isEmpty() && isAncestorOf(window()->focusWidget()))
        m_topics->focusTopic();
}

void LivePage::openTarget(const Target &target)
{
    if (target.key.isEmpty())
        return;
    if (target.details.contains(QStringLiteral("offset")))
        return openMessage(target);
    m_topics->addTopics({target.key});
    if (!isWatching())
        start();
}

Target LivePage::currentTarget() const
{
    return {id(), {}, {}};
}

bool LivePage::prepareScene(const QString &scene)
{
    if (scene == QStringLiteral("empty") || scene == QStringLiteral("failed")) {
        m_topics->addTopics({QStringLiteral("order-created")});
        start();
    }
    m_sceneWanted = scene == QStringLiteral("ready") || scene == QStringLiteral("long") || scene == missingScene;
    if (scene == groupScene)
        askForGroup();
    if (scene == missingScene)
        m_topics->addTopics({QStringLiteral("order-creatd")});
    if (m_sceneWanted)
        refresh();
    return scene == groupScene || scene == missingScene || Page::prepareScene(scene);
}

bool LivePage::sceneReached(const QString &scene) const
{
    if (scene == groupScene)
        return true;
    if (scene == missingScene)
        return !m_missing.isEmpty() && isDockShown();
    return Page::sceneReached(scene) && (state() != PageState::Ready || (isDockShown() && m_model->rowCount() > 0));
}

} // namespace rocketdesk::ui
