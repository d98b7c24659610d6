// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/commands/pop.h"
#include "client/consumer/popoptions.h"

namespace rocketdesk {

/// The messages of a pop's reply with their receipts: those that come again carry their own, the others' are made of the reply's
/// head. Fails with Malformed where the head does not fit the messages, or the first of them can't be read: those behind one that
/// can't be are left out and come again when they are visible. [MQClientAPIImpl.processPopResponse]
[[nodiscard]] Result<PoppedBatch> poppedMessages(commands::PopMessage::Reply reply, const TopicName &topic, const BrokerName &broker);

/// The acknowledgements of tickets of one broker, in as few entries as can be. [BatchAck]
[[nodiscard]] commands::BatchAckMessage batchAck(const ConsumerGroup &group, const BrokerName &broker, const std::vector<PopTicket> &tickets);

} // namespace rocketdesk
