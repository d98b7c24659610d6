// SPDX-License-Identifier: Apache-2.0
#include "client/messageproducer.h"

#include "client/farobject.h"
#include "client/optionservers.h"
#include "client/producer/producerhost.h"

namespace rocketdesk {

MessageProducer::MessageProducer(Mailbox::Address network, ProducerOptions options)
    : m_network(std::move(network))
    , m_options(std::move(options))
    , m_far(std::make_shared<Far>())
{
}

MessageProducer::~MessageProducer()
{
    m_network.post([far = m_far] { delete far->object.data(); });
}

Pending<SendReceipt> MessageProducer::send(OutgoingMessage message, SendOptions how)
{
    return onFar(m_network, m_far, [message = std::move(message), how = std::move(how)](ProducerHost &host) { return host.send(message, how); });
}

Pending<BatchReceipts> MessageProducer::sendBatch(std::vector<OutgoingMessage> messages, SendOptions how)
{
    return onFar(m_network, m_far, [messages = std::move(messages), how = std::move(how), most = m_options.messagesPerRequest()](ProducerHost &host) mutable {
        return host.sendBatch(std::move(messages), std::move(how), most);
    });
}

Pending<QString> MessageProducer::recall(TopicName topic, QString handle)
{
    const Ask how{.limit = milliseconds(m_options.sendMsgTimeout), .origin = Origin::Send};
    return onFar(m_network, m_far, [topic = std::move(topic), handle = std::move(handle), how](ProducerHost &host) { return host.producer().recall(topic, handle, how); });
}

Pending<SendStatistics> MessageProducer::statistics()
{
    return onFar(m_network, m_far, [](ProducerHost &host) { return ready<SendStatistics>(host.producer().statistics()); });
}

Result<Profile> profileOf(const ProducerOptions &options)
{
    return profileNaming(options.namesrvAddr, options.producerGroup);
}

} // namespace rocketdesk
