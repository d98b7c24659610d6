// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/common/environment.h"
#include "ui/common/target.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QSplitter;
class QStackedLayout;
class QTimer;

namespace rocketdesk {
class Client;
}

namespace rocketdesk::ui {

class ActionRegistry;
class BannerStack;
class DockPanel;
class FilterField;
class PageHeader;
class RunningCalls;
class Settings;
class StatePane;
class TableView;

/// What a page is made with. All of it outlives the page.
struct PageContext {
    rocketdesk::Client *client = nullptr; ///< the open profile; null only in tests of pages that ask nothing
    Theme &theme;
    Settings &settings;
    ActionRegistry &actions; ///< of this connection; the page adds its own
    RunningCalls &running; ///< what the status line shows
    QString connection; ///< the profile's name
    Environment environment = Environment::Local;
    bool readOnly = false;
    Origin origin = Origin::Unknown; ///< the page, for the call log: Origin::FirstPage is the registry's first
    QStringList pages = {}; ///< titles, in the registry's order
    bool testable = false; ///< the connection editor can open it, and test the way to it
    QString keptAs = {}; ///< what is remembered of the connection; the name where empty

    [[nodiscard]] const QString &keptName() const { return keptAs.isEmpty() ? connection : keptAs; }

    /// With the profile's own time-out.
    [[nodiscard]] Ask asking() const { return {.origin = origin}; }
};

enum class PageState {
    Idle, ///< waits for a first step
    Loading,
    Ready,
    Empty,
    Partial, ///< content with something missing, and a banner that says what
    Failed,
};

/// One thing a user looks at: header, banners, bars, and either content or the state pane, with a dock at the right.
/// A page is made on its first show and lives as long as its connection's tab.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// `id` is the one of the registry; `title` stands in the header.
    Page(const PageContext &context, const QString &id, const QString &title, QWidget *parent = nullptr);
    ~Page() override;

    [[nodiscard]] const QString &id() const { return m_id; }
    /// Reads again what shows. Old content stays until the new one is there.
    virtual void refresh() = 0;
    /// Stops what the page has asked for; what came stays.
    virtual void cancelRunning() {}
    [[nodiscard]] virtual bool hasRunning() const { return false; }
    /// One sentence on what the page writes now and ends with it, and how far it is; empty where there is nothing like it.
    [[nodiscard]] virtual QString writing() const { return {}; }
    /// Brings what is meant into sight: selects the row, fills the search.
    virtual void openTarget(const Target &target) { Q_UNUSED(target) }
    /// Where the page is now, for the history.
    [[nodiscard]] virtual Target currentTarget() const { return {m_id, {}, {}}; }
    /// Takes over what is typed and what runs in the page of the same kind of a window that goes: the language has changed, the work goes on.
    virtual void goOnFrom(Page &before) { Q_UNUSED(before) }
    /// Brings the page into a named state for a picture; false when it has no such state.
    virtual bool prepareScene(const QString &scene);
    [[nodiscard]] virtual bool sceneReached(const QString &scene) const;

    /// In sight or not: automatic refresh rests while it is not. The first activation refreshes.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] PageState state() const { return m_state; }
    void setHistory(bool canGoBack, bool canGoForward);
    [[nodiscard]] QString statusText() const { return m_statusText; }
    void focusFilter(); ///< Ctrl+F
    /// Gives the focus to what had it last, else to the main table or the first field, or to the pane's button; false where none shows.
    bool focusContent();
    /// The same, as soon as there is something to give it to; unless it has gone elsewhere by then, or the page out of sight.
    void focusWhenReady();
    void toggleDock(); ///< Ctrl+J
    void toggleAutomaticRefresh(); ///< Shift+F5
    virtual void exportMainTable(); ///< Ctrl+E
    /// The connection is lost since then (epoch ms): what shows is from before, and is read again when it is back. A banner says
    /// so, or the pane where there is nothing to show. `secondsToTry` is -1 where that is not known.
    void setLost(bool lost, qint64 sinceMs, int secondsToTry = -1);

Q_SIGNALS:
    void openRequested(const rocketdesk::ui::Target &target);
    void backRequested();
    void forwardRequested();
    void stateChanged(rocketdesk::ui::PageState state);
    void statusTextChanged(const QString &text); ///< selection and sums, or what the page is doing
    void writingChanged();
    void badgeChanged(int count); ///< in the rail: what the user must act on
    void tryNowRequested(); ///< the lost connection, at once
    void testRequested(); ///< the way to the cluster, hop by hop
    /// The page stands somewhere worth coming back to.
    void placeChanged();

protected:
    virtual void activeChanged(bool active) { Q_UNUSED(active) }

