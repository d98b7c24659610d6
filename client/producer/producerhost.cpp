// SPDX-License-Identifier: Apache-2.0
#include "client/producer/producerhost.h"

namespace rocketdesk {

namespace {

Rhythm rhythmOf(const ProducerOptions &options)
{
    return {.nameServers = milliseconds(options.pollNameServerInterval), .routes = milliseconds(options.updateTopicRouteInfoInterval),
        .heartbeats = milliseconds(options.heartbeatBrokerInterval)};
}

} // namespace

Result<Registration> joinAs(ProducerMember &member, const ProducerOptions &options, Membership &membership)
{
    if (auto valid = options.check(); !valid)
        return failed(std::move(valid.error()));
    return membership.join(options.groupOnWire(), member, rhythmOf(options));
}

ProducerHost::ProducerHost(Cluster &cluster, Membership &membership, const ProducerOptions &options, QObject *parent)
    : QObject(parent)
    , m_membership(membership)
    , m_producer(cluster, options)
    , m_registration(joinAs(*this, options, membership))
{
}

Pending<SendReceipt> ProducerHost::send(const OutgoingMessage &message, SendOptions options)
{
    if (!m_registration)
        return readyFailed<SendReceipt>(m_registration.error());
    uses(message.topic);
    return m_producer.send(message, std::move(options));
}

Pending<BatchReceipts> ProducerHost::sendBatch(std::vector<OutgoingMessage> messages, SendOptions options, int perRequest)
{
    if (!m_registration)
        return readyFailed<BatchReceipts>(m_registration.error());
    if (!messages.empty())
        uses(messages.front().topic);
    return m_producer.sendBatch(std::move(messages), std::move(options), perRequest);
}

void ProducerHost::uses(const TopicName &topic)
{
    if (m_used == topic)
        return;
    m_used = topic;
    m_membership.uses(m_producer.names().wire(topic));
}

} // namespace rocketdesk
