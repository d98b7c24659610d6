// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/brokerclock.h"
#include "client/admin/hop.h"
#include "client/cluster/cluster.h"
#include "client/remoting/probe.h"

namespace rocketdesk {

/// What a name server says of the brokers.
struct ClusterAnswer {
    Endpoint nameServer;
    commands::ClusterInfo info;
};

/// Brokers that this name server does not know and another does.
struct UnknownBrokers {
    Endpoint nameServer;
    QStringList brokers;
};

/// Compares what name servers say; empty where they agree.
[[nodiscard]] std::vector<UnknownBrokers> compareClusters(const std::vector<ClusterAnswer> &answers);

/// Goes the way to a cluster hop by hop, with sockets of its own, before a profile is saved. Changes nothing anywhere.
class ConnectionTest final : public QObject
{
    Q_OBJECT
public:
    struct Options {
        Remoting::Options remoting;
        std::vector<Endpoint> nameServers;
        milliseconds requestTimeout{3000};
    };

    explicit ConnectionTest(Options options);

    /// Every hop that was reached; `seen` gets each as it ends. Never fails but by being cancelled.
    [[nodiscard]] Pending<std::vector<Hop>> run(HopSeen seen);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Pending<void> testNameServer(Endpoint server);
    Pending<bool> testResolve(Endpoint server);
    Pending<bool> testConnect(Endpoint server);
    Pending<bool> testTls(Endpoint server);
    Pending<void> testBroker(BrokerRef broker);
    Pending<void> testCredentials(std::vector<BrokerRef> brokers);
    Pending<void> testClock(BrokerRef broker);
    void noteAgreement();
    void note(Hop hop);
    [[nodiscard]] std::vector<BrokerRef> brokers() const;
    [[nodiscard]] Endpoint mapped(const Endpoint &announced) const;
    [[nodiscard]] Deadline connectDeadline() { return m_clock.in(m_options.remoting.connection.connectTimeout); }
    [[nodiscard]] std::chrono::nanoseconds since(std::chrono::nanoseconds start) const { return m_clock.now() - start; }

    Options m_options;
    SystemClock m_clock;
    Probe m_probe;
    Remoting m_remoting;
    Cluster m_cluster;
    HopSeen m_seen;
    std::vector<Hop> m_hops;
    std::vector<ClusterAnswer> m_answers;
    std::vector<BrokerRef> m_reachable;
    Scope m_scope;
};

} // namespace rocketdesk
