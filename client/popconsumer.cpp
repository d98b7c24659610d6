// SPDX-License-Identifier: Apache-2.0
#include "client/popconsumer.h"

#include "client/base/overloaded.h"
#include "client/consumer/popper.h"
#include "client/farobject.h"

namespace rocketdesk {

PopConsumer::PopConsumer(Mailbox::Address network) : m_network(std::move(network)), m_far(std::make_shared<Far>()) {}

PopConsumer::~PopConsumer()
{
    m_network.post([far = m_far] { delete far->object.data(); });
}

Pending<PoppedBatch> PopConsumer::receive(int most, milliseconds wait)
{
    return onFar(m_network, m_far, [most, wait](Popper &popper) { return popper.receive(most, wait); });
}

Pending<void> PopConsumer::acknowledge(PopTicket ticket)
{
    return onFar(m_network, m_far, [ticket = std::move(ticket)](Popper &popper) { return popper.acknowledge(ticket); });
}

Pending<std::vector<Result<void>>> PopConsumer::acknowledgeAll(std::vector<PopTicket> tickets)
{
    return onFar(m_network, m_far, [tickets = std::move(tickets)](Popper &popper) { return popper.acknowledgeAll(tickets); });
}

Pending<PopTicket> PopConsumer::changeInvisible(PopTicket ticket, milliseconds time)
{
    return onFar(m_network, m_far, [ticket = std::move(ticket), time](Popper &popper) { return popper.changeInvisible(ticket, time); });
}

void PopConsumer::take(const ConsumerNews &news)
{
    std::visit(Overloaded{
                   [](const consumernews::Assigned &) {}, // brokers share out, if anybody does
                   [this](const consumernews::Trouble &trouble) { Q_EMIT brokerTrouble(trouble); },
                   [this](const consumernews::Recovered &recovery) { Q_EMIT recovered(recovery.broker); },
               },
        news);
}

Pending<int> PopConsumer::inWork()
{
    return onFar(m_network, m_far, [](Popper &popper) { return ready<int>(popper.inWork()); });
}

} // namespace rocketdesk
