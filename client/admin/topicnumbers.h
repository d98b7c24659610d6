// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/topicsoverview.h"

#include <functional>

namespace rocketdesk {

/// Whom to ask for a topic's numbers.
struct TopicPlace {
    TopicName topic;
    std::vector<BrokerRef> brokers;
};

[[nodiscard]] TopicPlace placeOf(const TopicRow &row);

/// What is read of a topic only when it is looked at.
struct TopicNumbers {
    TopicName topic;
    qint64 messages = 0; ///< kept in all queues of the brokers that answered
    double inTps = 0; ///< messages a second over the last minute
    qint64 lastWriteMs = 0; ///< epoch ms; 0 = never written, or all of it is gone
    std::vector<BrokerFailure> failures; ///< brokers whose part is missing

    [[nodiscard]] bool isPartial() const { return !failures.empty(); }
};

/// Called once per topic, as its numbers come; `done` of `all`.
using TopicNumbersSeen = std::function<void(const TopicNumbers &, int done, int all)>;

/// How urgent numbers are: rows in sight go before the rest.
enum class Reading { InSight, All };

/// How many calls reading these topics takes: one a broker, and one more where it does not tell rates (before 5.0).
[[nodiscard]] int callsToRead(const std::vector<TopicRow> &topics);

} // namespace rocketdesk
