// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"

#include <map>
#include <optional>

namespace rocketdesk {

/// Bounds what is on its way at once, in sends and in bytes of their bodies. Who finds it full waits, in order; as much may wait
/// as may be on its way.
class SendGate final
{
public:
    struct Limits {
        int sends = 10'000;
        qint64 bytes = 100 << 20;
    };

    /// One send on its way; lets the next one in when it dies. The gate outlives it.
    class Permit final
    {
    public:
        Permit(Permit &&other) noexcept : m_gate(std::exchange(other.m_gate, nullptr)), m_bytes(other.m_bytes) {}
        Permit &operator=(Permit &&other) noexcept
        {
            std::swap(m_gate, other.m_gate);
            std::swap(m_bytes, other.m_bytes);
            return *this;
        }
        Q_DISABLE_COPY(Permit)
        ~Permit()
        {
            if (m_gate)
                m_gate->leave(m_bytes);
        }

    private:
        friend class SendGate;
        Permit(SendGate *gate, qint64 bytes) : m_gate(gate), m_bytes(bytes) {}
        SendGate *m_gate;
        qint64 m_bytes;
    };

    SendGate(Clock &clock, Limits limits) : m_clock(clock), m_limits(limits) {}
    Q_DISABLE_COPY_MOVE(SendGate)

    /// At once, where there is room and nobody waits.
    [[nodiscard]] std::optional<Permit> tryEnter(qint64 bytes)
    {
        if (!m_waiting.empty() || !hasRoom(bytes))
            return std::nullopt;
        return admit(bytes);
    }
    /// When it is this one's turn. TooLarge where it can never be, Throttled where too many wait already or it has not come in time.
    [[nodiscard]] Pending<Permit> enter(qint64 bytes, Deadline until);

    [[nodiscard]] int inside() const { return m_sends; }
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }

private:
    struct Waiter {
        qint64 bytes = 0;
        Promise<Permit> promise;
        ScopedCall timer;
    };

    [[nodiscard]] bool hasRoom(qint64 bytes) const { return m_sends < m_limits.sends && m_bytes + bytes <= m_limits.bytes; }
    [[nodiscard]] Permit admit(qint64 bytes);
    void leave(qint64 bytes);
    void refuse(quint64 waiter);
    void forget(quint64 waiter);

    Clock &m_clock;
    Limits m_limits;
    int m_sends = 0;
    qint64 m_bytes = 0;
    qint64 m_waitingBytes = 0;
    quint64 m_lastWaiter = 0;
    std::map<quint64, Waiter> m_waiting;
    QObject m_context;
};

} // namespace rocketdesk
