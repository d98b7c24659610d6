// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rocketdesk {

/// How a connection is encrypted. Names of files only; keys are read when a connection opens.
struct TlsOptions {
    enum class Verify {
        Full, ///< chain and name
        NoName, ///< chain only, as Java clients do
        None, ///< neither: encrypted, but with anybody
    };

    bool enabled = false;
    QString caFile; ///< PEM; empty = the system's authorities
    QString certFile; ///< PEM, for mutual TLS
    QString keyFile; ///< PEM, unencrypted
    Verify verify = Verify::Full;

    friend bool operator==(const TlsOptions &, const TlsOptions &) = default;
};

} // namespace rocketdesk