    [[nodiscard]] const PageContext &context() const { return m_context; }
    [[nodiscard]] Theme &theme() const { return m_context.theme; }
    [[nodiscard]] rocketdesk::Client &client() const;
    [[nodiscard]] PageHeader &header() const { return *m_header; }
    [[nodiscard]] BannerStack &banners() const { return *m_banners; }
    [[nodiscard]] StatePane &pane() const { return *m_pane; }

    /// What shows in the states Ready and Partial. Takes ownership.
    void setContent(QWidget *content);
    /// A 38 px bar between banners and content; put the filter field first.
    QHBoxLayout *addFilterBar();
    /// A 44 px bar under the content, for actions on a selection.
    QHBoxLayout *addActionBar();
    /// Takes ownership; hidden until showDock(true). Its width is kept per page, and is `width` before the user has chosen one.
    void setDock(DockPanel *dock, int width = 448);
    void showDock(bool visible);
    [[nodiscard]] bool isDockShown() const;
    /// The page's main table: keeps its columns, and its selection summary stands in the status line.
    void setMainTable(TableView *table);
    void keepColumns(TableView *table, const QString &name); ///< of any other table
    /// Ctrl+F goes there; what is wrong with its text is said in a banner.
    void setFilterField(FilterField *field);
    /// Ready and Partial show the content, the others the pane (which the page has filled before).
    void setState(PageState state);
    [[nodiscard]] bool isLost() const { return m_lost; }
    void setStatusText(const QString &text);
    /// In the pane, while the page is loading: how many of the brokers that are asked side by side have answered.
    void showAnswers(int answered, int asked);
    [[nodiscard]] static QString answersText(int answered, int asked);
    void showExportFailure(const QString &reason);
    /// Opens the dialog that creates this topic, and comes back here.
    void createTopicFirst(const QString &topic);
    /// In the pane: who and what in a few words, under them the whole of it. The first button that is added next is the filled one.
    void showFailure(const Error &error);
    /// *Show calls* beside the pane's other buttons: the failed ones, in the call log.
    void offerFailedCalls();

    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void applyRefreshSeconds(int seconds);
    void placeDock();
    void restoreDockWidth();
    void presentLost();
    void presentLostBanner();
    [[nodiscard]] QWidget *widgetFor(PageState state) const;
    [[nodiscard]] QWidget *firstThatTakesKeys(const QWidget &part) const;
    void tellExportFailures(const QWidget &part);

    PageContext m_context;
    QString m_id;
    PageHeader *m_header;
    BannerStack *m_banners;
    StatePane *m_pane;
    QWidget *m_content = nullptr;
    StatePane *m_lostPane = nullptr; ///< instead of what failed for want of a connection
    QSplitter *m_splitter;
    QWidget *m_main;
    QStackedLayout *m_stack;
    DockPanel *m_dock = nullptr;
    TableView *m_table = nullptr;
    FilterField *m_filterField = nullptr;
    QPointer<QWidget> m_focusFrom; ///< had the focus when the page was to have it and had nothing to give it to
    QTimer *m_refreshTimer;
    int m_dockWidth = 0;
    QString m_statusText;
    PageState m_state = PageState::Idle;
    bool m_active = false;
    bool m_begun = false; ///< what shows was read with the connection that is there now
    bool m_dockOver = false;
    bool m_lost = false;
    qint64 m_lostSinceMs = 0;
    int m_secondsToTry = -1;
};

} // namespace rocketdesk::ui

Q_DECLARE_METATYPE(rocketdesk::ui::PageState)
