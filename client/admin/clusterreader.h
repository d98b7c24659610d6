// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/brokerdirectory.h"
#include "client/admin/clusteroverview.h"

namespace rocketdesk {

/// Reads the overview of the cluster: 1 + B calls, B being the broker processes, all asked at once.
class ClusterReader final
{
public:
    ClusterReader(Cluster &cluster, BrokerDirectory &directory) : m_cluster(cluster), m_directory(directory) {}
    Q_DISABLE_COPY_MOVE(ClusterReader)

    /// Fails only where no name server tells the brokers.
    [[nodiscard]] Pending<ClusterOverview> read(Ask how, BrokerSeen seen = {});

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Cluster &m_cluster;
    BrokerDirectory &m_directory;
    Scope m_scope;
};

} // namespace rocketdesk
