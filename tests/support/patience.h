// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

namespace rocketdesk::tests {

/// How long a test waits, in ms, for what must happen: far beyond any machine's speed, since only a failure lasts that long.
inline constexpr int Patience = 60'000;

/// Lets events pass until the condition holds; false where it never does.
template <typename Condition>
[[nodiscard]] bool eventually(Condition condition)
{
    return QTest::qWaitFor(std::move(condition), Patience);
}

} // namespace rocketdesk::tests

// QtTest's own patience of 5 s is the speed of a machine with nothing else to do.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, rocketdesk::tests::Patience)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expr, messageExpression) QTRY_VERIFY2_WITH_TIMEOUT(expr, messageExpression, rocketdesk::tests::Patience)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, rocketdesk::tests::Patience)
