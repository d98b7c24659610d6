// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "app/sandbox/scheduling.h"
#include "client/commands/consuming.h"

#include <QRandomGenerator>

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;
namespace property = protocol::property;

/// Delay level of a first retry where the consumer leaves it to the broker.
constexpr int firstRetryLevel = 3;

/// The properties of the copy: where it came from, and that nobody waits for it.
Result<protocol::Bytes> propertiesOfCopy(const protocol::StoredMessage &original, int level)
{
    protocol::Properties properties = original.allProperties();
    if (!properties.contains(property::RetryTopic))
        properties.set(QString(property::RetryTopic), original.topic.text());
    if (!properties.contains(property::OriginMessageId))
        properties.set(QString(property::OriginMessageId), original.offsetMessageId());
    properties.remove(property::RealTopic);
    properties.remove(property::RealQueueId);
    properties.set(QString(property::Wait), QStringLiteral("false"));
    properties.set(QString(property::Delay), QString::number(level));
    return propertyBlock(properties);
}

/// Puts the copy into the group's retry topic after a delay, or at once into its dead letters. [AbstractSendMessageProcessor]
Result<Place> putBack(BrokerState &broker, const ConsumerSendMsgBack &command, const SubscriptionGroupConfig &group, protocol::StoredMessage message)
{
    const bool dead = command.delayLevel < 0 || message.reconsumeTimes >= command.maxReconsumeTimes.value_or(group.retryMaxTimes);
    const int level = dead ? 0 : command.delayLevel > 0 ? command.delayLevel : firstRetryLevel + message.reconsumeTimes;
    auto block = propertiesOfCopy(message, level);
    if (!block)
        return failed(std::move(block.error()));
    const int queues = dead ? 1 : group.retryQueueNums;
    message.properties = std::move(*block);
    message.topic = broker.useTopic(dead ? deadLetterTopic(command.group) : retryTopic(command.group), queues).topicName;
    message.queueId = QueueId(QRandomGenerator::global()->bounded(queues));
    ++message.reconsumeTimes;
    return dead ? broker.put(message) : deliverAfterLevel(broker, std::move(message), level);
}

Done sendBack(BrokerState &broker, const ConsumerSendMsgBack &command, const Ticket &)
{
    const SubscriptionGroupConfig *const group = broker.useGroup(command.group);
    if (!group)
        return refused(AnswerCode::SubscriptionGroupNotExist, QStringLiteral("subscription group not exist, ") + command.group.text() + seeHelp());
    if (group->retryQueueNums <= 0)
        return protocol::NoReply();
    const Record *const record = broker.store.atPosition(command.offset);
    if (!record)
        return refused(AnswerCode::SystemError, QStringLiteral("look message by offset failed, %1").arg(command.offset.value()));
    const Result<Place> put = putBack(broker, command, *group, messageOf(*record));
    if (!put)
        return refused(AnswerCode::SystemError, put.error().remark);
    broker.counters.add(QStringLiteral("SNDBCK_PUT_NUMS"), command.originTopic.value_or(TopicName()).text() + u'@' + command.group.text(), broker.now());
    return protocol::NoReply();
}

} // namespace

void addSendBackHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, sendBack);
}

} // namespace rocketdesk::sandbox
