// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/admin.h"
#include "client/admin/rangereader.h"
#include "client/client.h"
#include "client/cluster/cluster.h"
#include "client/cluster/memberrequests.h"
#include "client/cluster/presence.h"
#include "client/consumer/groupconsumer.h"
#include "client/consumer/litepuller.h"
#include "client/consumer/popper.h"
#include "client/consumer/watcher.h"
#include "client/cluster/tracedispatcher.h"
#include "client/producer/producerhost.h"
#include "client/producer/requester.h"
#include "client/producer/sendseries.h"
#include "client/producer/transactionsender.h"

namespace rocketdesk {

/// How connections of this profile are made: TLS, signature, address mapping, read-only.
[[nodiscard]] Remoting::Options remotingOptions(const Profile &profile, const Client::Secrets &secrets);

/// What is behind one Client: made, used and destroyed on the network thread.
class ClientCore final
{
public:
    ClientCore(const Profile &profile, const Client::Secrets &secrets);
    /// Ends the calls that run while all that waits for them still lives.
    ~ClientCore();
    Q_DISABLE_COPY_MOVE(ClientCore)

    [[nodiscard]] Cluster &cluster() { return m_cluster; }
    [[nodiscard]] Presence &presence() { return m_presence; }
    [[nodiscard]] Membership &membership() { return m_membership; }
    [[nodiscard]] MemberRequests &requests() { return m_requests; }
    [[nodiscard]] Puller &puller() { return m_puller; }
    /// A visible tab wants the connection; so does every watch, as long as it lives.
    void setWanted(bool wanted);
    /// Owned by this; may be deleted before.
    [[nodiscard]] Watcher *watch(const WatchOptions &options, const std::shared_ptr<MessageFeed> &feed, const Watcher::Tell &tell);
    /// Owned by this; may be deleted before.
    [[nodiscard]] GroupConsumer *consume(ConsumerSettings settings, Subscriptions subscriptions, ListenerCalls listener, GroupConsumer::Tell tell)
    {
        TraceSink *const trace = settings.options.enableTrace ? &m_trace : nullptr;
        return new GroupConsumer(m_cluster, m_membership, std::move(settings), std::move(subscriptions), std::move(listener), std::move(tell), trace, &m_consumers);
    }
    /// Owned by this; may be deleted before. Fails as LitePuller::make() does.
    [[nodiscard]] Result<LitePuller *> poll(const LitePullOptions &options);
    /// Owned by this; may be deleted before. Fails as Popper::make() does.
    [[nodiscard]] Result<Popper *> pop(const PopOptions &options, const Popper::Tell &tell);
    [[nodiscard]] Producer &producer() { return m_producer; }
    /// Owned by this; may be deleted before.
    [[nodiscard]] SendSeries *makeSeries(const SeriesPlan &plan, const SendSeries::Report &report)
    {
        return new SendSeries(m_cluster, plan, report, &m_series);
    }

    /// The same.
    [[nodiscard]] ProducerHost *makeProducer(const ProducerOptions &options, const std::vector<std::shared_ptr<SendHook>> &hooks);
    [[nodiscard]] TransactionSender *makeTransactionSender(const TransactionOptions &options, const TransactionSender::Work &work);
    [[nodiscard]] Requester &requester() { return m_requester; }
    /// Where this client's traces go.
    [[nodiscard]] TraceDispatcher &trace() { return m_trace; }

    [[nodiscard]] Admin &admin() { return m_admin; }
    /// Owned by this; may be deleted before.
    [[nodiscard]] RangeReader *readRange(const RangeSearch &search, const RangeReader::Put &put, const RangeReader::Tell &tell)
    {
        return new RangeReader(m_cluster, search, put, tell, &m_watchers);
    }
    [[nodiscard]] CallLog &log() { return m_remoting.log(); }

private:
    /// Lives among the consumers from now on.
    template <typename T>
    [[nodiscard]] T *owned(std::unique_ptr<T> consumer)
    {
        consumer->setParent(&m_consumers);
        return consumer.release();
    }
    /// Traced where the options want it.
    void addHooks(Producer &producer, const ProducerOptions &options, const std::vector<std::shared_ptr<SendHook>> &hooks);

    SystemClock m_clock;
    Remoting m_remoting;
    Cluster m_cluster;
    Presence m_presence;
    Membership m_membership;
    MemberRequests m_requests;
    Presence::Need m_tabNeed;
    Producer m_producer;
    Requester m_requester;
    TraceDispatcher m_trace;
    QObject m_series; ///< parent of what sends
    Puller m_puller;
    QObject m_watchers; ///< parent of what reads: ends first
    QObject m_consumers; ///< likewise of what consumes
    Admin m_admin;
};

} // namespace rocketdesk
