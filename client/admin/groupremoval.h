// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rocketdesk {

/// What deleting a group does where a broker does not tell whether clients of the group are online: those that are would create it
/// again.
enum class WhereUnknown {
    Stop, ///< nothing is deleted
    GoOn, ///< the caller insists; clients that any broker does tell of still refuse the deletion
};

} // namespace rocketdesk
