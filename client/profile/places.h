// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"

#include <functional>

namespace rocketdesk {

/// Where the programs keep their files. ROCKETDESK_HOME puts all of them into one folder, else the XDG base directories count.
struct Places {
    using Variables = std::function<QString(const char *name)>;

    QString config; ///< profiles and settings
    QString data; ///< history, drafts, audit log, offsets of broadcasting consumers
    QString state; ///< logs

    /// From the process's environment, or from the one handed in.
    [[nodiscard]] static Places fromEnvironment(const Variables &variables = {});

    [[nodiscard]] QString profilesFile() const;
    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString logFolder() const;
};

/// Makes the folder and those above it, readable by its owner only where it is new. Local error with the folder's name.
[[nodiscard]] Result<void> makePrivateFolder(const QString &path);
/// Replaces the file as a whole or leaves it as it was; 0600, in a private folder. Local error with the system's words.
[[nodiscard]] Result<void> writePrivateFile(const QString &path, const QByteArray &content);

} // namespace rocketdesk
