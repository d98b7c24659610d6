// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/consumerparts.h"

namespace rocketdesk {

/// Finds where a group goes on in a queue: at its stored offset, else where the options say. [RebalancePushImpl.computePullFromWhere]
class GroupStarts final
{
public:
    explicit GroupStarts(ConsumerParts &parts) : m_parts(parts) {}
    Q_DISABLE_COPY_MOVE(GroupStarts)

    /// Fails where the stored offset is not known: a queue is never begun at a guessed place.
    [[nodiscard]] Pending<QueueOffset> find(commands::MessageQueue queue);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    ConsumerParts &m_parts;
    Scope m_scope;
};

} // namespace rocketdesk
