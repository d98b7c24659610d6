// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/calllog/calllogpage.h"

#include "ui/pages/calllog/calldetail.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/chipbar.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/dockpanel.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>

#include <map>

namespace rocketdesk::ui {

namespace {

constexpr int pollMs = 250;
constexpr std::size_t slack = 1'000; // rows over the limit before the oldest go, so that they don't go one by one

} // namespace

CallLogPage::CallLogPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("calllog"), tr("Call log"), parent)
    , m_model(new CallModel(callColumns(context.pages), callKey, this))
    , m_table(new TableView(context.theme))
    , m_timer(new QTimer(this))
{
    header().setRefreshable(false);
    m_table->setTable(m_model);
    m_table->setAccessibleName(tr("Calls"));
    setContent(m_table);
    makeBar();
    makeDock();
    makeActions();
    setMainTable(m_table);
    pane().showEmpty(Icon::CallLog, tr("No calls yet"), tr("Every call of this connection will stand here, with its cost and its answer."));
    setState(PageState::Empty);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &CallLogPage::poll);
    connect(m_table, &TableView::opened, this, [this](const QString &key) {
        showDock(true);
        showExplained(key);
    });
    connect(m_table, &TableView::currentKeyChanged, this, [this](const QString &key) {
        if (isDockShown() && !m_dock->isPinned())
            showExplained(key);
    });
    connect(m_table, &TableView::filterByValueRequested, m_filter, &QLineEdit::setText);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
        if (isFollowing())
            m_unseen = 0;
        m_newer->setVisible(m_unseen > 0);
    });
}

void CallLogPage::makeBar()
{
    QHBoxLayout *bar = addFilterBar();
    m_filter = new FilterField(theme(), tr("Code, name, address or answer"));
    setFilterField(m_filter);
    m_chips = new ChipBar(theme());
    for (const CallFilter filter : callFilters)
        m_chips->addChip(filterId(filter), filterTitle(filter));
    m_codes = new QToolButton;
    m_codes->setPopupMode(QToolButton::InstantPopup);
    m_codes->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_codes->setText(tr("All codes"));
    m_codes->setToolTip(tr("Show calls of one code only"));
    auto *menu = new QMenu(m_codes);
    m_codes->setMenu(menu);
    m_newer = makeButton(theme(), {}, Icon::Jump, ButtonLook::Link);
    m_newer->hide();
    m_pause = makeButton(theme(), tr("Pause"), Icon::Pause, ButtonLook::Flat);
    m_pause->setCheckable(true);
    bar->addWidget(m_filter);
    bar->addWidget(m_chips, 1);
    bar->addWidget(m_newer);
    bar->addWidget(m_codes);
    bar->addWidget(m_pause);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillCodes(*menu); });
    connect(m_newer, &QPushButton::clicked, this, &CallLogPage::follow);
    connect(m_pause, &QPushButton::toggled, this, &CallLogPage::setPaused);
    connect(m_chips, &ChipBar::currentChanged, this, &CallLogPage::applyFilter);
    connect(m_filter, &FilterField::tableRequested, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilterText(text);
        m_filter->setError(m_model->filterError());
        showCounts();
    });
}

void CallLogPage::makeDock()
{
    m_dock = new DockPanel(theme());
    m_detail = new CallDetail(theme(), context().pages);
    m_dock->setContent(m_detail, false);
    QPushButton *copy = makeButton(theme(), tr("Copy as text"), Icon::Copy);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_detail->text()); });
    m_dock->actionBar()->addWidget(copy);
    m_dock->actionBar()->addStretch();
    setDock(m_dock, 344); // eight columns have room beside it
}

void CallLogPage::makeActions()
{
    const QString menu = tr("Call log");
    ActionRegistry &actions = context().actions;
    actions.add({.id = QStringLiteral("calllog.pause"), .text = tr("Pause or resume the call log"), .icon = Icon::Pause, .shortcut = QKeySequence(Qt::Key_Space), .menu = menu},
        *m_table, [this] { m_pause->toggle(); });
    QAction *clear = actions.add({.id = QStringLiteral("calllog.clear"), .text = tr("Clear the call log"), .icon = Icon::Clear, .shortcut = QKeySequence(Qt::CTRL | Qt::Key_L), .menu = menu},
        *this, [this] { this->clear(); });
    m_undo = actions.add({.id = QStringLiteral("calllog.undo"), .text = tr("Bring cleared calls back"), .icon = Icon::Undo, .shortcut = QKeySequence(Qt::CTRL | Qt::Key_Z), .menu = menu},
        *this, [this] { undoClear(); });
    m_undo->setEnabled(false);
    header().addAction(clear);
    QPushButton *exporting = makeButton(theme(), tr("Export…"), Icon::Export);
    connect(exporting, &QPushButton::clicked, this, &Page::exportMainTable);
    header().addWidget(exporting);
}

void CallLogPage::activeChanged(bool active)
{
    if (active && !m_paused)
        m_timer->start(0);
    else
        m_timer->stop();
}

void CallLogPage::refresh()
{
    if (!m_paused)
        poll();
}

void CallLogPage::poll()
{
    if (!context().client || m_asking.isRunning())
        return;
    m_asking = whenDone(client().calls(m_newest, {m_running.cbegin(), m_running.cend()}, callRows), this, [this](Result<rocketdesk::Client::Calls> calls) {
        if (calls && !m_paused)
            take(std::move(*calls));
        if (isActive() && !m_paused)
            m_timer->start(pollMs);
    });
}

