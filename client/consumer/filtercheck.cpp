// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/filtercheck.h"

#include "client/consumer/consumerparts.h"

namespace rocketdesk {

Pending<void> FilterCheck::ask(BrokerName broker, TopicName topic, WatchFilter filter, Ask how)
{
    if (!filter.isSql())
        co_return {};
    auto asking = m_cluster.ask(filter.checkFor(topic), Target::of(broker), how);
    const auto answer = co_await asking;
    if (!answer)
        co_return failed(answer.error());
    const auto address = m_cluster.knownAddress(broker);
    const Connection *const connection = address ? m_cluster.remoting().connectionTo(*address) : nullptr;
    co_return connection ? filter.suits(connection->serverVersion()) : Result<void>();
}

Pending<void> FilterCheck::askAll(TopicName topic, WatchFilter filter)
{
    if (!filter.isSql())
        co_return {};
    auto finding = m_cluster.routes().find(topic, AsConsumer);
    const auto route = co_await finding;
    if (!route)
        co_return {};
    for (const BrokerRef &broker : (*route)->brokers) {
        auto asking = ask(broker.name, topic, filter, AsConsumer);
        const auto answer = co_await asking;
        if (answer || !isVerdict(answer.error()))
            continue;
        Error refusal = answer.error();
        refusal.where = broker.name.text();
        co_return failed(std::move(refusal));
    }
    co_return {};
}

bool FilterCheck::isVerdict(const Error &error)
{
    return error.code != 0 || error.kind == Error::Kind::InvalidArgument;
}

} // namespace rocketdesk
