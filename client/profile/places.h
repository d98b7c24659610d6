// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/privatefile.h"

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

} // namespace rocketdesk
