// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/pending.h"

#include <memory>

namespace rocketdesk {

/// The letters of one thread: closures that other threads want run there, in order, each in its turn of the event loop.
class Mailbox final
{
public:
    class Box;

    /// Where to post. Copyable, may be used from every thread, outlives its mailbox.
    class Address final
    {
    public:
        Address() = default;
        /// Runs `letter` on the mailbox's thread, later. False where that thread has ended: the letter stays with the caller.
        bool post(Callback<void()> &&letter) const;
        [[nodiscard]] bool isValid() const { return m_box != nullptr; }

    private:
        friend class Mailbox;
        explicit Address(std::shared_ptr<Box> box) : m_box(std::move(box)) {}
        std::shared_ptr<Box> m_box;
    };

    Mailbox();
    ~Mailbox();
    Q_DISABLE_COPY_MOVE(Mailbox)

    [[nodiscard]] Address address() const;
    /// Letters run on that thread from now on. For a thread that has not started yet.
    void moveToThread(QThread *thread);
    /// The calling thread's own mailbox, made on first use; it ends with the thread.
    [[nodiscard]] static Address ofThisThread();

private:
    class Receiver;
    std::shared_ptr<Box> m_box;
    std::unique_ptr<Receiver> m_receiver;
};

namespace detail {

/// A call that has gone to another thread. `promise` is touched at home only, `far` there only.
template <typename T>
struct Errand {
    Promise<T> promise;
    Call far;
    Mailbox::Address home;
};

/// An answer on its way home. One that is never read there ends its call too: no thread but home's may touch the promise.
template <typename T>
class Homecoming final
{
public:
    Homecoming(std::shared_ptr<Errand<T>> errand, Result<T> result) : m_errand(std::move(errand)), m_result(std::move(result)) {}
    Homecoming(Homecoming &&) noexcept = default;
    Homecoming &operator=(Homecoming &&) = delete;
    Q_DISABLE_COPY(Homecoming)
    ~Homecoming()
    {
        if (m_errand)
            const Promise<T> dropped = std::move(m_errand->promise);
    }

    void operator()()
    {
        Promise<T> promise = std::move(m_errand->promise);
        promise.finish(std::move(m_result));
    }

private:
    std::shared_ptr<Errand<T>> m_errand;
    Result<T> m_result;
};

/// Carries one answer home, once; dropped without one it carries Cancelled.
template <typename T>
class Courier final
{
public:
    explicit Courier(std::shared_ptr<Errand<T>> errand) : m_errand(std::move(errand)) {}
    Courier(Courier &&) noexcept = default;
    Courier &operator=(Courier &&) = delete;
    Q_DISABLE_COPY(Courier)
    ~Courier()
    {
        if (m_errand)
            deliver(failed(Error::Kind::Cancelled));
    }

    void setCall(Call call) { m_errand->far = std::move(call); }

    void deliver(Result<T> result)
    {
        m_errand->far = Call();
        Promise<T> &promise = m_errand->promise; // lives at least as long as the letter
        const Mailbox::Address home = m_errand->home;
        Callback<void()> letter = Homecoming<T>(std::move(m_errand), std::move(result));
        if (!home.post(std::move(letter)))
            promise.abandon(); // the thread that asked has ended, nobody can be told
    }

private:
    std::shared_ptr<Errand<T>> m_errand;
};

} // namespace detail

/// Runs `fn() -> Pending<T>` on the thread of `there`; the answer comes on the calling thread. Cancelling it cancels the work there.
template <typename Fn>
[[nodiscard]] auto onThread(const Mailbox::Address &there, Fn fn) -> std::invoke_result_t<Fn &>
{
    using T = typename std::invoke_result_t<Fn &>::Value;
    auto errand = std::make_shared<detail::Errand<T>>();
    errand->home = Mailbox::ofThisThread();
    auto pending = errand->promise.pending();
    errand->promise.onCancel([weak = std::weak_ptr<detail::Errand<T>>(errand), there] {
        there.post([weak] {
            if (const auto running = weak.lock())
                std::exchange(running->far, Call()).cancel();
        });
    });
    there.post([fn = std::move(fn), courier = detail::Courier<T>(std::move(errand))]() mutable {
        const auto state = fn().take();
        courier.setCall(Call(state.get()));
        state->attach([courier = std::move(courier)](Result<T> &&result) mutable { courier.deliver(std::move(result)); });
    });
    return pending;
}

} // namespace rocketdesk
