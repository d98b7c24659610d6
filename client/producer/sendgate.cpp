// SPDX-License-Identifier: Apache-2.0
#include "client/producer/sendgate.h"

namespace rocketdesk {

Pending<SendGate::Permit> SendGate::enter(qint64 bytes, Deadline until)
{
    if (bytes > m_limits.bytes)
        return readyFailed<Permit>({.kind = Error::Kind::TooLarge, .remark = QStringLiteral("%1 bytes, but only %2 may be on their way at once").arg(bytes).arg(m_limits.bytes)});
    if (auto permit = tryEnter(bytes))
        return ready<Permit>(std::move(*permit));
    if (m_waiting.size() >= static_cast<std::size_t>(m_limits.sends) || m_waitingBytes + bytes > m_limits.bytes)
        return readyFailed<Permit>({.kind = Error::Kind::Throttled, .remark = QStringLiteral("%1 sends are on their way and %2 wait").arg(m_sends).arg(m_waiting.size())});
    const quint64 number = ++m_lastWaiter;
    Waiter &waiter = m_waiting[number];
    waiter.bytes = bytes;
    m_waitingBytes += bytes;
    waiter.promise.onCancel([this, number] { forget(number); });
    waiter.timer = whenDone(m_clock.at(until), &m_context, [this, number](Result<void> passed) {
        if (passed)
            refuse(number);
    });
    return waiter.promise.pending();
}

SendGate::Permit SendGate::admit(qint64 bytes)
{
    ++m_sends;
    m_bytes += bytes;
    return {this, bytes};
}

void SendGate::leave(qint64 bytes)
{
    --m_sends;
    m_bytes -= bytes;
    while (!m_waiting.empty() && hasRoom(m_waiting.begin()->second.bytes)) {
        auto next = m_waiting.extract(m_waiting.begin());
        Waiter &waiter = next.mapped();
        m_waitingBytes -= waiter.bytes;
        waiter.promise.finish(admit(waiter.bytes));
    }
}

void SendGate::refuse(quint64 waiter)
{
    auto late = m_waiting.extract(waiter);
    if (!late)
        return;
    m_waitingBytes -= late.mapped().bytes;
    late.mapped().promise.finish(failed(Error::Kind::Throttled, QStringLiteral("%1 sends were on their way the whole time").arg(m_sends)));
}

void SendGate::forget(quint64 waiter)
{
    if (auto gone = m_waiting.extract(waiter)) {
        m_waitingBytes -= gone.mapped().bytes;
        gone.mapped().promise.abandon(); // it is being ended with Cancelled
    }
}

} // namespace rocketdesk
