// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/faults.h"
#include "app/sandbox/sandboxoptions.h"
#include "client/base/clock.h"
#include "client/base/endpoint.h"
#include "client/base/ids.h"

#include <QObject>

#include <memory>
#include <vector>

namespace rocketdesk::sandbox {

class Broker;
class DemoTraffic;
class NameServer;
struct ServerTls;

/// An embedded RocketMQ cluster on loopback, in memory: a name server and brokers that answer as 5.5.0 does. It lives in
/// the thread that makes it and needs its event loop; SandboxThread gives it one of its own.
class Sandbox final : public QObject
{
    Q_OBJECT
public:
    /// With the real time, or with one that stands where the options say so.
    explicit Sandbox(SandboxOptions options = {}, QObject *parent = nullptr);
    /// With a clock of the caller's, which outlives the sandbox and belongs to its thread.
    Sandbox(SandboxOptions options, Clock &clock, QObject *parent = nullptr);
    ~Sandbox() override;

    /// Opens the ports and fills the cluster. Local with the system's words when the port is taken, TlsFailed where a
    /// certificate or key cannot be read.
    [[nodiscard]] Result<void> start();

    /// Moves the time of a sandbox whose time stands: what is due on the way happens.
    void advance(milliseconds time);

    /// Takes one process of a broker down, as a kill does, and up again on the port it had. Unknown ones are passed over.
    void stopBroker(const BrokerName &name, BrokerId id = BrokerId(0));
    [[nodiscard]] Result<void> startBroker(const BrokerName &name, BrokerId id = BrokerId(0));
    /// The first replica that is up becomes the master; who was that gets its id.
    void promoteReplica(const BrokerName &name);

    [[nodiscard]] Endpoint nameServer() const { return m_nameServerAt; } ///< once started
    [[nodiscard]] QList<Endpoint> brokers() const { return m_brokersAt; } ///< the masters
    [[nodiscard]] QList<Endpoint> replicas() const { return m_replicasAt; }
    [[nodiscard]] Faults &faults() { return m_faults; } ///< may be used from any thread

private:
    [[nodiscard]] Result<void> openServers();
    [[nodiscard]] Result<void> openBroker(int index, const ServerTls &tls);
    [[nodiscard]] Broker *process(const BrokerName &name, BrokerId id);
    void fill();

    const SandboxOptions m_options;
    std::unique_ptr<Clock> m_ownClock;
    Clock &m_clock;
    Faults m_faults;
    std::unique_ptr<NameServer> m_nameServer;
    std::vector<std::unique_ptr<Broker>> m_brokers;
    std::unique_ptr<DemoTraffic> m_traffic;
    Endpoint m_nameServerAt;
    QList<Endpoint> m_brokersAt;
    QList<Endpoint> m_replicasAt;
};

} // namespace rocketdesk::sandbox
