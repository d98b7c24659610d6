// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QPointer>
#include <QWidget>

class QPushButton;
class QTimer;

namespace rocketdesk::ui {

class ConnectionStatus;
class Label;
class RunningCalls;
class Sign;
class Spinner;

/// 26 px at the bottom: connection, writable or not, what the page says, and the running calls with their Cancel.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(Theme &theme, QWidget *parent = nullptr);

    void setConnection(ConnectionStatus *status, RunningCalls *running); ///< null: no connection open
    void setPageText(const QString &text);

Q_SIGNALS:
    void callsClicked();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void showStatus();
    void showCalls();

    Theme &m_theme;
    Sign *m_lamp;
    Label *m_state;
    Label *m_address;
    Sign *m_lock;
    Label *m_access;
    QWidget *m_firstLine;
    QWidget *m_secondLine;
    Label *m_page;
    Spinner *m_spinner;
    Sign *m_quiet;
    Label *m_calls;
    QPushButton *m_cancel;
    QTimer *m_tick;
    QPointer<ConnectionStatus> m_status;
    QPointer<RunningCalls> m_running;
};

} // namespace rocketdesk::ui
