// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/session.h"

namespace rocketdesk::ctl {

/// Prints what became of a change at each broker: `done` for steps of this request's code that are done. Of other steps,
/// which follow from it, failures only. The exit code that all of them make.
[[nodiscard]] int printSteps(Session &session, const std::vector<StepResult> &steps, int code, const char *done);

} // namespace rocketdesk::ctl
