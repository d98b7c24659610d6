// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/cluster/clusterpage.h"

#include "client/client.h"
#include "ui/common/format.h"
#include "ui/common/runningcalls.h"
#include "ui/common/words.h"
#include "ui/pages/cluster/brokerdetail.h"
#include "ui/pages/cluster/nameserverquestion.h"
#include "ui/pages/cluster/totalsstrip.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDateTime>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QTimer>
#include <QToolButton>

namespace rocketdesk::ui {

namespace {

constexpr int mostRowsShown = 9; // of brokers, before their table scrolls
const QString partialBanner = QStringLiteral("partial");
const QString failedBanner = QStringLiteral("failed");
const QString waitingBanner = QStringLiteral("waiting");
constexpr int slowAfterMs = 1000;

} // namespace

ClusterPage::ClusterPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("cluster"), tr("Cluster"), parent)
    , m_brokers(new TableModel<BrokerRow>(brokerColumns(), [](const BrokerRow &row) { return brokerKey(row.status.broker); }, this))
    , m_table(new TableView(context.theme))
    , m_totals(new TotalsStrip(context.theme))
    , m_nameServers(new NameServerQuestion(this))
    , m_slow(new QTimer(this))
    , m_detail(new BrokerDetail(context.theme))
{
    m_slow->setSingleShot(true);
    m_slow->setInterval(slowAfterMs);
    connect(m_slow, &QTimer::timeout, this, &ClusterPage::presentWaiting);
    connect(m_nameServers, &NameServerQuestion::answered, this, &ClusterPage::presentNameServers);
    m_brokers->setRowTone([](const BrokerRow &row) { return row.answered() ? Tone::Normal : Tone::Error; });
    m_table->setTable(m_brokers);
    m_brokers->sortBy({{0, Qt::AscendingOrder}}); // the header says so
    m_table->setAccessibleName(tr("Brokers"));
    addActions();
    makeHeader();
    setContent(makeContent());
    setMainTable(m_table);
    setFilterField(m_detail->filterField());
    connectTables();
}

ClusterPage::~ClusterPage() = default;

void ClusterPage::addActions()
{
    ActionRegistry &actions = context().actions;
    const QString menu = tr("Cluster");
    actions.add({.id = QStringLiteral("cluster.settings"), .text = tr("Show broker settings"), .icon = Icon::Settings, .menu = menu}, *this,
        [this] { m_detail->setCurrentTab(BrokerDetail::Tab::Settings); });
    actions.add({.id = QStringLiteral("cluster.compare"), .text = tr("Compare with another broker…"), .icon = Icon::Compare, .menu = menu}, *this, [this] { chooseOther(); });
    actions.add({.id = QStringLiteral("cluster.ask"), .text = tr("Ask this broker again"), .icon = Icon::Refresh, .menu = menu}, *this, [this] {
        if (const BrokerRow *row = currentRow())
            askAgain(row->status.broker);
    });
    actions.add({.id = QStringLiteral("cluster.copyAddress"), .text = tr("Copy address"), .icon = Icon::Copy, .menu = menu}, *this, [this] {
        if (const BrokerRow *row = currentRow())
            QApplication::clipboard()->setText(row->status.broker.address.toString());
    });
}

void ClusterPage::makeHeader()
{
    auto *columns = makeMenuButton(theme(), Icon::Columns, tr("Columns"), [this](QMenu &menu) { m_table->fillColumnMenu(menu); }, this);
    auto *exports = makeIconButton(theme(), Icon::Export, tr("Export the table… (Ctrl+E)"), this);
    connect(exports, &QToolButton::clicked, this, &Page::exportMainTable);
    header().addWidget(columns);
    header().addWidget(exports);
}

QWidget *ClusterPage::makeContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_totals);
    column->addWidget(makeLine(theme(), Qt::Horizontal, content));
    column->addWidget(m_table);
    column->addWidget(m_detail, 1);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_brokers, &TableBase::countsChanged, this, &ClusterPage::fitTable);
    connect(m_table->horizontalScrollBar(), &QScrollBar::rangeChanged, this, &ClusterPage::fitTable);
    connect(&theme(), &Theme::changed, this, &ClusterPage::fitTable);
    return content;
}

/// As high as its rows, and the bar under them where the columns have no room.
void ClusterPage::fitTable()
{
    const int rows = std::clamp(m_brokers->rowCount(), 1, mostRowsShown);
    const QScrollBar *bar = m_table->horizontalScrollBar();
    m_table->setFixedHeight(theme().headerHeight() + rows * theme().rowHeight() + 1 + (bar->maximum() > 0 ? bar->sizeHint().height() : 0));
}

