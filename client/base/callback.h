// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace rocketdesk {

template <typename Signature, std::size_t Inline = 48>
class Callback;

/// Move-only function of `Inline` bytes without allocation; larger closures go to the heap.
template <typename R, typename... Args, std::size_t Inline>
class Callback<R(Args...), Inline> final
{
public:
    Callback() = default;
    template <typename F>
        requires(!std::is_same_v<std::decay_t<F>, Callback> && std::is_invocable_r_v<R, std::decay_t<F> &, Args...>)
    Callback(F &&function) // NOLINT(google-explicit-constructor): a closure is meant to convert
    {
        using Fn = std::decay_t<F>;
        if constexpr (sizeof(Fn) <= Inline && alignof(Fn) <= alignof(std::max_align_t)
            && std::is_nothrow_move_constructible_v<Fn>) {
            new (m_storage) Fn(std::forward<F>(function));
            m_table = &inlineTable<Fn>;
        } else {
            new (m_storage) Fn *(new Fn(std::forward<F>(function)));
            m_table = &heapTable<Fn>;
        }
    }
    Callback(Callback &&other) noexcept { take(other); }
    Callback &operator=(Callback &&other) noexcept
    {
        if (this != &other) {
            reset();
            take(other);
        }
        return *this;
    }
    Callback(const Callback &) = delete;
    Callback &operator=(const Callback &) = delete;
    ~Callback() { reset(); }

    explicit operator bool() const { return m_table != nullptr; }
    R operator()(Args... args) { return m_table->call(m_storage, std::forward<Args>(args)...); }
    void reset()
    {
        if (const Table *table = std::exchange(m_table, nullptr))
            table->destroy(m_storage);
    }

private:
    struct Table {
        R (*call)(void *, Args &&...);
        void (*move)(void *to, void *from) noexcept;
        void (*destroy)(void *) noexcept;
    };
    template <typename Fn>
    static constexpr Table inlineTable = {
        [](void *at, Args &&...args) -> R { return (*std::launder(static_cast<Fn *>(at)))(std::forward<Args>(args)...); },
        [](void *to, void *from) noexcept {
            new (to) Fn(std::move(*std::launder(static_cast<Fn *>(from))));
            std::launder(static_cast<Fn *>(from))->~Fn();
        },
        [](void *at) noexcept { std::launder(static_cast<Fn *>(at))->~Fn(); }};
    template <typename Fn>
    static constexpr Table heapTable = {
        [](void *at, Args &&...args) -> R { return (**static_cast<Fn **>(at))(std::forward<Args>(args)...); },
        [](void *to, void *from) noexcept { new (to) Fn *(*static_cast<Fn **>(from)); },
        [](void *at) noexcept { delete *static_cast<Fn **>(at); }};

    void take(Callback &other) noexcept
    {
        m_table = std::exchange(other.m_table, nullptr);
        if (m_table)
            m_table->move(m_storage, other.m_storage);
    }

    alignas(std::max_align_t) std::byte m_storage[Inline];
    const Table *m_table = nullptr;
};

} // namespace rocketdesk
