// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/cluster.h"
#include "client/commands/messages.h"

namespace rocketdesk {

/// Sends what the client itself has to say to a topic that exists: queues in turn, three tries, one deadline. What programs send goes by
/// Producer.
class PlainSender final
{
public:
    explicit PlainSender(Cluster &cluster) : m_cluster(cluster) {}
    Q_DISABLE_COPY_MOVE(PlainSender)

    /// The queue is chosen here, the rest is the caller's.
    [[nodiscard]] Pending<commands::SendReply> send(commands::SendMessageV2 command, Ask how);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Cluster &m_cluster;
    std::size_t m_next = 0;
    Scope m_scope;
};

} // namespace rocketdesk
