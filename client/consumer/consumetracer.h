// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/cluster/tracesink.h"
#include "client/protocol/messageids.h"

namespace rocketdesk {

/// Tells a trace what becomes of the messages that one consumer was given. [ConsumeMessageTraceHookImpl]
class ConsumeTracer final
{
public:
    /// `sink`: null where nothing is to be told; it and `clock` outlive this.
    ConsumeTracer(TraceSink *sink, Clock &clock, const ConsumerGroup &group);

    /// What comes from the trace topic itself is never traced.
    [[nodiscard]] bool traces(const TopicName &topic) const;
    /// Tells that these were given out; end() with what it gives says what became of them.
    [[nodiscard]] ConsumptionTrace begin(std::span<const protocol::StoredMessage> messages);
    void end(const ConsumptionTrace &trace, ConsumeEnd how);

private:
    TraceSink *const m_sink;
    Clock &m_clock;
    const ConsumerGroup m_group;
    protocol::UniqueIdGenerator m_ids;
};

} // namespace rocketdesk
