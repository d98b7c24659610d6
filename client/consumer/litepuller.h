// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/sharedend.h"
#include "client/cluster/membership.h"
#include "client/consumer/filtercheck.h"
#include "client/consumer/liteoffsets.h"
#include "client/consumer/litepulloptions.h"
#include "client/consumer/queueassignment.h"
#include "client/consumer/rebalancer.h"

#include <QPointer>

namespace rocketdesk {

/// A consumer that is polled, on the network thread: pulls ahead into bounded caches, and gives out what is there. Its queues are
/// the group's share of the topics it subscribes to, or those it was told. [DefaultLitePullConsumerImpl]
class LitePuller final : public QObject, private ConsumerMember, private PullHost, private RebalanceHost
{
    Q_OBJECT
public:
    using Queues = std::vector<commands::MessageQueue>;

    /// `trace`: told of every message, or null. InvalidArgument names the option that has no such value; Unsupported for broadcasting.
    [[nodiscard]] static Result<std::unique_ptr<LitePuller>> make(Cluster &cluster, Membership &membership, const LitePullOptions &options,
        TraceSink *trace = nullptr);
    ~LitePuller() override;

    /// Joins the group, with its first topic. InvalidArgument for an expression that is none, or where queues were assigned; fails with
    /// what a broker says that does not understand an SQL expression.
    [[nodiscard]] Pending<void> subscribe(TopicName topic, QString expression, QString type);
    void unsubscribe(TopicName topic);
    /// These queues and no others, whatever the group does: this client is not one of its members.
    [[nodiscard]] Result<void> assign(Queues queues, QString tags);
    /// Queues that are read now.
    [[nodiscard]] Queues assignment() const;
    /// What earlier polls gave out counts as done; but nobody saw what the poll of the number `lost` did, and it is given out again.
    /// Cancelled once it was shut down.
    [[nodiscard]] Pending<LiteBatch> poll(milliseconds wait, quint64 number = 0, quint64 lost = 0);
    /// The queue goes on there; what is cached of it is forgotten. InvalidArgument for an offset it does not have, or a queue that is
    /// not read.
    [[nodiscard]] Pending<void> seek(commands::MessageQueue queue, SeekTo place);
    /// Of a paused queue nothing is given out or pulled.
    void setPaused(Queues queues, bool paused);
    /// Stores how far all queues are, what was given out last included unless it was lost.
    [[nodiscard]] Pending<void> commit(quint64 lost = 0);
    /// Stores these offsets; messages before them are done.
    [[nodiscard]] Pending<void> commitOffsets(OffsetMap offsets);
    /// What the broker has stored; nothing where the group never was at this queue.
    [[nodiscard]] Pending<std::optional<QueueOffset>> committed(commands::MessageQueue queue);
    [[nodiscard]] Pending<QueueOffset> offsetForTimestamp(commands::MessageQueue queue, qint64 timestampMs);
    [[nodiscard]] Pending<Queues> messageQueues(TopicName topic);
    /// Stores what is done where that is automatic, and leaves the group. The end; asked again, it is the same.
    [[nodiscard]] Pending<void> shutdown();
    /// The same, and deletes itself.
    void abandon();

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    enum class Mode { None, Subscribed, Assigned };

    LitePuller(Cluster &cluster, Membership &membership, ConsumerSettings settings, int maxCacheCountForAll, TraceSink *trace);

    commands::ConsumerData heartbeat() const override;
    void idsChanged() override;
    void resetOffsets(const TopicName &topic, const commands::ResetOffsetBody &offsets) override;
    commands::ConsumerStatus status(const TopicName &topic) override;
    commands::ConsumerRunningInfo runningInfo() override;
    Pending<commands::DirectConsumption> consumeDirectly(protocol::StoredMessage message) override;

    const Subscription *subscription(const TopicName &topic) const override { return m_subscriptions.find(topic); }
    bool isPaused(const commands::MessageQueue &queue) const override { return m_paused.contains(queue) || cached() >= m_maxCached; }
    int queuesOf(const TopicName &topic) const override { return m_assignment.countOf(topic); }
    void arrived(const QueuePtr &, std::vector<QueueOffset>) override { m_changed.wake(); }
    void offsetIllegal(const QueuePtr &queue, QueueOffset next) override { goOnAt(queue->queue(), next); }
    void shared(const TopicName &topic, const std::vector<QueueRef> &mine) override { m_assignment.assign(topic, mine); }
    void notListed() override { m_membership.changed(); }
    void cannotShare(const TopicName &topic, const Error &error) override;

    /// Whether the consumer may be used this way now.
    [[nodiscard]] Result<void> checkMode(Mode mode) const;
    [[nodiscard]] Pending<void> checkSql(TopicName topic, QString sql);
    [[nodiscard]] Result<void> join();
    /// Goes on when nobody waits for it any more.
    Pending<void> end();
    void goOnAt(const commands::MessageQueue &queue, QueueOffset offset);
    /// Queues are read, or hold less than before: others may pull, and a poll may end.
    void roomChanged();
    [[nodiscard]] int cached() const;
    /// What the last poll gave out is done, unless it was lost.
    void finishLast(quint64 lost);
    void commitIfDue();
    [[nodiscard]] LiteBatch next(quint64 number);

    Cluster &m_cluster;
    Membership &m_membership;
    const ConsumerSettings m_settings;
    const int m_maxCached;
    Mode m_mode = Mode::None;
    Subscriptions m_subscriptions;
    FilterCheck m_filters;
    ConsumeStatistics m_statistics;
    BrokerTroubles m_troubles;
    LiteOffsets m_offsets;
    ConsumerParts m_parts;
    QueueAssignment m_assignment;
    std::map<TopicName, std::unique_ptr<Rebalancer>> m_rebalancers;
    Registration m_registration;
    std::set<commands::MessageQueue> m_paused;
    QueuePtr m_last; ///< the queue of the last poll, until its messages are done
    quint64 m_lastNumber = 0; ///< of that poll
    bool m_again = false; ///< nobody saw what it gave: the same queue comes first
    commands::MessageQueue m_turn; ///< the queue that was given out last: others come first
    Deadline m_nextCommit;
    qint64 m_startedMs;
    SharedEnd m_end;
    Wakeup m_changed;
    Scope m_scope;
};

} // namespace rocketdesk
