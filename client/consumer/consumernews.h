// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/error.h"
#include "client/base/ids.h"

#include <variant>

namespace rocketdesk {

/// What a consumer tells while it runs.
namespace consumernews {

/// It reads this many queues; again whenever that changes.
struct Assigned {
    int queues = 0;
};
/// A broker does not answer, or refuses; it is tried again, the others go on.
struct Trouble {
    BrokerName broker;
    Error error;
    bool answeredBefore = false;
};
struct Recovered {
    BrokerName broker;
};

} // namespace consumernews

using ConsumerNews = std::variant<consumernews::Assigned, consumernews::Trouble, consumernews::Recovered>;

} // namespace rocketdesk
