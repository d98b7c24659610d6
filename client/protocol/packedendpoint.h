// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"

#include <QByteArrayView>

#include <array>
#include <optional>

namespace rocketdesk::protocol {

/// Address and port as messages and ids carry them: 4 or 16 raw bytes, and a port of 32 bits.
struct PackedEndpoint {
    std::array<char, 16> address{};
    quint8 length = 4; ///< 4 or 16
    qint32 port = 0;

    [[nodiscard]] bool isIpv6() const { return length == 16; }
    [[nodiscard]] QByteArrayView bytes() const { return {address.data(), qsizetype{length}}; }
    /// "10.0.0.2" or "fe80::1" (RFC 5952, no brackets).
    [[nodiscard]] QString host() const;
    /// "10.0.0.2:10911" or "[fe80::1]:10911".
    [[nodiscard]] QString toString() const;
    /// Port 0 where the packed one is no port.
    [[nodiscard]] Endpoint toEndpoint() const;

    /// From a numeric address; nothing for a name.
    [[nodiscard]] static std::optional<PackedEndpoint> of(QStringView numericHost, qint32 port);
    /// From 4 or 16 bytes; nothing for any other number.
    [[nodiscard]] static std::optional<PackedEndpoint> ofBytes(QByteArrayView bytes, qint32 port);

    friend bool operator==(const PackedEndpoint &a, const PackedEndpoint &b) { return a.port == b.port && a.bytes() == b.bytes(); }
};

/// The eight 16-bit groups of an IPv6 text, "::" filled in; nothing when it is none.
[[nodiscard]] std::optional<std::array<quint16, 8>> ipv6Groups(QStringView text);
/// The four bytes of an IPv4 text; nothing when it is none.
[[nodiscard]] std::optional<std::array<quint8, 4>> ipv4Bytes(QStringView text);

} // namespace rocketdesk::protocol
