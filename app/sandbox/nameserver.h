// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/dispatcher.h"
#include "app/sandbox/routes.h"
#include "app/sandbox/server.h"

namespace rocketdesk::sandbox {

/// What the handlers of the name server work on.
struct NameServerState {
    Routes routes;
    QMap<QString, QMap<QString, QString>> keyValues; ///< by namespace
    quint16 port = 0;
};

/// The name server: 105, 106, 206, 216, 224, 304, 319, 101 and 219. Nobody registers over the wire.
class NameServer final : public QObject
{
    Q_OBJECT
public:
    NameServer(Clock &clock, Faults &faults, const ServerTls &tls);

    [[nodiscard]] Result<Endpoint> open(quint16 port);
    [[nodiscard]] Routes &routes() { return m_state.routes; }
    [[nodiscard]] const Dispatcher &dispatcher() const { return m_dispatcher; }

private:
    NameServerState m_state;
    Dispatcher m_dispatcher;
    Server m_server;
};

} // namespace rocketdesk::sandbox
