// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/line.h"
#include "client/values.h"

namespace rocketdesk::ctl {

/// A group as `groups` and `group` show it; null where its clients were not asked for.
[[nodiscard]] Line groupLine(const GroupRow &row, const GroupClients *clients);
[[nodiscard]] Line groupLine(const GroupDetail &detail);

} // namespace rocketdesk::ctl
