// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"

namespace rocketdesk {

/// Makes the folder and those above it, readable by its owner only where it is new. Local error with the folder's name.
[[nodiscard]] Result<void> makePrivateFolder(const QString &path);
/// Replaces the file as a whole or leaves it as it was; 0600, in a private folder. Local error with the system's words.
[[nodiscard]] Result<void> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace rocketdesk
