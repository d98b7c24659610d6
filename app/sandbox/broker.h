// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/routes.h"
#include "app/sandbox/server.h"

namespace rocketdesk::sandbox {

/// One broker: a port, its calls, and what it knows.
class Broker final : public QObject
{
    Q_OBJECT
public:
    Broker(BrokerName name, const SandboxOptions &options, Clock &clock, Faults &faults, const ServerTls &tls);

    /// Opens a free port and registers broker and topics. `options` and `routes` outlive the broker.
    [[nodiscard]] Result<void> open(Routes &routes);
    [[nodiscard]] BrokerState &state() { return *m_state; } ///< once it is open
    [[nodiscard]] const Dispatcher &dispatcher() const { return m_dispatcher; }

private:
    void watchSilentClients();

    BrokerName m_name;
    const SandboxOptions &m_options;
    Clock &m_clock;
    Dispatcher m_dispatcher;
    std::unique_ptr<BrokerState> m_state; ///< known once the port is: records carry its address
    Server m_server;
};

} // namespace rocketdesk::sandbox
