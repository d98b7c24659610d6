// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/topictable.h"

#include "app/sandbox/names.h"

namespace rocketdesk::sandbox {

namespace {

struct SystemTopic {
    QLatin1StringView name; ///< %1 is the cluster, %2 the broker
    int queues;
    int perm;
};

constexpr int readWrite = permRead | permWrite;

/// [TopicConfigManager]
constexpr SystemTopic systemTopics[] = {
    {QLatin1StringView("RMQ_SYS_TRANS_HALF_TOPIC"), 1, readWrite},
    {QLatin1StringView("BenchmarkTest"), 1024, readWrite},
    {QLatin1StringView("TRANS_CHECK_MAX_TIME_TOPIC"), 1, readWrite},
    {QLatin1StringView("OFFSET_MOVED_EVENT"), 1, readWrite},
    {templateTopic, 8, readWrite | permInherit},
    {QLatin1StringView("RMQ_SYS_ROCKSDB_TRANS_HALF_TOPIC"), 1, readWrite},
    {QLatin1StringView("rmq_sys_REVIVE_LOG_%1"), 8, readWrite},
    {QLatin1StringView("SELF_TEST_TOPIC"), 1, readWrite},
    {QLatin1StringView("%1"), 16, readWrite | permInherit},
    {scheduleTopic, 18, readWrite},
    {QLatin1StringView("RMQ_SYS_TRACE_TOPIC"), 1, readWrite},
    {QLatin1StringView("%1_REPLY_TOPIC"), 1, readWrite},
    {timerTopic, 1, readWrite},
    {QLatin1StringView("rmq_sys_SYNC_BROKER_MEMBER_%2"), 1, permInherit},
    {QLatin1StringView("RMQ_SYS_TRANS_OP_HALF_TOPIC"), 1, readWrite},
    {QLatin1StringView("RMQ_SYS_ROCKSDB_TRANS_OP_HALF_TOPIC"), 1, readWrite},
    {QLatin1StringView("%2"), 1, readWrite | permInherit},
};

QString permText(int perm)
{
    return QString(perm & permRead ? u'R' : u'-') + (perm & permWrite ? u'W' : u'-') + (perm & permInherit ? u'X' : u'-');
}

} // namespace

commands::TopicConfig topicConfig(const TopicName &name, int queues, int perm)
{
    commands::TopicConfig config;
    config.attributes.emplace();
    config.perm = perm;
    config.readQueueNums = config.writeQueueNums = queues;
    config.topicName = name;
    return config;
}

TopicTable::TopicTable(const ClusterName &cluster, const BrokerName &broker, qint64 nowMs)
{
    for (const SystemTopic &topic : systemTopics) {
        QString name(topic.name);
        name.replace(QLatin1StringView("%1"), cluster.text()).replace(QLatin1StringView("%2"), broker.text());
        m_system << TopicName(name);
        m_topics.insert(TopicName(name), topicConfig(TopicName(name), topic.queues, topic.perm));
    }
    m_system << TopicName(QStringLiteral("CHECKPOINT_TOPIC")); // a name that is kept free; there is no such topic
    m_version = {.counter = 1, .stateVersion = 0, .timestamp = nowMs};
}

void TopicTable::setListener(Listener listener)
{
    m_listener = std::move(listener);
    for (const commands::TopicConfig &config : std::as_const(m_topics))
        m_listener(config);
}

const commands::TopicConfig *TopicTable::find(const TopicName &topic) const
{
    const auto found = m_topics.constFind(topic);
    return found == m_topics.cend() ? nullptr : &*found;
}

void TopicTable::update(const commands::TopicConfig &config, qint64 nowMs)
{
    m_topics.insert(config.topicName, config);
    ++m_version.counter;
    m_version.timestamp = nowMs;
    if (m_listener)
        m_listener(config);
}

void TopicTable::remove(const TopicName &topic, qint64 nowMs)
{
    if (m_topics.remove(topic) == 0)
        return;
    ++m_version.counter;
    m_version.timestamp = nowMs;
}

QString toText(const commands::TopicConfig &config)
{
    QStringList attributes;
    const QMap<QString, QString> pairs = config.attributes.value_or(QMap<QString, QString>());
    for (auto it = pairs.cbegin(); it != pairs.cend(); ++it)
        attributes << it.key() + u'=' + it.value();
    return QStringLiteral("TopicConfig [topicName=%1, readQueueNums=%2, writeQueueNums=%3, perm=%4, topicFilterType=%5, topicSysFlag=%6, order=%7, attributes={%8}]")
        .arg(config.topicName.text()).arg(config.readQueueNums).arg(config.writeQueueNums)
        .arg(permText(config.perm), config.topicFilterType).arg(config.topicSysFlag)
        .arg(config.order ? QStringLiteral("true") : QStringLiteral("false"), attributes.join(QLatin1StringView(", ")));
}

} // namespace rocketdesk::sandbox
