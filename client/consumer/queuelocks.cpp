// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/queuelocks.h"

#include "client/commands/connections.h"

namespace rocketdesk {

namespace {

constexpr Ask AsLock{.limit = milliseconds(3'000), .origin = Origin::Consumer};

} // namespace

std::map<BrokerName, commands::LockRequest> QueueLocks::byBroker(const Queues &queues) const
{
    std::map<BrokerName, commands::LockRequest> requests;
    for (const commands::MessageQueue &queue : queues) {
        commands::LockRequest &request = requests[queue.broker];
        request.clientId = m_parts.clientId;
        request.consumerGroup = m_parts.settings.group;
        request.mqSet.append(queue);
    }
    return requests;
}

template <typename C>
Pending<typename C::Reply> QueueLocks::askMaster(const commands::LockRequest &request)
{
    const commands::MessageQueue &queue = request.mqSet.constFirst();
    const RoutePtr route = m_parts.cluster.routes().cached(queue.topic);
    const BrokerRef *const broker = route ? route->broker(queue.broker) : nullptr;
    if (!broker || broker->id.value() != 0)
        return readyFailed<typename C::Reply>({.kind = Error::Kind::NoRoute, .remark = QStringLiteral("the broker has no master, which alone gives locks"), .where = queue.broker.text()});
    return m_parts.cluster.ask(C{request}, Target::at(broker->address), AsLock);
}

Pending<QueueLocks::Locked> QueueLocks::lock(Queues queues)
{
    std::vector<commands::LockRequest> requests;
    std::vector<Pending<commands::LockBatchMq::Reply>> asked;
    for (const auto &[broker, request] : byBroker(queues)) {
        requests.push_back(request);
        asked.push_back(askMaster<commands::LockBatchMq>(request));
    }
    auto asking = whenAll(std::move(asked));
    const auto replies = co_await asking;
    if (!replies)
        co_return failed(replies.error());
    Locked locked;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const auto &reply = (*replies)[i];
        if (!reply) {
            const commands::MessageQueue &queue = requests[i].mqSet.constFirst();
            locked.silent.emplace(queue.broker, reply.error());
            (void)m_parts.cluster.routes().refresh(queue.topic, AsConsumer); // it may have another master by now
            continue;
        }
        for (const commands::MessageQueue &queue : std::as_const(requests[i].mqSet))
            (reply->body.lockOKMQSet.contains(queue) ? locked.held : locked.refused).append(queue);
    }
    co_return locked;
}

Pending<void> QueueLocks::unlock(Queues queues)
{
    std::vector<Pending<commands::UnlockBatchMq::Reply>> asked;
    for (const auto &[broker, request] : byBroker(queues))
        asked.push_back(askMaster<commands::UnlockBatchMq>(request));
    auto asking = whenAll(std::move(asked));
    (void)co_await asking;
    co_return {};
}

} // namespace rocketdesk
