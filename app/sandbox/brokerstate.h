// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/clienttable.h"
#include "app/sandbox/locktable.h"
#include "app/sandbox/longpolls.h"
#include "app/sandbox/meter.h"
#include "app/sandbox/poptable.h"
#include "app/sandbox/replicated.h"
#include "app/sandbox/sandboxoptions.h"
#include "client/commands/pop.h"
#include "client/protocol/messageids.h"

#include <functional>

namespace rocketdesk::sandbox {

class Routes;

/// How far the delayed messages are.
struct DelayedMessages {
    QMap<int, QueueOffset> delivered; ///< by level: offset of the next message to deliver
    QSet<QString> recalled; ///< unique ids of timer messages that were taken back before their time
};

/// Everything that one broker process knows; the handlers are functions on it.
struct BrokerState {
    /// `from`: the state of the master whose replica it is; null for a master.
    BrokerState(BrokerName brokerName, BrokerId brokerId, const Endpoint &at, const SandboxOptions &sandbox, Clock &time, std::shared_ptr<Replicated> from);

    BrokerName name;
    BrokerId id; ///< 0 is the master
    ClusterName cluster;
    Endpoint endpoint;
    const SandboxOptions &options;
    Clock &clock;
    qint64 startedAt; ///< ms
    QMap<QString, QString> settings; ///< broker configuration
    commands::DataVersion settingsVersion;

    std::shared_ptr<Replicated> replicated;
    TopicTable &topics;
    GroupTable &groups;
    OffsetTable &offsets;
    MessageStore &store;
    ClientTable clients;
    LockTable locks;
    Counters counters;
    LongPolls polls;
    PopTable pops;
    PopOrders popOrders;
    PopPolls popPolls;
    quint64 popCount = 0;
    QMap<std::pair<TopicName, ConsumerGroup>, commands::MessageRequestMode> requestModes;
    const Routes *routes = nullptr; ///< of the name server
    DelayedMessages delayed;
    QSet<QString> openTransactions; ///< unique ids of half messages without an end
    protocol::UniqueIdGenerator ids; ///< for messages that come without one
    QObject context; ///< ends what waits for the clock
    bool isUp = true;
    std::vector<std::function<void()>> missed; ///< what was due while it was down

    [[nodiscard]] bool isMaster() const { return id.value() == 0; }
    /// Does it now, or when the process is up again.
    void whenUp(std::function<void()> act);

    [[nodiscard]] qint64 now() const { return clock.wallMs(); }
    [[nodiscard]] bool isOn(QLatin1StringView setting) const { return settings.value(setting) == QLatin1StringView("true"); }

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
