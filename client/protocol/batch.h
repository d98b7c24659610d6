// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/message.h"

#include <limits>
#include <span>
#include <vector>

namespace rocketdesk::protocol {

/// More messages make the reply's header too long for some readers: it grows by 33 to 57 bytes a message.
inline constexpr qsizetype maxBatchCount = 1000;
/// Body of one send, in bytes [maxMessageSize].
inline constexpr qsizetype maxMessageBody = 4 * 1024 * 1024;

/// One message inside a batch body.
struct BatchMember {
    int flag = 0;
    qsizetype size = 0; ///< of its record, in bytes
    Bytes body;
    Bytes properties; ///< the block as written
};

/// Whether these may go in one batch: one topic of at most 127 bytes that is no retry topic, one WAIT, no delay, no transaction.
[[nodiscard]] Result<void> validateBatch(std::span<const OutgoingMessage> messages);
/// Bytes that a message takes in a batch body.
[[nodiscard]] qsizetype batchMemberSize(const OutgoingMessage &message);
/// The body of request 320; what the properties refuse is refused here.
[[nodiscard]] Result<QByteArray> encodeBatch(std::span<const OutgoingMessage> messages);
/// Reads a batch body; Malformed where a record is cut or a length does not fit, TooLarge where it has more than `most`.
[[nodiscard]] Result<std::vector<BatchMember>> decodeBatch(const Bytes &body, size_t most = std::numeric_limits<size_t>::max());

/// Runs of messages, in order, that each fit one batch. A message too large for any has a run of its own.
[[nodiscard]] std::vector<std::span<const OutgoingMessage>> splitBatch(std::span<const OutgoingMessage> messages,
                                                                        qsizetype maxBytes = maxMessageBody,
                                                                        qsizetype maxCount = maxBatchCount);

} // namespace rocketdesk::protocol
