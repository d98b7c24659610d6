// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/callback.h"
#include "client/base/result.h"
#include "client/base/turn.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <memory>
#include <optional>
#include <vector>

namespace rocketdesk {

/// What Promise, Pending and Call share. Lives on one thread; its count is not atomic.
class StateBase
{
public:
    StateBase() = default;
    Q_DISABLE_COPY_MOVE(StateBase)
    virtual ~StateBase() = default;

    void ref() { ++m_refs; }
    void deref()
    {
        if (--m_refs == 0)
            delete this;
    }
    [[nodiscard]] bool isFinished() const { return m_finished; }
    [[nodiscard]] bool isQueued() const { return m_queued; }
    virtual void cancel() = 0;

    Callback<void(), 32> onCancel;

protected:
    virtual void deliver() = 0;
    void queueDelivery();
    void checkThread() const
    {
#ifndef QT_NO_DEBUG
        Q_ASSERT_X(m_thread == QThread::currentThreadId(), "Pending", "used on a foreign thread");
#endif
    }

    bool m_finished = false;

private:
    friend class Turn;
    friend struct TurnQueue;

    int m_refs = 0;
    bool m_queued = false;
    StateBase *m_nextReady = nullptr;
#ifndef QT_NO_DEBUG
    Qt::HANDLE m_thread = QThread::currentThreadId();
#endif
};

/// Counted pointer to a state.
template <typename S>
class StateRef final
{
public:
    StateRef() = default;
    explicit StateRef(S *state) : m_state(state)
    {
        if (m_state)
            m_state->ref();
    }
    StateRef(const StateRef &other) : StateRef(other.m_state) {}
    StateRef(StateRef &&other) noexcept : m_state(std::exchange(other.m_state, nullptr)) {}
    StateRef &operator=(StateRef other) noexcept
    {
        std::swap(m_state, other.m_state);
        return *this;
    }
    ~StateRef()
    {
        if (m_state)
            m_state->deref();
    }
    [[nodiscard]] S *get() const { return m_state; }
    S *operator->() const { return m_state; }
    explicit operator bool() const { return m_state != nullptr; }

private:
    S *m_state = nullptr;
};

template <typename T>
class State final : public StateBase
{
public:
    bool finish(Result<T> value)
    {
        checkThread();
        if (m_finished)
            return false;
        m_finished = true;
        result.emplace(std::move(value));
        const auto dropped = std::move(onCancel);
        if (next)
            queueDelivery();
        return true;
    }
    void attach(Callback<void(Result<T> &&)> consumer)
    {
        checkThread();
        Q_ASSERT_X(!next && !isQueued(), "Pending", "consumed twice");
        next = std::move(consumer);
        if (m_finished)
            queueDelivery();
    }
    void cancel() override
    {
        if (m_finished) {
            if (isQueued()) // answered, not yet delivered: a caller that has cancelled is never shown the answer
                result.emplace(failed(Error::Kind::Cancelled));
            return;
        }
        const StateRef<State> keep(this);
        auto stop = std::move(onCancel);
        if (stop)
            stop();
        finish(failed(Error::Kind::Cancelled));
    }

    std::optional<Result<T>> result;
    Callback<void(Result<T> &&)> next;

protected:
    void deliver() override
    {
        if (auto consumer = std::move(next))
            consumer(std::move(*result));
    }
};

/// Weak grip on a pending call: cancels it, keeps nothing going. Copyable, empty by default.
class Call final
{
public:
    Call() = default;
    explicit Call(StateBase *state) : m_state(state) {}

    /// Stops the work down the chain; its consumer gets Cancelled in this turn. No effect on what is finished.
    void cancel()
    {
        if (const auto state = std::exchange(m_state, {}))
            state->cancel();
    }
    [[nodiscard]] bool isRunning() const { return m_state && !m_state->isFinished(); }

private:
    StateRef<StateBase> m_state;
};

/// A Call that is cancelled when it is replaced or its holder dies: a page's reads.
class ScopedCall final
{
public:
    ScopedCall() = default;
    ScopedCall(Call call) : m_call(std::move(call)) {} // NOLINT(google-explicit-constructor)
    ScopedCall(ScopedCall &&) noexcept = default;
    ScopedCall &operator=(ScopedCall &&other) noexcept
    {
        m_call.cancel();
        m_call = std::move(other.m_call);
        return *this;
    }
    Q_DISABLE_COPY(ScopedCall)
    ~ScopedCall() { m_call.cancel(); }

