// SPDX-License-Identifier: Apache-2.0
#include "client/cluster/tracesink.h"

namespace rocketdesk {

using protocol::StoredMessage;
using protocol::TraceKind;
using protocol::TraceRecord;
namespace property = protocol::property;

QString traceText(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("null") : text;
}

ConsumptionTrace::ConsumptionTrace(const ConsumerGroup &group, QString requestId, std::span<const StoredMessage> messages, qint64 nowMs)
{
    for (const StoredMessage &message : messages) {
        if (message.propertyText(property::TraceSwitch) == QLatin1StringView("false"))
            continue;
        TraceRecord record{.kind = TraceKind::SubBefore};
        record.timeStamp = nowMs;
        record.regionId = traceText(message.propertyText(property::Region));
        record.groupName = group.text();
        record.requestId = requestId;
        record.messageId = message.messageId();
        record.retryTimes = message.reconsumeTimes;
        record.keys = traceText(message.propertyText(property::Keys));
        m_began.push_back(std::move(record));
    }
}

std::vector<TraceRecord> ConsumptionTrace::ended(ConsumeEnd end, qint64 nowMs) const
{
    std::vector<TraceRecord> records = m_began;
    for (TraceRecord &record : records) {
        record.kind = TraceKind::SubAfter;
        record.costTime = static_cast<int>((nowMs - record.timeStamp) / static_cast<qint64>(records.size()));
        record.timeStamp = nowMs;
        record.success = end == ConsumeEnd::Success;
        record.contextCode = static_cast<int>(end);
    }
    return records;
}

} // namespace rocketdesk
