// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/wording.h"

#include <span>

namespace rocketdesk {

/// Error::remark of this side in another language, for the remarks that a person meets: parts that were filled in are kept, or
/// translated where they are remarks themselves. Any other text comes back as it is.
[[nodiscard]] QString translatedRemark(const QString &remark, const Translate &translate);

/// The remarks that are known, as the code has them, with %1, %2 ... for what is filled in.
[[nodiscard]] std::span<const char *const> knownRemarks();

} // namespace rocketdesk
