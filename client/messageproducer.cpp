// SPDX-License-Identifier: Apache-2.0
#include "client/messageproducer.h"

#include "client/farobject.h"
#include "client/producer/producerhost.h"
#include "client/profile/nameservers.h"

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
    const NameServerList list = parseNameServers(options.namesrvAddr);
    if (!list.problems.empty())
        return failed(Error::Kind::InvalidArgument, list.problems.front().words.text());
    if (list.endpoints.isEmpty())
        return failed(Error::Kind::InvalidArgument, QStringLiteral("no name server is given"));
    Profile profile;
    profile.id = newProfileId();
    profile.name = options.producerGroup;
    profile.nameServers = list.endpoints;
    return profile;
}

} // namespace rocketdesk
