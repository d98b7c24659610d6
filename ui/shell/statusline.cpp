// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/statusline.h"

#include "ui/common/format.h"
#include "ui/common/runningcalls.h"
#include "ui/shell/connectionstatus.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/spinner.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPushButton>
#include <QTimer>

namespace rocketdesk::ui {

StatusLine::StatusLine(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_lamp(new Sign(theme, Icon::Idle, Role::Text2, 14, this))
    , m_state(new Label(theme, TextStyle::Small, Role::Text, {}, this))
    , m_address(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
    , m_lock(new Sign(theme, Icon::Lock, Role::Text2, 14, this))
    , m_access(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
    , m_firstLine(makeLine(theme, Qt::Vertical, this))
    , m_secondLine(makeLine(theme, Qt::Vertical, this))
    , m_page(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
    , m_spinner(new Spinner(theme, 14, this))
    , m_quiet(new Sign(theme, Icon::CallLog, Role::Text2, 14, this))
    , m_calls(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
    , m_cancel(makeButton(theme, tr("Cancel"), Icon::None, ButtonLook::Link, this))
    , m_tick(new QTimer(this))
{
    setBackground(theme, *this, Role::Window);
    setFixedHeight(theme.scaled(26));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_lamp);
    row->addWidget(m_state);
    row->addWidget(m_address);
    row->addWidget(m_firstLine);
    row->addWidget(m_lock);
    row->addWidget(m_access);
    row->addWidget(m_secondLine);
    row->addWidget(m_page, 1);
    row->addWidget(m_spinner);
    row->addWidget(m_quiet);
    row->addWidget(m_calls);
    row->addWidget(m_cancel);
    m_page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_tick->setInterval(500); // the age of the slowest call
    connect(m_tick, &QTimer::timeout, this, &StatusLine::showCalls);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_running)
            m_running->cancelAll();
    });
    setConnection(nullptr, nullptr);
}

void StatusLine::setConnection(ConnectionStatus *status, RunningCalls *running)
{
    if (m_status)
        disconnect(m_status, nullptr, this, nullptr);
    if (m_running)
        disconnect(m_running, nullptr, this, nullptr);
    m_status = status;
    m_running = running;
    if (status)
        connect(status, &ConnectionStatus::changed, this, &StatusLine::showStatus);
    if (status)
        connect(status, &ConnectionStatus::callsChanged, this, &StatusLine::showCalls);
    if (running)
        connect(running, &RunningCalls::changed, this, &StatusLine::showCalls);
    showStatus();
    showCalls();
}

void StatusLine::setPageText(const QString &text)
{
    m_page->setText(text);
}

void StatusLine::showStatus()
{
    const bool open = m_status;
    m_lamp->setVisible(open);
    m_firstLine->setVisible(open);
    m_secondLine->setVisible(open);
    m_address->setVisible(open);
    m_access->setVisible(open);
    m_lock->setVisible(open && m_status->isReadOnly());
    if (!open) {
        m_state->setText(tr("No connection open"));
        m_state->setRole(Role::Text2);
        m_page->setText({});
        return;
    }
    m_lamp->set(connectionIcon(m_status->state()), connectionRole(m_status->state()));
    m_state->setText(m_status->detail().isEmpty() ? connectionWord(m_status->state()) : m_status->detail());
    m_state->setRole(m_status->state() == ConnectionState::Lost ? Role::WarningText : Role::Text);
    m_address->setText(m_status->address());
    m_access->setText(m_status->isReadOnly() ? tr("Read-only") : tr("Writable"));
}

void StatusLine::showCalls()
{
    const auto count = m_running ? static_cast<int>(m_running->entries().size()) : 0;
    const int calling = m_status ? m_status->calls() : 0;
    m_spinner->setVisible(count + calling > 0);
    m_quiet->setVisible(count + calling == 0);
    m_cancel->setVisible(count > 0);
    if (count == 0) {
        m_tick->stop();
        m_calls->setText(calling == 0 ? tr("No calls running") : tr("%n calls running", nullptr, calling));
        return;
    }
    const RunningCalls::Entry &slowest = m_running->entries().constFirst();
    const QString calls = tr("%n calls running", nullptr, count);
    m_calls->setText(tr("%1 · %2, %3", "calls running · the slowest, how long").arg(calls, slowest.what, format::duration(slowest.since.elapsed())));
    if (!m_tick->isActive())
        m_tick->start();
}

void StatusLine::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->position().x() >= m_quiet->x() || (m_spinner->isVisible() && event->position().x() >= m_spinner->x()))
        Q_EMIT callsClicked();
}

} // namespace rocketdesk::ui
