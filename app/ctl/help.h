// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"

namespace rocketdesk::ctl {

/// What rocketctl can do.
[[nodiscard]] QString helpText();
/// How one command is written.
[[nodiscard]] QString helpText(const Command &command);

} // namespace rocketdesk::ctl
