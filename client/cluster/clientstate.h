// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/error.h"

namespace rocketdesk {

/// How an open profile stands to its cluster.
struct ClientState {
    enum class Kind {
        Connecting, ///< the first try is under way
        Online, ///< at least one socket is open
        Idle, ///< no socket is open and nothing is wrong: the next call opens one
        Lost, ///< the last try to reach every name server failed
    };

    Kind kind = Kind::Idle;
    Error error; ///< where Lost: of the last name server tried
    qint64 sinceMs = 0; ///< epoch ms
    qint64 nextTryMs = 0; ///< epoch ms, where Lost and something wants the connection; else 0

    friend bool operator==(const ClientState &, const ClientState &) = default;
};

} // namespace rocketdesk

Q_DECLARE_METATYPE(rocketdesk::ClientState)
