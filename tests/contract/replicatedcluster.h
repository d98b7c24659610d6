// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/sandboxthread.h"
#include "tests/cluster-fixture/realcluster.h"

namespace rocketdesk::tests {

/// Masters and a replica of the first, of a test's own: their master can be ended.
class ReplicatedCluster final
{
public:
    /// `target`: "sandbox", with these options and one replica, or a version, with these of tests/cluster-fixture/cluster.
    ReplicatedCluster(const QString &target, sandbox::SandboxOptions boxOptions, const QStringList &realOptions)
    {
        if (target == QLatin1StringView("sandbox")) {
            boxOptions.replicas = 1;
            boxOptions.demoData = false;
            boxOptions.rate = 0;
            m_box = std::make_unique<sandbox::SandboxThread>(boxOptions);
        } else {
            m_real = std::make_unique<RealCluster>(target == QLatin1StringView("5.5.0") ? ServerVersion::V5_5_0 : ServerVersion::V4_9_7, realOptions);
        }
    }

    /// Empty, or why it is not up.
    [[nodiscard]] QString problem() const { return m_real ? m_real->problem() : m_box->started() ? QString() : m_box->started().error().remark; }
    [[nodiscard]] bool isReal() const { return m_real != nullptr; }
    [[nodiscard]] Endpoint nameServer() const { return m_real ? m_real->nameServer() : m_box->nameServer(); }
    [[nodiscard]] Endpoint replica() const { return m_real ? m_real->broker(QStringLiteral("broker-a-replica")) : m_box->replicas().constFirst(); }
    /// Sends the process of broker-a's master this signal; a sandbox knows kills only.
    [[nodiscard]] bool endMaster(int signal = SIGKILL) const
    {
        if (m_real)
            return m_real->kill(QStringLiteral("broker-a"), signal);
        m_box->run([](sandbox::Sandbox &sandbox) { sandbox.stopBroker(BrokerName(QStringLiteral("broker-a"))); });
        return true;
    }
    /// What a real cluster's controller does by itself.
    void promoteReplica() const
    {
        if (m_box)
            m_box->run([](sandbox::Sandbox &sandbox) { sandbox.promoteReplica(BrokerName(QStringLiteral("broker-a"))); });
    }

private:
    std::unique_ptr<sandbox::SandboxThread> m_box;
    std::unique_ptr<RealCluster> m_real;
};

} // namespace rocketdesk::tests
