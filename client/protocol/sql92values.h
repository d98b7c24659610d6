// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/sql92ast.h"

#include <optional>

namespace rocketdesk::protocol::sql92 {

[[nodiscard]] Value valueOf(const Literal &literal);
[[nodiscard]] inline bool isNull(const Value &value) { return std::holds_alternative<std::monostate>(value); }

/// A text as Java's Integer.valueOf, Long.valueOf and Double.valueOf read it; nothing where they throw.
[[nodiscard]] std::optional<qint32> javaInt(QByteArrayView text);
[[nodiscard]] std::optional<qint64> javaLong(QByteArrayView text);
[[nodiscard]] std::optional<double> javaDouble(QByteArrayView text);

/// Below, at or above zero as `left` is below, equal to or above `right`, converted as brokers convert: a text becomes
/// what the other side is, and values that have nothing in common count as "below". Nothing where a broker throws.
[[nodiscard]] std::optional<int> compareValues(Value left, Value right);

} // namespace rocketdesk::protocol::sql92
