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

Pending<QueueLocks::Locked> QueueLocks::lock(Queues queues)
{
    std::vector<commands::LockRequest> requests;
    std::vector<Pending<commands::LockBatchMq::Reply>> asked;
    for (const auto &[broker, request] : byBroker(queues)) {
        requests.push_back(request);
        asked.push_back(m_parts.cluster.ask(commands::LockBatchMq{request}, Target::of(broker), AsLock));
    }
    auto asking = whenAll(std::move(asked));
    const auto replies = co_await asking;
    if (!replies)
        co_return failed(replies.error());
    Locked locked;
    const Error *silent = nullptr;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const auto &reply = (*replies)[i];
        if (!reply) {
            silent = &reply.error();
            continue;
        }
        for (const commands::MessageQueue &queue : std::as_const(requests[i].mqSet))
            (reply->body.lockOKMQSet.contains(queue) ? locked.held : locked.refused).append(queue);
    }
    if (silent && locked.held.isEmpty() && locked.refused.isEmpty())
        co_return failed(*silent);
    co_return locked;
}

Pending<void> QueueLocks::unlock(Queues queues)
{
    std::vector<Pending<commands::UnlockBatchMq::Reply>> asked;
    for (const auto &[broker, request] : byBroker(queues))
        asked.push_back(m_parts.cluster.ask(commands::UnlockBatchMq{request}, Target::of(broker), AsLock));
    auto asking = whenAll(std::move(asked));
    (void)co_await asking;
    co_return {};
}

} // namespace rocketdesk
