// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/scheduling.h"
#include "client/commands/messages.h"
#include "client/protocol/recall.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;
namespace property = protocol::property;

constexpr int illegalOperation = 604;
constexpr qint64 longestTimerMs = 259'200'000; ///< timerMaxDelaySec

tl::unexpected<Refusal> illegal(const QString &remark)
{
    return tl::unexpected<Refusal>(Refusal{illegalOperation, remark, {}});
}

/// Why this handle recalls nothing here; nothing where it does. [RecallMessageProcessor]
std::optional<tl::unexpected<Refusal>> objection(const BrokerState &broker, const RecallMessage &command, const Result<protocol::RecallHandle> &handle)
{
    if (!broker.topics.find(command.topic))
        return refused(AnswerCode::TopicNotExist, QStringLiteral("recall failed, the topic[%1] not exist").arg(command.topic.text()));
    if (!handle)
        return illegal(QStringLiteral("recall handle is invalid"));
    if (handle->topic != command.topic)
        return illegal(QStringLiteral("recall failed, topic not match"));
    if (handle->brokerName != broker.name)
        return illegal(QStringLiteral("recall failed, broker service not available"));
    const qint64 left = handle->deliverAt - broker.now();
    if (left <= 0 || left >= longestTimerMs)
        return illegal(QStringLiteral("recall failed, timestamp invalid"));
    return std::nullopt;
}

/// The message that tells the timer wheel to drop another one.
Result<protocol::StoredMessage> orderFor(const BrokerState &broker, const RecallMessage &command, const protocol::RecallHandle &handle, const Ticket &ticket)
{
    protocol::Properties properties;
    properties.set(QString(property::Tags), QStringLiteral("_RECALL_TAG_"));
    properties.set(QStringLiteral("TIMER_DEL_UNIQKEY"), handle.topic.text() + u'+' + handle.messageId);
    properties.set(QString(property::UniqueKey), handle.messageId);
    properties.set(QString(property::TimerDeliverMs), QString::number(handle.deliverAt));
    properties.set(QString(property::ProducerGroup), command.producerGroup.value_or(ProducerGroup()).text());
    auto block = propertyBlock(properties);
    if (!block)
        return failed(std::move(block.error()));
    protocol::StoredMessage order;
    order.topic = handle.topic;
    order.queueId = QueueId(0);
    order.bornTimestamp = broker.now();
    order.bornHost = ticket.session()->peerAddress();
    order.properties = std::move(*block);
    order.body = protocol::Bytes(QByteArrayLiteral("0"));
    return order;
}

Answer<RecallMessage::Reply> recallMessage(BrokerState &broker, const RecallMessage &command, const Ticket &ticket)
{
    if (!broker.isOn(QLatin1StringView("recallMessageEnable")))
        return refused(AnswerCode::NoPermission, QStringLiteral("recall failed, operation is forbidden"));
    const auto handle = protocol::RecallHandle::parse(command.recallHandle);
    if (auto refusal = objection(broker, command, handle))
        return *refusal;
    auto order = orderFor(broker, command, *handle, ticket);
    if (!order || !recall(broker, std::move(*order), handle->messageId))
        return refused(AnswerCode::SystemError, QStringLiteral("recall failed, execute error"));
    return RecallMessage::Reply{handle->messageId};
}

} // namespace

void addRecallHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, recallMessage);
}

} // namespace rocketdesk::sandbox
