// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"
#include "client/protocol/extfields.h"
#include "client/protocol/wirevalue.h"

#include <utility>

namespace rocketdesk::protocol {

/// One line of a struct's table: a name on the wire and the member behind it.
template <typename C, typename M>
struct Field {
    QByteArrayView name;
    M C::*member;
    bool required; ///< a request without it is refused
    bool written; ///< false: only read, a second spelling
};

/// A field that a request must have; a std::optional member may always be missing.
template <std::size_t N, typename C, typename M>
[[nodiscard]] constexpr Field<C, M> field(const char (&name)[N], M C::*member)
{
    return {QByteArrayView(name, N - 1), member, !isOptional<M>, true};
}

/// A field that we always write, and that keeps the member's default where a peer leaves it out.
template <std::size_t N, typename C, typename M>
[[nodiscard]] constexpr Field<C, M> defaulted(const char (&name)[N], M C::*member)
{
    return {QByteArrayView(name, N - 1), member, false, true};
}

/// Another spelling of a member, understood but never written.
template <std::size_t N, typename C, typename M>
[[nodiscard]] constexpr Field<C, M> alias(const char (&name)[N], M C::*member)
{
    return {QByteArrayView(name, N - 1), member, false, false};
}

namespace detail {

template <std::size_t I, typename F>
struct Line {
    F field;
};

template <typename Index, typename... F>
struct Lines;

/// Lines of one type each. Not a std::tuple: every file that includes a command pays for its table.
template <std::size_t... I, typename... F>
struct Lines<std::index_sequence<I...>, F...> : Line<I, F>... {
    template <typename Visit>
    constexpr void each(Visit &&visit) const
    {
        (visit(static_cast<const Line<I, F> &>(*this).field), ...);
    }
};

} // namespace detail

/// The table of a struct: what its `static constexpr auto fields()` (header) or `jsonFields()` (body) returns.
template <typename... F>
[[nodiscard]] constexpr detail::Lines<std::index_sequence_for<F...>, F...> fields(F... field)
{
    return {{field}...};
}

template <typename T>
concept HasFields = requires { T::fields(); };

/// Requests are strict about their fields, replies are not: broker versions differ.
enum class Strictness { Strict, Lenient };

/// Calls `visit(field)` for each line of the table.
template <typename T, typename Visit>
void eachField(Visit &&visit)
{
    if constexpr (HasFields<T>)
        T::fields().each(visit);
}

/// Writes a struct's header fields into a FrameWriter or ExtFields.
template <typename T, typename Sink>
void encodeFields(const T &value, Sink &sink)
{
    eachField<T>([&](const auto &field) {
        if (field.written)
            putValue(sink, field.name, value.*field.member);
    });
}

namespace detail {

[[nodiscard]] Error badField(QByteArrayView name, const TextView &value);
[[nodiscard]] Error missingField(QByteArrayView name);

/// Puts one entry where the table wants it; the name of the field that cannot hold it, or null.
template <typename T>
QByteArrayView takeEntry(const ExtFieldsView::Entry &entry, T &value, quint64 &seen)
{
    QByteArrayView bad;
    quint64 bit = 1;
    eachField<T>([&](const auto &field) {
        if (!entry.value.isNull() && entry.key.equals(field.name)) {
            seen |= bit;
            if (!parseValue(entry.value, value.*field.member))
                bad = field.name;
        }
        bit <<= 1;
    });
    return bad;
}

} // namespace detail

/// Fills a struct from header fields in one pass. Malformed names the field that is not what it should be, or missing.
template <typename T>
[[nodiscard]] Result<void> readFields(const ExtFieldsView &fields, T &value, Strictness strictness)
{
    ExtFieldsView::Cursor cursor(fields);
    ExtFieldsView::Entry entry;
    quint64 seen = 0;
    while (cursor.next(entry)) {
        if (const QByteArrayView bad = detail::takeEntry(entry, value, seen); !bad.isNull())
            return failed(detail::badField(bad, entry.value));
    }
    if (strictness == Strictness::Lenient)
        return {};
    QByteArrayView missing;
    quint64 bit = 1;
    eachField<T>([&](const auto &field) {
        if (field.required && !(seen & bit) && missing.isNull())
            missing = field.name;
        bit <<= 1;
    });
    if (!missing.isNull())
        return failed(detail::missingField(missing));
    return {};
}

template <typename T>
[[nodiscard]] Result<T> decodeFields(const ExtFieldsView &fields, Strictness strictness)
{
    T value;
    return readFields(fields, value, strictness).map([&value] { return std::move(value); });
}

} // namespace rocketdesk::protocol
