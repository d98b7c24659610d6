// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/sharedend.h"
#include "client/cluster/membership.h"
#include "client/consumer/consumeservice.h"
#include "client/consumer/filtercheck.h"
#include "client/consumer/queueassignment.h"
#include "client/consumer/rebalancer.h"

namespace rocketdesk {

/// One member of a consumer group on the network thread: pulls what brokers push as messages, and gives them to a listener.
/// [DefaultMQPushConsumerImpl]
class GroupConsumer final : public QObject, private ConsumerMember, private PullHost, private RebalanceHost
{
    Q_OBJECT
public:
    using Tell = std::function<void(const ConsumerNews &)>;

    /// `trace`: told of every message, or null.
    GroupConsumer(Cluster &cluster, Membership &membership, ConsumerSettings settings, Subscriptions subscriptions, ListenerCalls listener, Tell tell,
        TraceSink *trace = nullptr, QObject *parent = nullptr);
    ~GroupConsumer() override;

    /// Joins the group and begins. Fails, and may be tried again, where the profile is read-only, no name server answers, a broker
    /// refuses a filter, or this client is in the group already. A topic that nobody knows yet is waited for.
    [[nodiscard]] Pending<void> start();
    /// Waits up to `patience` for the listener's unfinished answers, stores all offsets, gives back locks, and leaves the group.
    /// Fails where an offset could not be stored. Asked again, it is the same end for both, and the least patient decides.
    [[nodiscard]] Pending<void> shutdown(milliseconds patience);
    /// Ends without waiting for the listener, and deletes itself.
    void abandon();

    /// Pulls nothing; what is cached still goes to the listener.
    void setPaused(bool paused);
    /// The topics from now on. Brokers are asked about new SQL expressions before they are used: a topic whose expression is refused
    /// stays as it was, and the trouble is told.
    void setSubscriptions(Subscriptions subscriptions);
    [[nodiscard]] commands::ConsumerRunningInfo runningInfo() override;

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    [[nodiscard]] commands::ConsumerData heartbeat() const override;
    void idsChanged() override;
    void resetOffsets(const TopicName &topic, const commands::ResetOffsetBody &offsets) override;
    [[nodiscard]] commands::ConsumerStatus status(const TopicName &topic) override;
    [[nodiscard]] Pending<commands::DirectConsumption> consumeDirectly(protocol::StoredMessage message) override;

    [[nodiscard]] const Subscription *subscription(const TopicName &topic) const override { return m_subscriptions.find(topic); }
    [[nodiscard]] bool isPaused(const commands::MessageQueue &) const override { return m_paused; }
    [[nodiscard]] int queuesOf(const TopicName &topic) const override { return m_assignment.countOf(topic); }
    void arrived(const QueuePtr &queue, std::vector<QueueOffset> offsets) override { m_service->arrived(queue, std::move(offsets)); }
    void offsetIllegal(const QueuePtr &queue, QueueOffset next) override;

    void shared(const TopicName &topic, const std::vector<QueueRef> &mine) override;
    void notListed() override { m_membership.changed(); }
    void cannotShare(const TopicName &topic, const Error &error) override;

    /// Somebody knows the topics, and every broker understands the filters.
    [[nodiscard]] Pending<void> checkTopics();
    Pending<void> change(Subscriptions next);
    void apply(Subscriptions subscriptions);
    void addRetryTopic();
    void startRebalancers();
    /// Goes on when nobody waits for it any more.
    Pending<void> end();
    Pending<void> storeOffsets();
    Pending<void> storeOffsetsNow();
    Pending<void> sampleStatistics();
    Pending<void> lookForOverdue();

    Cluster &m_cluster;
    Membership &m_membership;
    const ConsumerSettings m_settings;
    Subscriptions m_subscriptions;
    quint64 m_edition = 0; ///< of the topics
    FilterCheck m_filters;
    const Tell m_tell;
    ConsumeStatistics m_statistics;
    BrokerTroubles m_troubles;
    std::unique_ptr<OffsetStore> m_offsets;
    ConsumerParts m_parts;
    std::unique_ptr<ConsumeService> m_service;
    QueueAssignment m_assignment;
    std::map<TopicName, std::unique_ptr<Rebalancer>> m_rebalancers;
    std::set<TopicName> m_unshared; ///< topics whose last share failed
    Registration m_registration;
    qint64 m_startedMs = 0;
    bool m_paused = false;
    Deadline m_until; ///< waits so long for the listener at the end
    ScopedCall m_patience;
    ScopedCall m_changing; ///< the topics
    SharedEnd m_end;
    Scope m_scope;
};

} // namespace rocketdesk
