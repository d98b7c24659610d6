// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace rocketdesk::tests {

/// Whether tests may take minutes: ROCKETDESK_LONG_TESTS=1, which `./dev test --long` sets.
[[nodiscard]] inline bool longTests()
{
    return qEnvironmentVariableIntValue("ROCKETDESK_LONG_TESTS") > 0;
}

} // namespace rocketdesk::tests
