// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/plainsend.h"

namespace rocketdesk {

namespace {

constexpr int mostTries = 3;

} // namespace

Pending<commands::SendReply> PlainSender::send(commands::SendMessageV2 command, Ask how)
{
    const Deadline until = m_cluster.deadline(how);
    auto looking = m_cluster.routes().find(command.topic, how);
    const auto route = co_await looking;
    if (!route)
        co_return failed(route.error());
    const auto &queues = (*route)->publish;
    if (queues.empty())
        co_return failed(Error::Kind::NoRoute, QStringLiteral("no queue of the topic %1 may be written").arg(command.topic.text()));
    for (int tries = 1;; ++tries) {
        const QueueRef queue = queues[m_next++ % queues.size()];
        const BrokerRef *const broker = (*route)->broker(queue.broker);
        if (!broker && tries < mostTries)
            continue; // an ordered topic names brokers that are down too
        if (!broker)
            co_return failed(Error::Kind::NoRoute, QStringLiteral("no name server knows a broker of this name"), queue.broker.text());
        const Endpoint address = broker->address;
        command.queueId = queue.id;
        command.brokerName = queue.broker;
        auto asking = m_cluster.remoting().ask(address, command, until, how.origin);
        auto reply = co_await asking;
        if (reply || tries == mostTries || m_cluster.clock().passed(until))
            co_return reply;
    }
}

} // namespace rocketdesk
