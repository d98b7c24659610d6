// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <compare>
#include <optional>
#include <variant>

namespace rocketdesk::ui {

/// What a cell sorts and sums by. The empty one means "not known" and sorts last in both directions.
using SortValue = std::variant<std::monostate, qint64, double, QString>;

/// Numbers by size, texts without regard to case, "not known" after everything.
[[nodiscard]] std::weak_ordering compareValues(const SortValue &a, const SortValue &b);
/// The number in it, if there is one.
[[nodiscard]] std::optional<double> numberIn(const SortValue &value);
[[nodiscard]] inline bool isUnknown(const SortValue &value) { return std::holds_alternative<std::monostate>(value); }

} // namespace rocketdesk::ui
