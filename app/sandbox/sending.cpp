// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/sending.h"

#include "app/sandbox/names.h"
#include "app/sandbox/scheduling.h"
#include "app/sandbox/transactions.h"
#include "client/protocol/recall.h"

#include <QRandomGenerator>

namespace rocketdesk::sandbox {

namespace {

using protocol::AnswerCode;
namespace property = protocol::property;

constexpr qint64 longestTimerMs = 259'200'000; ///< timerMaxDelaySec
constexpr qint64 invalidTime = -1;

/// When a timed message is to be delivered (ms): nothing without a wish, invalidTime where the wish is no number.
std::optional<qint64> wishedTime(const protocol::Properties &properties, qint64 nowMs)
{
    struct Wish {
        QLatin1StringView name;
        qint64 unit;
        bool relative;
    };
    static constexpr Wish wishes[] = {
        {property::TimerDelaySeconds, 1000, true}, {property::TimerDelayMs, 1, true}, {property::TimerDeliverMs, 1, false}};
    for (const Wish &wish : wishes) {
        if (const auto text = properties.value(wish.name)) {
            bool isNumber = false;
            const qint64 value = text->toLongLong(&isNumber);
            return isNumber ? value * wish.unit + (wish.relative ? nowMs : 0) : invalidTime;
        }
    }
    return std::nullopt;
}

Result<Sent> storeTimed(BrokerState &broker, protocol::StoredMessage message, const protocol::Properties &properties, qint64 atMs)
{
    const qint64 now = broker.now();
    if (atMs == invalidTime || atMs - now > longestTimerMs)
        return failed(Error::Kind::TooLarge,
                      QStringLiteral("timer message illegal, the delay time should not be bigger than the max delay %1ms; or if set "
                                     "del msg, the delay time should be bigger than the current time").arg(longestTimerMs));
    if (atMs <= now)
        return broker.put(message).map([](Place place) { return Sent{place, std::nullopt}; });
    const QString handle = protocol::RecallHandle{.topic = message.topic, .brokerName = broker.name, .deliverAt = atMs,
                                                  .messageId = properties.value(property::UniqueKey, {})}.toString();
    return deliverAt(broker, std::move(message), atMs).map([&handle](Place place) { return Sent{place, handle}; });
}

} // namespace

tl::unexpected<Refusal> refusedSend(AnswerCode code, const QString &remark)
{
    protocol::ExtFields fields;
    fields.field("MSG_REGION", QByteArrayView("DefaultRegion"));
    fields.field("TRACE_ON", true);
    return refused(code, remark, std::move(fields));
}

QueueId chosenQueue(const commands::SendHeader &header, const commands::TopicConfig &config)
{
    return header.queueId.value() < 0 ? QueueId(QRandomGenerator::global()->bounded(std::max(1, config.writeQueueNums))) : header.queueId;
}

tl::expected<commands::TopicConfig, Refusal> checkedTopic(BrokerState &broker, const commands::SendHeader &header, const Ticket &ticket)
{
    if (const QString fault = topicNameFault(header.topic.text()); !fault.isEmpty())
        return refusedSend(AnswerCode::InvalidParameter, fault);
    if (isNotSendable(header.topic))
        return refusedSend(AnswerCode::NoPermission, QStringLiteral("Sending message to topic[%1] is forbidden.").arg(header.topic.text()));
    const commands::TopicConfig *const config = topicForSend(broker, header);
    if (!config)
        return refusedSend(AnswerCode::TopicNotExist, QStringLiteral("topic[%1] not exist, apply first please!").arg(header.topic.text()) + seeHelp());
    if (header.queueId.value() >= std::max(config->readQueueNums, config->writeQueueNums))
        return refusedSend(AnswerCode::InvalidParameter, QStringLiteral("request queueId[%1] is illegal, %2 Producer: %3")
                                                             .arg(header.queueId.value()).arg(toText(*config), ticket.peer()));
    return *config;
}

protocol::StoredMessage messageFrom(const commands::SendHeader &header, QueueId queue, const Ticket &ticket)
{
    protocol::StoredMessage message;
    message.topic = header.topic;
    message.queueId = queue;
    message.sysFlag = header.sysFlag;
    message.flag = header.flag;
    message.reconsumeTimes = header.reconsumeTimes;
    message.bornTimestamp = header.bornTimestamp;
    message.bornHost = ticket.session()->peerAddress();
    return message;
}

commands::SendReply receipt(const BrokerState &broker, const Place &place, QueueId queue)
{
    commands::SendReply reply;
    reply.msgId = broker.offsetId(place.position);
    reply.queueId = queue;
    reply.queueOffset = place.offset;
    reply.region = QStringLiteral("DefaultRegion");
    reply.traceOn = true;
    return reply;
}

Result<Sent> store(BrokerState &broker, protocol::StoredMessage message, const protocol::Properties &properties)
{
    const auto plain = [](Place place) { return Sent{place, std::nullopt}; };
    if (protocol::isTrue(properties.value(property::TransactionPrepared, {})))
        return storeHalf(broker, std::move(message)).map(plain);
    if (const int level = properties.value(property::Delay, {}).toInt(); level > 0)
        return deliverAfterLevel(broker, std::move(message), level).map(plain);
    if (const auto at = wishedTime(properties, broker.now()))
        return storeTimed(broker, std::move(message), properties, *at);
    return broker.put(message).map(plain);
}

void addBrokerProperties(BrokerState &broker, protocol::Properties &properties)
{
    properties.remove(property::PopCheckPoint);
    properties.set(QString(property::Region), QStringLiteral("DefaultRegion"));
    properties.set(QString(property::TraceSwitch), QStringLiteral("true"));
    properties.set(QString(property::Cluster), broker.cluster.text());
    if (!properties.contains(property::UniqueKey))
        properties.set(QString(property::UniqueKey), broker.ids.next(broker.now()));
}

const commands::TopicConfig *topicForSend(BrokerState &broker, const commands::SendHeader &header)
{
    if (const auto *const known = broker.topics.find(header.topic))
        return known;
    if (isRetryTopic(header.topic) || header.topic.text().startsWith(deadLetterPrefix))
        return &broker.useTopic(header.topic, 1);
    const auto *const model = broker.topics.find(header.defaultTopic);
    if (!broker.options.createTopics || !model || !(model->perm & permInherit))
        return nullptr;
    const int queues = std::max(0, std::min(header.defaultTopicQueueNums, model->writeQueueNums));
    broker.topics.update(topicConfig(header.topic, queues, model->perm & ~permInherit), broker.now());
    return broker.topics.find(header.topic);
}

std::optional<Refusal> redirectRetry(BrokerState &broker, commands::SendHeader &header)
{
    const ConsumerGroup group(header.topic.text().sliced(retryPrefix.size()));
    const auto *const config = broker.groups.find(group);
    if (!config)
        return Refusal{int(protocol::AnswerCode::SubscriptionGroupNotExist), QStringLiteral("subscription group not exist, ") + group.text() + seeHelp(), {}};
    if (header.reconsumeTimes > header.maxReconsumeTimes.value_or(config->retryMaxTimes)) {
        header.topic = deadLetterTopic(group);
        header.queueId = QueueId(0);
    }
    return std::nullopt;
}

} // namespace rocketdesk::sandbox
