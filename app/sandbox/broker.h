// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/brokerstate.h"
#include "app/sandbox/dispatcher.h"
#include "app/sandbox/routes.h"
#include "app/sandbox/server.h"

namespace rocketdesk::sandbox {

/// One process of a broker, a master or a replica: a port, its calls, and what it knows.
class Broker final : public QObject
{
    Q_OBJECT
public:
    /// `options` and `routes` outlive it.
    Broker(BrokerName name, BrokerId id, const SandboxOptions &options, Clock &clock, Faults &faults, Routes &routes, const ServerTls &tls);

    /// Opens a free port and registers broker and topics; a replica shares what its master has.
    [[nodiscard]] Result<void> open(std::shared_ptr<Replicated> from = nullptr);
    /// As after a kill: its connections end, and no route names it. What it knows stays.
    void stop();
    /// On the port it had.
    [[nodiscard]] Result<void> restart();
    /// The two change places, in the routes as well.
    static void swapRoles(Broker &one, Broker &other);
    [[nodiscard]] BrokerState &state() { return *m_state; } ///< once it is open
    [[nodiscard]] const Dispatcher &dispatcher() const { return m_dispatcher; }

private:
    void watchSilentClients();
    void addHandlers();
    void announce();
    void withdraw();
    void setId(BrokerId id);
    /// Signature first, then what a replica does not do.
    [[nodiscard]] std::optional<Refusal> objection(const protocol::FrameView &frame) const;

    BrokerName m_name;
    BrokerId m_id;
    const SandboxOptions &m_options;
    Clock &m_clock;
    Routes &m_routes;
    Dispatcher m_dispatcher;
    std::unique_ptr<BrokerState> m_state; ///< known once the port is: records carry its address
    Server m_server;
};

} // namespace rocketdesk::sandbox
