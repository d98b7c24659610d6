// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/errorwords.h"

namespace rocketdesk::ui {

/// The client's texts and errors in the console's language. The client marks them under the context "Words".
[[nodiscard]] QString words(const char *source);
[[nodiscard]] QString words(const Wording &wording);
[[nodiscard]] ErrorText words(const Error &error);
/// Error::remark alone: ours in the console's language, a server's as it came.
[[nodiscard]] QString remarkWords(const QString &remark);

} // namespace rocketdesk::ui
