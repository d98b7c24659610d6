// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/page.h"

#include "ui/common/format.h"
#include "ui/settings/settings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/dockpanel.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/statepane.h"
#include "ui/widgets/tableview.h"
#include "ui/widgets/taborder.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace rocketdesk::ui {

namespace {

constexpr int overlayBelow = 1100; // px of page width; narrower, the dock lies over the table
constexpr int dockLeast = 320;

const QHash<QString, PageState> &sceneStates()
{
    static const QHash<QString, PageState> states = {
        {QStringLiteral("idle"), PageState::Idle}, {QStringLiteral("loading"), PageState::Loading}, {QStringLiteral("ready"), PageState::Ready},
        {QStringLiteral("empty"), PageState::Empty}, {QStringLiteral("partial"), PageState::Partial}, {QStringLiteral("failed"), PageState::Failed},
        {QStringLiteral("waiting"), PageState::Loading}, {QStringLiteral("long"), PageState::Ready},
    };
    return states;
}

bool takesKeys(const QWidget *widget)
{
    return widget && widget->isVisible() && widget->isEnabled();
}

QString columnsGroup()
{
    return QStringLiteral("columns");
}

QString docksGroup()
{
    return QStringLiteral("docks");
}

} // namespace

Page::Page(const PageContext &context, const QString &id, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_id(id)
    , m_header(new PageHeader(context.theme, title, this))
    , m_banners(new BannerStack(context.theme, this))
    , m_pane(new StatePane(context.theme))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_main(new QWidget)
    , m_stack(new QStackedLayout)
    , m_refreshTimer(new QTimer(this))
{
    setBackground(context.theme, *this, Role::Page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banners);
    column->addWidget(m_splitter, 1);
    auto *main = new QVBoxLayout(m_main);
    main->setContentsMargins(0, 0, 0, 0);
    main->setSpacing(0);
    main->addLayout(m_stack, 1);
    m_stack->addWidget(m_pane);
    m_splitter->addWidget(m_main);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    connect(m_header, &PageHeader::backRequested, this, &Page::backRequested);
    connect(m_header, &PageHeader::forwardRequested, this, &Page::forwardRequested);
    connect(m_header, &PageHeader::refreshRequested, this, [this] { refresh(); });
    connect(m_header, &PageHeader::refreshSecondsChosen, this, [this](int seconds) { m_context.settings.set(setting::refreshSeconds, seconds); });
    connect(&m_context.settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1StringView(setting::refreshSeconds.key))
            applyRefreshSeconds(m_context.settings.get(setting::refreshSeconds));
    });
    connect(m_refreshTimer, &QTimer::timeout, this, [this] {
        if (!hasRunning())
            refresh();
    });
    connect(m_pane, &StatePane::cancelled, this, [this] { cancelRunning(); });
    applyRefreshSeconds(context.settings.get(setting::refreshSeconds));
}

Page::~Page() = default;

rocketdesk::Client &Page::client() const
{
    Q_ASSERT_X(m_context.client, "Page", "asked for the client without one");
    return *m_context.client;
}

bool Page::prepareScene(const QString &scene)
{
    return sceneStates().contains(scene);
}

bool Page::sceneReached(const QString &scene) const
{
    return sceneStates().contains(scene) && sceneStates().value(scene) == m_state;
}

void Page::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    m_focusFrom = nullptr;
    applyRefreshSeconds(m_context.settings.get(setting::refreshSeconds));
    activeChanged(active);
    if (active && !m_begun) {
        m_begun = true;
        orderTabs(*this); // all of its parts are there now
        refresh();
    }
}

void Page::applyRefreshSeconds(int seconds)
{
    m_header->setRefreshSeconds(seconds);
    if (seconds > 0 && m_active)
        m_refreshTimer->start(seconds * 1000);
    else
        m_refreshTimer->stop();
}

void Page::toggleAutomaticRefresh()
{
    const bool on = m_context.settings.get(setting::refreshSeconds) > 0;
    m_context.settings.set(setting::refreshSeconds, on ? 0 : 10);
}

void Page::setHistory(bool canGoBack, bool canGoForward)
{
    m_header->setHistory(canGoBack, canGoForward);
}

void Page::setContent(QWidget *content)
{
    m_content = content;
    m_stack->addWidget(content);
    tellExportFailures(*content);
}

void Page::tellExportFailures(const QWidget &part)
{
    QList<const TableView *> tables;
    const auto inside = part.findChildren<TableView *>();
    for (const TableView *table : inside)
        tables << table;
    if (const auto *own = qobject_cast<const TableView *>(&part))
        tables << own;
    for (const TableView *table : std::as_const(tables))
        connect(table, &TableView::exportFailed, this, &Page::showExportFailure);
}

QHBoxLayout *Page::addFilterBar()
{
    auto *bar = new QWidget(m_main);
    bar->setFixedHeight(m_context.theme.scaled(38));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    auto *column = qobject_cast<QBoxLayout *>(m_main->layout());
    column->insertWidget(column->indexOf(m_stack), bar);
    column->insertWidget(column->indexOf(m_stack), makeLine(m_context.theme, Qt::Horizontal, m_main));
    return row;
}

QHBoxLayout *Page::addActionBar()
{
    auto *bar = new QWidget(m_main);
    bar->setFixedHeight(m_context.theme.scaled(44));
    setBackground(m_context.theme, *bar, Role::Subtle);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 0, 12, 0);
    row->setSpacing(8);
    m_main->layout()->addWidget(makeLine(m_context.theme, Qt::Horizontal, m_main));
    m_main->layout()->addWidget(bar);
    return row;
}

