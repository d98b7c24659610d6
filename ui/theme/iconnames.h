// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/icon.h"

#include <QLatin1StringView>

namespace rocketdesk::ui {

/// File name of the icon without its folder and ending.
[[nodiscard]] QLatin1StringView iconName(Icon icon);
/// Number of enumerators, None included.
[[nodiscard]] int iconCount();

} // namespace rocketdesk::ui
