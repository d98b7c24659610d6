// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/message.h"
#include "client/protocol/trace.h"

namespace rocketdesk {

/// Where producers and consumers tell what has become of messages.
class TraceSink
{
public:
    /// The records of one operation. Costs no answer and never fails: what cannot be kept is dropped and counted.
    virtual void add(std::vector<protocol::TraceRecord> records) = 0;

protected:
    ~TraceSink() = default;
};

/// How a consumption has ended. [ConsumeReturnType]
enum class ConsumeEnd { Success = 0, TimedOut = 1, Threw = 2, ReturnedNull = 3, Failed = 4 };

/// One consumption of some messages, for a trace: what to add() when it begins and when it has ended. Messages whose broker has
/// switched tracing off are left out.
class ConsumptionTrace final
{
public:
    /// `requestId`: what pairs beginning and end; unique, for example a message id made for it. `nowMs`: epoch ms.
    ConsumptionTrace(const ConsumerGroup &group, QString requestId, std::span<const protocol::StoredMessage> messages, qint64 nowMs);

    [[nodiscard]] const std::vector<protocol::TraceRecord> &began() const { return m_began; }
    [[nodiscard]] std::vector<protocol::TraceRecord> ended(ConsumeEnd end, qint64 nowMs) const;

private:
    std::vector<protocol::TraceRecord> m_began;
};

/// The text of a record's field: what is missing is "null", since Java's reader drops empty ones at the end.
[[nodiscard]] QString traceText(const QString &text);

} // namespace rocketdesk
