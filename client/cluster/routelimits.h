// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace rocketdesk {

/// makeRoute() keeps so many queues to send to, and as many to read; a topic that is said to have more is refused by RouteTable.
inline constexpr std::size_t MostQueuesOfARoute = 65'536;

} // namespace rocketdesk
