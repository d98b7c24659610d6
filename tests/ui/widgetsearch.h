// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"
#include "ui/widgets/tableview.h"

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

} // namespace rocketdesk::tests
