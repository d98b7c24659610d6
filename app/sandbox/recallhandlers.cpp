// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/brokerhandlers.h"
#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/names.h"
#include "client/commands/messages.h"
#include "client/protocol/recall.h"

namespace rocketdesk::sandbox {

namespace {

using namespace commands;
using protocol::AnswerCode;

constexpr int illegalOperation = 604;
/// Timers are delivered this much after their time at the latest.
constexpr milliseconds latest{2000};

/// [RecallMessageProcessor]
Answer<RecallMessage::Reply> recall(BrokerState &broker, const RecallMessage &command, const Ticket &)
{
    if (broker.settings.value(QStringLiteral("recallMessageEnable")) != QLatin1StringView("true"))
        return refused(AnswerCode::NoPermission, QStringLiteral("recall failed, operation is forbidden"));
    if (!broker.topics.find(command.topic))
        return refused(AnswerCode::TopicNotExist, QStringLiteral("recall failed, the topic[%1] not exist").arg(command.topic.text()));
    const auto handle = protocol::RecallHandle::parse(command.recallHandle);
    if (!handle || handle->topic != command.topic || handle->brokerName != broker.name || handle->deliverAt <= broker.now())
        return refused(AnswerCode(illegalOperation), QStringLiteral("recall failed, handle is invalid"));
    broker.recalled.insert(handle->messageId);
    // Kept until the message would have been delivered.
    whenDone(broker.clock.after(milliseconds(handle->deliverAt - broker.now()) + latest), &broker.context, [&broker, id = handle->messageId](const Result<void> &) {
        broker.recalled.remove(id);
    });
    return RecallMessage::Reply{handle->messageId};
}

} // namespace

void addRecallHandlers(Dispatcher &table, BrokerState &broker)
{
    table.on(broker, recall);
}

} // namespace rocketdesk::sandbox
