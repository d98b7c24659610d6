// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/errorwords.h"

namespace rocketdesk::ui {

/// Sentences of the client, in the language of the console.
[[nodiscard]] QString words(const Wording &wording);
[[nodiscard]] ErrorText words(const Error &error);

} // namespace rocketdesk::ui
