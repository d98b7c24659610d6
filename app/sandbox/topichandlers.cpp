// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "app/sandbox/replies.h"
#include "app/sandbox/topicattributes.h"
#include "client/commands/topics.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;

/// Why this name can be no topic of a user; nothing where it can. [TopicValidator]
std::optional<Refusal> nameObjection(const BrokerState &broker, const TopicName &topic)
{
    if (const QString fault = topicNameFault(topic.text()); !fault.isEmpty())
        return Refusal{int(AnswerCode::InvalidParameter), fault, {}};
    if (broker.topics.isSystem(topic))
        return Refusal{int(AnswerCode::InvalidParameter), QStringLiteral("The topic[%1] is conflict with system topic.").arg(topic.text()), {}};
    return std::nullopt;
}

Done updateTopic(BrokerState &broker, const UpdateAndCreateTopic &command, const Ticket &)
{
    if (auto objection = nameObjection(broker, command.topic))
        return tl::unexpected<Refusal>(std::move(*objection));
    if (command.topicFilterType != QLatin1StringView("SINGLE_TAG") && command.topicFilterType != QLatin1StringView("MULTI_TAG"))
        return refused(AnswerCode::SystemError, QStringLiteral("No enum constant org.apache.rocketmq.common.TopicFilterType.") + command.topicFilterType);
    const TopicConfig *const known = broker.topics.find(command.topic);
    auto attributes = changedAttributes(known ? known->attributes.value_or(QMap<QString, QString>()) : QMap<QString, QString>(),
                                        command.attributes.value_or(QString()), !known);
    if (!attributes)
        return tl::unexpected<Refusal>(attributes.error());
    TopicConfig config = topicConfig(command.topic, command.writeQueueNums, command.perm);
    config.attributes = std::move(*attributes);
    config.order = command.order;
    config.readQueueNums = command.readQueueNums;
    config.topicFilterType = command.topicFilterType;
    config.topicSysFlag = command.topicSysFlag.value_or(0);
    broker.topics.update(config, broker.now());
    return Accepted<protocol::NoReply>(protocol::NoReply(), 0, QStringLiteral("not set any response code"));
}

/// Page by page where a sequence number is given; another version of the table begins from 0 again.
Answer<TopicConfigsReply> allTopics(BrokerState &broker, const GetAllTopicConfig &command, const Ticket &)
{
    constexpr int longestPage = 2000;
    const auto &all = broker.topics.all();
    TopicConfigsReply reply;
    reply.totalTopicNum = static_cast<int>(all.size());
    reply.body.dataVersion = broker.topics.version();
    reply.body.mappingDataVersion = {.counter = 0, .stateVersion = 0, .timestamp = broker.startedAt};
    if (!command.topicSeq && !command.maxTopicNum) {
        reply.body.topicConfigTable = all;
        return reply;
    }
    if (!command.topicSeq || !command.maxTopicNum)
        return refused(AnswerCode::SystemError, QStringLiteral("java.lang.NullPointerException"));
    const bool same = command.dataVersion.value_or(QString()) == QString::fromUtf8(protocol::writeJson(broker.topics.version()));
    const int first = same ? *command.topicSeq : 0;
    auto topic = std::next(all.cbegin(), qBound(0, first, reply.totalTopicNum));
    for (int left = std::min(*command.maxTopicNum, longestPage); left > 0 && topic != all.cend(); --left, ++topic)
        reply.body.topicConfigTable.insert(topic.key(), topic.value());
    return reply;
}

Answer<GetTopicConfig::Reply> oneTopic(BrokerState &broker, const GetTopicConfig &command, const Ticket &)
{
    const TopicConfig *const config = broker.topics.find(command.topic);
    if (!config)
        return refused(AnswerCode::TopicNotExist, QStringLiteral("No topic in this broker. topic: ") + command.topic.text());
    return GetTopicConfig::Reply{*config};
}

/// The name server keeps the route until it is told (216).
Done deleteTopic(BrokerState &broker, const DeleteTopicInBroker &command, const Ticket &)
{
    if (command.topic.text().trimmed().isEmpty())
        return refused(AnswerCode::InvalidParameter, QStringLiteral("The specified topic is blank."));
    if (broker.topics.isSystem(command.topic))
        return refused(AnswerCode::InvalidParameter, QStringLiteral("The topic[%1] is conflict with system topic.").arg(command.topic.text()));
    broker.topics.remove(command.topic, broker.now());
    broker.store.remove(command.topic);
    broker.offsets.removeTopic(command.topic);
    return protocol::NoReply();
}

Answer<GetTopicStatsInfo::Reply> topicStats(BrokerState &broker, const GetTopicStatsInfo &command, const Ticket &)
{
    const TopicConfig *const config = broker.topics.find(command.topic);
    if (!config)
        return refused(AnswerCode::TopicNotExist, QStringLiteral("topic[%1] not exist").arg(command.topic.text()));
    GetTopicStatsInfo::Reply reply;
    for (int id = 0; id < std::max(config->readQueueNums, config->writeQueueNums); ++id) {
        const QueueLog *const log = broker.store.queue(command.topic, QueueId(id));
        TopicOffset offset;
        offset.lastUpdateTimestamp = log ? log->lastStoredAt() : 0;
        offset.maxOffset = QueueOffset(log ? log->maxOffset() : 0);
        offset.minOffset = QueueOffset(log ? log->minOffset() : 0);
        reply.body.offsetTable.insert({command.topic, broker.name, QueueId(id)}, offset);
    }
    reply.body.topicPutTps = broker.counters.perSecond(QStringLiteral("TOPIC_PUT_NUMS"), command.topic.text(), broker.now());
    return reply;
}

Answer<TopicListReply> systemTopics(BrokerState &broker, const GetSystemTopicListFromBroker &, const Ticket &)
{
    TopicListReply reply;
    reply.body.topicList = broker.topics.system();
    return reply;
}

/// Groups that are online with this topic, and those with offsets.
Answer<QueryTopicConsumeByWho::Reply> consumedBy(BrokerState &broker, const QueryTopicConsumeByWho &command, const Ticket &)
{
    QList<ConsumerGroup> groups = broker.offsets.groupsOf(command.topic);
    for (const auto &[group, set] : broker.clients.allConsumers()) {
        if (set.subscription(command.topic) && !groups.contains(group))
            groups << group;
    }
    QueryTopicConsumeByWho::Reply reply;
    reply.body.groupList = std::move(groups);
    return reply;
}

} // namespace

void addTopicHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, updateTopic);
    table.on(broker, allTopics);
    table.on(broker, oneTopic);
    table.on(broker, deleteTopic);
    table.on(broker, topicStats);
    table.on(broker, systemTopics);
    table.on(broker, consumedBy);
}

} // namespace rocketdesk::sandbox
