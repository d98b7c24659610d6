// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rocketdesk::tests {

/// Root of the source tree. Compiled into one file only, so that the others are the same in every clone and ccache shares them.
[[nodiscard]] QString sourceFolder();
/// Where the executables of this build tree are.
[[nodiscard]] QString binaryFolder();

} // namespace rocketdesk::tests
