// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/cluster-fixture/realcluster.h"

#include "client/base/result.h"

namespace rocketdesk::tests {

/// A column "cluster" with a row for each cluster that the interop tests run on: sandbox, 5.5.0, 4.9.7.
void addClusterRows();
/// The name server of one of them, shared by all tests and started by the first who asks. Fails with the reason why it is not up.
[[nodiscard]] Result<Endpoint> nameServerOf(const QString &cluster);
/// mqadmin's version for it: the cluster's own, for the sandbox 5.5.0.
[[nodiscard]] ServerVersion versionOf(const QString &cluster);
/// Creates the topic with so many queues; false when that failed.
[[nodiscard]] bool createTopic(const QString &cluster, const QString &topic, int queues);

} // namespace rocketdesk::tests
