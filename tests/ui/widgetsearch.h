// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

#include <QDebug>
#include <QPushButton>

#include <algorithm>

namespace rocketdesk::tests {

[[nodiscard]] inline ui::TableView *tableNamed(const QWidget &page, const QString &name)
{
    const auto tables = page.findChildren<ui::TableView *>();
    const auto found = std::find_if(tables.cbegin(), tables.cend(), [&name](const ui::TableView *table) { return table->accessibleName() == name; });
    return found == tables.cend() ? nullptr : *found;
}

/// One in sight whose text has this in it; dialogs of the page count.
[[nodiscard]] inline QPushButton *buttonWith(const QWidget &page, const QString &text)
{
    const auto buttons = page.findChildren<QPushButton *>();
    const auto found = std::find_if(buttons.cbegin(), buttons.cend(), [&text](const QPushButton *button) { return button->isVisible() && button->text().contains(text); });
    return found == buttons.cend() ? nullptr : *found;
}

[[nodiscard]] inline bool hasLabel(const QWidget &page, const QString &text)
{
    const auto labels = page.findChildren<ui::Label *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&text](const ui::Label *label) { return label->isVisible() && label->text().contains(text); });
}

/// Where Tab stops in the page, as far as it shows, in its order.
[[nodiscard]] inline QList<QPoint> tabStops(const QWidget &page)
{
    QList<QPoint> stops;
    for (const QWidget *each = page.nextInFocusChain(); each != &page; each = each->nextInFocusChain()) {
        if (page.isAncestorOf(each) && each->isVisible() && each->isEnabled() && (each->focusPolicy() & Qt::TabFocus) != 0 && !each->focusProxy())
            stops << each->mapTo(&page, each->rect().center());
    }
    return stops;
}

/// From the left in each row, and down from row to row. A page begins with its header and at most two bars.
[[nodiscard]] inline bool goDown(const QList<QPoint> &stops)
{
    constexpr int bar = 41; // px, about
    const auto before = [](const QPoint &a, const QPoint &b) { return std::pair(std::min(a.y() / bar, 3), a.x()) < std::pair(std::min(b.y() / bar, 3), b.x()); };
    return std::is_sorted(stops.cbegin(), stops.cend(), before);
}

} // namespace rocketdesk::tests
