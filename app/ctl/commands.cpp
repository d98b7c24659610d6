// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"

// A command is a file with a function `Command NAMECommand()` and a line here.
#define ROCKETCTL_COMMANDS(command) \
    command(cluster) \
    command(topics) \
    command(topic) \
    command(topicCreate) \
    command(topicUpdate) \
    command(topicDelete) \
    command(route) \
    command(groups) \
    command(group) \
    command(groupCreate) \
    command(groupDelete) \
    command(offsets) \
    command(reset) \
    command(send) \
    command(transaction) \
    command(watch) \
    command(consume) \
    command(message) \
    command(search) \
    command(benchSend) \
    command(benchConsume) \
    command(sandbox) \
    command(version)

namespace rocketdesk::ctl {

#define ROCKETCTL_DECLARE(name) Command name##Command();
ROCKETCTL_COMMANDS(ROCKETCTL_DECLARE)
#undef ROCKETCTL_DECLARE

const std::vector<Command> &commands()
{
#define ROCKETCTL_LIST(name) name##Command(),
    static const std::vector<Command> all = {ROCKETCTL_COMMANDS(ROCKETCTL_LIST)};
#undef ROCKETCTL_LIST
    return all;
}

} // namespace rocketdesk::ctl
