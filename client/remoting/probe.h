// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/base/endpoint.h"
#include "client/remoting/tlsoptions.h"

#include <QStringList>

namespace rocketdesk {

/// Tries single steps of a connection, for tests of a connection: no frame is sent, every socket is closed at once.
class Probe final
{
public:
    /// What a handshake showed.
    struct Handshake {
        QString protocol; ///< "TLS 1.3"
        QString subject; ///< common name of the peer's certificate; empty where it has none
        qint64 expiresMs = 0; ///< end of the certificate's validity, epoch ms; 0 = not known
    };

    explicit Probe(Clock &clock) : m_clock(clock) {}

    /// The addresses of a host name. Unreachable where it has none.
    [[nodiscard]] Pending<QStringList> resolve(const QString &host, Deadline deadline);
    [[nodiscard]] Pending<void> connectTo(const Endpoint &to, Deadline deadline);
    [[nodiscard]] Pending<Handshake> handshake(const Endpoint &to, const TlsOptions &tls, Deadline deadline);

private:
    Clock &m_clock;
};

} // namespace rocketdesk
