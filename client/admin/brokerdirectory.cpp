// SPDX-License-Identifier: Apache-2.0
#include "client/admin/brokerdirectory.h"

#include "client/admin/clusteroverview.h"

namespace rocketdesk {

Pending<std::vector<BrokerRef>> BrokerDirectory::all(Ask how)
{
    auto listing = m_cluster.brokers(BrokerSet::all(), how);
    auto brokers = co_await listing;
    if (brokers) {
        m_known = *brokers;
        m_freshUntil = m_cluster.clock().in(FreshFor);
    }
    co_return brokers;
}

Pending<std::vector<BrokerRef>> BrokerDirectory::masters(Ask how)
{
    if (!m_known.empty() && !m_cluster.clock().passed(m_freshUntil))
        co_return mastersOf(m_known);
    auto listing = all(how);
    auto brokers = co_await listing;
    if (!brokers)
        co_return failed(brokers.error());
    co_return mastersOf(*brokers);
}

} // namespace rocketdesk
