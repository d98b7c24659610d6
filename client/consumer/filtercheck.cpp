// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/filtercheck.h"

#include "client/consumer/consumerparts.h"

namespace rocketdesk {

Pending<void> FilterCheck::check(TopicName topic, WatchFilter filter)
{
    if (!filter.isSql())
        co_return {};
    auto finding = m_cluster.routes().find(topic, AsConsumer);
    const auto route = co_await finding;
    if (!route)
        co_return {};
    for (const BrokerRef &broker : (*route)->brokers) {
        auto asking = m_cluster.ask(filter.checkFor(topic), Target::at(broker.address), AsConsumer);
        const auto answer = co_await asking;
        const Connection *const connection = m_cluster.remoting().connectionTo(broker.address);
        Result<void> suits;
        if (!answer && answer.error().code != 0)
            suits = failed(answer.error());
        else if (answer && connection)
            suits = filter.suits(connection->serverVersion());
        if (suits)
            continue;
        Error refusal = suits.error();
        refusal.where = broker.name.text();
        co_return failed(std::move(refusal));
    }
    co_return {};
}

} // namespace rocketdesk
