// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/icon.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <functional>

namespace rocketdesk::ui {

/// How a column's cells are drawn. The delegate asks this and never which column it is.
enum class ColumnKind {
    Text, ///< elided at the end
    Name, ///< elided in the middle: topics, groups, clients
    Mono, ///< addresses, ids, keys, code names
    Number, ///< right-aligned, tabular digits
    Time, ///< tabular digits
    State, ///< sign and word in the tone's colour
    Kind, ///< icon and word, muted
    Badge, ///< word on a soft background
    Series, ///< square in the series colour and a name
    Bar, ///< share of a track, with an optional mark
    BarNumber, ///< bar, then the number
    NumberBar, ///< number, then the bar
    Sparkline,
    Icon, ///< the icon alone, centred
};

/// What the delegate asks a model beside Qt's own roles.
enum CellRole {
    KindRole = Qt::UserRole + 1, ///< ColumnKind as int
    ToneRole, ///< Tone as int
    IconRole, ///< Icon as int
    LoadingRole, ///< bool: nothing known yet, a grey bar stands for it
    BarRole, ///< BarValue
    PointsRole, ///< QList<double>, oldest first
    SeriesRole, ///< int, index of the series colour
    MatchRole, ///< QString found in the text, marked
    RowToneRole, ///< Tone as int: background of a row that failed to load, or text of one that is done with
    EdgeRole, ///< int, index of the series colour on the row's left edge; -1 for none
    KeyRole, ///< QString, the row's identity
    NumberRole, ///< double: what the selection sums; invalid where there is none
    HeadingRole, ///< bool: the row is a heading inside the table
};

/// Part of a whole, 0 to 1; mark is drawn as a line across where it is not negative.
struct BarValue {
    double share = 0;
    double mark = -1;
};

/// What is known of a column without its rows.
struct ColumnInfo {
    QString id; ///< names the column in saved state; never translated
    QString title;
    ColumnKind kind = ColumnKind::Text;
    int width = 100; ///< device-independent px at a text size of 100 %
    bool flexible = false; ///< takes what is left over
    bool hidden = false; ///< until the user shows it
    bool summed = false; ///< the status line sums it over the selection
    QString tooltip;
    Icon titleIcon = Icon::None; ///< instead of a title
    QString sumTitle; ///< what stands before the sum, if anything
    std::function<QString(double)> sumText; ///< writes the sum; a grouped number without it
};

/// Right for what is counted, left for everything else.
[[nodiscard]] inline Qt::Alignment alignmentOf(ColumnKind kind)
{
    return (kind == ColumnKind::Number || kind == ColumnKind::NumberBar ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

/// True for what sorts from large to small on the first click.
[[nodiscard]] inline bool isNumeric(ColumnKind kind)
{
    return kind == ColumnKind::Number || kind == ColumnKind::NumberBar || kind == ColumnKind::BarNumber
        || kind == ColumnKind::Bar || kind == ColumnKind::Time;
}

} // namespace rocketdesk::ui

Q_DECLARE_METATYPE(rocketdesk::ui::BarValue)
