// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/errorwords.h"

namespace rocketdesk::ui {

/// The client's texts and errors in the console's language. The client marks them under the context "Words".
[[nodiscard]] QString words(const char *source);
[[nodiscard]] QString words(const Wording &wording);
[[nodiscard]] ErrorText words(const Error &error);

} // namespace rocketdesk::ui
