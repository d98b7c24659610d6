// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/brokerruntime.h"
#include "client/cluster/target.h"

#include <functional>

namespace rocketdesk {

/// One broker process of the cluster, and what it told of itself or why it did not.
struct BrokerStatus {
    BrokerRef broker;
    Result<BrokerRuntime> runtime;
    std::chrono::nanoseconds cost{0}; ///< from the question to the answer or its absence

    [[nodiscard]] bool isMaster() const { return broker.id.value() == 0; }
};

/// Called once per broker, as it answers or fails; `asked` is how many there are.
using BrokerSeen = std::function<void(const BrokerStatus &, int asked)>;

/// Every broker process of every cluster, silent ones too.
struct ClusterOverview {
    std::vector<BrokerStatus> brokers; ///< by cluster, name, id
    std::chrono::nanoseconds cost{0}; ///< of the whole reading
    qint64 readMs = 0; ///< epoch ms, when it began
};

/// What an overview adds up to.
struct ClusterTotals {
    int brokers = 0;
    int answered = 0;
    int masters = 0; ///< that answered: the rates are theirs
    double inTps = 0; ///< messages a second over the last 10 s, of masters: a slave's are copies
    double outTps = 0; ///< of masters and slaves: either may serve a consumer
    qint64 messagesInToday = 0;
    std::optional<double> fullestDisk; ///< 0 to 1
    BrokerRef fullest; ///< whose it is
};

[[nodiscard]] ClusterTotals totalsOf(const ClusterOverview &overview);

/// "MASTER", or "SLAVE" for every other id.
[[nodiscard]] QString roleName(const BrokerRef &broker);

/// One process for each broker name: the master, else the lowest replica.
[[nodiscard]] std::vector<BrokerRef> mastersOf(const std::vector<BrokerRef> &brokers);

} // namespace rocketdesk
