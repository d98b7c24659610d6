// SPDX-License-Identifier: Apache-2.0
// What a polled consumer tells of itself: in heartbeats, and when brokers ask.
#include "client/consumer/litepuller.h"

namespace rocketdesk {

commands::ConsumerData LitePuller::heartbeat() const
{
    commands::ConsumerData data{.consumeFromWhere = m_settings.wireFrom(), .consumeType = commands::ConsumeType::Actively,
        .groupName = m_settings.group, .messageModel = m_settings.model};
    for (const auto &[topic, subscription] : m_subscriptions.all())
        data.subscriptionDataSet.append(subscription.data);
    return data;
}

void LitePuller::idsChanged()
{
    for (const auto &[topic, rebalancer] : m_rebalancers)
        rebalancer->wake();
}

void LitePuller::resetOffsets(const TopicName &topic, const commands::ResetOffsetBody &offsets)
{
    const auto &table = offsets.offsetTable.table;
    for (auto entry = table.cbegin(); entry != table.cend(); ++entry) {
        if (entry.key().topic == topic && m_assignment.find(entry.key()))
            goOnAt(entry.key(), entry.value());
    }
}

commands::ConsumerStatus LitePuller::status(const TopicName &topic)
{
    commands::ConsumerStatus status;
    status.messageQueueTable = m_offsets.table().ofTopic(topic);
    return status;
}

commands::ConsumerRunningInfo LitePuller::runningInfo()
{
    commands::ConsumerRunningInfo info;
    info.properties = {{QStringLiteral("PROP_CONSUME_TYPE"), QString::fromLatin1(protocol::wireName(commands::ConsumeType::Actively))},
        {QStringLiteral("PROP_CONSUMER_START_TIMESTAMP"), QString::number(m_startedMs)}, {QStringLiteral("consumerGroup"), m_settings.group.text()}};
    for (const auto &[topic, subscription] : m_subscriptions.all())
        info.subscriptionSet.append(subscription.data);
    for (const QueuePtr &queue : m_assignment.queues())
        info.mqTable.insert(queue->queue(), queue->info(m_offsets.table().value(queue->queue())));
    info.statusTable = m_statistics.status();
    return info;
}

Pending<commands::DirectConsumption> LitePuller::consumeDirectly(protocol::StoredMessage)
{
    return readyFailed<commands::DirectConsumption>({.kind = Error::Kind::Unsupported, .remark = QStringLiteral("this consumer is polled, it has no listener")});
}

} // namespace rocketdesk
