// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/profile/addressmapping.h"

#include <QJsonObject>
#include <QList>

#include <chrono>

namespace rocketdesk {

/// A saved connection. Secret key and security token are not in it: they live in a SecretStore under the profile's id.
struct Profile {
    /// Gives colour and word, and decides how much is asked before something is changed.
    enum class Environment { Local, Test, Staging, Production };

    struct Tls {
        enum class Verify {
            Full, ///< chain and name
            NoName, ///< chain only: for addresses that no certificate names
            None, ///< encrypted, but the peer may be anybody
        };
        bool enabled = false;
        QString caFile; ///< PEM; empty = the system's authorities
        QString certFile; ///< PEM; the client's certificate, with keyFile or not at all
        QString keyFile; ///< PEM, without a passphrase
        Verify verify = Verify::Full;
        friend bool operator==(const Tls &, const Tls &) = default;
    };

    struct Timeouts {
        std::chrono::milliseconds connect{3'000};
        std::chrono::milliseconds request{3'000};
        std::chrono::milliseconds slowRequest{30'000}; ///< pulls that the broker holds, and calls that a broker relays to clients
        friend bool operator==(const Timeouts &, const Timeouts &) = default;
    };

    QString id; ///< never changes; names the profile's secrets
    QString name; ///< unique in a store, case aside
    QString folder; ///< empty = top level
    Environment environment = Environment::Local;
    QList<Endpoint> nameServers;
    QList<AddressMapping> mappings;
    bool readOnly = false; ///< what writes is refused in the client, before the socket
    Tls tls;
    QString accessKey; ///< empty = requests are not signed
    Timeouts timeouts;
    QJsonObject kept; ///< members of its file entry that this version does not know: they survive saving

    /// Where to connect for an announced address: exact mappings before those with *, else in their order; itself where none fits.
    [[nodiscard]] Endpoint mapped(const Endpoint &announced) const;

    friend bool operator==(const Profile &, const Profile &) = default;
};

/// A new profile's id.
[[nodiscard]] QString newProfileId();

} // namespace rocketdesk
