// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/session.h"

namespace rocketdesk::ctl {

/// One command of rocketctl: how it is written, explained and run.
struct Command {
    const char *name; ///< one word, or two: "topic create"
    const char *arguments; ///< as the help shows them: "T..."
    const char *summary; ///< one line
    std::vector<Option> options; ///< beside those of the connection and --json
    int least = 0; ///< number of positional arguments
    int most = 0; ///< -1 = any number
    bool connects = true; ///< false: session.client() is not there
    /// Ends with the exit code; a failure is said and ends with Failed. `session` lives until it has ended.
    Pending<int> (*run)(const Arguments &arguments, Session &session);
};

/// All commands, in the order of the help.
[[nodiscard]] const std::vector<Command> &commands();

} // namespace rocketdesk::ctl
