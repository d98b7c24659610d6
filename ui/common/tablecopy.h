// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/tablebase.h"

#include <QList>
#include <QString>

namespace rocketdesk::ui {

enum class CopyFormat {
    Text, ///< tab between cells
    Csv, ///< RFC 4180
    Json, ///< array of objects by column id; numbers as numbers
    Markdown,
};

/// The rows in the given order and columns. Headers stand in Text and Csv only when asked for; Markdown always has them.
[[nodiscard]] QString copyRows(const TableBase &table, const QList<int> &rows, const QList<int> &columns, CopyFormat format, bool withHeaders);

/// `lag 12,408`, one for each summed column with a number in the rows, joined by " · "; empty when there is none.
[[nodiscard]] QString sums(const TableBase &table, const QList<int> &rows);

} // namespace rocketdesk::ui
