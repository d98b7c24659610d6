// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/message.h"

#include <optional>
#include <vector>

namespace rocketdesk::protocol {

inline constexpr qint32 recordMagicV1 = -626843481; ///< 0xDAA320A7, topic length of one byte
inline constexpr qint32 recordMagicV2 = -626843477; ///< 0xDAA320AB, topic length of two bytes
inline constexpr qint32 blankMagic = -875286124; ///< 0xCBD43194, the rest of a commit log file

/// Where and why a list could not be read to its end.
struct ListError {
    Error error;
    qsizetype offset = 0; ///< byte where the record begins that could not be read
};

/// The messages of a pull reply. What was read before an error stays.
struct MessageList {
    std::vector<StoredMessage> messages;
    std::optional<ListError> error;
    qint64 inflated = 0; ///< bytes beyond the records that the messages keep alive: batches that were compressed
};

/// Reads concatenated records of both formats. Batches inside (BatchCQ) come out as their single messages. A record whose
/// properties or batch are broken is marked by its `fault` and spoils nothing else; where the next record cannot be found,
/// the list ends with Malformed. What batches are taken apart to, inflated bodies and messages, is at most `batchLimit` bytes
/// in all; one that does not fit stays one message with a fault.
[[nodiscard]] MessageList decodeMessageList(const Bytes &records, qsizetype batchLimit = 64 * 1024 * 1024);

/// Bytes of the record that appendStored() would write.
[[nodiscard]] qsizetype storedSize(const StoredMessage &message);
/// Writes the record as a 5.5.0 broker does: checksum, size, address bits of sysFlag and format (by the length of the
/// topic) are made here. TooLarge for a topic or a property block that no record can hold; nothing is written then.
[[nodiscard]] Result<void> appendStored(QByteArray &to, const StoredMessage &message);

/// What goes from the network thread to a reader, shared and never changed.
struct MessageBatch {
    std::vector<StoredMessage> messages;
    qint64 cost = 0; ///< bytes of the frames that the messages keep alive
};

} // namespace rocketdesk::protocol
