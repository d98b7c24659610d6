// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statepane.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signs.h"
#include "ui/widgets/spinner.h"

#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace rocketdesk::ui {

namespace {

constexpr int revealAfterMs = 150;
constexpr int offerCancelAfterMs = 1000;

QTimer *makeTimer(int ms, QObject *parent)
{
    auto *timer = new QTimer(parent);
    timer->setSingleShot(true);
    timer->setInterval(ms);
    return timer;
}

} // namespace

StatePane::StatePane(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_body(new QWidget(this))
    , m_sign(new Sign(theme, Icon::None, Role::Text2, 40, m_body))
    , m_spinner(new Spinner(theme, 36, m_body))
    , m_title(new Label(theme, TextStyle::Title, Role::Text, {}, m_body))
    , m_text(new Label(theme, TextStyle::Body, Role::Text2, {}, m_body))
    , m_progress(new QProgressBar(m_body))
    , m_buttons(new QHBoxLayout)
    , m_cancel(makeButton(theme, tr("Cancel"), Icon::Stop, ButtonLook::Plain, m_body))
    , m_revealing(makeTimer(revealAfterMs, this))
    , m_offering(makeTimer(offerCancelAfterMs, this))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_title->setMarkup(true);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setMarkup(true);
    m_text->setWordWrap(true);
    m_progress->setFixedWidth(theme.scaled(300));
    m_progress->setFixedHeight(8);
    m_progress->setTextVisible(false);
    m_buttons->setSpacing(8);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addWidget(m_sign, 0, Qt::AlignHCenter);
    column->addWidget(m_spinner, 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addSpacing(6);
    column->addLayout(m_buttons);
    auto *outer = new QHBoxLayout(this);
    outer->addStretch();
    outer->addWidget(m_body, 0, Qt::AlignVCenter);
    outer->addStretch();
    m_body->setMinimumWidth(theme.scaled(320));
    m_body->setMaximumWidth(theme.scaled(560));
    m_text->setMinimumWidth(theme.scaled(440));
    connect(m_cancel, &QPushButton::clicked, this, &StatePane::cancelled);
    connect(m_revealing, &QTimer::timeout, this, &StatePane::reveal);
    connect(m_offering, &QTimer::timeout, m_cancel, &QWidget::show);
    m_buttons->addStretch();
    m_buttons->addWidget(m_cancel);
    m_buttons->addStretch();
    m_cancel->hide();
    m_body->hide();
}

void StatePane::showIdle(Icon icon, const QString &title, const QString &text)
{
    present(icon, Role::Text2, title, text);
}

void StatePane::showEmpty(Icon icon, const QString &title, const QString &text)
{
    present(icon, Role::Text2, title, text);
}

void StatePane::showFailed(const QString &title, const QString &text, Tone tone, Icon icon)
{
    const Role role = tone == Tone::Warning ? Role::WarningFill : tone == Tone::Error ? Role::ErrorFill : Role::Text2;
    present(icon == Icon::None ? Theme::stateIcon(tone) : icon, role, title, text);
}

void StatePane::present(Icon icon, Role role, const QString &title, const QString &text)
{
    m_loading = false;
    m_revealing->stop();
    m_offering->stop();
    clearButtons();
    m_sign->set(icon, role);
    m_sign->show();
    m_spinner->hide();
    m_progress->hide();
    retell(title, text);
    m_body->show();
}

void StatePane::retell(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

QString StatePane::title() const
{
    return m_title->text();
}

QString StatePane::text() const
{
    return m_text->text();
}

void StatePane::showLoading(const QString &title)
{
    clearButtons();
    m_title->setText(title);
    m_text->setText({});
    m_text->hide();
    m_progress->hide();
    m_sign->hide();
    m_spinner->show();
    if (m_loading)
        return;
    m_loading = true;
    m_body->hide();
    m_revealing->start();
    m_offering->start();
}

void StatePane::reveal()
{
    m_body->show();
}

void StatePane::setProgress(const QString &text, int done, int total)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_progress->setRange(0, total);
    m_progress->setValue(done);
    m_progress->setVisible(total > 0);
}

QPushButton *StatePane::addButton(const QString &text, Icon icon, ButtonLook look)
{
    auto *button = makeButton(m_theme, text, icon, look, m_body);
    m_buttons->insertWidget(m_buttons->count() - 2, button);
    button->show(); // the layout does it later, and it may be given the focus before
    return button;
}

void StatePane::clearButtons()
{
    m_cancel->hide();
    const auto buttons = m_body->findChildren<QPushButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QPushButton *button : buttons) {
        if (button == m_cancel)
            continue;
        m_buttons->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
}

} // namespace rocketdesk::ui
