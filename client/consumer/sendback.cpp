// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/sendback.h"

#include "client/base/logcategories.h"
#include "client/commands/messages.h"
#include "client/consumer/retrypolicy.h"
#include "client/protocol/names.h"

namespace rocketdesk {

namespace {

namespace property = protocol::property;

constexpr Ask AsSendBack{.limit = milliseconds(5'000), .origin = Origin::Consumer};

/// The message once more, as Java's inner producer sends it. [DefaultMQPushConsumerImpl.sendMessageBackAsNormalMessage]
Result<commands::SendMessageV2> copyOf(const protocol::StoredMessage &message, const ConsumerSettings &settings)
{
    const auto body = protocol::decodedBody(message);
    protocol::Properties properties = message.allProperties();
    if (!properties.contains(property::RetryTopic))
        properties.set(QString(property::RetryTopic), message.topic.text());
    if (!properties.contains(property::OriginMessageId))
        properties.set(QString(property::OriginMessageId), message.offsetMessageId());
    properties.remove(property::TransactionPrepared);
    properties.remove(property::Delay); // brokers before 5.0 would put dead letters aside too
    if (message.reconsumeTimes < settings.maxReconsumeTimes())
        properties.set(QString(property::Delay), QString::number(sendBackLevel(message.reconsumeTimes, 0)));
    auto block = properties.toBlock();
    if (!body || !block)
        return failed(body ? block.error() : body.error());
    commands::SendMessageV2 send;
    send.producerGroup = ProducerGroup(settings.group.text()); // with ACL 2.0 its right to read is what counts; Java's CLIENT_INNER_PRODUCER has none
    send.topic = protocol::retryTopic(settings.group);
    send.bornTimestamp = message.bornTimestamp;
    send.flag = message.flag;
    send.properties = std::move(*block);
    send.reconsumeTimes = message.reconsumeTimes + 1;
    send.maxReconsumeTimes = settings.maxReconsumeTimes();
    send.body = body->view().toByteArray();
    return send;
}

} // namespace

Pending<void> SendBack::send(protocol::StoredMessage message, int delayLevel)
{
    const commands::ConsumerSendMsgBack order{.offset = message.commitLogOffset, .group = m_parts.settings.group, .delayLevel = std::min(delayLevel, highestDelayLevel),
        .originMsgId = message.messageId(), .originTopic = message.topicBeforeRetries(), .maxReconsumeTimes = m_parts.settings.maxReconsumeTimes()};
    auto asking = m_parts.cluster.ask(order, Target::of(message.brokerName), AsSendBack);
    const auto reply = co_await asking;
    if (reply)
        co_return {};
    qCWarning(logConsumer, "sending a message back to %s failed, it goes to the retry topic: %s", qUtf8Printable(message.brokerName.text()), qUtf8Printable(reply.error().remark));
    auto sending = sendToRetryTopic(std::move(message));
    co_return co_await sending;
}

Pending<void> SendBack::sendToRetryTopic(protocol::StoredMessage message)
{
    auto copy = copyOf(message, m_parts.settings);
    if (!copy)
        co_return failed(copy.error());
    auto sending = m_sender.send(std::move(*copy), AsSendBack);
    const auto reply = co_await sending;
    if (!reply)
        co_return failed(reply.error());
    co_return {};
}

} // namespace rocketdesk