void CallLogPage::take(rocketdesk::Client::Calls calls)
{
    const bool following = isFollowing();
    for (const CallRecord &call : calls.ended)
        m_running.erase(call.number);
    for (const CallRecord &call : calls.fresh) {
        m_newest = std::max(m_newest, call.number);
        if (call.ended == CallRecord::End::Running)
            m_running.insert(call.number);
    }
    // calls that have left the client's ring will never be told of again
    m_running.erase(m_running.begin(), m_running.lower_bound(m_newest > callRows ? m_newest - callRows : 0));
    const auto fresh = static_cast<int>(calls.fresh.size());
    std::vector<CallRecord> rows = std::move(calls.fresh);
    for (const CallRecord &call : calls.ended) {
        if (m_model->find(callKey(call)))
            rows.push_back(call);
    }
    if (!rows.empty())
        m_model->putRows(std::move(rows));
    trim();
    setState(m_model->storedCount() > 0 ? PageState::Ready : PageState::Empty);
    if (following)
        m_table->scrollToBottom();
    m_unseen = following ? 0 : m_unseen + fresh;
    m_newer->setText(tr("%Ln newer calls", nullptr, m_unseen));
    m_newer->setVisible(m_unseen > 0);
    showCounts();
    if (m_explainsRefused)
        explainScene();
}

void CallLogPage::trim()
{
    const std::vector<CallRecord> &rows = m_model->rows();
    if (rows.size() > callRows + slack)
        m_model->setRows({rows.end() - static_cast<std::ptrdiff_t>(callRows), rows.end()});
}

bool CallLogPage::isFollowing() const
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    return m_model->sortKeys().isEmpty() && bar->value() >= bar->maximum() && !isDockShown();
}

void CallLogPage::follow()
{
    m_model->sortBy({});
    showDock(false);
    m_unseen = 0;
    m_newer->hide();
    m_table->scrollToBottom();
}

void CallLogPage::setPaused(bool paused)
{
    m_paused = paused;
    m_pause->setChecked(paused);
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    setButtonIcon(theme(), *m_pause, paused ? Icon::Play : Icon::Pause);
    activeChanged(isActive());
}

void CallLogPage::clear()
{
    m_cleared = m_model->rows();
    m_undo->setEnabled(!m_cleared.empty());
    m_model->clear();
    m_unseen = 0;
    showDock(false);
    showCounts();
}

void CallLogPage::undoClear()
{
    std::vector<CallRecord> rows = std::exchange(m_cleared, {});
    m_undo->setEnabled(false);
    rows.insert(rows.end(), m_model->rows().cbegin(), m_model->rows().cend());
    m_model->setRows(std::move(rows));
    trim();
    showCounts();
}

void CallLogPage::applyFilter()
{
    const QString id = m_chips->current();
    const auto filter = *std::find_if(callFilters.begin(), callFilters.end(), [&id](CallFilter each) { return filterId(each) == id; });
    const int code = m_code;
    m_model->setPredicate([filter, code](const CallRecord &call) { return passes(call, filter) && (code == 0 || call.code == code); });
    m_table->scrollToBottom();
}

void CallLogPage::fillCodes(QMenu &menu)
{
    menu.clear();
    std::map<int, std::pair<QString, int>> codes;
    for (const CallRecord &call : m_model->rows()) {
        auto &[name, count] = codes[call.code];
        name = QString::fromUtf8(call.name);
        ++count;
    }
    const auto choose = [this](int code, const QString &text) {
        m_code = code;
        m_codes->setText(text);
        applyFilter();
    };
    menu.addAction(tr("All codes"), this, [choose] { choose(0, tr("All codes")); });
    menu.addSeparator();
    for (const auto &[code, entry] : codes) {
        const QString text = QStringLiteral("%1 %2").arg(code).arg(entry.first);
        menu.addAction(QStringLiteral("%1 (%2)").arg(text, format::number(entry.second)), this, [choose, code = code, text] { choose(code, text); });
    }
}

void CallLogPage::showCounts()
{
    for (const CallFilter filter : callFilters)
        m_chips->setCount(filterId(filter), m_model->countIf([filter](const CallRecord &call) { return passes(call, filter); }));
    header().setSummary(callSummary(m_model->rows(), QDateTime::currentMSecsSinceEpoch()));
}

void CallLogPage::openTarget(const Target &target)
{
    const QString show = target.details.value(QStringLiteral("show")).toString();
    if (!show.isEmpty())
        m_chips->setCurrent(show);
    if (target.details.contains(QStringLiteral("filter")))
        m_filter->setText(target.details.value(QStringLiteral("filter")).toString());
    if (!target.key.isEmpty() && m_table->selectKey(target.key)) {
        showDock(true);
        showExplained(target.key);
    }
}

void CallLogPage::showExplained(const QString &key)
{
    const CallRecord *call = m_model->find(key);
    if (!call)
        return;
    explainWith(*call, {});
    if (!context().client)
        return;
    m_explaining = whenDone(client().explain(call->number), this, [this, key](Result<rocketdesk::Client::CallDetail> detail) {
        const CallRecord *now = m_model->find(key);
        if (detail && now)
            explainWith(*now, *detail);
    });
}

void CallLogPage::explainWith(const CallRecord &call, const rocketdesk::Client::CallDetail &detail)
{
    m_dock->setTitle(Icon::CallLog, QString::fromUtf8(call.name));
    m_detail->show(call, detail);
}

} // namespace rocketdesk::ui
