// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"
#include "ui/pages/registry.h"
#include "ui/widgets/signs.h"

#include <QElapsedTimer>
#include <QHash>
#include <QWidget>

#include <memory>

class QStackedWidget;

namespace rocketdesk::ui {

class ConnectionStatus;
class Rail;

/// Names what is remembered of the embedded cluster.
inline constexpr char sandboxProfileId[] = "sandbox";
/// What it is called in the language of the moment.
[[nodiscard]] QString sandboxName();

/// What opens a connection: the client behind it and what the window says about it.
struct OpenedConnection {
    QString profileId; ///< names what is remembered
    std::shared_ptr<rocketdesk::Client> client; ///< null only in tests
    std::shared_ptr<ConnectionStatus> status;
};

/// Everything of one connection's tab: rail, pages, history. Nothing is shared between tabs.
class ConnectionView final : public QWidget
{
    Q_OBJECT

public:
    ConnectionView(Theme &theme, Settings &settings, ActionRegistry &above, const std::vector<PageEntry> &pages, OpenedConnection connection, QWidget *parent = nullptr);
    ~ConnectionView() override;

    void go(const Target &target); ///< and remembers where we were
    void goToPage(int number); ///< from 0
    void goBack();
    void goForward();
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] Page *page(const QString &id); ///< made on the first call; null for an unknown id
    /// Every page of the view takes over from its like in one that goes, and shows what showed there.
    void goOnFrom(const ConnectionView &before);
    /// What its pages write now and ends with them, a sentence each.
    [[nodiscard]] QStringList writing() const;
    void setActive(bool active);
    void setNarrow(bool narrow);
    [[nodiscard]] Rail &rail() const { return *m_rail; }
    [[nodiscard]] ConnectionStatus &status() const { return *m_connection.status; }
    [[nodiscard]] RunningCalls &running() const { return *m_running; }
    [[nodiscard]] ActionRegistry &actions() const { return *m_actions; }
    [[nodiscard]] const OpenedConnection &connection() const { return m_connection; }
    [[nodiscard]] const QString &profileId() const { return m_connection.profileId; }
    /// As they were read last: for the palette, which asks nothing before a choice.
    [[nodiscard]] const QStringList &topics() const { return m_topics; }
    /// Reads the topics' names, unless that was done a moment ago.
    void readTopics();

Q_SIGNALS:
    void statusTextChanged(const QString &text);
    void writingChanged();
    void pageChanged(const QString &id);
    void settingsRequested();
    void testRequested(); ///< of the way to its cluster

private:
    [[nodiscard]] Page *makePage(const PageEntry &entry);
    void present(const Target &target);
    void askForMessage();
    [[nodiscard]] PageContext contextOf(const PageEntry &entry) const;
    void updateHistory();

    Theme &m_theme;
    Settings &m_settings;
    OpenedConnection m_connection;
    ActionRegistry *m_actions;
    RunningCalls *m_running;
    std::vector<PageEntry> m_entries;
    Rail *m_rail;
    QStackedWidget *m_stack;
    QHash<QString, Page *> m_pages;
    QStringList m_topics;
    QElapsedTimer m_sinceTopics; ///< invalid until they have been read
    ScopedCall m_topicsCall;
    QList<Target> m_history;
    qsizetype m_at = -1;
    bool m_active = false;
};

} // namespace rocketdesk::ui
