// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/topics/topicdock.h"

#include "client/client.h"
#include "ui/common/runningcalls.h"
#include "ui/pages/page.h"
#include "ui/pages/topics/routepicture.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/dockpanel.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QTimer>

namespace rocketdesk::ui {

namespace {

constexpr int selectionSettlesMs = 120;

TableView *makeTable(Theme &theme, TableBase *table, const QString &name)
{
    auto *view = new TableView(theme);
    view->setDense(true);
    view->setFitsRows(true);
    if (table)
        view->setTable(table);
    view->setAccessibleName(name);
    return view;
}

QVBoxLayout *makeColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

TopicDock::TopicDock(const PageContext &context, Client &client, QObject *parent)
    : QObject(parent)
    , m_theme(context.theme)
    , m_running(context.running)
    , m_client(client)
    , m_asking(context.asking())
    , m_panel(new DockPanel(context.theme))
    , m_routes(new TableModel<RouteRow>(routeColumns(), [](const RouteRow &row) { return row.broker + u'/' + QString::number(row.id); }, this))
    , m_queues(new TableModel<QueueRow>(queueColumns(), [](const QueueRow &row) { return queueTitle(row.queue); }, this))
    , m_groups(new TableModel<ConsumerGroup>({{.id = QStringLiteral("group"), .title = tr("Group"), .kind = ColumnKind::Name, .width = 200, .flexible = true,
                                                 .text = [](const ConsumerGroup &group) { return group.text(); }}},
          [](const ConsumerGroup &group) { return group.text(); }, this))
    , m_settling(new QTimer(this))
{
    m_panel->addTab(QStringLiteral("overview"), tr("Overview"), makeOverview(context.readOnly));
    m_panel->addTab(QStringLiteral("config"), tr("Config"), makeConfig(context.readOnly));
    m_panel->addTab(QStringLiteral("groups"), tr("Groups"), makeGroups());
    m_settling->setSingleShot(true);
    m_settling->setInterval(selectionSettlesMs);
    connect(m_settling, &QTimer::timeout, this, &TopicDock::read);
}

QWidget *TopicDock::makeOverview(bool readOnly)
{
    auto *overview = new QWidget;
    QVBoxLayout *column = makeColumn(overview);
    m_facts = new FactsGrid(m_theme, overview);
    m_banners = new BannerStack(m_theme, overview);
    m_picture = new RoutePicture(m_theme, overview);
    m_routeTable = makeTable(m_theme, m_routes, tr("Route"));
    m_queueTable = makeTable(m_theme, m_queues, tr("Queues"));
    column->addWidget(m_facts);
    column->addWidget(makeLine(m_theme, Qt::Horizontal, overview));
    column->addWidget(makeRouteHead());
    column->addWidget(m_picture);
    column->addWidget(m_routeTable);
    column->addWidget(makeLine(m_theme, Qt::Horizontal, overview));
    column->addWidget(makeQueuesHead(readOnly));
    column->addWidget(m_banners);
    column->addWidget(m_queueTable);
    column->addStretch(1);
    showRouteAs(false);
    return overview;
}

QWidget *TopicDock::makeRouteHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 6, 8, 4);
    row->setSpacing(8);
    m_agreement = new Label(m_theme, TextStyle::Small, Role::Text2, {}, head);
    m_agreement->setWordWrap(true);
    m_asTable = makeButton(m_theme, tr("As table"), Icon::None, ButtonLook::Link, head);
    row->addWidget(new Label(m_theme, TextStyle::SmallStrong, Role::Text, tr("Route"), head));
    row->addWidget(m_agreement, 1);
    row->addWidget(m_asTable);
    connect(m_asTable, &QPushButton::clicked, this, [this] { showRouteAs(m_routeTable->isHidden()); });
    return head;
}

void TopicDock::showRouteAs(bool table)
{
    m_routeTable->setVisible(table);
    m_picture->setVisible(!table);
    m_asTable->setText(table ? tr("As picture") : tr("As table"));
}

QWidget *TopicDock::makeQueuesHead(bool readOnly)
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(14, 4, 8, 4);
    row->setSpacing(8);
    m_queueCount = new Label(m_theme, TextStyle::Small, Role::Text2, {}, head);
    auto *watch = makeButton(m_theme, tr("Watch live"), Icon::Live, ButtonLook::Flat, head);
    auto *send = makeButton(m_theme, tr("Send"), Icon::Send, ButtonLook::Flat, head);
    send->setEnabled(!readOnly);
    send->setToolTip(readOnly ? tr("The profile is read-only") : QString());
    row->addWidget(new Label(m_theme, TextStyle::SmallStrong, Role::Text, tr("Queues"), head));
    row->addWidget(m_queueCount, 1);
    row->addWidget(watch);
    row->addWidget(send);
    connect(watch, &QPushButton::clicked, this, &TopicDock::watchRequested);
    connect(send, &QPushButton::clicked, this, &TopicDock::sendRequested);
    return head;
}

QWidget *TopicDock::makeConfig(bool readOnly)
{
    auto *config = new QWidget;
    QVBoxLayout *column = makeColumn(config);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 6, 8, 6);
    m_configNote = new Label(m_theme, TextStyle::Small, Role::Text2, {}, config);
    auto *change = makeButton(m_theme, tr("Change…"), Icon::Edit, ButtonLook::Flat, config);
    change->setEnabled(!readOnly);
    change->setToolTip(readOnly ? tr("The profile is read-only") : QString());
    row->addWidget(m_configNote, 1);
    row->addWidget(change);
    m_configTable = makeTable(m_theme, nullptr, tr("Configuration"));
    column->addLayout(row);
    column->addWidget(m_configTable);
    column->addStretch(1);
    connect(change, &QPushButton::clicked, this, &TopicDock::changeRequested);
    return config;
}

QWidget *TopicDock::makeGroups()
{
    auto *groups = new QWidget;
    QVBoxLayout *column = makeColumn(groups);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 8, 14, 8);
    m_groupNote = new Label(m_theme, TextStyle::Small, Role::Text2, {}, groups);
    row->addWidget(m_groupNote, 1);
    m_groupTable = makeTable(m_theme, m_groups, tr("Groups"));
    column->addLayout(row);
    column->addWidget(m_groupTable);
    column->addStretch(1);
    return groups;
}

void TopicDock::setCurrentTab(const QString &tab)
{
    m_panel->setCurrentTab(tab);
}

void TopicDock::show(const TopicLine &line)
{
    const bool same = m_line && m_line->topic.name == line.topic.name;
    m_line = line;
    if (same)
        return showNumbers(line);
    clear();
    m_panel->setTitle(typeIcon(line.topic.type), line.topic.name.text());
    m_settling->start();
}

void TopicDock::showNumbers(const TopicLine &line)
{
    if (m_line && m_line->topic.name == line.topic.name)
        m_line = line;
}

void TopicDock::refresh()
{
    if (m_line)
        m_settling->start();
}

void TopicDock::read()
{
    if (!m_line)
        return;
    auto reading = m_client.readTopic(m_line->topic.name, m_asking, this, [this](const TopicDetail &detail) {
        if (m_line && detail.topic == m_line->topic.name)
            present(detail);
    });
    m_reading = m_running.watch(std::move(reading), tr("Reading %1").arg(m_line->topic.name.text()), this, [this](Result<TopicDetail> &&detail) { ended(std::move(detail)); });
}

} // namespace rocketdesk::ui
