// SPDX-License-Identifier: Apache-2.0
// Acknowledgements and changes of time: what is said of a message that was taken.
#include "client/consumer/consumerparts.h"
#include "client/consumer/popper.h"
#include "client/consumer/popreceipts.h"

namespace rocketdesk {

namespace {

commands::AckMessage ackOf(const ConsumerGroup &group, const PopTicket &ticket)
{
    const protocol::PopReceipt &receipt = ticket.receipt;
    return {group, receipt.realTopic(ticket.topic, group), receipt.queueId, receipt.toString(), receipt.queueOffset};
}

} // namespace

Result<void> Popper::checkTime(const PopTicket &ticket)
{
    (void)inWork(); // forgets what is late
    if (m_inWork.contains(ticket.receipt.toString()))
        return {};
    return failed(Error{.kind = Error::Kind::NotFound, .remark = QStringLiteral("the message is not this consumer's any more: it was acknowledged, or its time is over"),
        .where = ticket.receipt.brokerName.text(), .operation = QStringLiteral("ACK_MESSAGE")});
}

void Popper::began(const PopTicket &ticket, milliseconds time)
{
    const protocol::PopReceipt &receipt = ticket.receipt;
    m_inWork.insert_or_assign(receipt.toString(), Held{m_cluster.clock().in(time), receipt.brokerName, receipt.queueId});
}

void Popper::ended(const PopTicket &ticket)
{
    if (m_inWork.erase(ticket.receipt.toString()) > 0)
        m_changed.wake();
}

Pending<void> Popper::acknowledge(PopTicket ticket)
{
    if (Result<void> inTime = checkTime(ticket); !inTime)
        co_return inTime;
    auto asking = m_cluster.ask(ackOf(m_options.group, ticket), Target::of(ticket.receipt.brokerName), AsConsumer);
    const auto done = co_await asking;
    if (!done)
        co_return failed(done.error());
    ended(ticket);
    co_return {};
}

Pending<std::vector<Result<void>>> Popper::acknowledgeAll(std::vector<PopTicket> tickets)
{
    std::vector<Result<void>> results;
    std::map<BrokerName, std::vector<PopTicket>> byBroker;
    for (const PopTicket &ticket : tickets) {
        results.push_back(checkTime(ticket));
        if (results.back())
            byBroker[ticket.receipt.brokerName].push_back(ticket);
    }
    std::map<BrokerName, Pending<protocol::NoReply>> asking;
    for (const auto &[broker, list] : byBroker)
        asking.emplace(broker, m_cluster.ask(batchAck(m_options.group, broker, list), Target::of(broker), AsConsumer));
    for (auto &[broker, call] : asking) {
        const auto done = co_await call;
        for (std::size_t i = 0; i < tickets.size(); ++i) {
            if (!results[i] || tickets[i].receipt.brokerName != broker)
                continue;
            if (done)
                ended(tickets[i]);
            else
                results[i] = failed(done.error());
        }
    }
    co_return results;
}

Pending<PopTicket> Popper::changeInvisible(PopTicket ticket, milliseconds time)
{
    if (time <= milliseconds(0))
        co_return failed(Error::Kind::InvalidArgument, QStringLiteral("a message can't be kept for %1 ms").arg(time.count()));
    if (Result<void> inTime = checkTime(ticket); !inTime)
        co_return failed(inTime.error());
    const commands::AckMessage place = ackOf(m_options.group, ticket);
    const commands::ChangeMessageInvisibleTime change{place.consumerGroup, place.topic, place.queueId, place.extraInfo, place.offset, time.count()};
    auto asking = m_cluster.ask(change, Target::of(ticket.receipt.brokerName), AsConsumer);
    const auto changed = co_await asking;
    if (!changed)
        co_return failed(changed.error());
    ended(ticket);
    ticket.receipt.startOffset = ticket.receipt.queueOffset.value(); // the new check point has this message alone
    ticket.receipt.popTime = changed->popTime;
    ticket.receipt.invisibleTime = changed->invisibleTime;
    ticket.receipt.reviveQueueId = changed->reviveQid;
    began(ticket, time);
    co_return ticket;
}

} // namespace rocketdesk
