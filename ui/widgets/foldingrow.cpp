// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/foldingrow.h"

#include <QAbstractButton>
#include <QEvent>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace rocketdesk::ui {

FoldingRow::FoldingRow(int spacing, QWidget *parent) : QWidget(parent), m_more(new QToolButton(this)), m_spacing(spacing)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_more->setText(tr("More"));
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *menu = new QMenu(m_more);
    m_more->setMenu(menu);
    m_more->hide();
    connect(menu, &QMenu::aboutToShow, this, &FoldingRow::fillMenu);
}

void FoldingRow::add(QAbstractButton *button)
{
    button->setParent(this);
    m_buttons << button;
    setTabOrder(m_more->previousInFocusChain(), button); // the last of the row, whatever has been made since
    if (button->autoExclusive())
        connect(button, &QAbstractButton::toggled, this, &FoldingRow::arrange);
    arrange();
}

void FoldingRow::remove(QAbstractButton *button)
{
    m_buttons.removeOne(button);
    delete button;
    arrange();
}

QList<QAbstractButton *> FoldingRow::folded() const
{
    QList<QAbstractButton *> folded;
    std::copy_if(m_buttons.cbegin(), m_buttons.cend(), std::back_inserter(folded), [](const QAbstractButton *each) { return each->isHidden(); });
    return folded;
}

QList<int> FoldingRow::fitting() const
{
    QList<int> hints;
    QList<int> widths;
    int wanted = -m_spacing;
    int least = -m_spacing;
    for (const QAbstractButton *each : m_buttons) {
        hints << each->sizeHint().width();
        const QSize smallest = each->minimumSizeHint();
        widths << (smallest.isValid() ? std::min(smallest.width(), hints.last()) : hints.last());
        wanted += hints.last() + m_spacing;
        least += widths.last() + m_spacing;
    }
    if (wanted <= width())
        return hints;
    int room = width();
    if (least > room)
        room -= m_more->sizeHint().width() + m_spacing;
    while (!widths.isEmpty() && least > room)
        least -= widths.takeLast() + m_spacing;
    int spare = room - least;
    for (qsizetype i = 0; i < widths.size() && spare > 0; ++i) {
        const int given = std::min(spare, hints.at(i) - widths.at(i));
        widths[i] += given;
        spare -= given;
    }
    return widths;
}

void FoldingRow::place(const QList<int> &widths)
{
    int x = 0;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        QAbstractButton *each = m_buttons.at(i);
        each->setVisible(i < widths.size());
        if (i >= widths.size())
            continue;
        const int high = each->sizeHint().height();
        each->setGeometry(x, (height() - high) / 2, widths.at(i), high);
        x += widths.at(i) + m_spacing;
    }
    const QSize more = m_more->sizeHint();
    m_more->setVisible(widths.size() < m_buttons.size());
    m_more->setGeometry(x, (height() - more.height()) / 2, more.width(), more.height());
}

/// What is on stays in sight, even in the menu.
void FoldingRow::nameMore()
{
    const auto hidden = folded();
    const auto on = std::find_if(hidden.cbegin(), hidden.cend(), [](const QAbstractButton *each) { return each->autoExclusive() && each->isChecked(); });
    m_more->setText(on == hidden.cend() ? tr("More") : (*on)->accessibleName());
}

void FoldingRow::arrange()
{
    place(fitting());
    nameMore();
    place(fitting()); // its name may need more room than before
    updateGeometry();
}

void FoldingRow::fillMenu()
{
    m_more->menu()->clear();
    for (QAbstractButton *each : folded())
        m_entry(*m_more->menu(), *each);
}

QSize FoldingRow::sizeHint() const
{
    int wide = m_buttons.isEmpty() ? 0 : -m_spacing;
    int high = m_more->sizeHint().height();
    for (const QAbstractButton *each : m_buttons) {
        wide += each->sizeHint().width() + m_spacing;
        high = std::max(high, each->sizeHint().height());
    }
    return {wide, high};
}

QSize FoldingRow::minimumSizeHint() const
{
    return {m_buttons.isEmpty() ? 0 : m_more->sizeHint().width(), sizeHint().height()};
}

void FoldingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool FoldingRow::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

} // namespace rocketdesk::ui