void ClusterPage::connectTables()
{
    m_table->setMenuHook([this](QMenu &menu, const QModelIndex &) { fillRowMenu(menu); });
    connect(m_table, &TableView::currentKeyChanged, this, [this] {
        m_other.clear();
        presentDetail();
        Q_EMIT placeChanged();
    });
    connect(m_table, &TableView::opened, this, [this] { m_detail->filterField()->setFocus(); });
    connect(m_detail, &BrokerDetail::currentTabChanged, this, &ClusterPage::presentDetail);
    connect(m_detail, &BrokerDetail::againRequested, this, &ClusterPage::forgetSettingsOfCurrent);
    connect(m_detail->compareButton(), &QPushButton::clicked, this, &ClusterPage::chooseOther);
}

void ClusterPage::fillRowMenu(QMenu &menu)
{
    for (const auto *id : {"cluster.settings", "cluster.compare", "cluster.ask", "cluster.copyAddress"})
        menu.addAction(context().actions.action(QLatin1StringView(id)));
}

void ClusterPage::refresh()
{
    m_soFar = {.readMs = QDateTime::currentMSecsSinceEpoch()};
    m_asked = 0;
    if (!m_read) {
        pane().showLoading(tr("Reading the cluster"));
        setState(PageState::Loading);
        m_slow->start();
    }
    m_nameServers->ask(client(), context().asking());
    auto reading = client().readCluster(context().asking(), this, [this](const BrokerStatus &status, int asked) { brokerSeen(status, asked); });
    m_reading = context().running.watch(std::move(reading), tr("Reading the cluster"), this, [this](Result<ClusterOverview> &&overview) { finished(std::move(overview)); });
}

void ClusterPage::cancelRunning()
{
    m_reading.cancel();
    m_nameServers->cancel();
    m_settingsCalls.clear();
    m_againCalls.clear();
}

void ClusterPage::brokerSeen(const BrokerStatus &status, int asked)
{
    m_soFar.brokers.push_back(status);
    m_asked = asked;
    const auto answered = static_cast<int>(m_soFar.brokers.size());
    showAnswers(answered, asked);
    if (status.runtime)
        m_brokers->putRows({BrokerRow{status, m_soFar.readMs}});
    if (m_read)
        return;
    m_totals->show(m_soFar, asked - answered);
    if (status.runtime)
        setState(PageState::Ready);
    if (!m_slow->isActive())
        presentWaiting();
}

/// Some brokers have answered and others let wait: what is there shows already, with a word on what is missing.
void ClusterPage::presentWaiting()
{
    if (m_read || state() != PageState::Ready || !hasRunning())
        return;
    const QString fact = answersText(static_cast<int>(m_soFar.brokers.size()), m_asked);
    Banner *banner = banners().put({.id = waitingBanner, .tone = Tone::Accent, .fact = fact, .reason = tr("What is there is shown as it comes."), .running = true, .closable = false});
    connect(banner->addButton(tr("Cancel"), Icon::Stop), &QPushButton::clicked, this, &ClusterPage::cancelRunning);
    if (m_table->currentKey().isEmpty())
        m_table->selectKey(m_brokers->keyAt(0));
    presentDetail();
}

void ClusterPage::presentNameServers()
{
    std::vector<BrokerRef> brokers;
    for (const BrokerStatus &status : m_overview.brokers)
        brokers.push_back(status.broker);
    if (m_nameServers->isAnswered())
        m_totals->show(m_nameServers->answers(brokers));
}

void ClusterPage::finished(Result<ClusterOverview> overview)
{
    m_slow->stop();
    banners().clear(waitingBanner);
    if (!overview)
        return presentFailure(overview.error());
    m_overview = std::move(*overview);
    const bool first = !std::exchange(m_read, true);
    m_settings.clear();
    m_before = std::exchange(m_now, {});
    for (const BrokerStatus &status : m_overview.brokers) {
        if (status.runtime)
            m_now[brokerKey(status.broker)] = status.runtime->values;
    }
    banners().clear(failedBanner);
    present();
    if (first && isActive())
        m_table->setFocus(Qt::OtherFocusReason);
}

void ClusterPage::present()
{
    std::vector<BrokerRow> rows;
    for (const BrokerStatus &status : m_overview.brokers)
        rows.push_back({status, m_overview.readMs});
    m_brokers->setRows(std::move(rows));
    m_totals->show(m_overview);
    presentNameServers();
    m_table->setColumnWanted(QStringLiteral("cluster"), clusters().size() > 1);
    header().setSummary(summary());
    if (m_overview.brokers.empty()) {
        pane().showEmpty(Icon::Cluster, tr("No broker is registered"), tr("The name server answered, and knows no broker. A broker registers within 30 s of its start."));
        connect(pane().addButton(tr("Refresh"), Icon::Refresh), &QPushButton::clicked, this, [this] { refresh(); });
        return setState(PageState::Empty);
    }
    const ClusterTotals totals = totalsOf(m_overview);
    setState(totals.answered < totals.brokers ? PageState::Partial : PageState::Ready);
    presentBanner();
    if (m_table->currentKey().isEmpty())
        m_table->selectKey(m_brokers->keyAt(0));
    presentDetail();
}

