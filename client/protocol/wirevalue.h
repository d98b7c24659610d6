// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/ids.h"
#include "client/protocol/textview.h"
#include "client/protocol/wirenames.h"

#include <concepts>
#include <optional>

namespace rocketdesk::protocol {

/// A whole number in decimal, the whole text; false leaves `out` as it is.
[[nodiscard]] bool parseNumber(const TextView &text, qint64 &out);
[[nodiscard]] bool parseReal(const TextView &text, double &out);
/// Java's Boolean.parseBoolean: "true" in any case, everything else is false.
[[nodiscard]] bool parseTruth(const TextView &text);

template <typename T>
inline constexpr bool isOptional = false;
template <typename T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <typename T>
inline constexpr bool isName = false;
template <typename Tag>
inline constexpr bool isName<Name<Tag>> = true;
template <typename T>
inline constexpr bool isNumber = false;
template <typename Tag, typename V>
inline constexpr bool isNumber<Number<Tag, V>> = true;

/// Reads a header value or a JSON scalar; false where the text is not one of T.
template <typename T>
[[nodiscard]] bool parseValue(const TextView &text, T &out)
{
    if constexpr (std::same_as<T, bool>) {
        out = parseTruth(text);
        return true;
    } else if constexpr (std::integral<T>) {
        qint64 number = 0;
        if (!parseNumber(text, number) || !std::in_range<T>(number))
            return false;
        out = T(number);
        return true;
    } else if constexpr (std::same_as<T, double>) {
        return parseReal(text, out);
    } else if constexpr (std::same_as<T, QString>) {
        out = text.toString();
        return true;
    } else if constexpr (std::same_as<T, QByteArray>) {
        out = text.toUtf8();
        return true;
    } else if constexpr (isName<T>) {
        out = T(text.toString());
        return true;
    } else if constexpr (isNumber<T>) {
        typename T::Value value = 0;
        if (!parseValue(text, value))
            return false;
        out = T(value);
        return true;
    } else if constexpr (isOptional<T>) {
        return parseValue(text, out.emplace());
    } else {
        static_assert(WireEnum<T>, "a type that no header knows: give it WireNames");
        const auto value = wireValue<T>(text.escaped ? QByteArrayView(text.toUtf8()) : text.raw);
        if (value)
            out = *value;
        return value.has_value();
    }
}

/// Writes a value into a FrameWriter or ExtFields; an empty optional is left out.
template <typename Sink, typename T>
void putValue(Sink &sink, QByteArrayView name, const T &value)
{
    if constexpr (std::same_as<T, bool>)
        sink.field(name, value);
    else if constexpr (std::integral<T>)
        sink.field(name, qint64(value));
    else if constexpr (std::same_as<T, double>)
        sink.field(name, QByteArrayView(QByteArray::number(value)));
    else if constexpr (std::same_as<T, QString>)
        sink.field(name, QStringView(value));
    else if constexpr (std::same_as<T, QByteArray>)
        sink.field(name, QByteArrayView(value));
    else if constexpr (isName<T>)
        sink.field(name, QStringView(value.text()));
    else if constexpr (isNumber<T>)
        sink.field(name, qint64(value.value()));
    else if constexpr (isOptional<T>) {
        if (value)
            putValue(sink, name, *value);
    } else
        sink.field(name, wireName(value));
}

} // namespace rocketdesk::protocol
