// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/sharedend.h"
#include "client/cluster/cluster.h"
#include "client/cluster/pace.h"
#include "client/cluster/presence.h"
#include "client/commands/pushes.h"
#include "client/protocol/message.h"

#include <map>
#include <memory>
#include <set>
#include <unordered_set>
#include <variant>

namespace rocketdesk {

/// A producer group of this client, as brokers ask it.
class ProducerMember
{
public:
    /// 39: what has become of this half message of the member's group? The answer is EndTransaction with these values to `broker`.
    /// Comes as often as brokers like: the member bounds what it leaves unfinished.
    virtual void checkTransaction(const commands::CheckTransactionState &check, const protocol::StoredMessage &halfMessage, const Endpoint &broker) = 0;

protected:
    ~ProducerMember() = default;
};

/// A consumer of this client, as heartbeats tell of it and brokers ask it.
class ConsumerMember
{
public:
    [[nodiscard]] virtual commands::ConsumerData heartbeat() const = 0;
    /// 40: somebody of the group came or went.
    virtual void idsChanged() = 0;
    /// 220: go on from these offsets.
    virtual void resetOffsets(const TopicName &topic, const commands::ResetOffsetBody &offsets) = 0;
    /// 221: the offset of each queue of the topic (`messageQueueTable`).
    [[nodiscard]] virtual commands::ConsumerStatus status(const TopicName &topic) = 0;
    [[nodiscard]] virtual commands::ConsumerRunningInfo runningInfo() = 0; ///< 307
    /// 309: gives the message to the listener, whatever queue it is of.
    [[nodiscard]] virtual Pending<commands::DirectConsumption> consumeDirectly(protocol::StoredMessage message) = 0;

protected:
    ~ConsumerMember() = default;
};

class Membership;

/// One group that this client is in. Leaves it when it dies.
class Registration final
{
public:
    using Group = std::variant<ProducerGroup, ConsumerGroup>;

    Registration() = default;
    Registration(Registration &&other) noexcept : m_membership(std::exchange(other.m_membership, nullptr)), m_group(std::move(other.m_group)) {}
    Registration &operator=(Registration &&other) noexcept;
    Q_DISABLE_COPY(Registration)
    ~Registration();

    /// Leaves the group at once and tells every broker (35); ends when each has answered or failed.
    [[nodiscard]] Pending<void> leave();
    [[nodiscard]] bool isValid() const { return m_membership != nullptr; }

private:
    friend class Membership;
    Registration(Membership *membership, Group group) : m_membership(membership), m_group(std::move(group)) {}

    QPointer<Membership> m_membership;
    Group m_group;
};

/// What this client is to brokers: one client id, producer groups, consumers. While something is registered it heartbeats (34)
/// in its rhythm, at once on change and when a connection comes back, to every broker of the routes in use, asks for these routes
/// anew, and keeps the connection wanted. What brokers ask goes to the member it concerns (MemberRequests).
class Membership final : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds HeartbeatEvery = Rhythm().heartbeats;

    /// Brokers' answers to heartbeats so far.
    struct Heartbeats {
        quint64 answered = 0;
        quint64 failed = 0;
    };

    Membership(Cluster &cluster, Presence &presence, QObject *parent = nullptr);
    ~Membership() override;

    /// "ip@pid#nanos", of this client alone.
    [[nodiscard]] const ClientId &clientId() const { return m_clientId; }
    /// The member outlives its registration. InvalidArgument where this client is in the group already.
    [[nodiscard]] Result<Registration> join(ProducerGroup group, ProducerMember &member, const Rhythm &rhythm = {});
    [[nodiscard]] Result<Registration> join(ConsumerGroup group, ConsumerMember &member);
    /// A topic that the members send to or read: its brokers hear of them, its route stays fresh. Forgotten when the last member leaves.
    void uses(const TopicName &topic);

    /// Heartbeats now: something of a member has changed.
    void changed() { (void)heartbeat(); }
    /// The same; ends when every broker has answered or failed.
    [[nodiscard]] Pending<void> heartbeat();

    [[nodiscard]] ProducerMember *producer(const ProducerGroup &group) const;
    [[nodiscard]] ConsumerMember *consumer(const ConsumerGroup &group) const;
    [[nodiscard]] const Heartbeats &heartbeats() const { return m_heartbeats; }

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    friend class Registration;
    struct Producing {
        ProducerMember *member;
        Rhythm rhythm;
    };

    [[nodiscard]] bool isNeeded() const { return !m_producers.empty() || !m_consumers.empty(); }
    [[nodiscard]] bool isIn(const Registration::Group &group) const;
    void joined();
    [[nodiscard]] Pending<void> leave(Registration::Group group);
    /// In the rhythm of those who are members now.
    void keepTime();
    [[nodiscard]] Rhythm wantedRhythm() const;
    Pending<void> keepBeating();
    Pending<void> keepAsking();
    /// Goes on whether somebody waits or not: who leaves waits for it.
    Pending<void> beatTo(std::vector<BrokerRef> brokers);
    Pending<void> beat(std::vector<BrokerRef> brokers, std::shared_ptr<SharedEnd> end);
    /// Brokers that have not heard of this client yet.
    void routesChanged();
    void connectionChanged(const Endpoint &at, Connection::State state);
    [[nodiscard]] commands::HeartbeatData heartbeatData() const;
    [[nodiscard]] std::vector<BrokerRef> brokers() const;

    Cluster &m_cluster;
    Presence &m_presence;
    const ClientId m_clientId;
    std::map<ProducerGroup, Producing> m_producers;
    std::map<ConsumerGroup, ConsumerMember *> m_consumers;
    std::set<TopicName> m_topics;
    std::vector<std::shared_ptr<SharedEnd>> m_beatsOut; ///< heartbeats that are not answered by all yet
    std::unordered_map<Endpoint, BrokerRef> m_told; ///< brokers that have been sent a heartbeat
    std::unordered_set<Endpoint> m_lost; ///< of these, those whose connection has ended since
    Heartbeats m_heartbeats;
    Presence::Need m_need; ///< while there are members
    Pace m_beats{m_cluster.clock(), Rhythm().heartbeats};
    Pace m_asks{m_cluster.clock(), Rhythm().routes}; ///< for routes
    ScopedCall m_beating;
    ScopedCall m_asking;
    Scope m_scope;
};

} // namespace rocketdesk
