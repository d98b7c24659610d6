// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

namespace rocketdesk::ui {

/// Says how something ended, over the window of `parent`; it holds up no work.
void showNotice(Theme &theme, const QString &title, const QString &text, QWidget *parent);

} // namespace rocketdesk::ui
