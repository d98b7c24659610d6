// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>

namespace rocketdesk::tests {

/// Compares a result with what a case expects, by the rules of the vectors' contract: further keys of ours are allowed,
/// maps must have exactly the entries given, arrays inside `json` and `value` and the named sets have no order, numbers
/// equal their decimal text. Gives what differs, one line each; empty = equal.
[[nodiscard]] QStringList compareVector(const QString &area, const QJsonObject &expected, const QJsonObject &actual);

} // namespace rocketdesk::tests