    void cancel() { m_call.cancel(); }
    [[nodiscard]] bool isRunning() const { return m_call.isRunning(); }

private:
    Call m_call;
};

/// What you asked for: one answer, later, on the thread that made it. Move-only, consumed once.
template <typename T>
class [[nodiscard]] Pending final
{
public:
    using Value = T;

    explicit Pending(StateRef<State<T>> state) : m_state(std::move(state)) {}
    Pending(Pending &&) noexcept = default;
    Pending &operator=(Pending &&) noexcept = default;
    Q_DISABLE_COPY(Pending)
    ~Pending() = default;

    [[nodiscard]] bool isFinished() const { return m_state && m_state->isFinished(); }
    [[nodiscard]] Call call() const { return Call(m_state.get()); }

    /// For whenDone, flows and onThread only: hands the state over and leaves this empty.
    [[nodiscard]] StateRef<State<T>> take()
    {
        Q_ASSERT_X(m_state, "Pending", "consumed twice");
        return std::move(m_state);
    }

private:
    StateRef<State<T>> m_state;
};

/// The answering end. Dropped unfinished it ends the call with Cancelled.
template <typename T>
class Promise final
{
public:
    Promise() : m_state(new State<T>) {}
    Promise(Promise &&) noexcept = default;
    Promise &operator=(Promise &&other) noexcept
    {
        std::swap(m_state, other.m_state);
        return *this;
    }
    Q_DISABLE_COPY(Promise)
    ~Promise()
    {
        if (m_state)
            m_state->finish(failed(Error::Kind::Cancelled));
    }

    [[nodiscard]] Pending<T> pending() const { return Pending<T>(m_state); }
    /// The first answer wins and gives true; later ones are ignored and give false.
    bool finish(Result<T> result) { return m_state && m_state->finish(std::move(result)); }
    [[nodiscard]] bool isFinished() const { return !m_state || m_state->isFinished(); }
    /// Runs when the consumer cancels, before it gets Cancelled. Set once, by the maker of the promise.
    void onCancel(Callback<void(), 32> stop) { m_state->onCancel = std::move(stop); }

    /// Lets go without an answer: only for a thread that has ended (onThread).
    void abandon() { m_state = {}; }

private:
    StateRef<State<T>> m_state;
};

/// An answer that is there already.
template <typename T>
[[nodiscard]] Pending<T> ready(Result<T> result)
{
    Promise<T> promise;
    promise.finish(std::move(result));
    return promise.pending();
}

template <typename T>
[[nodiscard]] Pending<T> readyFailed(Error error)
{
    return ready<T>(failed(std::move(error)));
}

/// Calls `fn(Result<T>)` once, later, on this thread, only if `context` lives. A dead context drops the delivery, not the work.
template <typename T, typename Fn>
Call whenDone(Pending<T> pending, const QObject *context, Fn fn)
{
    const auto state = pending.take();
    state->attach([guard = QPointer<const QObject>(context), fn = std::move(fn)](Result<T> &&result) mutable {
        if (guard)
            fn(std::move(result));
    });
    return Call(state.get());
}

/// Ends when all have ended, in their order. Cancelling it cancels all.
template <typename T>
[[nodiscard]] Pending<std::vector<Result<T>>> whenAll(std::vector<Pending<T>> pendings)
{
    struct Gathering {
        Promise<std::vector<Result<T>>> promise;
        std::vector<std::optional<Result<T>>> results;
        std::vector<Call> calls;
        std::size_t missing = 0;
    };
    auto all = std::make_shared<Gathering>();
    all->missing = pendings.size();
    all->results.resize(pendings.size());
    auto answer = all->promise.pending();
    if (pendings.empty())
        all->promise.finish(std::vector<Result<T>>());
    for (std::size_t i = 0; i < pendings.size(); ++i) {
        const auto state = pendings[i].take();
        all->calls.emplace_back(state.get());
        state->attach([all, i](Result<T> &&result) {
            all->results[i].emplace(std::move(result));
            if (--all->missing > 0)
                return;
            std::vector<Result<T>> values;
            for (auto &value : all->results)
                values.push_back(std::move(*value));
            all->promise.finish(std::move(values));
        });
    }
    all->promise.onCancel([weak = std::weak_ptr<Gathering>(all)] {
        if (const auto gathering = weak.lock()) {
            for (Call &call : std::vector<Call>(gathering->calls))
                call.cancel();
        }
    });
    return answer;
}

} // namespace rocketdesk
