// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"
#include "tests/support/awaited.h"

namespace rocketdesk::tests {

/// Waits until that thread has read what was posted to it so far: what comes to it by a socket meanwhile may overtake a letter,
/// since Qt's own event loop looks at sockets first, glib's at letters.
[[nodiscard]] inline bool heard(const Mailbox::Address &there)
{
    return awaited(onThread(there, [] { return ready<void>({}); })).has_value();
}

} // namespace rocketdesk::tests
