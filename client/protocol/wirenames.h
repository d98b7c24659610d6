// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <iterator>
#include <optional>

namespace rocketdesk::protocol {

template <typename E>
struct WireName {
    E value;
    QByteArrayView name;
};

/// Specialised, with a table `names` in the order of Java's ordinals, for each enum that travels by name.
template <typename E>
struct WireNames;

template <typename E>
concept WireEnum = requires { WireNames<E>::names; };

/// Name on the wire; empty for a value without one.
template <WireEnum E>
[[nodiscard]] constexpr QByteArrayView wireName(E value)
{
    for (const WireName<E> &entry : WireNames<E>::names) {
        if (entry.value == value)
            return entry.name;
    }
    return {};
}

/// Value of a name, upper and lower case apart, as the servers read them.
template <WireEnum E>
[[nodiscard]] std::optional<E> wireValue(QByteArrayView name)
{
    for (const WireName<E> &entry : WireNames<E>::names) {
        if (entry.name.size() == name.size() && qstrnicmp(entry.name.data(), entry.name.size(), name.data(), name.size()) == 0)
            return entry.value;
    }
    return std::nullopt;
}

/// Value of a Java ordinal: some Go clients write numbers where Java writes names.
template <WireEnum E>
[[nodiscard]] std::optional<E> wireOrdinal(qint64 ordinal)
{
    if (ordinal < 0 || ordinal >= qint64(std::size(WireNames<E>::names)))
        return std::nullopt;
    return WireNames<E>::names[ordinal].value;
}

} // namespace rocketdesk::protocol
