// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/topics/detailrows.h"
#include "ui/pages/topics/topicrows.h"

#include <QObject>

class QBoxLayout;
class QPushButton;
class QStackedWidget;
class QTimer;

namespace rocketdesk {
class Client;
}

namespace rocketdesk::ui {

class BannerStack;
class DockPanel;
class FactsGrid;
class Label;
class RoutePicture;
class RunningCalls;
class TableView;
class Theme;
struct PageContext;

/// One topic in detail: facts, route and queues; configuration by broker; groups. Fills the panel of the page's dock.
class TopicDock final : public QObject
{
    Q_OBJECT

public:
    TopicDock(const PageContext &context, Client &client, QObject *parent = nullptr);

    [[nodiscard]] DockPanel *panel() const { return m_panel; }
    /// Reads the topic, unless it is the one that shows.
    void show(const TopicLine &line);
    void showNumbers(const TopicLine &line); ///< of the list: they came later
    void refresh();
    void cancel() { m_reading.cancel(); }
    void setCurrentTab(const QString &tab);

Q_SIGNALS:
    void watchRequested();
    void sendRequested();
    void changeRequested();

private:
    [[nodiscard]] QWidget *makeOverview(bool readOnly);
    [[nodiscard]] QWidget *makeRouteHead();
    [[nodiscard]] QWidget *makeQueuesHead(bool readOnly);
    [[nodiscard]] QWidget *makeConfig(bool readOnly);
    [[nodiscard]] QWidget *makeGroups();
    void clear();
    void read();
    void ended(Result<TopicDetail> detail);
    void present(const TopicDetail &detail);
    void presentFacts(const TopicDetail &detail);
    void presentRoute(const TopicDetail &detail);
    void presentQueues(const TopicDetail &detail);
    void presentConfig(const TopicDetail &detail);
    void presentGroups(const TopicDetail &detail);
    void presentFailures(const TopicDetail &detail);
    void showRouteAs(bool table);

    Theme &m_theme;
    RunningCalls &m_running;
    Client &m_client;
    Ask m_asking;
    DockPanel *m_panel;
    BannerStack *m_banners = nullptr;
    FactsGrid *m_facts = nullptr;
    Label *m_agreement = nullptr;
    QPushButton *m_asTable = nullptr;
    RoutePicture *m_picture = nullptr;
    TableView *m_routeTable = nullptr;
    Label *m_queueCount = nullptr;
    TableView *m_queueTable = nullptr;
    Label *m_configNote = nullptr;
    TableView *m_configTable = nullptr;
    Label *m_groupNote = nullptr;
    TableView *m_groupTable = nullptr;
    TableModel<RouteRow> *m_routes;
    TableModel<QueueRow> *m_queues;
    TableModel<ConfigRow> *m_configs = nullptr;
    TableModel<ConsumerGroup> *m_groups;
    QTimer *m_settling; ///< arrow keys run through many topics: only where they rest is read
    std::optional<TopicLine> m_line;
    ScopedCall m_reading;
};

} // namespace rocketdesk::ui
