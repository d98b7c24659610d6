// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/broker.h"

#include "app/sandbox/accesscontrol.h"
#include "app/sandbox/brokerhandlers.h"

namespace rocketdesk::sandbox {

namespace {

constexpr milliseconds clientScan{10'000};

} // namespace

Broker::Broker(BrokerName name, const SandboxOptions &options, Clock &clock, Faults &faults, const ServerTls &tls)
    : m_name(std::move(name)), m_options(options), m_clock(clock), m_server({m_name.text(), clock, m_dispatcher, faults}, tls)
{
    if (!options.credentials.isEmpty())
        m_dispatcher.setGate([&options](const protocol::FrameView &frame) { return checkAccess(frame, options); });
    connect(&m_server, &Server::sessionClosed, this, [this](const Session *session) { m_state->clients.removeSession(session); });
}

Result<void> Broker::open(Routes &routes)
{
    const auto endpoint = m_server.open(0);
    if (!endpoint)
        return failed(endpoint.error());
    m_state = std::make_unique<BrokerState>(m_name, *endpoint, m_options, m_clock);
    for (const auto add : {addSendHandlers, addTransactionHandlers, addRecallHandlers, addSendBackHandlers, addPullHandlers, addQueryHandlers,
                           addOffsetHandlers, addClientHandlers, addTopicHandlers, addGroupHandlers, addSettingsHandlers})
        add(m_dispatcher, *m_state);
    commands::BrokerData data;
    data.brokerAddrs.insert(BrokerId(0), endpoint->toString());
    data.brokerName = m_name;
    data.cluster = m_state->cluster;
    data.enableActingMaster = false;
    routes.addBroker(data);
    m_state->topics.setListener([this, &routes](const commands::TopicConfig &config) { routes.registerTopic(m_name, config); });
    watchSilentClients();
    return {};
}

void Broker::watchSilentClients()
{
    whenDone(m_clock.after(clientScan), this, [this](const Result<void> &) {
        m_state->clients.removeSilent(m_state->now());
        watchSilentClients();
    });
}

} // namespace rocketdesk::sandbox
