// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/clientdata.h"

#include <QMap>

namespace rocketdesk::sandbox {

/// Which client of an orderly group holds which queue; a lock lives 60 s. [RebalanceLockManager]
class LockTable final
{
public:
    /// The asked queues that the client holds now.
    [[nodiscard]] QList<commands::MessageQueue> lock(const commands::LockRequest &request, qint64 nowMs);
    void unlock(const commands::LockRequest &request);
    [[nodiscard]] bool isHeld(const ConsumerGroup &group, const commands::MessageQueue &queue, qint64 nowMs) const;

private:
    struct Lock {
        ClientId holder;
        qint64 since = 0;
    };
    QMap<ConsumerGroup, QMap<commands::MessageQueue, Lock>> m_locks;
};

} // namespace rocketdesk::sandbox
