// SPDX-License-Identifier: Apache-2.0
#include "client/admin/clusteroverview.h"

#include <algorithm>

namespace rocketdesk {

ClusterTotals totalsOf(const ClusterOverview &overview)
{
    ClusterTotals totals;
    totals.brokers = static_cast<int>(overview.brokers.size());
    for (const BrokerStatus &status : overview.brokers) {
        if (!status.runtime)
            continue;
        const BrokerRuntime &runtime = *status.runtime;
        ++totals.answered;
        totals.outTps += runtime.out.last10s.value_or(0);
        if (status.isMaster()) {
            ++totals.masters;
            totals.inTps += runtime.in.last10s.value_or(0);
            totals.messagesInToday += runtime.messagesInToday.value_or(0);
        }
        if (runtime.diskRatio && (!totals.fullestDisk || *runtime.diskRatio > *totals.fullestDisk)) {
            totals.fullestDisk = runtime.diskRatio;
            totals.fullest = status.broker;
        }
    }
    return totals;
}

QString roleName(const BrokerRef &broker)
{
    return broker.id.value() == 0 ? QStringLiteral("MASTER") : QStringLiteral("SLAVE");
}

std::vector<BrokerRef> mastersOf(const std::vector<BrokerRef> &brokers)
{
    std::vector<BrokerRef> sorted = brokers;
    std::sort(sorted.begin(), sorted.end(), [](const BrokerRef &a, const BrokerRef &b) {
        return std::tie(a.cluster, a.name, a.id) < std::tie(b.cluster, b.name, b.id);
    });
    const auto sameName = [](const BrokerRef &a, const BrokerRef &b) { return a.cluster == b.cluster && a.name == b.name; };
    sorted.erase(std::unique(sorted.begin(), sorted.end(), sameName), sorted.end());
    return sorted;
}

} // namespace rocketdesk
