// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/plainsend.h"
#include "client/consumer/consumerparts.h"

namespace rocketdesk {

/// Gives messages that were not consumed back to the cluster: to the group's retry topic, or to its dead letters.
class SendBack final
{
public:
    explicit SendBack(ConsumerParts &parts) : m_parts(parts), m_sender(parts.cluster) {}
    Q_DISABLE_COPY_MOVE(SendBack)

    /// By 36 to the broker that stores it; where that fails, as a new message to the retry topic. Level 0: the broker decides by
    /// the tries so far, 3 up; negative: dead letters. Fails where the message is nowhere but here.
    [[nodiscard]] Pending<void> send(protocol::StoredMessage message, int delayLevel);
    /// As a new message with one try more: what has had too many the broker puts to the dead letters. For orderly listeners.
    [[nodiscard]] Pending<void> sendToRetryTopic(protocol::StoredMessage message);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    ConsumerParts &m_parts;
    PlainSender m_sender;
    Scope m_scope;
};

} // namespace rocketdesk
