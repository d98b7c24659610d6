// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/backoff.h"
#include "client/base/flow.h"
#include "client/base/wakeup.h"
#include "client/cluster/cluster.h"
#include "client/cluster/membership.h"
#include "client/commands/pop.h"
#include "client/consumer/brokertroubles.h"
#include "client/consumer/filtercheck.h"
#include "client/consumer/popoptions.h"
#include "client/protocol/tags.h"

#include <QPointer>

#include <deque>
#include <functional>
#include <map>

namespace rocketdesk {

/// Takes messages by POP on the network thread, from every broker of the topic at once, and hands them out one receive() after
/// the other. What is taken but not asked for yet waits here; its invisible time runs. A broker is asked about SQL before it is popped
/// from; what it said holds as long as the connection by which it came, so that one at another address, or started anew, is asked again.
/// One that refuses or is silent is told of, tried again, and holds up no other.
class Popper final : public QObject, private ConsumerMember
{
    Q_OBJECT
public:
    using Tell = std::function<void(const ConsumerNews &)>;

    /// `tell` hears of brokers' troubles and of their end. Fails as PopOptions::checked() says, and with InvalidArgument for an SQL
    /// expression that is none, or where this client is in the group already.
    [[nodiscard]] static Result<std::unique_ptr<Popper>> make(Cluster &cluster, Membership &membership, PopOptions options, Tell tell);
    ~Popper() override;

    /// Up to `most` messages; waits for the first so long. Empty where none came. Throttled where everything that may be in work
    /// still is; NoRoute where nobody knows the topic; what a broker says where all of them fail.
    [[nodiscard]] Pending<PoppedBatch> receive(int most, milliseconds wait);
    /// The message is done with. NotFound for a ticket that is over: the message comes again.
    [[nodiscard]] Pending<void> acknowledge(PopTicket ticket);
    /// The same for many, in one call a broker; the results come in the order of the tickets.
    [[nodiscard]] Pending<std::vector<Result<void>>> acknowledgeAll(std::vector<PopTicket> tickets);
    /// Keeps the message for so long from now on. The old ticket is over; go on with the new one. InvalidArgument for no time.
    [[nodiscard]] Pending<PopTicket> changeInvisible(PopTicket ticket, milliseconds time);
    /// Messages that were handed out or wait here, and are neither acknowledged nor late.
    [[nodiscard]] int inWork();

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// A queue to pop from; -1 is any of the broker's.
    struct Place {
        BrokerName broker;
        QueueId queue = QueueId(-1);
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    struct Source {
        int asked = 0; ///< messages of the pop on its way
        Deadline notBefore{std::chrono::nanoseconds(0)}; ///< of the next one
        std::optional<Error> error; ///< of the last one
        Backoff backoff;
    };
    struct Held {
        Deadline late;
        BrokerName broker;
        QueueId queue;
    };
    using Places = std::vector<Place>;

    Popper(Cluster &cluster, Membership &membership, PopOptions options, const protocol::SubscriptionData &subscription, WatchFilter filter, Tell tell);

    commands::ConsumerData heartbeat() const override;
    void idsChanged() override;
    void resetOffsets(const TopicName &, const commands::ResetOffsetBody &) override {} ///< the broker itself keeps them
    commands::ConsumerStatus status(const TopicName &) override { return {}; }
    commands::ConsumerRunningInfo runningInfo() override;
    Pending<commands::DirectConsumption> consumeDirectly(protocol::StoredMessage message) override;

    /// Where to pop now; asks the brokers where they share out.
    [[nodiscard]] Pending<Places> places();
    [[nodiscard]] Pending<Places> assigned(BrokerName broker);
    /// Asks those that may be asked; the places that were.
    [[nodiscard]] Places askAll(const Places &places, int most, Deadline until);
    /// Whether the broker understands the filter: asked once a connection.
    [[nodiscard]] Pending<void> checkFilter(BrokerName broker);
    [[nodiscard]] const Connection *connectionTo(const BrokerName &broker) const;
    /// Asks once, and lets the broker wait for a message.
    Pending<void> popFrom(Place place, int most, Deadline until);
    void settle(const Place &place, const Result<void> &taken, bool early);
    /// Places that are not popped from any more.
    void forgetGone(const Places &places);
    [[nodiscard]] commands::MessageQueue queueOf(const Place &place) const { return {m_options.topic, place.broker, place.queue}; }
    [[nodiscard]] Result<void> take(const BrokerName &broker, commands::PopMessage::Reply reply);
    /// What is still ours to hand out.
    [[nodiscard]] PoppedBatch handOut(int most);
    /// What receive() ends with where nothing came; nothing while there is hope.
    [[nodiscard]] std::optional<Result<PoppedBatch>> ending(const Places &places, const Places &asked, Deadline until);
    /// The first moment at which something may be different without an answer, at the latest the deadline.
    [[nodiscard]] Deadline lookAgain(Deadline until);
    void wakeIf(const Result<void> &passed);
    [[nodiscard]] int room();
    [[nodiscard]] Result<void> checkTime(const PopTicket &ticket);
    void began(const PopTicket &ticket, milliseconds time);
    void ended(const PopTicket &ticket);

    Cluster &m_cluster;
    Membership &m_membership;
    const PopOptions m_options;
    const protocol::SubscriptionData m_subscription;
    const protocol::TagFilter m_tags;
    const WatchFilter m_filter;
    FilterCheck m_filters;
    std::map<BrokerName, QPointer<const Connection>> m_checked; ///< brokers that understand the filter, and by which connection they said so
    BrokerTroubles m_troubles;
    Registration m_registration;
    std::map<Place, Source> m_sources;
    std::deque<PoppedMessage> m_ready;
    std::map<QString, Held> m_inWork; ///< by receipt
    std::optional<Places> m_assigned;
    Deadline m_assignedUntil;
    Wakeup m_changed;
    Scope m_scope;
};

} // namespace rocketdesk
