// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "app/sandbox/popping.h"
#include "app/sandbox/ticket.h"
#include "client/protocol/pop.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;

constexpr int mostMessages = 32;
constexpr int mostWaiting = 1024; ///< popPollingSize
constexpr qint64 lateMs = 500; ///< PopMessageRequestHeader.isTimeoutTooMuch

Refusal refusal(AnswerCode code, const QString &remark)
{
    return {int(code), remark, {}};
}

/// Topic, right, queue and group, in the broker's order.
template <typename C>
std::optional<Refusal> objection(BrokerState &broker, const C &command, const Ticket &ticket)
{
    const TopicConfig *const topic = broker.topics.find(command.topic);
    if (!topic)
        return refusal(AnswerCode::TopicNotExist, QStringLiteral("topic[%1] not exist, apply first please! ").arg(command.topic.text()) + seeHelp());
    if (!(topic->perm & permRead))
        return refusal(AnswerCode::NoPermission, QStringLiteral("the topic[%1] peeking message is forbidden").arg(command.topic.text()));
    if (command.queueId.value() >= topic->readQueueNums)
        return refusal(AnswerCode::InvalidParameter, QStringLiteral("queueId[%1] is illegal, topic:[%2] topicConfig.readQueueNums:[%3] consumer:[/%4]")
                                                         .arg(command.queueId.value()).arg(command.topic.text()).arg(topic->readQueueNums).arg(ticket.peer()));
    const SubscriptionGroupConfig *const group = broker.useGroup(command.consumerGroup);
    if (!group)
        return refusal(AnswerCode::SubscriptionGroupNotExist, QStringLiteral("subscription group [%1] does not exist, ").arg(command.consumerGroup.text()) + seeHelp());
    if (!group->consumeEnable)
        return refusal(AnswerCode::NoPermission, QStringLiteral("subscription group no permission, ") + command.consumerGroup.text());
    return std::nullopt;
}

std::optional<Refusal> objectionToPop(BrokerState &broker, const PopMessage &command, qint64 waitMs, const Ticket &ticket)
{
    const QString who = QStringLiteral("the broker[%1] pop message").arg(broker.endpoint.host);
    if (waitMs < -lateMs)
        return refusal(AnswerCode::PollingTimeout, who + QStringLiteral(" is timeout too much"));
    if (command.maxMsgNums > mostMessages)
        return refusal(AnswerCode::InvalidParameter, who + QStringLiteral("'s num is greater than 32"));
    if (!broker.isOn(QLatin1StringView("timerWheelEnable")))
        return refusal(AnswerCode::SystemError, who + QStringLiteral(" is forbidden because timerWheelEnable is false"));
    return objection(broker, command, ticket);
}

tl::expected<MessageFilter, Refusal> filterOf(const PopMessage &command)
{
    const QString expression = command.exp.value_or(QString());
    const QString type = command.expType.value_or(QString());
    if (expression.isEmpty())
        return MessageFilter();
    const auto filter = MessageFilter::ofRequest(command.topic, expression, type);
    if (!filter || (isSqlType(type) && !parseAsBroker(expression)))
        return refused(AnswerCode::SubscriptionParseFailed, QStringLiteral("parse the consumer's subscription failed"));
    return *filter;
}

/// How long the asker still waits: its pollTime begins when the request was made. Negative: it has given up.
template <typename C>
qint64 waitOf(const BrokerState &broker, const C &command)
{
    const qint64 born = command.bornTime > 0 ? command.bornTime : broker.now();
    return born + command.pollTime - broker.now();
}

void answer(PopMessage::Reply reply, AnswerCode code, const Ticket &ticket)
{
    const bool found = code == AnswerCode::Success;
    ticket.accept(Accepted<PopMessage::Reply>(std::move(reply), int(code), found ? QStringLiteral("FOUND") : QStringLiteral("NO_MESSAGE_IN_QUEUE")));
}

bool popNow(BrokerState &broker, const PopMessage &command, const MessageFilter &filter, const Ticket &ticket)
{
    if (!ticket.isOpen())
        return true;
    auto reply = pop(broker, command, filter);
    const bool found = !reply.body.isEmpty();
    if (found)
        answer(std::move(reply), AnswerCode::Success, ticket);
    return found;
}

void popMessage(BrokerState &broker, const PopMessage &command, const Ticket &ticket)
{
    const qint64 wait = waitOf(broker, command);
    if (const auto refusal = objectionToPop(broker, command, wait, ticket))
        return ticket.refuse(*refusal);
    const auto filter = filterOf(command);
    if (!filter)
        return ticket.refuse(filter.error());
    if (popNow(broker, command, *filter, ticket))
        return;
    const PopQueue queue{command.consumerGroup, command.topic, command.queueId};
    const auto giveUp = [&broker, command, filter = *filter, ticket](AnswerCode code) {
        if (!popNow(broker, command, filter, ticket))
            answer(pop(broker, command, filter), code, ticket);
    };
    if (command.pollTime <= 0 || wait <= 0)
        return giveUp(AnswerCode::PollingTimeout);
    if (broker.popPolls.waiting(queue) >= mostWaiting)
        return giveUp(AnswerCode::PollingFull);
    broker.popPolls.hold({queue, [&broker, command, filter = *filter, ticket] { return popNow(broker, command, filter, ticket); },
                          [giveUp] { giveUp(AnswerCode::PollingTimeout); }},
                         milliseconds(wait));
}

void notify(BrokerState &broker, const Notification &command, const Ticket &ticket)
{
    if (const auto refusal = objection(broker, command, ticket))
        return ticket.refuse(*refusal);
    const PopQueue queue{command.consumerGroup, command.topic, command.queueId};
    const auto say = [ticket](bool hasMessage, bool isFull = false) { ticket.accept(Accepted<Notification::Reply>({hasMessage, isFull})); };
    const auto there = [&broker, queue, command] { return hasMessage(broker, queue, command.order, command.attemptId); };
    const qint64 wait = waitOf(broker, command);
    if (there() || command.pollTime <= 0 || wait <= 0)
        return say(there());
    if (broker.popPolls.waiting(queue) >= mostWaiting)
        return say(false, true);
    const auto answer = [say, there] {
        const bool found = there();
        if (found)
            say(true);
        return found;
    };
    broker.popPolls.hold({queue, answer, [say] { say(false); }}, milliseconds(wait));
}

Answer<PollingInfo::Reply> pollingInfo(BrokerState &broker, const PollingInfo &command, const Ticket &ticket)
{
    if (auto refusal = objection(broker, command, ticket))
        return tl::unexpected<Refusal>(std::move(*refusal));
    return PollingInfo::Reply{broker.popPolls.waiting({command.consumerGroup, command.topic, command.queueId})};
}

} // namespace

void addPopHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, popMessage);
    table.on(broker, notify);
    table.on(broker, pollingInfo);
    broker.pops.setReviver([&broker](const PopQueue &queue, qint64 offset, const PopTime &time) {
        broker.whenUp([&broker, queue, offset, time] { revive(broker, queue, offset, time); });
    });
}

} // namespace rocketdesk::sandbox
