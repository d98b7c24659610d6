// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/framepool.h"
#include "client/base/pending.h"

#include <QByteArrayView>
#include <QStringView>

#include <coroutine>
#include <string_view>
#include <type_traits>

namespace rocketdesk {

/// The flows of one owner. LAST data member of a class that has flows: it dies first and ends them.
class Scope final
{
public:
    /// A flow in its owner's list.
    class Node
    {
    public:
        Node() = default;
        Q_DISABLE_COPY_MOVE(Node)

        virtual ~Node() = default;

    protected:
        virtual void endFlow() = 0;
        void enter(Scope &scope);
        void leave();

    private:
        friend class Scope;
        Scope *m_scope = nullptr;
        Node *m_previous = nullptr;
        Node *m_next = nullptr;
    };

    Scope() = default;
    Q_DISABLE_COPY_MOVE(Scope)
    ~Scope() { end(); }

    /// Ends every flow: its consumer gets Cancelled, what it awaits is cancelled. One that runs right now ends at its next co_await.
    void end();

private:
    Node *m_first = nullptr;
};

template <typename T>
class FlowAwaiter final
{
public:
    FlowAwaiter(StateRef<State<T>> state, const bool *doomed) : m_state(std::move(state)), m_doomed(doomed) {}
    Q_DISABLE_COPY_MOVE(FlowAwaiter)
    ~FlowAwaiter()
    {
        if (!m_suspended)
            return;
        m_state->next.reset(); // the frame dies while it waits: stop what it waited for
        m_state->cancel();
    }

    [[nodiscard]] bool await_ready() const { return m_state->isFinished() && !m_state->isQueued() && !*m_doomed; }

    template <typename P>
    void await_suspend(std::coroutine_handle<P> handle)
    {
        if (handle.promise().doomed) {
            const auto awaited = m_state;
            awaited->cancel();
            handle.destroy();
            return;
        }
        m_suspended = true;
        handle.promise().running = false;
        m_state->attach([this, handle](Result<T> &&) {
            m_suspended = false;
            handle.promise().running = true;
            handle.resume();
        });
    }

    [[nodiscard]] Result<T> await_resume() { return std::move(*m_state->result); }

private:
    StateRef<State<T>> m_state;
    const bool *m_doomed;
    bool m_suspended = false;
};

/// The promise type of a flow: a coroutine member function that returns Pending<T>. It starts at once and destroys itself at its end.
template <typename T>
class Flow final : public Scope::Node
{
public:
    template <typename Owner, typename... Args>
    explicit Flow(Owner &owner, Args &...) : m_state(new State<T>)
    {
        enter(owner.scope());
        m_state->onCancel = [this] { endFlow(); };
    }
    Q_DISABLE_COPY_MOVE(Flow)
    ~Flow() override
    {
        leave();
        m_state->onCancel.reset();
        m_state->finish(failed(Error::Kind::Cancelled)); // nothing where it has answered
    }

    static void *operator new(std::size_t size) { return FramePool::take(size); }
    static void operator delete(void *frame, std::size_t size) { FramePool::give(frame, size); }

    Pending<T> get_return_object() { return Pending<T>(m_state); }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(Result<T> result) { m_state->finish(std::move(result)); }
    [[noreturn]] void unhandled_exception() { std::terminate(); }

    template <typename U>
    FlowAwaiter<U> await_transform(Pending<U> &pending)
    {
        return {pending.take(), &doomed};
    }
    template <typename U>
    FlowAwaiter<U> await_transform(Pending<U> &&) = delete; // name it first: GCC 12 destroys temporaries of an awaited expression twice

    bool running = true;
    bool doomed = false;

private:
    void endFlow() override
    {
        if (running)
            doomed = true;
        else
            std::coroutine_handle<Flow>::from_promise(*this).destroy();
    }

    StateRef<State<T>> m_state;
};

template <typename Arg>
inline constexpr bool outlivesCaller = !std::is_reference_v<Arg> && !std::is_same_v<Arg, QStringView>
    && !std::is_same_v<Arg, QByteArrayView> && !std::is_same_v<Arg, std::string_view>;

template <typename Owner>
concept OwnsFlows = requires(Owner &owner) {
    { owner.scope() } -> std::same_as<Scope &>;
};

} // namespace rocketdesk

template <typename T, typename Owner, typename... Args>
struct std::coroutine_traits<rocketdesk::Pending<T>, Owner &, Args...> {
    static_assert(rocketdesk::OwnsFlows<Owner>, "A flow is a member function of a class with Scope &scope(): lambdas and free functions can't be flows.");
    static_assert((rocketdesk::outlivesCaller<Args> && ...), "A flow takes its parameters by value: references and views die before it does.");
    using promise_type = rocketdesk::Flow<T>;
};
