// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/remoteoffsetstore.h"

namespace rocketdesk {

/// Offsets of a consumer that is polled. Without automatic commits nothing is stored but by commit().
class LiteOffsets final : public OffsetStore
{
public:
    LiteOffsets(Cluster &cluster, ConsumerGroup group, bool automatic) : m_remote(cluster, std::move(group)), m_automatic(automatic) {}

    [[nodiscard]] Pending<qint64> stored(commands::MessageQueue queue) override { return m_remote.stored(std::move(queue)); }
    [[nodiscard]] Pending<void> persist(Queues queues) override { return m_automatic ? commit(queues) : ready<void>({}); }
    void forget(const commands::MessageQueue &queue) override
    {
        OffsetStore::forget(queue);
        m_remote.forget(queue);
    }

    /// Stores what the table has of these queues, whoever asks for it.
    [[nodiscard]] Pending<void> commit(const Queues &queues)
    {
        for (const commands::MessageQueue &queue : queues) {
            if (const qint64 reached = table().value(queue); reached >= 0)
                m_remote.table().update(queue, QueueOffset(reached), false);
        }
        return m_remote.persist(queues);
    }
    /// These offsets instead of those that were reached.
    [[nodiscard]] Pending<void> commitExactly(const OffsetMap &offsets)
    {
        for (auto entry = offsets.cbegin(); entry != offsets.cend(); ++entry)
            m_remote.table().update(entry.key(), entry.value(), false);
        return m_remote.persist(offsets.keys());
    }

private:
    RemoteOffsetStore m_remote;
    const bool m_automatic;
};

} // namespace rocketdesk
