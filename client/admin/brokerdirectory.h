// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/cluster.h"

namespace rocketdesk {

/// The broker processes that 106 named last, so that reading topics does not ask for them each time.
class BrokerDirectory final
{
public:
    static constexpr std::chrono::seconds FreshFor{30};

    explicit BrokerDirectory(Cluster &cluster) : m_cluster(cluster) {}
    Q_DISABLE_COPY_MOVE(BrokerDirectory)

    /// Every process; asks now.
    [[nodiscard]] Pending<std::vector<BrokerRef>> all(Ask how);
    /// One process a broker name. Asks only where the last answer is older than 30 s.
    [[nodiscard]] Pending<std::vector<BrokerRef>> masters(Ask how);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Cluster &m_cluster;
    std::vector<BrokerRef> m_known;
    Deadline m_freshUntil{std::chrono::nanoseconds(0)};
    Scope m_scope;
};

} // namespace rocketdesk
