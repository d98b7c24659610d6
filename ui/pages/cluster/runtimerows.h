// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/values.h"
#include "ui/models/column.h"

namespace rocketdesk::ui {

/// A runtime value, or the heading of a group of them.
struct RuntimeRow {
    RuntimeValue value;
    bool heading = false;
};

/// Every value under the heading of its group.
[[nodiscard]] std::vector<RuntimeRow> runtimeRows(const std::vector<RuntimeValue> &values);
[[nodiscard]] QString runtimeKey(const RuntimeRow &row);
[[nodiscard]] std::vector<Column<RuntimeRow>> runtimeColumns();
/// A value as people read it: numbers grouped, times and sizes written out.
[[nodiscard]] QString runtimeText(const RuntimeValue &value);
/// `+1,204`, `−3.5`, `0`; a dash where there is nothing to compare.
[[nodiscard]] QString changeText(const RuntimeValue &value);

/// One setting of a broker.
struct SettingRow {
    QString key;
    QString value;
};
[[nodiscard]] std::vector<SettingRow> settingRows(const BrokerSettings &settings);
[[nodiscard]] std::vector<Column<SettingRow>> settingColumns();
/// Two brokers side by side; `a` and `b` are their titles.
[[nodiscard]] std::vector<Column<SettingPair>> comparisonColumns(const QString &a, const QString &b);

} // namespace rocketdesk::ui
