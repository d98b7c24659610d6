// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paths.h"

namespace rocketdesk::tests {

QString sourceFolder()
{
    return QStringLiteral(ROCKETDESK_SOURCE_DIR);
}

QString binaryFolder()
{
    return QStringLiteral(ROCKETDESK_BIN_DIR);
}

} // namespace rocketdesk::tests
