// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/interop/clusters.h"
#include "tests/support/caller.h"

namespace rocketdesk::tests {

/// The cluster of each row, and a client of it: for tests whose rows are those of addClusterRows().
class ClusterTest : public QObject
{
    Q_OBJECT

protected:
    [[nodiscard]] const QString &cluster() const { return m_cluster; }
    [[nodiscard]] const Endpoint &nameServer() const { return m_nameServer; }
    [[nodiscard]] Client &client() { return m_caller->client(); }

private Q_SLOTS:
    void init();
    void cleanup() { m_caller.reset(); }

private:
    QString m_cluster;
    Endpoint m_nameServer;
    std::unique_ptr<Caller> m_caller;
};

} // namespace rocketdesk::tests
