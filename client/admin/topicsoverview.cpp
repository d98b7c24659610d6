// SPDX-License-Identifier: Apache-2.0
#include "client/admin/topicsoverview.h"

#include "client/protocol/names.h"

#include <algorithm>
#include <array>
#include <map>

namespace rocketdesk {

namespace {

constexpr int MayRead = 4;
constexpr int MayWrite = 2;

constexpr std::array typeNames = {"UNSPECIFIED", "NORMAL", "FIFO", "DELAY", "TRANSACTION", "MIXED", "PRIORITY", "LITE", "RETRY", "DLQ", "SYSTEM"};
constexpr auto firstTypeByName = static_cast<std::size_t>(TopicType::Retry);

/// What the configuration says. A broker since 5.0 always has attributes, and a topic without the attribute is a normal one.
TopicType typeByConfig(const commands::TopicConfig &config)
{
    if (!config.attributes)
        return TopicType::Unspecified;
    const QString name = config.attributes->value(QStringLiteral("message.type"), QStringLiteral("NORMAL"));
    const auto *const last = typeNames.begin() + firstTypeByName;
    const auto *const found = std::find_if(typeNames.begin(), last, [&](const char *type) { return name == QLatin1StringView(type); });
    return found == last ? TopicType::Unspecified : static_cast<TopicType>(found - typeNames.begin());
}

void add(TopicRow &row, const BrokerRef &broker, const commands::TopicConfig &config)
{
    if (row.brokers.empty())
        row.perm = config.perm;
    else
        row.differs = row.differs || !sameConfig(row.brokers.front().config, config);
    row.readQueues += config.readQueueNums;
    row.writeQueues += config.writeQueueNums;
    row.order = row.order || config.order;
    if (row.type == TopicType::Unspecified)
        row.type = typeByConfig(config);
    row.brokers.push_back({.broker = broker, .config = config});
}

} // namespace

void noteFailure(std::vector<BrokerFailure> &failures, const BrokerRef &broker, Error error)
{
    const auto known = std::find_if(failures.cbegin(), failures.cend(), [&](const BrokerFailure &failure) { return failure.broker == broker; });
    if (known != failures.cend())
        return;
    error.where = broker.label();
    failures.push_back({.broker = broker, .error = std::move(error)});
}

QString topicTypeName(TopicType type)
{
    return QLatin1StringView(typeNames.at(static_cast<std::size_t>(type)));
}

QString permissionName(int perm)
{
    QString name;
    if (perm & MayRead)
        name += u'R';
    if (perm & MayWrite)
        name += u'W';
    return name.isEmpty() ? QStringLiteral("-") : name;
}

bool sameConfig(const commands::TopicConfig &a, const commands::TopicConfig &b)
{
    const auto meant = [](const commands::TopicConfig &c) {
        return std::tuple(c.order, c.perm, c.readQueueNums, c.writeQueueNums, c.topicFilterType, c.topicSysFlag, c.attributes.value_or(QMap<QString, QString>()));
    };
    return meant(a) == meant(b);
}

TopicType typeByName(const TopicName &topic, const std::vector<BrokerRef> &brokers)
{
    const QString &name = topic.text();
    if (protocol::isRetryTopic(name))
        return TopicType::Retry;
    if (protocol::isDeadLetterTopic(name))
        return TopicType::DeadLetter;
    const bool own = protocol::isSystemTopic(name) || std::any_of(brokers.cbegin(), brokers.cend(), [&](const BrokerRef &broker) {
        return name == broker.name.text() || name == broker.cluster.text() || name == broker.cluster.text() + QStringLiteral("_REPLY_TOPIC");
    });
    return own ? TopicType::System : TopicType::Unspecified;
}

TopicsOverview mergeTopics(const QList<TopicName> &names, const std::vector<BrokerTopics> &brokers)
{
    std::vector<BrokerRef> refs;
    std::map<BrokerName, const BrokerTopics *> byName;
    for (const BrokerTopics &broker : brokers) {
        refs.push_back(broker.broker);
        byName.emplace(broker.broker.name, &broker);
    }

    TopicsOverview overview{.brokersAsked = static_cast<int>(brokers.size())};
    std::map<TopicName, TopicRow> rows;
    const auto rowOf = [&](const TopicName &name) -> TopicRow & {
        const auto [entry, isNew] = rows.try_emplace(name);
        if (isNew) {
            entry->second.name = name;
            entry->second.type = typeByName(name, refs);
        }
        return entry->second;
    };
    for (const TopicName &name : names)
        rowOf(name);
    for (const auto &[name, told] : byName) {
        const BrokerTopics &broker = *told;
        if (!broker.topics) {
            overview.failures.push_back({.broker = broker.broker, .error = broker.topics.error()});
            continue;
        }
        for (auto topic = broker.topics->cbegin(); topic != broker.topics->cend(); ++topic)
            add(rowOf(topic.key()), broker.broker, topic.value());
    }
    overview.topics.reserve(rows.size());
    for (auto &row : rows)
        overview.topics.push_back(std::move(row.second));
    return overview;
}

} // namespace rocketdesk