QStringList ClusterPage::clusters() const
{
    QStringList clusters;
    for (const BrokerStatus &status : m_overview.brokers) {
        if (!clusters.contains(status.broker.cluster.text()))
            clusters << status.broker.cluster.text();
    }
    return clusters;
}

QString ClusterPage::summary() const
{
    const QStringList clusters = this->clusters();
    const QString names = clusters.size() > 3 ? tr("%n clusters", nullptr, static_cast<int>(clusters.size())) : clusters.join(QStringLiteral(", "));
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(m_overview.cost).count();
    const ClusterTotals totals = totalsOf(m_overview);
    const QString read = totals.answered < totals.brokers ? tr("%1 · partly read at %2 in %3") : tr("%1 · read at %2 in %3");
    return read.arg(names, format::time(m_overview.readMs), format::duration(ms));
}

void ClusterPage::presentBanner()
{
    QList<const BrokerStatus *> silent;
    for (const BrokerStatus &status : m_overview.brokers) {
        if (!status.runtime)
            silent << &status;
    }
    if (silent.isEmpty())
        return banners().clear(partialBanner);
    const auto all = static_cast<int>(m_overview.brokers.size());
    const QString fact = tr("%1 of %n brokers answered.", nullptr, all).arg(all - silent.size());
    const QString reason = sentences({words(silent.first()->runtime.error()).sentence, tr("Values of brokers that did not answer are missing below.")});
    Banner *banner = banners().put({.id = partialBanner, .tone = Tone::Warning, .fact = fact, .reason = reason});
    const QString again = silent.size() == 1 ? tr("Ask %1 again").arg(brokerTitle(silent.first()->broker)) : tr("Ask %n brokers again", nullptr, static_cast<int>(silent.size()));
    connect(banner->addButton(again, Icon::Refresh), &QPushButton::clicked, this, &ClusterPage::askFailedAgain);
    connect(banner->addButton(tr("Show calls"), Icon::CallLog), &QPushButton::clicked, this,
        [this, where = silent.first()->broker.address.toString()] { Q_EMIT openRequested({QStringLiteral("calllog"), {}, {{QStringLiteral("filter"), where}}}); });
}

/// The user does not want to wait for the others: those that answered stay.
void ClusterPage::keepWhatCame()
{
    Banner *banner = banners().put({.id = partialBanner, .tone = Tone::Warning, .fact = tr("%1 of %n brokers answered.", nullptr, m_asked).arg(m_soFar.brokers.size()), .reason = tr("Asking the others was cancelled.")});
    connect(banner->addButton(tr("Ask again"), Icon::Refresh), &QPushButton::clicked, this, [this] { refresh(); });
    setState(PageState::Partial);
}

void ClusterPage::presentFailure(const Error &error)
{
    const ErrorText text = words(error);
    if (error.kind == Error::Kind::Cancelled && !m_read && state() == PageState::Ready)
        return keepWhatCame();
    if (m_read) { // what is there stays
        if (error.kind == Error::Kind::Cancelled || isLost())
            return;
        Banner *banner = banners().put({.id = failedBanner, .tone = Tone::Error, .fact = tr("The cluster could not be read again."), .reason = text.line()});
        connect(banner->addButton(tr("Refresh"), Icon::Refresh), &QPushButton::clicked, this, [this] { refresh(); });
        return;
    }
    if (error.kind == Error::Kind::Cancelled)
        pane().showIdle(Icon::Cluster, tr("The cluster was not read"), tr("Reading it was cancelled."));
    else
        showFailure(error);
    connect(pane().addButton(tr("Refresh"), Icon::Refresh, ButtonLook::Primary), &QPushButton::clicked, this, [this] { refresh(); });
    if (error.kind != Error::Kind::Cancelled)
        offerFailedCalls();
    setState(error.kind == Error::Kind::Cancelled ? PageState::Idle : PageState::Failed);
}

void ClusterPage::openTarget(const Target &target)
{
    for (const BrokerRow &row : m_brokers->rows()) {
        const BrokerRef &broker = row.status.broker;
        if (target.key == brokerKey(broker) || (target.key == broker.name.text() && broker.id.value() == 0))
            m_table->selectKey(brokerKey(broker));
    }
}

bool ClusterPage::sceneReached(const QString &scene) const
{
    if (scene == QStringLiteral("waiting"))
        return hasRunning() && m_brokers->rowCount() > 1 && !m_slow->isActive();
    return Page::sceneReached(scene);
}

Target ClusterPage::currentTarget() const
{
    return {id(), m_table->currentKey(), {}};
}

} // namespace rocketdesk::ui
