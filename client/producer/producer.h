// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/cluster.h"
#include "client/producer/messagetemplate.h"
#include "client/producer/queuepicker.h"

#include <span>

namespace rocketdesk {

/// Sends messages: finds the route, chooses the queue, tries again. Lives on the network thread.
class Producer final
{
public:
    explicit Producer(Cluster &cluster);
    Q_DISABLE_COPY_MOVE(Producer)

    /// InvalidArgument or TooLarge, before a socket is touched, for what checkMessage finds; NoRoute where the topic does not exist
    /// and may not be created.
    [[nodiscard]] Pending<SendReceipt> send(const OutgoingMessage &message, SendOptions options);
    /// The same for a message that was checked before.
    [[nodiscard]] Pending<SendReceipt> send(const MessageTemplate &message);
    /// Batches of at most `perRequest` messages, one after the other; cut where their size asks for it. Fails as a whole before
    /// anything is sent where the messages may not go in one batch; else every message has its own end.
    [[nodiscard]] Pending<BatchReceipts> sendBatch(std::vector<OutgoingMessage> messages, SendOptions options, int perRequest = defaultBatchCount);
    /// Ends when all that was sent one-way over connections that are still open has gone to the network.
    [[nodiscard]] Pending<void> allWritten(Deadline until);

    [[nodiscard]] Clock &clock() { return m_cluster.clock(); }
    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    /// Where a try goes.
    struct Way {
        BrokerRef broker;
        QueueId queue;
        bool creates = false; ///< by the route of TBW102
    };

    template <typename C>
    Pending<SendReceipt> deliver(C command, QString id, SendOptions options);
    Pending<SendReceipt> tell(StampedMessage message, SendOptions options);
    Pending<void> written(Endpoint at, qsizetype most, Deadline until);

    /// The cached route's choice; nothing where that needs a question first.
    [[nodiscard]] std::optional<Way> wayAtOnce(const TopicName &topic, const SendOptions &options, const BrokerName &avoid);
    Pending<Way> findWay(TopicName topic, SendOptions options, BrokerName avoid, Deadline until);
    Pending<RoutePtr> routeOfTemplate(TopicName topic, Ask how);
    [[nodiscard]] std::optional<Way> choose(const Route &route, const SendOptions &options, const BrokerName &avoid);
    Pending<void> requireTimers(BrokerRef broker, TopicName topic, Deadline until);

    [[nodiscard]] Pending<SendReceipt> sendRun(std::span<const OutgoingMessage> messages, const SendOptions &options);
    [[nodiscard]] Ask askFor(Deadline until);
    [[nodiscard]] Deadline deadlineOf(const SendOptions &options) { return m_cluster.deadline({.limit = options.limit}); }

    Cluster &m_cluster;
    QueuePicker m_picker;
    protocol::UniqueIdGenerator m_ids;
    std::vector<Endpoint> m_told; ///< brokers that were sent to one-way
    Scope m_scope;
};

} // namespace rocketdesk
