// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/cluster/tracesink.h"
#include "client/producer/sendhook.h"

namespace rocketdesk {

/// Tells a trace of what a producer has stored, recalled and ended, as the Java client does: failed tries are not told.
class TraceHook final : public SendHook
{
public:
    /// What is sent to `traceTopic` itself is never traced. `sink` and `clock` outlive this.
    TraceHook(TraceSink &sink, Clock &clock, ProducerGroup group, TopicName traceTopic);

    void afterSend(const SendTry &ended, const Result<SendReceipt> &result) override;
    void afterRecall(const TopicName &topic, const Result<QString> &result) override;
    void afterTransaction(const TransactionEnd &end) override;

private:
    [[nodiscard]] protocol::TraceRecord record(protocol::TraceKind kind, const TopicName &topic, const QString &messageId) const;

    TraceSink &m_sink;
    Clock &m_clock;
    const ProducerGroup m_group;
    const TopicName m_traceTopic;
};

} // namespace rocketdesk
