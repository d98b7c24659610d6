// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/connectionview.h"

#include "client/client.h"
#include "ui/common/runningcalls.h"
#include "ui/settings/settings.h"
#include "ui/shell/connectionstatus.h"
#include "ui/shell/openmessagedialog.h"
#include "ui/shell/rail.h"
#include "ui/widgets/actionregistry.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QStackedWidget>

#include <algorithm>

namespace rocketdesk::ui {

namespace {

constexpr qsizetype longestHistory = 100;
constexpr qint64 topicsFreshMs = 30'000;

QString lastPageGroup()
{
    return QStringLiteral("lastPage");
}

} // namespace

QString sandboxName()
{
    return ConnectionView::tr("sandbox");
}

ConnectionView::ConnectionView(Theme &theme, Settings &settings, ActionRegistry &above, const std::vector<PageEntry> &pages, OpenedConnection connection, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_connection(std::move(connection))
    , m_actions(new ActionRegistry(theme, settings, &above, this))
    , m_running(new RunningCalls(this))
    , m_entries(pages)
    , m_rail(new Rail(theme, pages, this))
    , m_stack(new QStackedWidget(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(makeLine(theme, Qt::Vertical, this));
    row->addWidget(m_stack, 1);
    connect(m_rail, &Rail::pageChosen, this, [this](const QString &id) {
        if (!currentPage() || currentPage()->id() != id)
            go({id, {}, {}});
    });
    connect(m_rail, &Rail::pageClicked, this, [this] {
        if (Page *now = currentPage())
            now->focusWhenReady();
    });
    connect(m_rail, &Rail::settingsRequested, this, &ConnectionView::settingsRequested);
    m_actions->add({.id = QStringLiteral("message.open"), .text = tr("Open a message…"), .icon = Icon::File, .shortcut = QKeySequence(Qt::CTRL | Qt::Key_O), .menu = tr("Go")}, *this,
        [this] { askForMessage(); });
    const QString last = QString::fromUtf8(settings.remembered(lastPageGroup(), m_connection.profileId));
    if (!m_entries.empty())
        go({page(last) ? last : m_entries.front().id, {}, {}});
}

// The pages go first: they may still speak to what the context holds.
ConnectionView::~ConnectionView()
{
    qDeleteAll(m_pages);
}

Page *ConnectionView::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

Page *ConnectionView::page(const QString &id)
{
    if (Page *known = m_pages.value(id))
        return known;
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(), [&id](const PageEntry &each) { return each.id == id; });
    return entry == m_entries.cend() ? nullptr : makePage(*entry);
}

PageContext ConnectionView::contextOf(const PageEntry &entry) const
{
    QStringList titles;
    for (const PageEntry &each : m_entries)
        titles << each.title;
    const bool isSandbox = m_connection.profileId == QLatin1StringView(sandboxProfileId);
    const auto origin = static_cast<Origin>(static_cast<int>(Origin::FirstPage) + static_cast<int>(&entry - m_entries.data()));
    return {m_connection.client.get(), m_theme, m_settings, *m_actions, *m_running, status().name(), status().environment(), status().isReadOnly(), origin, titles,
        !isSandbox, isSandbox ? m_connection.profileId : status().name()};
}

Page *ConnectionView::makePage(const PageEntry &entry)
{
    Page *made = entry.make(contextOf(entry), m_stack);
    m_pages.insert(entry.id, made);
    m_stack->addWidget(made);
    connect(made, &Page::openRequested, this, &ConnectionView::go);
    connect(made, &Page::backRequested, this, &ConnectionView::goBack);
    connect(made, &Page::forwardRequested, this, &ConnectionView::goForward);
    connect(made, &Page::badgeChanged, this, [this, id = entry.id](int count) { m_rail->setBadge(id, count); });
    connect(made, &Page::statusTextChanged, this, [this, made](const QString &text) {
        if (made == currentPage())
            Q_EMIT statusTextChanged(text);
    });
    connect(made, &Page::writingChanged, this, &ConnectionView::writingChanged);
    connect(made, &Page::placeChanged, this, [this, made] {
        if (made == currentPage() && m_at >= 0)
            m_history[m_at] = made->currentTarget();
    });
    const auto tell = [this, made] { made->setLost(status().state() == ConnectionState::Lost, status().sinceMs(), status().secondsToTry()); };
    connect(&status(), &ConnectionStatus::changed, made, tell);
    tell();
    connect(made, &Page::testRequested, this, &ConnectionView::testRequested);
    connect(made, &Page::tryNowRequested, &status(), &ConnectionStatus::tryNow);
    return made;
}

void ConnectionView::go(const Target &target)
{
    if (!page(target.page))
        return;
    if (m_at < 0 || m_history.at(m_at) != target) {
        m_history.resize(m_at + 1);
        m_history << target;
        if (m_history.size() > longestHistory)
            m_history.removeFirst();
        m_at = m_history.size() - 1;
    }
    present(target);
}

void ConnectionView::goOnFrom(const ConnectionView &before)
{
    for (auto it = before.m_pages.cbegin(); it != before.m_pages.cend(); ++it)
        page(it.key())->goOnFrom(*it.value());
    m_history = before.m_history;
    m_at = before.m_at;
    if (before.currentPage())
        go(before.currentPage()->currentTarget());
}

void ConnectionView::goToPage(int number)
{
    if (number >= 0 && number < static_cast<int>(m_entries.size()))
        go({m_entries[static_cast<std::size_t>(number)].id, {}, {}});
}

void ConnectionView::goBack()
{
    if (m_at > 0)
        present(m_history.at(--m_at));
}

void ConnectionView::goForward()
{
    if (m_at + 1 < m_history.size())
        present(m_history.at(++m_at));
}

void ConnectionView::present(const Target &target)
{
    Page *before = currentPage();
    Page *now = page(target.page);
    if (before && before != now)
        before->setActive(false);
    m_stack->setCurrentWidget(now);
    m_rail->setCurrent(target.page);
    now->setActive(m_active);
    if (!target.key.isEmpty() || !target.details.isEmpty())
        now->openTarget(target);
    updateHistory();
    m_settings.remember(lastPageGroup(), m_connection.profileId, target.page.toUtf8());
    Q_EMIT statusTextChanged(now->statusText());
    Q_EMIT pageChanged(target.page);
}

void ConnectionView::updateHistory()
{
    if (Page *now = currentPage())
        now->setHistory(m_at > 0, m_at + 1 < m_history.size());
}

QStringList ConnectionView::writing() const
{
    QStringList all;
    for (const Page *each : m_pages) {
        if (const QString one = each->writing(); !one.isEmpty())
            all << one;
    }
    return all;
}

void ConnectionView::setActive(bool active)
{
    m_active = active;
    status().setWanted(active);
    if (active)
        readTopics();
    if (Page *now = currentPage())
        now->setActive(active);
}

void ConnectionView::readTopics()
{
    if (!m_connection.client || m_topicsCall.isRunning() || (m_sinceTopics.isValid() && m_sinceTopics.elapsed() < topicsFreshMs))
        return;
    m_topicsCall = whenDone(m_connection.client->ask(commands::GetAllTopicListFromNameserver(), rocketdesk::Target::nameServer(), {.origin = Origin::Window}), this, [this](const Result<commands::TopicListReply> &names) {
        if (!names)
            return; // the pages say what is wrong
        m_sinceTopics.start();
        m_topics.clear();
        for (const TopicName &topic : names->body.topicList)
            m_topics << topic.text();
        m_topics.sort(Qt::CaseInsensitive);
    });
}

void ConnectionView::askForMessage()
{
    auto *dialog = new OpenMessageDialog(m_theme, m_topics, status().name(), this);
    connect(dialog, &OpenMessageDialog::chosen, this, &ConnectionView::go);
    dialog->open();
}

void ConnectionView::setNarrow(bool narrow)
{
    if (m_rail->isNarrow() != narrow)
        m_rail->setNarrow(narrow);
}

} // namespace rocketdesk::ui
