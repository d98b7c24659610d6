// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/pull.h"

#include "client/cluster/cluster.h"

namespace rocketdesk {

namespace {

/// A broker looks every 5 s whether a held pull has expired [PullRequestHoldService].
constexpr milliseconds holdGrain{5'000};

commands::PullMessage requestOf(const PullFrom &from)
{
    commands::PullMessage request;
    request.consumerGroup = from.group;
    request.topic = from.topic;
    request.queueId = from.queue.id;
    request.queueOffset = from.offset;
    request.maxMsgNums = from.most;
    request.sysFlag = commands::pullflag::subscription | (from.hold.count() > 0 ? commands::pullflag::suspend : 0);
    request.suspendTimeoutMillis = from.hold.count();
    request.subscription = from.expression;
    request.expressionType = from.expressionType;
    request.subVersion = from.subVersion;
    return request;
}

Pulled pulledFrom(commands::PullReply reply, const BrokerName &broker)
{
    Pulled pulled{.status = commands::pullStatus(reply.code).value_or(commands::PullStatus::NoNewMsg),
        .next = reply.nextBeginOffset, .min = reply.minOffset, .max = reply.maxOffset, .suggested = reply.suggestWhichBrokerId, .cost = reply.body.size()};
    protocol::MessageList list = protocol::decodeMessageList(protocol::Bytes(std::move(reply.body)));
    pulled.messages = std::move(list.messages);
    pulled.damage = std::move(list.error);
    pulled.cost += list.inflated;
    if (pulled.damage) {
        pulled.damage->error.where = broker.text();
        pulled.damage->error.operation = QString::fromLatin1(commands::PullMessage::request.name);
    }
    for (protocol::StoredMessage &message : pulled.messages) {
        message.brokerName = broker;
        message.queueOffset = QueueOffset(message.queueOffset.value() + reply.offsetDelta.value_or(0));
    }
    return pulled;
}

/// Leads to what can't be read, or past it where it comes first.
Pulled upToDamage(Pulled pulled, QueueOffset from)
{
    if (!pulled.damage)
        return pulled;
    if (pulled.messages.empty()) {
        pulled.next = std::max(pulled.next, QueueOffset(from.value() + 1));
    } else {
        pulled.next = QueueOffset(pulled.messages.back().queueOffset.value() + 1);
        pulled.damage.reset();
    }
    return pulled;
}

} // namespace

ConsumerGroup watchersGroup()
{
    return ConsumerGroup(QStringLiteral("TOOLS_CONSUMER"));
}

Pending<Pulled> Puller::pull(PullFrom from, Ask how)
{
    if (from.hold.count() > 0)
        how.limit = from.hold + holdGrain + m_cluster.clock().left(m_cluster.deadline(how));
    auto asking = m_cluster.ask(requestOf(from), from.at ? Target::at(*from.at) : Target::of(from.queue.broker), how);
    auto reply = co_await asking;
    if (!reply)
        co_return failed(reply.error());
    co_return pulledFrom(std::move(*reply), from.queue.broker);
}

Pending<Pulled> Puller::read(PullFrom from, Ask how)
{
    auto pulling = pull(from, how);
    auto pulled = co_await pulling;
    if (!pulled)
        co_return failed(pulled.error());
    const bool leadsTooFar = pulled->damage && pulled->messages.empty() && from.most > 1; // past the others of its frame, which may be whole
    if (!leadsTooFar)
        co_return upToDamage(std::move(*pulled), from.offset);
    from.most = 1;
    auto again = pull(from, how);
    auto alone = co_await again;
    if (!alone)
        co_return failed(alone.error());
    co_return upToDamage(std::move(*alone), from.offset);
}

Pending<protocol::StoredMessage> Puller::open(PullFrom place, Ask how)
{
    place.most = 1;
    auto finding = m_cluster.routes().find(place.topic, how); // so that the broker's address is known
    const auto route = co_await finding;
    if (!route)
        co_return failed(route.error());
    auto pulling = pull(place, how);
    auto pulled = co_await pulling;
    if (!pulled)
        co_return failed(pulled.error());
    for (protocol::StoredMessage &message : pulled->messages) {
        if (message.queueOffset == place.offset)
            co_return message.detached();
    }
    co_return failed(Error{.kind = Error::Kind::NotFound,
        .remark = QStringLiteral("there is no message at offset %1; queue %2 has %3 up to %4").arg(place.offset.value()).arg(place.queue.id.value())
                      .arg(pulled->min.value()).arg(pulled->max.value() - 1),
        .where = place.queue.broker.text(), .operation = QStringLiteral("PULL_MESSAGE")});
}

} // namespace rocketdesk
