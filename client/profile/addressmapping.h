// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/endpoint.h"

#include <optional>

namespace rocketdesk {

/// One rule for addresses that brokers announce and this machine can't reach (NAT, containers, tunnels).
/// `from` is HOST[:PORT], `to` is HOST[:PORT]. In `from`, * in the host stands for any text, and * or no port for any port;
/// in `to`, a host of * keeps the host, and * or no port keeps the port. IPv6 is written in brackets.
class AddressMapping final
{
public:
    /// InvalidArgument with a sentence about the side that can't be read.
    [[nodiscard]] static Result<AddressMapping> parse(const QString &from, const QString &to);

    /// As written, without blanks around.
    [[nodiscard]] const QString &from() const { return m_from; }
    [[nodiscard]] const QString &to() const { return m_to; }
    /// True where `from` names one host without *.
    [[nodiscard]] bool isExact() const;
    /// The address to connect to, or nothing where the rule does not fit.
    [[nodiscard]] std::optional<Endpoint> apply(const Endpoint &announced) const;

    friend bool operator==(const AddressMapping &, const AddressMapping &) = default;

private:
    struct Side {
        QString host;
        quint16 port = 0; ///< 0 = any, or the one that was announced
        friend bool operator==(const Side &, const Side &) = default;
    };
    [[nodiscard]] static Result<Side> parseSide(QStringView text);

    QString m_from;
    QString m_to;
    Side m_match;
    Side m_target;
};

} // namespace rocketdesk
