// SPDX-License-Identifier: Apache-2.0
#include "client/producer/tracehook.h"

#include "client/protocol/names.h"

namespace rocketdesk {

using protocol::TraceKind;
using protocol::TraceMessageType;
using protocol::TraceRecord;
namespace property = protocol::property;

namespace {

constexpr QLatin1StringView defaultRegion("DefaultRegion");

TraceMessageType typeOf(const SendTry &ended)
{
    if (protocol::isTrue(ended.property(property::TransactionPrepared)))
        return TraceMessageType::Half;
    for (const QLatin1StringView delay : {property::Delay, property::TimerDeliverMs, property::TimerDelaySeconds, property::TimerDelayMs}) {
        if (!ended.property(delay).isEmpty())
            return TraceMessageType::Delay;
    }
    return TraceMessageType::Normal;
}

} // namespace

TraceHook::TraceHook(TraceSink &sink, Clock &clock, ProducerGroup group, TopicName traceTopic)
    : m_sink(sink)
    , m_clock(clock)
    , m_group(std::move(group))
    , m_traceTopic(std::move(traceTopic))
{
}

TraceRecord TraceHook::record(TraceKind kind, const TopicName &topic, const QString &messageId) const
{
    TraceRecord record{.kind = kind};
    record.timeStamp = m_clock.wallMs();
    record.regionId = defaultRegion;
    record.groupName = protocol::unwrapNamespace({}, m_group.text()); // as Java: whatever namespace they have
    record.topic = protocol::unwrapNamespace({}, topic.text());
    record.messageId = messageId;
    return record;
}

void TraceHook::afterSend(const SendTry &ended, const Result<SendReceipt> &result)
{
    if (!result || !result->traceOn || ended.topic == m_traceTopic)
        return;
    TraceRecord record = this->record(TraceKind::Pub, ended.topic, ended.messageId);
    record.costTime = static_cast<int>(std::chrono::duration_cast<milliseconds>(ended.numbers.cost).count());
    record.timeStamp -= record.costTime; // when it began
    record.regionId = result->region.isEmpty() ? QString(defaultRegion) : result->region;
    record.tags = traceText(ended.property(property::Tags));
    record.keys = traceText(ended.property(property::Keys));
    record.storeHost = ended.broker.address.toString();
    record.bodyLength = static_cast<int>(ended.bodySize);
    record.messageType = typeOf(ended);
    record.offsetMessageId = traceText(result->offsetMessageId);
    record.success = result->status == commands::SendStatus::SendOk;
    m_sink.add({std::move(record)});
}

void TraceHook::afterRecall(const TopicName &topic, const Result<QString> &result)
{
    if (!result || topic == m_traceTopic)
        return;
    m_sink.add({record(TraceKind::Recall, topic, *result)});
}

void TraceHook::afterTransaction(const TransactionEnd &end)
{
    TraceRecord record = this->record(TraceKind::EndTransaction, end.topic, end.messageId);
    record.tags = traceText(end.properties.value(property::Tags, {}));
    record.keys = traceText(end.properties.value(property::Keys, {}));
    record.storeHost = end.broker.toString();
    record.messageType = TraceMessageType::Commit;
    record.transactionId = end.transactionId;
    record.transactionState = end.state;
    record.fromTransactionCheck = end.fromCheck;
    m_sink.add({std::move(record)});
}

} // namespace rocketdesk
