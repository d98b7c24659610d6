// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/pageheader.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace rocketdesk::ui {

PageHeader::PageHeader(Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_back(makeIconButton(theme, Icon::Back, tr("Back (Alt+Left)"), this))
    , m_forward(makeIconButton(theme, Icon::Forward, tr("Forward (Alt+Right)"), this))
    , m_title(new Label(theme, TextStyle::Title, Role::Text, title, this))
    , m_summary(new Label(theme, TextStyle::Small, Role::Text2, {}, this))
    , m_row(new QHBoxLayout(this))
    , m_icons(new QHBoxLayout)
    , m_beforeRefresh(new QSpacerItem(4, 0))
    , m_refresh(new QToolButton(this))
    , m_intervals(new QActionGroup(this))
{
    m_title->setElide(Qt::ElideMiddle);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_row->setContentsMargins(8, 0, 12, 1);
    m_row->setSpacing(4);
    m_row->addWidget(m_back);
    m_row->addWidget(m_forward);
    m_row->addSpacing(4);
    m_row->addWidget(m_title);
    m_row->addSpacing(6);
    m_row->addWidget(m_summary, 1);
    m_row->addLayout(m_icons);
    m_row->addSpacerItem(m_beforeRefresh);
    m_row->addWidget(m_refresh);
    m_icons->setSpacing(4);
    makeRefresh();
    setHistory(false, false);
    connect(m_back, &QToolButton::clicked, this, &PageHeader::backRequested);
    connect(m_forward, &QToolButton::clicked, this, &PageHeader::forwardRequested);
    setFixedHeight(theme.scaled(44) + 1);
    connect(&theme, &Theme::changed, this, [this] { setFixedHeight(m_theme.scaled(44) + 1); });
}

void PageHeader::makeRefresh()
{
    m_refresh->setText(tr("Refresh"));
    m_refresh->setIcon(m_theme.icon(Icon::Refresh));
    m_refresh->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_refresh->setPopupMode(QToolButton::MenuButtonPopup);
    m_refresh->setToolTip(tr("Refresh (F5), automatically (Shift+F5)"));
    setButtonLook(*m_refresh, ButtonLook::Plain);
    auto *menu = new QMenu(m_refresh);
    for (const int seconds : {0, 5, 10, 30}) {
        QAction *action = menu->addAction(seconds == 0 ? tr("Off") : tr("Every %n s", nullptr, seconds));
        action->setCheckable(true);
        action->setData(seconds);
        m_intervals->addAction(action);
    }
    m_refresh->setMenu(menu);
    setRefreshSeconds(0);
    connect(m_refresh, &QToolButton::clicked, this, &PageHeader::refreshRequested);
    connect(m_intervals, &QActionGroup::triggered, this, [this](const QAction *action) { Q_EMIT refreshSecondsChosen(action->data().toInt()); });
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setSummary(const QString &summary)
{
    m_summary->setText(summary);
}

QString PageHeader::summary() const
{
    return m_summary->text();
}

void PageHeader::setHistory(bool canGoBack, bool canGoForward)
{
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void PageHeader::addAction(QAction *action)
{
    m_icons->addWidget(makeActionButton(*action, this));
}

void PageHeader::addWidget(QWidget *widget)
{
    m_icons->addWidget(widget);
}

void PageHeader::setRefreshable(bool refreshable)
{
    m_refresh->setVisible(refreshable);
    m_beforeRefresh->changeSize(refreshable ? 4 : 0, 0); // what is last ends where it does on other pages
    m_row->invalidate();
}

QPushButton *PageHeader::setPrimary(const QString &text, Icon icon)
{
    if (!m_primary) {
        m_primary = makeButton(m_theme, text, icon, ButtonLook::Primary, this);
        m_row->addSpacing(4);
        m_row->addWidget(m_primary);
    }
    m_primary->setText(text);
    m_primaryIcon = icon;
    showPrimaryLook();
    return m_primary;
}

void PageHeader::setPrimaryLook(ButtonLook look)
{
    m_primaryLook = look;
    showPrimaryLook();
}

void PageHeader::setPrimaryQuiet(bool quiet)
{
    m_quiet = quiet;
    showPrimaryLook();
}

void PageHeader::showPrimaryLook()
{
    if (!m_primary)
        return;
    setButtonLook(*m_primary, m_quiet ? ButtonLook::Plain : m_primaryLook);
    setButtonIcon(m_theme, *m_primary, m_primaryIcon);
}

void PageHeader::setRefreshSeconds(int seconds)
{
    const QList<QAction *> actions = m_intervals->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == seconds);
    m_refresh->setText(seconds == 0 ? tr("Refresh") : tr("Every %n s", nullptr, seconds));
}

void PageHeader::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, height() - 1, width(), 1, m_theme.color(Role::Line));
}

} // namespace rocketdesk::ui
