// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/broker.h"

#include "app/sandbox/accesscontrol.h"
#include "app/sandbox/brokerhandlers.h"

#include <algorithm>
#include <array>

namespace rocketdesk::sandbox {

namespace {

constexpr milliseconds clientScan{10'000};

/// Name of a process for faults: "broker-a", and "broker-a/1" for its first replica.
QString processName(const BrokerName &name, BrokerId id)
{
    return id.value() == 0 ? name.text() : QStringLiteral("%1/%2").arg(name.text()).arg(id.value());
}

constexpr QLatin1StringView flowControl("[REJECTREQUEST]system busy, start flow control for a while");

/// What a replica answers to calls that are its master's; pulls are its own where slaveReadEnable is on.
struct ReplicaRefusal {
    int code;
    int answer;
    QLatin1StringView remark;
    bool isPull = false;
};
constexpr std::array replicaRefusals{
    ReplicaRefusal{10, 2, flowControl}, ReplicaRefusal{36, 2, flowControl}, ReplicaRefusal{310, 2, flowControl},
    ReplicaRefusal{320, 2, flowControl}, ReplicaRefusal{324, 2, flowControl}, ReplicaRefusal{325, 2, flowControl},
    ReplicaRefusal{11, 2, flowControl, true}, ReplicaRefusal{361, 2, flowControl, true},
    ReplicaRefusal{37, 11, QLatin1StringView("Message store is slave mode, so end transaction is forbidden. ")},
    ReplicaRefusal{222, 1, QLatin1StringView("Can not reset offset in slave broker")},
    ReplicaRefusal{370, 11, QLatin1StringView("recall failed, broker service not available")},
};

std::optional<Refusal> refusedByReplica(int code, bool reads)
{
    const auto found = std::find_if(replicaRefusals.cbegin(), replicaRefusals.cend(), [code](const ReplicaRefusal &one) { return one.code == code; });
    if (found == replicaRefusals.cend() || (found->isPull && reads))
        return std::nullopt;
    return Refusal{found->answer, found->remark, {}};
}

} // namespace

Broker::Broker(BrokerName name, BrokerId id, const SandboxOptions &options, Clock &clock, Faults &faults, Routes &routes, const ServerTls &tls)
    : m_name(std::move(name))
    , m_id(id)
    , m_options(options)
    , m_clock(clock)
    , m_routes(routes)
    , m_server({processName(m_name, m_id), clock, m_dispatcher, faults}, tls)
{
    m_dispatcher.setGate([this](const protocol::FrameView &frame) { return objection(frame); });
    connect(&m_server, &Server::sessionClosed, this, [this](const Session *session) { m_state->clients.removeSession(session); });
}

std::optional<Refusal> Broker::objection(const protocol::FrameView &frame) const
{
    if (!m_options.credentials.isEmpty()) {
        if (auto refusal = checkAccess(frame, m_options))
            return refusal;
    }
    return m_state->isMaster() ? std::nullopt : refusedByReplica(frame.code, m_state->isOn(QLatin1StringView("slaveReadEnable")));
}

Result<void> Broker::open(std::shared_ptr<Replicated> from)
{
    const auto endpoint = m_server.open(0);
    if (!endpoint)
        return failed(endpoint.error());
    m_state = std::make_unique<BrokerState>(m_name, m_id, *endpoint, m_options, m_clock, std::move(from));
    m_state->routes = &m_routes;
    addHandlers();
    announce();
    if (m_state->isMaster())
        m_state->topics.setListener([name = m_name, &routes = m_routes](const commands::TopicConfig &config) { routes.registerTopic(name, config); });
    watchSilentClients();
    return {};
}

void Broker::addHandlers()
{
    for (const auto add : {addSendHandlers, addReplyHandlers, addRecallHandlers, addTransactionHandlers, addSendBackHandlers, addPullHandlers, addQueryHandlers,
                           addOffsetHandlers, addResetHandlers, addRelayHandlers, addClientHandlers, addTopicHandlers, addGroupHandlers, addSettingsHandlers,
                           addPopHandlers, addPopAckHandlers, addAssignmentHandlers})
        add(m_dispatcher, *m_state);
}

void Broker::announce()
{
    m_routes.addProcess(m_state->cluster, m_name, m_id, m_state->endpoint);
}

void Broker::withdraw()
{
    m_routes.removeProcess(m_name, m_id);
}

void Broker::stop()
{
    if (!std::exchange(m_state->isUp, false))
        return;
    m_server.shut();
    withdraw();
}

Result<void> Broker::restart()
{
    if (m_state->isUp)
        return {};
    if (const auto endpoint = m_server.open(m_state->endpoint.port); !endpoint)
        return failed(endpoint.error());
    m_state->isUp = true;
    announce();
    for (const auto &act : std::exchange(m_state->missed, {}))
        act();
    return {};
}

void Broker::swapRoles(Broker &one, Broker &other)
{
    for (Broker *const process : {&one, &other}) {
        if (process->m_state->isUp)
            process->withdraw();
    }
    const BrokerId id = one.m_id;
    one.setId(other.m_id);
    other.setId(id);
    for (Broker *const process : {&one, &other}) {
        if (process->m_state->isUp)
            process->announce();
    }
}

void Broker::setId(BrokerId id)
{
    m_id = m_state->id = id;
    m_state->settings.insert(QStringLiteral("brokerId"), QString::number(id.value()));
    m_state->settings.insert(QStringLiteral("brokerRole"), m_state->isMaster() ? QStringLiteral("ASYNC_MASTER") : QStringLiteral("SLAVE"));
}

void Broker::watchSilentClients()
{
    whenDone(m_clock.after(clientScan), this, [this](const Result<void> &) {
        m_state->clients.removeSilent(m_state->now());
        watchSilentClients();
    });
}

} // namespace rocketdesk::sandbox
