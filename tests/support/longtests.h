// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/testregistry.h"

namespace rocketdesk::tests {

/// Whether tests may take minutes: ROCKETDESK_LONG_TESTS=1, which `./dev test --long` sets.
[[nodiscard]] inline bool longTests()
{
    return qEnvironmentVariableIntValue("ROCKETDESK_LONG_TESTS") > 0;
}

} // namespace rocketdesk::tests

/// As ROCKETDESK_TEST, for a class that runs in `./dev test --long` only.
#define ROCKETDESK_LONG_TEST(Class)                                                                                    \
    static const bool registered##Class = [] {                                                                         \
        if (rocketdesk::tests::longTests())                                                                            \
            rocketdesk::tests::TestRegistry::add([] { return std::make_unique<Class>(); });                            \
        return true;                                                                                                   \
    }();
