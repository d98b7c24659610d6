// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/page.h"
#include "ui/pages/topics/topicrows.h"

class QMenu;
class QPushButton;

namespace rocketdesk::ui {

class ChipBar;
class FilterField;
class LazyNumbers;
class TopicDock;

/// All topics of the cluster, and one of them in detail.
class TopicsPage final : public Page
{
    Q_OBJECT

public:
    explicit TopicsPage(const PageContext &context, QWidget *parent = nullptr);
    ~TopicsPage() override;

    void refresh() override;
    void cancelRunning() override;
    [[nodiscard]] bool hasRunning() const override { return m_reading.isRunning(); }
    void openTarget(const Target &target) override;
    [[nodiscard]] Target currentTarget() const override;
    bool prepareScene(const QString &scene) override;
    [[nodiscard]] bool sceneReached(const QString &scene) const override;

protected:
    void activeChanged(bool active) override;

private:
    void addActions();
    void makeHeader();
    void makeFilterBar();
    void makeDock();
    void connectTable();
    void connectNumbers();
    void addToMenu(QMenu &menu, std::initializer_list<const char *> ids);
    void forbidWhatCannotBe();

    void finished(Result<TopicsOverview> overview);
    void presentFailure(const Error &error);
    void presentBanner();
    void presentCounts();
    void presentEmptiness();
    void chooseKind();
    void selectPending();
    void presentMissing(const QString &topic); ///< the one that was to be selected
    [[nodiscard]] QString summary() const;

    void wantNumbers(int first, int last);
    void takeNumbers(const std::vector<TopicNumbers> &numbers);
    [[nodiscard]] std::vector<TopicRow> unread() const; ///< of the rows that show
    void offerReadingAll();
    void readAll();
    void showReadingProgress(int done, int all);

    void currentChanged();
    [[nodiscard]] const TopicLine *currentLine() const;
    void goTo(const QString &page);
    void openScene();
    /// With a name given, and then goes on to the page `then` with the new topic; both may be empty.
    void createTopic(const QString &name, const QString &then);
    void changeTopic();
    void deleteTopic();
    void written(const QString &topic);

    TableModel<TopicLine> *m_topics;
    TableView *m_table;
    FilterField *m_filter = nullptr;
    ChipBar *m_chips = nullptr;
    TopicDock *m_detail = nullptr;
    QPushButton *m_create = nullptr;
    LazyNumbers *m_numbers;
    TopicsOverview m_overview;
    ScopedCall m_reading;
    QString m_pending; ///< the topic to select once it is there
    QString m_scene; ///< to open once the topics are there
    int m_generation = 0; ///< how often the list was read
    std::pair<int, int> m_inSight{0, -1};
    bool m_dockWanted = true; ///< the user has not closed it
    bool m_hasOther = false;
};

} // namespace rocketdesk::ui
