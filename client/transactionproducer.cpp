// SPDX-License-Identifier: Apache-2.0
#include "client/transactionproducer.h"

#include "client/farobject.h"
#include "client/producer/transactionsender.h"

namespace rocketdesk {

TransactionProducer::TransactionProducer(Mailbox::Address network, TransactionOptions options, std::shared_ptr<TransactionListener> listener)
    : m_network(std::move(network))
    , m_options(std::move(options))
    , m_listener(std::move(listener))
    , m_far(std::make_shared<Far>())
{
}

TransactionProducer::~TransactionProducer()
{
    m_network.post([far = m_far] { delete far->object.data(); });
}

Pending<TransactionSendResult> TransactionProducer::send(OutgoingMessage message, SendOptions how)
{
    return onFar(m_network, m_far, [message = std::move(message), how = std::move(how)](TransactionSender &host) { return host.send(message, how); });
}

Pending<TransactionStatistics> TransactionProducer::statistics()
{
    return onFar(m_network, m_far, [](TransactionSender &host) { return ready<TransactionStatistics>(host.statistics()); });
}

Pending<SendStatistics> TransactionProducer::sendStatistics()
{
    return onFar(m_network, m_far, [](TransactionSender &host) { return ready<SendStatistics>(host.producer().statistics()); });
}

} // namespace rocketdesk
