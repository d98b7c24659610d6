// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/command.h"

namespace rocketdesk::ctl {

namespace {

Line lineOf(const TopicName &topic, const commands::BrokerData &broker, const commands::QueueData *queues)
{
    QJsonObject addresses;
    for (auto address = broker.brokerAddrs.cbegin(); address != broker.brokerAddrs.cend(); ++address)
        addresses.insert(QString::number(address.key().value()), address.value());
    Line line;
    line.add("topic", topic).add("cluster", broker.cluster).add("brokerName", broker.brokerName).add("addresses", addresses);
    if (queues)
        line.add("readQueues", queues->readQueueNums).add("writeQueues", queues->writeQueueNums).add("perm", queues->perm);
    return line;
}

Pending<int> runRoute(const Arguments &arguments, Session &session)
{
    const TopicName topic(arguments.positional().first());
    Promise<int> exitCode;
    auto pending = exitCode.pending();
    whenDone(session.client().ask(commands::GetRouteInfoByTopic{.topic = topic, .acceptStandardJsonOnly = {}}, Target::nameServer(), session.how()), &session,
        [&session, topic, exitCode = std::move(exitCode)](Result<commands::GetRouteInfoByTopic::Reply> reply) mutable {
            if (!reply)
                return void(exitCode.finish(session.fail(reply.error())));
            const commands::TopicRouteData &route = reply->body;
            for (const commands::BrokerData &broker : route.brokerDatas) {
                const auto queues = std::find_if(route.queueDatas.cbegin(), route.queueDatas.cend(),
                    [&](const commands::QueueData &data) { return data.brokerName == broker.brokerName; });
                session.out().row(lineOf(topic, broker, queues == route.queueDatas.cend() ? nullptr : &*queues));
            }
            exitCode.finish(Done);
        });
    return pending;
}

} // namespace

Command routeCommand()
{
    return {.name = "route", .arguments = "T", .summary = "the brokers that hold a topic", .options = {}, .least = 1, .most = 1, .run = &runRoute};
}

} // namespace rocketdesk::ctl
