// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"

#include <QSet>

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

/// The reply of a command that answers with nothing but a code.
struct NoReply {
};

/// What is known of a broker's groups: naming an unknown one creates it, even in calls that only read.
struct Known {
    QSet<QString> groups; ///< as listed by GET_ALL_SUBSCRIPTIONGROUP_CONFIG

    /// Is the group listed, or on every broker from the start?
    [[nodiscard]] bool group(const ConsumerGroup &group) const;
};

/// Groups that every broker has from the start; TOOLS_CONSUMER watches without leaving a trace.
[[nodiscard]] bool isBuiltInGroup(const QString &group);

/// Does this call change anything on the server?
template <typename C>
[[nodiscard]] bool writesAnything(const C &command, const Known &known)
{
    if constexpr (C::request.effect == Effect::Depends)
        return command.writes(known);
    else
        return C::request.effect == Effect::Writes;
}

} // namespace rocketdesk::protocol
