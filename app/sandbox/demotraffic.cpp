// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/demotraffic.h"

#include "app/sandbox/names.h"
#include "client/protocol/selectorhash.h"
#include "client/protocol/subscription.h"

#include <algorithm>

namespace rocketdesk::sandbox {

namespace {

namespace property = protocol::property;

constexpr milliseconds tickInterval{250};
constexpr int historyMessages = 2400;
constexpr qint64 historyMs = 6 * 3600 * 1000; ///< of the older messages
constexpr qint64 lastMinuteMs = 60'000;
constexpr double pictureRate = 3; ///< of the last minute where the options give none

protocol::PackedEndpoint hostOf(const DemoTopic &topic)
{
    const auto last = static_cast<uint>(qHash(QLatin1StringView(topic.producers)) % 40 + 11);
    return protocol::PackedEndpoint::of(QStringLiteral("10.20.3.%1").arg(last), 40'000 + static_cast<qint32>(last)).value_or(protocol::PackedEndpoint());
}

QString addressOf(int host, int client)
{
    return QStringLiteral("10.20.%1.%2:%3").arg(4 + host).arg(20 + client).arg(41'000 + host * 7 + client);
}

Member lastingMember(const QString &address, qint64 nowMs)
{
    return {.session = {}, .address = address, .language = protocol::Language::Java, .version = serverVersion, .seenAt = nowMs, .lasting = true};
}

} // namespace

DemoTraffic::DemoTraffic(std::vector<BrokerState *> brokers, const SandboxOptions &options, Clock &clock)
    : m_brokers(std::move(brokers))
    , m_options(options)
    , m_clock(clock)
    , m_random(options.seed)
    , m_ids(QByteArrayLiteral("\x0a\x14\x03\x0b"), 4711, options.seed)
{
    for (const DemoTopic &topic : demoTopics())
        m_weights += topic.weight;
}

void DemoTraffic::fill()
{
    for (BrokerState *const broker : m_brokers) {
        fillPlain(*broker);
        if (m_options.demoData)
            fillShop(*broker);
    }
    if (m_options.demoData) {
        fillHistory();
        addDeadLetters();
    }
    follow(m_clock.wallMs());
}

void DemoTraffic::fillPlain(BrokerState &broker)
{
    constexpr int queues = 4;
    for (int i = 1; i <= m_options.topics; ++i)
        broker.topics.update(topicConfig(TopicName(QStringLiteral("plain-topic-%1").arg(i, 5, 10, QLatin1Char('0'))), queues), broker.now());
    for (int i = 1; i <= m_options.groups; ++i)
        broker.groups.update(groupConfig(ConsumerGroup(QStringLiteral("plain-group-%1").arg(i, 5, 10, QLatin1Char('0')))), broker.now());
}

void DemoTraffic::fillShop(BrokerState &broker)
{
    for (const DemoTopic &topic : demoTopics()) {
        const TopicName name = topicOf(topic.name);
        commands::TopicConfig config = topicConfig(name, topic.queues, topic.perm);
        config.attributes->insert(QStringLiteral("message.type"), QString::fromLatin1(topic.type));
        broker.topics.update(config, broker.now());
        const qint64 begin = m_random.bounded(3'000, 60'000); // as if older messages had been cleaned away
        for (int queue = 0; queue < topic.queues; ++queue)
            broker.store.startQueueAt(name, QueueId(queue), QueueOffset(begin + m_random.bounded(90)));
    }
    addClients(broker);
}

void DemoTraffic::addClients(BrokerState &broker)
{
    int host = 0;
    for (const DemoTopic &topic : demoTopics()) {
        commands::HeartbeatData data;
        data.clientId = ClientId(QStringLiteral("10.20.3.%1@%2").arg(11 + host % 4).arg(QLatin1StringView(topic.producers)));
        data.producerDataSet = {{ProducerGroup(QString::fromLatin1(topic.producers))}};
        broker.clients.beat(data, lastingMember(addressOf(0, host++ % 4), broker.now()));
    }
    QStringList groups;
    for (const DemoSubscription &subscription : demoSubscriptions())
        groups << demoName(subscription.group, m_options.longNames);
    groups.removeDuplicates();
    for (const QString &group : groups)
        addConsumers(broker, group);
}

void DemoTraffic::addConsumers(BrokerState &broker, const QString &group)
{
    commands::ConsumerData consumer;
    consumer.groupName = ConsumerGroup(group);
    int clients = 0;
    for (const DemoSubscription &line : demoSubscriptions()) {
        if (group != demoName(line.group, m_options.longNames))
            continue;
        clients = line.clients;
        if (const auto subscription = protocol::makeSubscription(topicOf(line.topic), QString::fromLatin1(line.expression), QStringLiteral("TAG"), broker.now()))
            consumer.subscriptionDataSet << *subscription;
    }
    if (const auto retry = protocol::makeSubscription(retryTopic(consumer.groupName), QStringLiteral("*"), QStringLiteral("TAG"), broker.now()))
        consumer.subscriptionDataSet << *retry;
    broker.groups.update(groupConfig(consumer.groupName), broker.now());
    (void)broker.useTopic(retryTopic(consumer.groupName), 1);
    for (int client = 0; client < clients; ++client) {
        commands::HeartbeatData data;
        data.clientId = ClientId(QStringLiteral("10.20.4.%1@%2#%3").arg(20 + client).arg(1200 + client * 31).arg(group.size()));
        data.consumerDataSet = {consumer};
        broker.clients.beat(data, lastingMember(addressOf(static_cast<int>(group.size()), client), broker.now()));
    }
}

TopicName DemoTraffic::topicOf(const char *name) const
{
    return TopicName(demoName(name, m_options.longNames));
}

void DemoTraffic::fillHistory()
{
    const qint64 now = m_clock.wallMs();
    const qint64 begin = now - lastMinuteMs - historyMs;
    for (const DemoTopic &topic : demoTopics()) {
        for (int i = 0; topic.weight == 0 && i < 40; ++i)
            put(*m_brokers.front(), topic, begin - historyMs + i * 61'000);
    }
    for (int i = 0; i < historyMessages; ++i)
        send(begin + historyMs * i / historyMessages);
    const int recent = static_cast<int>((m_options.rate > 0 ? std::min(m_options.rate, 50.0) : pictureRate) * lastMinuteMs / 1000);
    for (int i = 0; i < recent; ++i)
        send(now - lastMinuteMs + lastMinuteMs * i / recent);
}

/// Payments that the fraud check gave up on.
void DemoTraffic::addDeadLetters()
{
    constexpr int letters = 7;
    BrokerState &broker = *m_brokers.front();
    const ConsumerGroup group(QStringLiteral("fraud-check"));
    const TopicName origin = topicOf("payment-authorised");
    const TopicName dead = broker.useTopic(deadLetterTopic(group), 1).topicName;
    int left = letters;
    for (int queue = 0; queue < 4 && left > 0; ++queue) {
        const QueueLog *const log = broker.store.queue(origin, QueueId(queue));
        for (qint64 offset = log ? log->minOffset() : 0; log && offset < log->maxOffset() && left > 0 && offset < log->minOffset() + 2; ++offset, --left) {
            protocol::StoredMessage message = messageOf(*log->at(offset));
            protocol::Properties properties = message.allProperties();
            properties.set(QString(property::RetryTopic), origin.text());
            properties.set(QString(property::OriginMessageId), message.offsetMessageId());
            properties.set(QString(property::Wait), QStringLiteral("false"));
            properties.set(QString(property::Delay), QStringLiteral("0"));
            message.topic = dead;
            message.queueId = QueueId(0);
            message.reconsumeTimes = 16;
            if (auto block = propertyBlock(properties)) {
                message.properties = std::move(*block);
                (void)broker.put(message, m_clock.wallMs() - left * 97'000);
            }
        }
    }
}

const DemoTopic &DemoTraffic::nextTopic()
{
    int chosen = m_random.bounded(std::max(1, m_weights));
    for (const DemoTopic &topic : demoTopics()) {
        chosen -= topic.weight;
        if (chosen < 0)
            return topic;
    }
    return demoTopics().front();
}

void DemoTraffic::send(qint64 atMs)
{
    const DemoTopic &topic = nextTopic();
    put(*m_brokers[static_cast<std::size_t>(m_random.bounded(static_cast<int>(m_brokers.size())))], topic, atMs);
}

void DemoTraffic::put(BrokerState &broker, const DemoTopic &topic, qint64 atMs)
{
    DemoMessage made = topic.make(m_random, atMs);
    protocol::Properties properties = std::move(made.user);
    properties.set(QString(property::Tags), made.tag);
    properties.set(QString(property::Keys), protocol::joinKeys(made.keys));
    properties.set(QString(property::UniqueKey), m_ids.next(atMs));
    properties.set(QString(property::Wait), QStringLiteral("true"));
    properties.set(QString(property::Region), QStringLiteral("DefaultRegion"));
    properties.set(QString(property::TraceSwitch), QStringLiteral("true"));
    properties.set(QString(property::Cluster), broker.cluster.text());
    if (!made.shardingKey.isEmpty())
        properties.set(QString(property::ShardingKey), made.shardingKey);
    protocol::StoredMessage message;
    message.topic = topicOf(topic.name);
    message.queueId = QueueId(made.shardingKey.isEmpty() ? m_random.bounded(topic.queues) : protocol::queueIndexByJavaHash(made.shardingKey, topic.queues));
    message.bornTimestamp = atMs - m_random.bounded(1, 4);
    message.bornHost = hostOf(topic);
    message.body = protocol::Bytes(std::move(made.body));
    if (auto block = propertyBlock(properties)) {
        message.properties = std::move(*block);
        if (broker.topics.find(message.topic)) // somebody may have deleted it
            (void)broker.put(message, atMs);
    }
}

/// The groups come after the messages, each as far behind as it always is.
void DemoTraffic::follow(qint64 nowMs)
{
    if (!m_options.demoData)
        return;
    for (BrokerState *const broker : m_brokers) {
        for (const DemoSubscription &line : demoSubscriptions()) {
            const ConsumerGroup group(demoName(line.group, m_options.longNames));
            const TopicName topic = topicOf(line.topic);
            const auto *const config = broker->topics.find(topic);
            if (!config || !broker->groups.find(group))
                continue;
            qint64 moved = 0;
            for (QueueId queue(0); queue.value() < config->readQueueNums; queue = QueueId(queue.value() + 1)) {
                const qint64 goal = std::max(broker->minOffset(topic, queue), broker->maxOffset(topic, queue) - line.lag);
                const qint64 before = broker->offsets.committed(group, topic, queue).value_or(QueueOffset(goal)).value();
                if (line.clients == 0 && before != goal)
                    continue; // nobody is there to go on
                broker->offsets.commit(group, topic, queue, QueueOffset(std::max(before, goal)));
                broker->offsets.notePull(group, topic, queue, QueueOffset(std::max(before, goal)));
                moved += std::max<qint64>(0, goal - before);
            }
            if (moved > 0) {
                broker->counters.add(QStringLiteral("GROUP_GET_NUMS"), topic.text() + u'@' + group.text(), nowMs, moved);
                broker->counters.add(QStringLiteral("BROKER_GET_NUMS"), broker->cluster.text(), nowMs, moved);
            }
        }
    }
}

void DemoTraffic::start()
{
    m_lastTick = m_clock.wallMs();
    tick();
}

void DemoTraffic::tick()
{
    whenDone(m_clock.after(tickInterval), this, [this](const Result<void> &) {
        constexpr double mostAtOnce = 100'000; // after a sleep of the machine
        const qint64 now = m_clock.wallMs();
        m_owed = std::min(mostAtOnce, m_owed + m_options.rate * static_cast<double>(std::max<qint64>(0, now - std::exchange(m_lastTick, now))) / 1000);
        for (; m_owed >= 1; m_owed -= 1)
            send(now);
        follow(now);
        tick();
    });
}

} // namespace rocketdesk::sandbox
