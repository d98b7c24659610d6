// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/cell.h"
#include "ui/common/format.h"
#include "ui/common/icon.h"
#include "ui/common/sortvalue.h"
#include "ui/common/tone.h"

#include <functional>

namespace rocketdesk::ui {

/// One column of a table, written as one line of an array with designated initializers. What is not set is not there:
/// a column with a `value` and no `text` writes the value as its kind does; one with a `text` only sorts by it.
template <typename Row>
struct Column {
    QString id; ///< names it in saved state; never translated
    QString title;
    ColumnKind kind = ColumnKind::Text;
    int width = 100; ///< px at a text size of 100 %
    bool flexible = false; ///< takes what is left over
    bool hidden = false; ///< until the user shows it
    bool summed = false; ///< over the selection, in the status line
    QString tooltip; ///< of the header
    Icon titleIcon = Icon::None; ///< instead of a title
    QString sumTitle;
    std::function<QString(double)> sumText;
    std::function<QString(const Row &)> text;
    std::function<SortValue(const Row &)> value; ///< Time: epoch ms; Bar: any number
    std::function<Tone(const Row &)> tone;
    std::function<Icon(const Row &)> icon;
    std::function<QString(const Row &)> cellTooltip; ///< beside what an elided cell shows anyway
    std::function<bool(const Row &)> loading; ///< nothing known yet
    std::function<BarValue(const Row &)> bar;
    std::function<QList<double>(const Row &)> points; ///< of a sparkline, oldest first
    std::function<int(const Row &)> series; ///< index of the colour; -1 for none
    std::function<QString(const Row &)> match; ///< text to mark inside the cell

    [[nodiscard]] ColumnInfo info() const
    {
        return {id, title, kind, width, flexible, hidden, summed, tooltip, titleIcon, sumTitle, sumText};
    }

    [[nodiscard]] SortValue sortValue(const Row &row) const
    {
        if (value)
            return value(row);
        return text ? SortValue(text(row)) : SortValue();
    }

    [[nodiscard]] QString cellText(const Row &row) const
    {
        return text ? text(row) : value ? valueText(value(row)) : QString();
    }

private:
    [[nodiscard]] QString valueText(const SortValue &known) const
    {
        if (const auto *whole = std::get_if<qint64>(&known))
            return kind == ColumnKind::Time ? format::time(*whole) : format::number(*whole);
        if (const auto *real = std::get_if<double>(&known))
            return format::decimal(*real);
        const auto *words = std::get_if<QString>(&known);
        return words ? *words : format::none();
    }
};

} // namespace rocketdesk::ui