void Page::setDock(DockPanel *dock, int width)
{
    m_dock = dock;
    m_dockWidth = width;
    dock->hide();
    m_splitter->addWidget(dock);
    tellExportFailures(*dock);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    connect(dock, &DockPanel::closeRequested, this, [this] { showDock(false); });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.settings.remember(docksGroup(), m_id, QByteArray::number(m_dock->width()));
    });
}

void Page::showDock(bool visible)
{
    if (!m_dock || m_dock->isHidden() != visible)
        return;
    m_dock->setVisible(visible);
    placeDock();
    if (!visible && m_table)
        m_table->setFocus();
}

bool Page::isDockShown() const
{
    return m_dock && !m_dock->isHidden();
}

void Page::toggleDock()
{
    showDock(!isDockShown());
}

void Page::placeDock()
{
    // What stands left of a dock that lies over the page ends where the dock begins: nothing is cut, or out of reach under it
    const auto keepClear = [this](int right) {
        m_main->layout()->setContentsMargins(0, 0, right, 0);
        m_main->setMinimumWidth(right > 0 ? 1 : 0); // the window is not to grow for it
    };
    if (!isDockShown())
        return keepClear(0);
    const bool over = width() < m_context.theme.scaled(overlayBelow);
    if (over != m_dockOver) {
        m_dockOver = over;
        if (over)
            m_dock->setParent(this);
        else
            m_splitter->addWidget(m_dock);
        m_dock->setAutoFillBackground(over);
        m_dock->show();
    }
    if (!over) {
        keepClear(0);
        return restoreDockWidth();
    }
    const int wide = std::min(m_context.theme.scaled(m_dockWidth), width() * 6 / 10);
    keepClear(wide);
    m_dock->setGeometry(width() - wide, m_splitter->y(), wide, m_splitter->height());
    m_dock->raise();
}

void Page::restoreDockWidth()
{
    const int kept = m_context.settings.remembered(docksGroup(), m_id).toInt();
    const int widest = std::max(dockLeast, width() * 4 / 10);
    const int wide = std::clamp(kept > 0 ? kept : m_context.theme.scaled(m_dockWidth), dockLeast, widest);
    m_splitter->setSizes({width() - wide - 1, wide});
}

void Page::setMainTable(TableView *table)
{
    m_table = table;
    keepColumns(table, QStringLiteral("main"));
    connect(table, &TableView::selectionSummaryChanged, this, [this, table] { setStatusText(table->selectionSummary()); });
}

void Page::keepColumns(TableView *table, const QString &name)
{
    const QString key = m_id + u'.' + name;
    const QByteArray kept = m_context.settings.remembered(columnsGroup(), key);
    if (!kept.isEmpty())
        table->restoreColumns(kept);
    connect(table, &TableView::columnsChanged, this, [this, table, key] { m_context.settings.remember(columnsGroup(), key, table->saveColumns()); });
}

void Page::setFilterField(FilterField *field)
{
    m_filterField = field;
    connect(field, &FilterField::errorChanged, this, [this](const QString &error) {
        if (error.isEmpty())
            m_banners->clear(QStringLiteral("filter"));
        else
            m_banners->put({.id = QStringLiteral("filter"), .tone = Tone::Error, .fact = tr("The filter is not applied."), .reason = tr("It is no regular expression: %1.").arg(error), .closable = false});
    });
}

void Page::createTopicFirst(const QString &topic)
{
    Q_EMIT openRequested({QStringLiteral("topics"), {}, {{QStringLiteral("create"), topic}, {QStringLiteral("then"), id()}}});
}

bool Page::focusContent()
{
    if (m_table && m_state == PageState::Loading)
        return false; // keys are not meant for Cancel
    QWidget *wanted = focusWidget();
    if (!takesKeys(wanted))
        wanted = takesKeys(m_table) ? m_table : firstThatTakesKeys(m_table ? *m_stack->currentWidget() : *m_main);
    if (wanted)
        wanted->setFocus(Qt::OtherFocusReason);
    return wanted != nullptr;
}

void Page::focusWhenReady()
{
    if (!focusContent())
        m_focusFrom = window()->focusWidget();
}

QWidget *Page::firstThatTakesKeys(const QWidget &part) const
{
    for (QWidget *next = nextInFocusChain(); next != this; next = next->nextInFocusChain()) {
        if (part.isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && takesKeys(next))
            return next;
    }
    return nullptr;
}

void Page::focusFilter()
{
    if (!m_filterField)
        return;
    m_filterField->setFocus(Qt::ShortcutFocusReason);
    m_filterField->selectAll();
}

void Page::exportMainTable()
{
    if (m_table)
        m_table->exportRows();
}

void Page::showExportFailure(const QString &reason)
{
    m_banners->put({.id = QStringLiteral("export"), .tone = Tone::Error, .fact = tr("Nothing was exported."), .reason = reason});
}

void Page::offerFailedCalls()
{
    connect(m_pane->addButton(tr("Show calls"), Icon::CallLog), &QPushButton::clicked, this,
        [this] { Q_EMIT openRequested({QStringLiteral("calllog"), {}, {{QStringLiteral("show"), QStringLiteral("failed")}}}); });
}

void Page::setStatusText(const QString &text)
{
    if (text == m_statusText)
        return;
    m_statusText = text;
    Q_EMIT statusTextChanged(text);
}

void Page::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeDock();
}

void Page::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isDockShown())
        return showDock(false);
    QWidget::keyPressEvent(event);
}

} // namespace rocketdesk::ui
