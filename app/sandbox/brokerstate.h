// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/clienttable.h"
#include "app/sandbox/grouptable.h"
#include "app/sandbox/locktable.h"
#include "app/sandbox/longpolls.h"
#include "app/sandbox/messagestore.h"
#include "app/sandbox/meter.h"
#include "app/sandbox/offsettable.h"
#include "app/sandbox/sandboxoptions.h"
#include "app/sandbox/topictable.h"
#include "client/protocol/messageids.h"

namespace rocketdesk::sandbox {

/// Everything that one broker knows; the handlers are functions on it.
struct BrokerState {
    BrokerState(BrokerName brokerName, const Endpoint &at, const SandboxOptions &sandbox, Clock &time);

    BrokerName name;
    ClusterName cluster;
    Endpoint endpoint;
    const SandboxOptions &options;
    Clock &clock;
    qint64 startedAt; ///< ms
    QMap<QString, QString> settings; ///< broker configuration
    commands::DataVersion settingsVersion;

    TopicTable topics;
    GroupTable groups;
    OffsetTable offsets;
    MessageStore store;
    ClientTable clients;
    LockTable locks;
    Counters counters;
    LongPolls polls;
    QSet<QString> recalled; ///< unique ids of timer messages that are not to be delivered
    QSet<QString> openTransactions; ///< unique ids of half messages without an end
    protocol::UniqueIdGenerator ids; ///< for messages that come without one
    QObject context; ///< ends what waits for the clock

    [[nodiscard]] qint64 now() const { return clock.wallMs(); }

    /// Stores, counts, and wakes whoever waits for the message.
    Result<Place> put(const protocol::StoredMessage &message, qint64 nowMs);
    Result<Place> put(const protocol::StoredMessage &message) { return put(message, now()); }

    /// The group, created on first use where that is allowed; null where it is not.
    const commands::SubscriptionGroupConfig *useGroup(const ConsumerGroup &group);
    /// The topic, created with so many queues where it is missing.
    const commands::TopicConfig &useTopic(const TopicName &topic, int queues);

    [[nodiscard]] qint64 minOffset(const TopicName &topic, QueueId queue) const;
    [[nodiscard]] qint64 maxOffset(const TopicName &topic, QueueId queue) const;
    [[nodiscard]] QString offsetId(CommitLogOffset position) const;
};

/// The message's properties with changes; the block as brokers of 5.x write it. TooLarge past what a record can hold.
[[nodiscard]] Result<protocol::Bytes> propertyBlock(const protocol::Properties &properties);
/// Moves the message into an internal topic; its properties remember where it was to go.
[[nodiscard]] Result<void> putAside(protocol::StoredMessage &message, const TopicName &topic, QueueId queue);

} // namespace rocketdesk::sandbox
