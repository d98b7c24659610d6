// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/dockpanel.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signs.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace rocketdesk::ui {

DockPanel::DockPanel(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sign(new Sign(theme, Icon::None, Role::Text2, 16, this))
    , m_title(new Label(theme, TextStyle::Head, Role::Text, {}, this))
    , m_pin(makeIconButton(theme, Icon::Pin, tr("Keep this detail while the selection moves"), this))
    , m_tabs(new QTabBar(this))
    , m_tabLine(makeLine(theme, Qt::Horizontal, this))
    , m_stack(new QStackedWidget(this))
    , m_column(new QVBoxLayout(this))
{
    auto *close = makeIconButton(theme, Icon::Close, tr("Close (Esc)"), this);
    m_title->setElide(Qt::ElideMiddle);
    m_pin->setCheckable(true);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 4, 8, 2);
    head->setSpacing(4);
    head->addWidget(m_sign);
    head->addWidget(m_title, 1);
    for (QToolButton *button : {m_pin, close})
        head->addWidget(button);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_tabs->hide();
    m_tabLine->hide();
    m_column->setContentsMargins(1, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(head);
    m_column->addWidget(m_tabs);
    m_column->addWidget(m_tabLine);
    m_column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        Q_EMIT currentTabChanged(currentTab());
    });
    connect(m_pin, &QToolButton::toggled, this, &DockPanel::pinChanged);
    connect(close, &QToolButton::clicked, this, &DockPanel::closeRequested);
    setMinimumWidth(theme.scaled(320));
}

void DockPanel::setTitle(Icon icon, const QString &title)
{
    m_sign->set(icon, Role::Text2);
    m_title->setText(title);
    setAccessibleName(title);
}

QString DockPanel::title() const
{
    return m_title->text();
}

QWidget *DockPanel::scrolled(QWidget *content, bool scrolls)
{
    if (!scrolls)
        return content;
    auto *area = new QScrollArea(m_stack);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

void DockPanel::addTab(const QString &id, const QString &title, QWidget *content, bool scrolls)
{
    m_stack->addWidget(scrolled(content, scrolls));
    m_tabs->setTabData(m_tabs->addTab(title), id);
    m_tabs->show();
    m_tabLine->show();
}

void DockPanel::setContent(QWidget *content, bool scrolls)
{
    m_stack->addWidget(scrolled(content, scrolls));
}

void DockPanel::setTabVisible(const QString &id, bool visible)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabData(i).toString() == id)
            m_tabs->setTabVisible(i, visible);
    }
}

void DockPanel::setCurrentTab(const QString &id)
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabData(i).toString() == id)
            m_tabs->setCurrentIndex(i);
    }
}

QString DockPanel::currentTab() const
{
    return m_tabs->tabData(m_tabs->currentIndex()).toString();
}

QHBoxLayout *DockPanel::actionBar()
{
    if (!m_actions) {
        m_column->addWidget(makeLine(m_theme, Qt::Horizontal, this));
        m_actions = new QHBoxLayout;
        m_actions->setContentsMargins(14, 8, 14, 8);
        m_actions->setSpacing(8);
        m_column->addLayout(m_actions);
    }
    return m_actions;
}

bool DockPanel::isPinned() const
{
    return m_pin->isChecked();
}

void DockPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void DockPanel::paintEvent(QPaintEvent *)
{
    if (!qobject_cast<QSplitter *>(parentWidget())) // which draws the line itself
        QPainter(this).fillRect(0, 0, 1, height(), m_theme.color(Role::Line));
}

} // namespace rocketdesk::ui
