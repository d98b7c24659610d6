// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/patience.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace rocketdesk::tests {

/// Every test class of an executable, in the order of their registration.
class TestRegistry final
{
public:
    using Factory = std::function<std::unique_ptr<QObject>()>;

    static void add(Factory factory);
    /// Runs every class, or those named in the arguments by `--only CLASS`; the number of failures, 254 at most.
    static int run(const QStringList &arguments);

private:
    static std::vector<Factory> &factories();
};

} // namespace rocketdesk::tests

/// Put after a test class, before the include of its moc file.
#define ROCKETDESK_TEST(Class)                                                                                         \
    static const bool registered##Class = [] {                                                                         \
        rocketdesk::tests::TestRegistry::add([] { return std::make_unique<Class>(); });                                \
        return true;                                                                                                   \
    }();
