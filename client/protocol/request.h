// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rocketdesk::protocol {

/// Whether a command changes anything on the server. A read-only profile refuses what writes before the socket.
enum class Effect {
    Reads,
    Writes,
    Depends, ///< the command's own `bool writes(const Known &) const` says; what is not known counts as writing
};

/// Code, name and effect of a remoting command; every command struct has one as `static constexpr Request request`.
struct Request {
    int code;
    const char *name; ///< as in RocketMQ's RequestCode
    Effect effect;
};

} // namespace rocketdesk::protocol
