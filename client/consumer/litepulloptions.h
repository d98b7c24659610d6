// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/consumeroptions.h"
#include "client/consumer/consumevalues.h"

namespace rocketdesk {

/// A consumer that is asked for messages. Of the options of consumers, those of listeners mean nothing here; autoCommit stores what
/// earlier polls gave out, every persistInterval, when it is polled.
struct LitePullOptions : ConsumerOptions {
    LitePullOptions() { pullBatchSize = 10; }

    int maxCacheCountForAll = 10'000; ///< messages held of all queues
};

/// What one poll gives: messages of one queue, in its order. Empty where none came in time.
struct LiteBatch {
    commands::MessageQueue queue;
    std::vector<protocol::StoredMessage> messages;
};

/// Where a queue is to go on.
struct SeekTo {
    enum class Kind { Begin, End, Offset };
    Kind kind = Kind::Offset;
    QueueOffset offset;

    [[nodiscard]] static SeekTo begin() { return {Kind::Begin, {}}; }
    [[nodiscard]] static SeekTo end() { return {Kind::End, {}}; }
    [[nodiscard]] static SeekTo to(QueueOffset offset) { return {Kind::Offset, offset}; }
};

} // namespace rocketdesk
