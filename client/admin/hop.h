// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/error.h"
#include "client/base/wording.h"

#include <chrono>
#include <functional>
#include <vector>

namespace rocketdesk {

/// One step of the test of a connection, and how it went.
struct Hop {
    /// In the order of the way to a cluster.
    enum class Kind {
        Resolve, ///< a name server's name to addresses; not for a server that is given by its address
        Connect, ///< its port
        Tls, ///< its handshake; only where the profile encrypts
        NameServer, ///< its answer to 106
        NameServersAgree, ///< whether all name the same brokers; only where several answered
        Broker, ///< a broker's port, at the address after mapping
        Credentials, ///< whether brokers serve this account: 28
        Clock, ///< a broker's clock against this machine's
    };
    enum class State { Ok, Warning, Failed };

    Kind kind = Kind::Resolve;
    QString subject; ///< name server, host, or broker
    State state = State::Ok;
    Wording found; ///< what was seen, of a hop that did not fail; of a warning what is wrong
    std::chrono::nanoseconds cost{0};
    Error error; ///< where Failed: wordsFor() gives sentence and way out
};

/// Called once per hop, as it ends.
using HopSeen = std::function<void(const Hop &)>;

} // namespace rocketdesk
