// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "client/commands/consuming.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;

constexpr qint64 mostAtOnce = 32; ///< maxTransferCountOnMessageInMemory
constexpr qint64 mostBytes = 256 * 1024; ///< maxTransferBytesOnMessageInMemory

/// What the store says to a pull. [GetMessageStatus]
struct Pulled {
    AnswerCode code;
    QLatin1StringView status;
    qint64 next = 0;
    QByteArray messages = {};
    qint64 count = 0;
};

/// Answers for an offset where there is nothing to read; nothing where there is.
std::optional<Pulled> offsetFault(qint64 offset, qint64 min, qint64 max)
{
    if (max == 0)
        return Pulled{offset == 0 ? AnswerCode::PullNotFound : AnswerCode::PullOffsetMoved, QLatin1StringView("NO_MESSAGE_IN_QUEUE"), 0};
    if (offset < min)
        return Pulled{AnswerCode::PullOffsetMoved, QLatin1StringView("OFFSET_TOO_SMALL"), min};
    if (offset == max)
        return Pulled{AnswerCode::PullNotFound, QLatin1StringView("OFFSET_OVERFLOW_ONE"), offset};
    if (offset > max)
        return Pulled{AnswerCode::PullOffsetMoved, QLatin1StringView("OFFSET_OVERFLOW_BADLY"), max};
    return std::nullopt;
}

Pulled readQueue(const QueueLog &log, const PullHeader &header, const MessageFilter &filter)
{
    const qint64 wanted = std::clamp<qint64>(header.maxMsgNums, 1, mostAtOnce);
    Pulled pulled{AnswerCode::Success, QLatin1StringView("FOUND"), header.queueOffset.value()};
    const qint64 end = std::min(log.maxOffset(), pulled.next + mostScanned);
    for (; pulled.next < end && pulled.count < wanted; ++pulled.next) {
        const Record &record = *log.at(pulled.next);
        if (!filter.accepts(record))
            continue;
        if (pulled.count > 0 && pulled.messages.size() + record.bytes.size() > mostBytes)
            break;
        pulled.messages += record.bytes;
        ++pulled.count;
    }
    if (pulled.count == 0) {
        pulled.code = AnswerCode::PullRetryImmediately;
        pulled.status = QLatin1StringView("NO_MATCHED_MESSAGE");
    }
    return pulled;
}

Pulled pullFrom(const BrokerState &broker, const PullHeader &header, const MessageFilter &filter)
{
    const qint64 min = broker.minOffset(header.topic, header.queueId);
    const qint64 max = broker.maxOffset(header.topic, header.queueId);
    if (auto fault = offsetFault(header.queueOffset.value(), min, max))
        return *fault;
    return readQueue(*broker.store.queue(header.topic, header.queueId), header, filter);
}

void count(BrokerState &broker, const PullHeader &header, const Pulled &pulled)
{
    const qint64 now = broker.now();
    const QString key = header.topic.text() + u'@' + header.consumerGroup.text();
    broker.counters.add(QStringLiteral("GROUP_GET_NUMS"), key, now, pulled.count);
    broker.counters.add(QStringLiteral("GROUP_GET_SIZE"), key, now, pulled.messages.size());
    broker.counters.add(QStringLiteral("BROKER_GET_NUMS"), broker.cluster.text(), now, pulled.count);
}

void answer(BrokerState &broker, const PullHeader &header, const Pulled &pulled, const Ticket &ticket)
{
    PullReply reply;
    reply.nextBeginOffset = QueueOffset(pulled.next);
    reply.minOffset = QueueOffset(broker.minOffset(header.topic, header.queueId));
    reply.maxOffset = QueueOffset(broker.maxOffset(header.topic, header.queueId));
    reply.topicSysFlag = reply.groupSysFlag = 0;
    reply.body = pulled.messages;
    if (pulled.count > 0)
        count(broker, header, pulled);
    ticket.accept(Accepted<PullReply>(std::move(reply), int(pulled.code), QString(pulled.status)));
}

