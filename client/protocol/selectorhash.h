// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/properties.h"

namespace rocketdesk::protocol {

/// Java's String.hashCode: 31 h + UTF-16 unit, 32 bits with wraparound. The code of a tag, and of keys that choose a queue.
[[nodiscard]] qint32 javaHashCode(QStringView text);
/// FNV-1a of 32 bits, as the Go client hashes keys.
[[nodiscard]] quint32 fnv1a32(QByteArrayView bytes);

/// Index among `queues` (at least 1) for a key, as Java's hash selector has it.
[[nodiscard]] int queueIndexByJavaHash(QStringView key, int queues);
/// The same as the Go client has it, for topics shared with Go producers.
[[nodiscard]] int queueIndexByGoHash(QStringView key, int queues);

/// Key that keeps messages in order: __SHARDINGKEY, SHARDING_KEY, else the first of KEYS; nothing when there is none.
[[nodiscard]] std::optional<QString> orderKey(const Properties &properties);

} // namespace rocketdesk::protocol
