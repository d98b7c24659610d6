// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testregistry.h"

#include "tests/support/longtests.h"

#include <QTest>

#include <algorithm>

namespace rocketdesk::tests {

std::vector<TestRegistry::Factory> &TestRegistry::factories()
{
    static std::vector<Factory> all;
    return all;
}

void TestRegistry::add(Factory factory)
{
    factories().push_back(std::move(factory));
}

int TestRegistry::run(const QStringList &arguments)
{
    QStringList rest = arguments;
    QString only;
    if (const auto at = rest.indexOf(QStringLiteral("--only")); at >= 0 && at + 1 < rest.size()) {
        only = rest.at(at + 1);
        rest.remove(at, 2);
    }
    // QtTest ends a function after 5 min, all its rows together: not where each may take some.
    if (longTests() && !qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "1800000");
    int failures = 0;
    for (const Factory &factory : factories()) {
        const auto test = factory();
        if (only.isEmpty() || QLatin1StringView(test->metaObject()->className()) == only)
            failures += QTest::qExec(test.get(), rest);
    }
    return std::min(failures, 254);
}

} // namespace rocketdesk::tests
