// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/chipbar.h"

#include "ui/common/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace rocketdesk::ui {

namespace {
constexpr int between = 3;
}

ChipBar::ChipBar(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_more(new QToolButton(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_more->setText(tr("More"));
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    m_more->hide();
    connect(menu, &QMenu::aboutToShow, this, &ChipBar::fillMore);
}

void ChipBar::addChip(const QString &id, const QString &text)
{
    auto *added = new Chip(m_theme, id, text, this);
    added->setChecked(m_chips.isEmpty());
    connect(added, &QAbstractButton::toggled, this, [this, id](bool on) {
        if (on)
            Q_EMIT currentChanged(id);
    });
    m_chips << added;
    arrange();
}

Chip *ChipBar::chip(const QString &id) const
{
    const auto found = std::find_if(m_chips.cbegin(), m_chips.cend(), [&id](const Chip *each) { return each->id() == id; });
    return found == m_chips.cend() ? nullptr : *found;
}

void ChipBar::setCount(const QString &id, qint64 count)
{
    setCountText(id, format::number(count));
}

void ChipBar::setCountText(const QString &id, const QString &text)
{
    if (Chip *found = chip(id))
        found->setCountText(text);
    arrange();
}

void ChipBar::setCurrent(const QString &id)
{
    if (Chip *found = chip(id))
        found->setChecked(true);
}

QString ChipBar::current() const
{
    const auto found = std::find_if(m_chips.cbegin(), m_chips.cend(), [](const Chip *each) { return each->isChecked(); });
    return found == m_chips.cend() ? QString() : (*found)->id();
}

void ChipBar::arrange()
{
    int needed = 0;
    for (const Chip *each : std::as_const(m_chips))
        needed += each->sizeHint().width() + between;
    const int more = needed > width() ? m_more->sizeHint().width() + between : 0;
    int x = 0;
    bool folded = false;
    for (Chip *each : std::as_const(m_chips)) {
        const QSize size = each->sizeHint();
        folded = folded || x + size.width() > width() - more;
        each->setVisible(!folded);
        each->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        if (!folded)
            x += size.width() + between;
    }
    m_more->setVisible(folded);
    m_more->setGeometry(x, (height() - m_more->sizeHint().height()) / 2, m_more->sizeHint().width(), m_more->sizeHint().height());
    updateGeometry();
}

void ChipBar::fillMore()
{
    m_more->menu()->clear();
    for (Chip *each : std::as_const(m_chips)) {
        if (!each->isHidden())
            continue;
        QAction *action = m_more->menu()->addAction(each->text() + u'\t' + each->countText(), each, [each] { each->setChecked(true); });
        action->setCheckable(true);
        action->setChecked(each->isChecked());
    }
}

QSize ChipBar::sizeHint() const
{
    int width = 0;
    for (const Chip *each : std::as_const(m_chips))
        width += each->sizeHint().width() + between;
    return {width, m_theme.scaled(24) + 2};
}

QSize ChipBar::minimumSizeHint() const
{
    return {m_theme.scaled(80), m_theme.scaled(24) + 2};
}

void ChipBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool ChipBar::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
    return QWidget::event(event);
}

} // namespace rocketdesk::ui
