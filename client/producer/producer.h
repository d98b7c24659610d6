// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/producer/messagetemplate.h"
#include "client/producer/produceroptions.h"
#include "client/producer/sendhook.h"
#include "client/producer/sendstatistics.h"
#include "client/producer/wayfinder.h"
#include "client/protocol/messageids.h"

#include <span>

namespace rocketdesk {

/// Sends messages: finds the route, chooses the queue, tries again. Lives on the network thread.
class Producer final
{
public:
    /// Of `options` counts what is no matter of a single send: group, limits of what is in flight, fault avoidance, queues of new topics.
    explicit Producer(Cluster &cluster, ProducerOptions options = ofConsole());
    Q_DISABLE_COPY_MOVE(Producer)

    /// Those of sends that no group stands behind.
    [[nodiscard]] static ProducerOptions ofConsole();

    /// InvalidArgument or TooLarge, before a socket is touched, for what checkMessage finds; Throttled where too much is in flight; NoRoute
    /// where the topic does not exist and may not be created.
    [[nodiscard]] Pending<SendReceipt> send(const OutgoingMessage &message, SendOptions options);
    /// The same for a message that was checked before.
    [[nodiscard]] Pending<SendReceipt> send(const MessageTemplate &message);
    /// The same with properties that only the client itself may give.
    [[nodiscard]] Pending<SendReceipt> sendMarked(const OutgoingMessage &message, protocol::Properties marks, SendOptions options);
    /// Batches of at most `perRequest` messages, one after the other; cut where their size asks for it. Fails as a whole before
    /// anything is sent where the messages may not go in one batch; else every message has its own end.
    [[nodiscard]] Pending<BatchReceipts> sendBatch(std::vector<OutgoingMessage> messages, SendOptions options, int perRequest = defaultBatchCount);
    /// Answers a request message, whose properties these are: its sender gets the body. NotFound where it asks for no answer.
    [[nodiscard]] Pending<SendReceipt> reply(const protocol::Properties &request, QByteArray body, SendOptions options);
    /// Takes a timer message back by the handle of its receipt; ends with its id. InvalidArgument for a handle that is none, or of another topic.
    [[nodiscard]] Pending<QString> recall(TopicName topic, QString handle, Ask how);
    /// Ends when all that was sent one-way over connections that are still open has gone to the network.
    [[nodiscard]] Pending<void> allWritten(Deadline until);

    void addHook(std::shared_ptr<SendHook> hook) { m_hooks.push_back(std::move(hook)); }
    [[nodiscard]] const std::vector<std::shared_ptr<SendHook>> &hooks() const { return m_hooks; }
    [[nodiscard]] SendStatistics statistics() const;
    /// As brokers know it.
    [[nodiscard]] const ProducerGroup &group() const { return m_group; }
    [[nodiscard]] const protocol::NameSpace &names() const { return m_names; }
    [[nodiscard]] Clock &clock() { return m_cluster.clock(); }
    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    using Way = WayFinder::Way;
    /// What is not in a command.
    struct About {
        QString id; ///< of a batch without hooks: empty
        qsizetype bodySize = 0;
    };

    template <typename C>
    Pending<SendReceipt> deliver(C command, About about, SendOptions options);
    template <typename C>
    Pending<SendReceipt> tell(C command, About about, SendOptions options);
    Pending<void> written(Endpoint at, qsizetype most, Deadline until);

    [[nodiscard]] Pending<SendReceipt> sendRun(std::span<const OutgoingMessage> messages, const SendOptions &options);
    [[nodiscard]] Deadline deadlineOf(const SendOptions &options) { return m_cluster.deadline({.limit = options.limit}); }
    void noteTry(const commands::SendHeader &command, const Way &way, const Result<SendReceipt> &result, std::chrono::nanoseconds cost);
    [[nodiscard]] Result<void> beforeTry(const commands::SendHeader &command, const About &about, const Way &way, TryNumbers numbers) const;
    void afterTry(const commands::SendHeader &command, const About &about, const Way &way, TryNumbers numbers, const Result<SendReceipt> &result) const;

    Cluster &m_cluster;
    const protocol::NameSpace m_names;
    const ProducerGroup m_group;
    WayFinder m_ways;
    SendGate m_gate;
    SendMeter m_meter;
    protocol::UniqueIdGenerator m_ids;
    std::vector<std::shared_ptr<SendHook>> m_hooks;
    std::vector<Endpoint> m_told; ///< brokers that were sent to one-way
    Scope m_scope;
};

} // namespace rocketdesk
