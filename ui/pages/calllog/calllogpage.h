// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/client.h"
#include "ui/pages/calllog/calltable.h"
#include "ui/pages/page.h"

#include <array>
#include <set>

class QMenu;
class QPushButton;
class QToolButton;

namespace rocketdesk::ui {

class CallDetail;
class ChipBar;
class FilterField;

/// Every remoting call of the connection as it happens: new ones at the bottom, one explained in the dock.
/// While it rests (not in sight, or paused) the client's own log keeps what comes.
class CallLogPage final : public Page
{
    Q_OBJECT

public:
    explicit CallLogPage(const PageContext &context, QWidget *parent = nullptr);

    void refresh() override;
    void openTarget(const Target &target) override;
    bool prepareScene(const QString &scene) override;
    [[nodiscard]] bool sceneReached(const QString &scene) const override;
    /// Adds fresh calls at the end and rewrites those that have ended.
    void take(rocketdesk::Client::Calls calls);
    void setPaused(bool paused);
    void clear();
    void undoClear();
    [[nodiscard]] const CallModel &calls() const { return *m_model; }

protected:
    void activeChanged(bool active) override;

private:
    void makeBar();
    void makeDock();
    void makeActions();
    void poll();
    void trim();
    void applyFilter();
    void fillCodes(QMenu &menu);
    void showCounts();
    void showExplained(const QString &key);
    void explainWith(const CallRecord &call, const rocketdesk::Client::CallDetail &detail);
    [[nodiscard]] bool isFollowing() const;
    void follow();
    void explainScene();

    CallModel *m_model;
    TableView *m_table;
    FilterField *m_filter = nullptr;
    ChipBar *m_chips = nullptr;
    QToolButton *m_codes = nullptr;
    QPushButton *m_newer = nullptr;
    QPushButton *m_pause = nullptr;
    QAction *m_undo = nullptr;
    DockPanel *m_dock = nullptr;
    CallDetail *m_detail = nullptr;
    QTimer *m_timer;
    ScopedCall m_asking;
    ScopedCall m_explaining;
    std::array<ScopedCall, 3> m_sceneCalls; ///< what a picture shows
    bool m_explainsRefused = false; ///< for a picture: the first refused call that comes
    std::set<quint64> m_running; ///< calls whose end is not known yet
    std::vector<CallRecord> m_cleared;
    quint64 m_newest = 0;
    int m_code = 0; ///< only calls of this code; 0 for all
    int m_unseen = 0; ///< came while the user looked further up
    bool m_paused = false;
};

} // namespace rocketdesk::ui
