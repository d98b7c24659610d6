// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "tests/cluster-fixture/realcluster.h"

namespace rocketdesk::tests {

/// Folder with the classes of tests/interop/java, compiled against the jars of that version by the first who asks in this
/// process. Fails with the compiler's words.
[[nodiscard]] Result<QString> javaClasses(ServerVersion version);

/// What every java of the tests is started with: a small heap, a quick start, logs in a folder that goes with the process.
[[nodiscard]] QStringList javaFlags();

} // namespace rocketdesk::tests
