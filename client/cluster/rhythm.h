// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"

#include <algorithm>

namespace rocketdesk {

/// How often a client does by itself what keeps its members going. It does each of these for all of them at once: the shortest
/// time that one of them wants counts.
struct Rhythm {
    milliseconds nameServers{30'000}; ///< a sign of life from a name server
    milliseconds routes{30'000}; ///< the routes of the topics in use are asked for anew
    milliseconds heartbeats{30'000}; ///< to brokers

    [[nodiscard]] Rhythm shortest(const Rhythm &other) const
    {
        return {std::min(nameServers, other.nameServers), std::min(routes, other.routes), std::min(heartbeats, other.heartbeats)};
    }
    friend bool operator==(const Rhythm &, const Rhythm &) = default;
};

} // namespace rocketdesk
