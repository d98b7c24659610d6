// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/arguments.h"
#include "client/values.h"

namespace rocketdesk::ctl {

/// The queues that --queue BROKER:ID names, once or several times; none where it is not given.
[[nodiscard]] Result<std::vector<QueueRef>> queuesOf(const Arguments &arguments);

} // namespace rocketdesk::ctl
