// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/target.h"

namespace rocketdesk::tests {

/// What the servers make of one SQL92 expression.
struct SqlAnswer {
    int check; ///< code that 46 (CHECK_CLIENT_CONFIG) answers: 0, or 23 for broken text
    QList<int> delivered; ///< of sqlMessages(), by their index, what a pull with the expression in the request delivers
};

struct SqlCase {
    QString expression;
    SqlAnswer as5;
    SqlAnswer as4;

    [[nodiscard]] const SqlAnswer &of(Dialect dialect) const { return dialect == Dialect::As5_5_0 ? as5 : as4; }
};

/// Properties of each message, in the wire's form.
[[nodiscard]] const QStringList &sqlMessages();
/// Recorded from the real servers. A check of 23 beside a delivery of everything is what they do: a broker drops broken
/// text from a pull without a word.
[[nodiscard]] const QList<SqlCase> &sqlCases();

} // namespace rocketdesk::tests