/// Group, topic, right and queue, in the broker's order. [PullMessageProcessor]
std::optional<Refusal> objection(BrokerState &broker, const PullHeader &header)
{
    const auto *const group = broker.useGroup(header.consumerGroup);
    if (!group)
        return Refusal{int(AnswerCode::SubscriptionGroupNotExist), QStringLiteral("subscription group [%1] does not exist, ").arg(header.consumerGroup.text()) + seeHelp(), {}};
    if (!group->consumeEnable)
        return Refusal{int(AnswerCode::NoPermission), QStringLiteral("subscription group no permission, ") + header.consumerGroup.text(), {}};
    const auto *const topic = broker.topics.find(header.topic);
    if (!topic)
        return Refusal{int(AnswerCode::TopicNotExist), QStringLiteral("topic[%1] not exist, apply first please! ").arg(header.topic.text()) + seeHelp(), {}};
    if (!(topic->perm & permRead))
        return Refusal{int(AnswerCode::NoPermission), QStringLiteral("the topic[%1] pulling message is forbidden").arg(header.topic.text()), {}};
    if (header.queueId.value() < 0 || header.queueId.value() >= topic->readQueueNums)
        return Refusal{int(AnswerCode::InvalidParameter), QStringLiteral("queueId[%1] is illegal, topic:[%2] topicConfig.readQueueNums:[%3] consumer:[]")
                                                               .arg(header.queueId.value()).arg(header.topic.text()).arg(topic->readQueueNums), {}};
    return std::nullopt;
}

tl::expected<MessageFilter, Refusal> filterOfHeartbeat(const BrokerState &broker, const PullHeader &header)
{
    const ConsumerSet *const set = broker.clients.consumers(header.consumerGroup);
    if (!set)
        return refused(AnswerCode::SubscriptionNotExist, QStringLiteral("the consumer's group info not exist") + seeHelp());
    const auto *const group = broker.groups.find(header.consumerGroup);
    if (set->data.messageModel == MessageModel::Broadcasting && group && !group->consumeBroadcastEnable)
        return refused(AnswerCode::NoPermission, QStringLiteral("the consumer group[%1] can not consume by broadcast way").arg(header.consumerGroup.text()));
    const SubscriptionData *const subscription = set->subscription(header.topic);
    if (!subscription)
        return refused(AnswerCode::SubscriptionNotExist, QStringLiteral("the consumer's subscription not exist") + seeHelp());
    if (subscription->subVersion < header.subVersion)
        return refused(AnswerCode::SubscriptionNotLatest, QStringLiteral("the consumer's subscription not latest"));
    auto filter = MessageFilter::ofSubscription(*subscription);
    if (!filter) {
        constexpr int filterDataNotExist = 27;
        return tl::unexpected<Refusal>(Refusal{filterDataNotExist, QStringLiteral("The broker's consumer filter data is not exist!Your expression may be wrong!"), {}});
    }
    return *filter;
}

tl::expected<MessageFilter, Refusal> filterOf(const BrokerState &broker, const PullHeader &header)
{
    if (!(header.sysFlag & pullflag::subscription))
        return filterOfHeartbeat(broker, header);
    const auto filter = MessageFilter::ofRequest(header.topic, header.subscription.value_or(QString()), header.expressionType.value_or(QString()));
    if (!filter)
        return refused(AnswerCode::SubscriptionParseFailed, QStringLiteral("parse the consumer's subscription failed"));
    return *filter;
}

void pull(BrokerState &broker, const PullMessage &command, const Ticket &ticket)
{
    if (const auto refusal = objection(broker, command))
        return ticket.refuse(*refusal);
    const auto filter = filterOf(broker, command);
    if (!filter)
        return ticket.refuse(filter.error());
    if (const auto reset = broker.offsets.takeReset(command.consumerGroup, command.topic, command.queueId))
        return answer(broker, command, {AnswerCode::PullOffsetMoved, QLatin1StringView("OFFSET_RESET"), reset->value()}, ticket);
    if (command.sysFlag & pullflag::commitOffset)
        broker.offsets.commit(command.consumerGroup, command.topic, command.queueId, command.commitOffset);
    const Pulled pulled = pullFrom(broker, command, *filter);
    broker.offsets.notePull(command.consumerGroup, command.topic, command.queueId, command.queueOffset);
    if (pulled.code == AnswerCode::PullNotFound && (command.sysFlag & pullflag::suspend) && command.suspendTimeoutMillis > 0)
        broker.polls.hold({command, *filter, ticket, broker.clock.in(milliseconds(command.suspendTimeoutMillis))});
    else
        answer(broker, command, pulled, ticket);
}

} // namespace

void addPullHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, pull);
    const auto again = [&broker](const HeldPull &held) { answer(broker, held.command, pullFrom(broker, held.command, held.filter), held.ticket); };
    broker.polls.setHandlers(again, [&broker](const TopicName &topic, QueueId queue) { return broker.maxOffset(topic, queue); });
}

} // namespace rocketdesk::sandbox
