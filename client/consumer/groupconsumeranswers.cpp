// SPDX-License-Identifier: Apache-2.0
// What a consumer tells of itself: in heartbeats, and when brokers ask.
#include "client/consumer/groupconsumer.h"

namespace rocketdesk {

namespace {

QString text(bool yes)
{
    return yes ? QStringLiteral("true") : QStringLiteral("false");
}

} // namespace

commands::ConsumerData GroupConsumer::heartbeat() const
{
    commands::ConsumerData data{.consumeFromWhere = m_settings.wireFrom(), .groupName = m_settings.group, .messageModel = m_settings.model};
    for (const auto &[topic, subscription] : m_subscriptions.all())
        data.subscriptionDataSet.append(subscription.data);
    return data;
}

void GroupConsumer::resetOffsets(const TopicName &topic, const commands::ResetOffsetBody &offsets)
{
    const auto &table = offsets.offsetTable.table;
    for (auto entry = table.cbegin(); entry != table.cend(); ++entry) {
        if (entry.key().topic == topic)
            (void)m_assignment.restart(entry.key(), entry.value());
    }
}

commands::ConsumerStatus GroupConsumer::status(const TopicName &topic)
{
    commands::ConsumerStatus status;
    status.messageQueueTable = m_offsets->table().ofTopic(topic);
    return status;
}

commands::ConsumerRunningInfo GroupConsumer::runningInfo()
{
    commands::ConsumerRunningInfo info;
    const ConsumerOptions &options = m_settings.options;
    QStringList servers;
    for (const Endpoint &server : m_cluster.nameServers().all())
        servers << server.toString();
    info.properties = {{QStringLiteral("PROP_NAMESERVER_ADDR"), servers.join(u';')},
        {QStringLiteral("PROP_THREADPOOL_CORE_SIZE"), QString::number(options.consumeThreadMax)},
        {QStringLiteral("PROP_CONSUMEORDERLY"), text(m_settings.orderly)},
        {QStringLiteral("PROP_CONSUME_TYPE"), QString::fromLatin1(protocol::wireName(commands::ConsumeType::Passively))},
        {QStringLiteral("PROP_CLIENT_VERSION"), QStringLiteral("V5_3_3")}, // the name of protocol::clientVersion
        {QStringLiteral("PROP_CONSUMER_START_TIMESTAMP"), QString::number(m_startedMs)},
        {QStringLiteral("consumerGroup"), m_settings.group.text()},
        {QStringLiteral("messageModel"), options.messageModel},
        {QStringLiteral("consumeFromWhere"), options.consumeFromWhere},
        {QStringLiteral("allocateMessageQueueStrategy"), options.allocateStrategy},
        {QStringLiteral("consumeMessageBatchMaxSize"), QString::number(options.consumeBatchSize)},
        {QStringLiteral("pullBatchSize"), QString::number(options.pullBatchSize)},
        {QStringLiteral("pullThresholdForQueue"), QString::number(options.maxCacheCountPerQueue)},
        {QStringLiteral("maxReconsumeTimes"), QString::number(options.maxReconsumeTimes)},
        {QStringLiteral("pause"), text(m_paused)}};
    for (const auto &[topic, subscription] : m_subscriptions.all())
        info.subscriptionSet.append(subscription.data);
    for (const QueuePtr &queue : m_assignment.queues())
        info.mqTable.insert(queue->queue(), queue->info(m_offsets->table().value(queue->queue())));
    info.statusTable = m_statistics.status();
    return info;
}

Pending<commands::DirectConsumption> GroupConsumer::consumeDirectly(protocol::StoredMessage message)
{
    return m_service->consumeDirectly(std::move(message));
}

} // namespace rocketdesk
