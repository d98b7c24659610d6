// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/hop.h"
#include "ui/shell/hoplist.h"

namespace rocketdesk::app {

/// A hop of the connection test in the language of the console.
[[nodiscard]] ui::HopLine hopLine(const Hop &hop);

} // namespace rocketdesk::app
