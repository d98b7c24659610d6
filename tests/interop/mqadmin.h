// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/cluster-fixture/realcluster.h"

#include <chrono>

namespace rocketdesk::tests {

/// RocketMQ's own command line, against any name server.
class MqAdmin final
{
public:
    struct Output {
        int exitCode = -1; ///< mqadmin ends with 0 after most failures too: look at the text
        QString text; ///< standard output without the lines of its logging library
        QString errors;

        /// The columns of each line, split at white space, without lines that begin with '#'.
        [[nodiscard]] QList<QStringList> rows() const;
    };

    /// {"topicStatus", "-t", "Orders"}; the name server is added. Waits for its end, 60 s at most.
    [[nodiscard]] static Output run(ServerVersion version, const QStringList &arguments, const Endpoint &nameServer);
};

} // namespace rocketdesk::tests
