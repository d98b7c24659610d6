// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/result.h"

#include <QHash>

namespace rocketdesk {

/// Host and port. The host is a name, an IPv4 address or an IPv6 address without brackets.
struct Endpoint {
    QString host;
    quint16 port = 0;

    /// "host:port", "[v6]:port", "v6:port" as Java writes it; a missing port is `defaultPort` (0 = refuse it).
    [[nodiscard]] static Result<Endpoint> parse(QStringView text, quint16 defaultPort = 0);
    /// "host:port", IPv6 in brackets.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool isValid() const { return !host.isEmpty() && port != 0; }

    friend bool operator==(const Endpoint &, const Endpoint &) = default;
    friend size_t qHash(const Endpoint &endpoint, size_t seed = 0) { return qHashMulti(seed, endpoint.host, endpoint.port); }
};

} // namespace rocketdesk

template <>
struct std::hash<rocketdesk::Endpoint> {
    size_t operator()(const rocketdesk::Endpoint &endpoint) const noexcept { return qHash(endpoint); }
};
