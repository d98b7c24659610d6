// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerstate.h"

#include "app/sandbox/brokersettings.h"
#include "app/sandbox/names.h"

namespace rocketdesk::sandbox {

namespace {

protocol::PackedEndpoint packed(const Endpoint &endpoint)
{
    return protocol::PackedEndpoint::of(endpoint.host, endpoint.port).value_or(protocol::PackedEndpoint());
}

} // namespace

BrokerState::BrokerState(BrokerName brokerName, BrokerId brokerId, const Endpoint &at, const SandboxOptions &sandbox, Clock &time, std::shared_ptr<Replicated> from)
    : name(std::move(brokerName))
    , id(brokerId)
    , cluster(QStringLiteral("DefaultCluster"))
    , endpoint(at)
    , options(sandbox)
    , clock(time)
    , startedAt(time.wallMs())
    , settings(defaultBrokerSettings(*this))
    , settingsVersion{.counter = 1, .stateVersion = 0, .timestamp = startedAt}
    , replicated(from ? std::move(from)
                      : std::make_shared<Replicated>(cluster, name, packed(at), MessageStore::Limits{sandbox.topicLimit, sandbox.totalLimit}, startedAt))
    , topics(replicated->topics)
    , groups(replicated->groups)
    , offsets(replicated->offsets)
    , store(replicated->store)
    , polls(time)
    , pops(time)
    , popPolls(time)
    , ids(packed(at).bytes().toByteArray(), at.port, sandbox.seed)
{
}

void BrokerState::whenUp(std::function<void()> act)
{
    if (isUp)
        act();
    else
        missed.push_back(std::move(act));
}

Result<Place> BrokerState::put(const protocol::StoredMessage &message, qint64 nowMs)
{
    Result<Place> place = store.put(message, nowMs);
    if (!place)
        return place;
    const Record *const record = store.queue(message.topic, message.queueId)->at(place->offset.value());
    const QString topic = message.topic.text();
    counters.add(QStringLiteral("TOPIC_PUT_NUMS"), topic, nowMs);
    counters.add(QStringLiteral("BROKER_PUT_NUMS"), cluster.text(), nowMs);
    if (record) {
        counters.add(QStringLiteral("TOPIC_PUT_SIZE"), topic, nowMs, record->bytes.size());
        polls.arrived(message.topic, message.queueId, *record);
    }
    popPolls.arrived(message.topic, message.queueId);
    return place;
}

const commands::SubscriptionGroupConfig *BrokerState::useGroup(const ConsumerGroup &group)
{
    if (const auto *const known = groups.find(group))
        return known;
    if (!options.createGroups || !groupNameFault(group.text()).isEmpty())
        return nullptr;
    groups.update(groupConfig(group), now());
    return groups.find(group);
}

const commands::TopicConfig &BrokerState::useTopic(const TopicName &topic, int queues)
{
    if (!topics.find(topic))
        topics.update(topicConfig(topic, queues), now());
    return *topics.find(topic);
}

qint64 BrokerState::minOffset(const TopicName &topic, QueueId queue) const
{
    const QueueLog *const log = store.queue(topic, queue);
    return log ? log->minOffset() : 0;
}

qint64 BrokerState::maxOffset(const TopicName &topic, QueueId queue) const
{
    const QueueLog *const log = store.queue(topic, queue);
    return log ? log->maxOffset() : 0;
}

QString BrokerState::offsetId(CommitLogOffset position) const
{
    return protocol::offsetIdText(store.host().bytes(), store.host().port, position);
}

Result<protocol::Bytes> propertyBlock(const protocol::Properties &properties)
{
    return properties.toBlock().map([](QByteArray block) { return protocol::Bytes(std::move(block)); });
}

Result<void> putAside(protocol::StoredMessage &message, const TopicName &topic, QueueId queue)
{
    protocol::Properties properties = message.allProperties();
    properties.set(QString(protocol::property::RealTopic), message.topic.text());
    properties.set(QString(protocol::property::RealQueueId), QString::number(message.queueId.value()));
    auto block = propertyBlock(properties);
    if (!block)
        return failed(std::move(block.error()));
    message.properties = std::move(*block);
    message.topic = topic;
    message.queueId = queue;
    return {};
}

} // namespace rocketdesk::sandbox
