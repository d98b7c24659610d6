// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/queuelocks.h"

#include "client/commands/connections.h"

#include <QScopeGuard>

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
    // by the broker and not by a topic's route: one topic that is gone is not to take the locks of the others
    const BrokerName &broker = request.mqSet.constFirst().broker;
    if (!m_parts.cluster.mayHaveMaster(broker))
        return readyFailed<typename C::Reply>({.kind = Error::Kind::NoRoute, .remark = QStringLiteral("the broker has no master, which alone gives locks"), .where = broker.text()});
    return m_parts.cluster.ask(C{request}, Target::of(broker), AsLock);
}

void QueueLocks::askForRoutes(const Queues &queues)
{
    std::set<TopicName> topics;
    for (const commands::MessageQueue &queue : queues) {
        if (topics.insert(queue.topic).second)
            (void)m_parts.cluster.routes().refresh(queue.topic, AsConsumer);
    }
}

Pending<QueueLocks::Locked> QueueLocks::lock(Queues queues)
{
    const auto round = m_rounds.emplace_back(std::make_shared<SharedEnd>());
    const auto over = qScopeGuard([this, round] {
        std::erase(m_rounds, round);
        round->finish({});
    });
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
            locked.silent.emplace(requests[i].mqSet.constFirst().broker, reply.error());
            askForRoutes(requests[i].mqSet); // it may have another master by now
            continue;
        }
        for (const commands::MessageQueue &queue : std::as_const(requests[i].mqSet))
            (reply->body.lockOKMQSet.contains(queue) ? locked.held : locked.refused).append(queue);
    }
    co_return locked;
}

Pending<void> QueueLocks::unlock(Queues queues)
{
    for (const auto &round : std::vector(m_rounds)) {
        auto ending = round->wait();
        (void)co_await ending;
    }
    std::vector<Pending<commands::UnlockBatchMq::Reply>> asked;
    for (const auto &[broker, request] : byBroker(queues))
        asked.push_back(askMaster<commands::UnlockBatchMq>(request));
    auto asking = whenAll(std::move(asked));
    (void)co_await asking;
    co_return {};
}

} // namespace rocketdesk
