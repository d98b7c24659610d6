// SPDX-License-Identifier: Apache-2.0
#include "client/consumer/consumetracer.h"

#include "client/protocol/names.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace rocketdesk {

ConsumeTracer::ConsumeTracer(TraceSink *sink, Clock &clock, const ConsumerGroup &group)
    : m_sink(sink)
    , m_clock(clock)
    , m_group(protocol::unwrapNamespace({}, group.text())) // as Java: whatever namespace it has
    , m_ids({}, static_cast<quint16>(QCoreApplication::applicationPid()), QRandomGenerator::global()->generate())
{
}

bool ConsumeTracer::traces(const TopicName &topic) const
{
    return m_sink && topic != protocol::traceTopic(protocol::TraceAccess::Local);
}

ConsumptionTrace ConsumeTracer::begin(std::span<const protocol::StoredMessage> messages)
{
    const qint64 now = m_clock.wallMs();
    ConsumptionTrace trace(m_group, m_ids.next(now), messages, now);
    m_sink->add(trace.began());
    return trace;
}

void ConsumeTracer::end(const ConsumptionTrace &trace, ConsumeEnd how)
{
    m_sink->add(trace.ended(how, m_clock.wallMs()));
}

} // namespace rocketdesk
