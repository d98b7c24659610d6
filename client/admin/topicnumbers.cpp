// SPDX-License-Identifier: Apache-2.0
#include "client/admin/topicnumbers.h"

namespace rocketdesk {

TopicPlace placeOf(const TopicRow &row)
{
    TopicPlace place{.topic = row.name};
    for (const TopicOnBroker &broker : row.brokers)
        place.brokers.push_back(broker.broker);
    return place;
}

int callsToRead(const std::vector<TopicRow> &topics)
{
    int calls = 0;
    for (const TopicRow &topic : topics) {
        for (const TopicOnBroker &broker : topic.brokers)
            calls += broker.config.attributes ? 1 : 2; // attributes came with 5.0, as the rate in 202 did
    }
    return calls;
}

} // namespace rocketdesk
