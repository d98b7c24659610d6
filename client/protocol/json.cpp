// SPDX-License-Identifier: Apache-2.0
#include "client/protocol/json.h"

namespace rocketdesk::protocol::detail {

QString notAValue(const TextView &text)
{
    constexpr qsizetype shown = 64;
    return QStringLiteral("\"%1\" is not what it should be").arg(text.toString().left(shown));
}

} // namespace rocketdesk::protocol::detail
