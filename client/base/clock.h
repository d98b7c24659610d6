// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"

#include <chrono>
#include <map>

namespace rocketdesk {

using std::chrono::milliseconds;

/// A point of Clock::now(). Made by Clock::in() on the thread that works with it.
struct Deadline {
    std::chrono::nanoseconds at = std::chrono::nanoseconds::max(); ///< monotonic; max = never

    [[nodiscard]] static Deadline never() { return {}; }
    [[nodiscard]] Deadline sooner(Deadline other) const { return at < other.at ? *this : other; }
    friend auto operator<=>(const Deadline &, const Deadline &) = default;
};

/// The time, and the one source of timers in client/ and app/sandbox. Lives on one thread.
class Clock : public QObject
{
    Q_OBJECT
public:
    /// Monotonic.
    [[nodiscard]] virtual std::chrono::nanoseconds now() const = 0;
    /// Milliseconds since 1970, UTC.
    [[nodiscard]] virtual qint64 wallMs() const = 0;

    [[nodiscard]] Deadline in(milliseconds time) const;
    [[nodiscard]] bool passed(Deadline deadline) const { return now() >= deadline.at; }
    /// What is left, 0 when passed.
    [[nodiscard]] milliseconds left(Deadline deadline) const;

    /// Ends with success when the time has passed. Cancellable.
    [[nodiscard]] Pending<void> after(milliseconds time);
    [[nodiscard]] Pending<void> at(Deadline deadline);

protected:
    explicit Clock(QObject *parent = nullptr) : QObject(parent) {}
    /// Asks to be called by fire() at this time; replaces what was asked before. max = not at all.
    virtual void arm(std::chrono::nanoseconds at) = 0;
    /// Ends what is due.
    void fire();
    [[nodiscard]] std::chrono::nanoseconds nextDue() const;

private:
    void forget(std::chrono::nanoseconds at, quint64 id);
    std::map<std::pair<std::chrono::nanoseconds, quint64>, Promise<void>> m_waiting;
    quint64 m_lastId = 0;
};

/// The real time.
class SystemClock final : public Clock
{
    Q_OBJECT
public:
    explicit SystemClock(QObject *parent = nullptr);
    ~SystemClock() override;
    [[nodiscard]] std::chrono::nanoseconds now() const override;
    [[nodiscard]] qint64 wallMs() const override;

protected:
    void arm(std::chrono::nanoseconds at) override;
    void timerEvent(QTimerEvent *event) override;

private:
    int m_timer = 0;
};

/// A time that stands until it is moved: for tests, and for screenshots that are to be the same every day.
class ManualClock final : public Clock
{
    Q_OBJECT
public:
    explicit ManualClock(qint64 wallMs = 1'767'225'600'000, QObject *parent = nullptr);
    [[nodiscard]] std::chrono::nanoseconds now() const override { return m_now; }
    [[nodiscard]] qint64 wallMs() const override { return m_wallStart + std::chrono::duration_cast<milliseconds>(m_now).count(); }
    /// Moves the time on; timers due on the way end in their order, each at its own time.
    void advance(milliseconds time);

protected:
    void arm(std::chrono::nanoseconds) override {}

private:
    std::chrono::nanoseconds m_now{0};
    qint64 m_wallStart;
};

} // namespace rocketdesk
