// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/command.h"

// Limits on reading old messages from disk; since 5.0.
namespace rocketdesk::commands {

struct UpdateColdDataFlowCtrConfig {
    static constexpr Request request{2001, "UPDATE_COLD_DATA_FLOW_CTR_CONFIG", Effect::Writes};
    QString body; ///< "group=threshold" lines, bytes a second
    using Reply = NoReply;
};

struct RemoveColdDataFlowCtrConfig {
    static constexpr Request request{2002, "REMOVE_COLD_DATA_FLOW_CTR_CONFIG", Effect::Writes};
    QString body; ///< the group
    using Reply = NoReply;
};

struct GetColdDataFlowCtrInfo {
    static constexpr Request request{2003, "GET_COLD_DATA_FLOW_CTR_INFO", Effect::Reads};
    using Reply = TextReply; ///< JSON: runtimeTable, configTable and the thresholds
};

/// How the commit log is read from disk.
struct SetCommitlogReadMode {
    static constexpr Request request{2004, "SET_COMMITLOG_READ_MODE", Effect::Writes};
    int mode = 0; ///< 0 normal, 1 random
    static constexpr auto fields() { return protocol::fields(field("READ_AHEAD_MODE", &SetCommitlogReadMode::mode)); }
    using Reply = NoReply;
};

} // namespace rocketdesk::commands
