// SPDX-License-Identifier: Apache-2.0
#include "tests/interop/clustertest.h"

namespace rocketdesk::tests {

void ClusterTest::init()
{
    QFETCH(const QString, cluster);
    const auto nameServer = nameServerOf(cluster);
    QVERIFY2(nameServer.has_value(), qPrintable(nameServer ? QString() : nameServer.error().remark));
    m_cluster = cluster;
    m_nameServer = *nameServer;
    m_caller = std::make_unique<Caller>(m_nameServer);
}

} // namespace rocketdesk::tests
