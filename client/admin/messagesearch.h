// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/topicsoverview.h"
#include "client/cluster/route.h"
#include "client/protocol/messagelist.h"

#include <limits>

namespace rocketdesk {

/// Which messages of a topic have a key.
struct KeySearch {
    TopicName topic;
    QString key; ///< one word of KEYS
    qint64 fromMs = 0; ///< store time, epoch ms, inclusive like the next
    qint64 toMs = std::numeric_limits<qint64>::max();
    int most = 1000; ///< the newest of each broker
};

/// A message by one of its ids.
struct IdSearch {
    QString id; ///< the unique id, or the id that is made of its place
    std::optional<TopicName> topic; ///< without it a unique id is looked for in every topic
};

/// Messages that were found; each has memory of its own.
struct FoundMessages {
    std::vector<protocol::StoredMessage> messages; ///< by store time
    std::vector<BrokerFailure> failures; ///< brokers whose messages are missing
    bool more = false; ///< there may be older ones: `most` is reached, or a broker does not list more
};

/// Messages stored in a time.
struct RangeSearch {
    TopicName topic;
    qint64 fromMs = 0; ///< epoch ms, inclusive like the next; either may be the earlier one
    qint64 toMs = 0;
    Origin origin = Origin::Unknown;
    qint64 feedBytes = 32 * 1024 * 1024; ///< of messages that wait for a slow reader

    [[nodiscard]] qint64 firstMs() const { return std::min(fromMs, toMs); }
    [[nodiscard]] qint64 lastMs() const { return std::max(fromMs, toMs); }
};

/// How far such a search is.
struct RangeProgress {
    qint64 found = 0; ///< messages handed over
    qint64 scanned = 0; ///< places looked at
    qint64 toScan = 0; ///< places that may hold some
    int queues = 0; ///< that are read
    std::vector<BrokerFailure> failures; ///< brokers whose messages are missing, once each
};

/// Whether KEYS of the message has this word: a broker finds messages by a hash, which others share.
[[nodiscard]] bool hasKey(const protocol::StoredMessage &message, const TopicName &topic, const QString &key);
/// Whether the message has this unique id, upper and lower case apart.
[[nodiscard]] bool hasUniqueId(const protocol::StoredMessage &message, const QString &id);

/// What an id says of itself, without asking anybody. Both forms have the same length: an id may be read as either.
struct IdFacts {
    QString storeAddress; ///< "host:port" of the broker, if it is the id of a place
    CommitLogOffset offset; ///< in that broker's commit log
    QString senderHost; ///< if it is a unique id: of the sender
    int processId = 0;
    qint64 madeMs = 0; ///< epoch ms, the latest time that fits
};
/// Nothing for a text that is no id of RocketMQ's own making: other senders' unique ids may be any text.
[[nodiscard]] std::optional<IdFacts> readId(const QString &id, qint64 nowMs);

} // namespace rocketdesk
