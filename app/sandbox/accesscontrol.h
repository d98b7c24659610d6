// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/answer.h"
#include "app/sandbox/sandboxoptions.h"

namespace rocketdesk::sandbox {

/// Whether a request is signed by somebody who is known and has the right to it, as 5.5.0 checks it: 16 otherwise.
[[nodiscard]] std::optional<Refusal> checkAccess(const protocol::FrameView &frame, const SandboxOptions &options);

} // namespace rocketdesk::sandbox
