// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/flow.h"
#include "client/base/sharedend.h"
#include "client/base/wakeup.h"
#include "client/consumer/offsetstore.h"

#include <map>
#include <memory>
#include <set>

namespace rocketdesk {

class Cluster;

/// Offsets of a clustering group, kept by the brokers (14, 15). [RemoteBrokerOffsetStore] By nothing else: an offset that comes with
/// a pull would be stored whenever the broker gets to it, over a newer one too.
class RemoteOffsetStore final : public OffsetStore
{
public:
    RemoteOffsetStore(Cluster &cluster, ConsumerGroup group) : m_cluster(cluster), m_group(std::move(group)) {}

    [[nodiscard]] Pending<qint64> stored(commands::MessageQueue queue) override;
    [[nodiscard]] Pending<void> persist(Queues queues) override;

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// A topic at a broker.
    using Place = std::pair<BrokerName, TopicName>;

    [[nodiscard]] Pending<void> store(commands::MessageQueue queue, QueueOffset offset);

    Cluster &m_cluster;
    const ConsumerGroup m_group;
    std::set<commands::MessageQueue> m_storing; ///< a call for them is out
    Wakeup m_stored;
    std::set<Place> m_begun; ///< have offsets of the group
    std::map<Place, std::shared_ptr<SharedEnd>> m_beginning; ///< the call with the first one is out
    Scope m_scope;
};

} // namespace rocketdesk
