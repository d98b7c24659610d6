// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/admin/calllimit.h"
#include "client/admin/messagesearch.h"
#include "client/cluster/cluster.h"
#include "client/cluster/pull.h"
#include "client/commands/topicconfig.h"

#include <QObject>

#include <deque>

namespace rocketdesk {

/// Reads the messages that were stored in a time, all queues merged by store time. 202 at each broker of the topic, 29 twice
/// for each queue that may have some, then pulls as the group that creates nothing. Ends when it is deleted.
class RangeReader final : public QObject
{
    Q_OBJECT
public:
    /// Takes a batch; false where the reader is behind: no other comes before roomMade().
    using Put = std::function<bool(std::shared_ptr<const protocol::MessageBatch>)>;
    /// How far it is, some times a second, and once, the last, how it ended.
    using Tell = std::function<void(const RangeProgress &, const std::optional<Result<void>> &ended)>;

    /// Begins at once.
    RangeReader(Cluster &cluster, RangeSearch search, Put put, Tell tell, QObject *parent = nullptr);
    ~RangeReader() override;

    void roomMade();
    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    struct Queue {
        BrokerRef broker;
        QueueId id;
        QueueOffset next;
        QueueOffset end; ///< the first that is not looked at
        std::deque<protocol::StoredMessage> waiting; ///< oldest first
        qint64 bytes = 0; ///< of those
        std::optional<Pending<Pulled>> pulling;
        bool over = false; ///< no message of it comes any more
    };

    Pending<void> run();
    Pending<void> locate();
    Pending<void> locateAt(BrokerRef broker);
    void addQueue(const BrokerRef &broker, QueueId id, const commands::TopicOffset &range, const Result<QueueOffset> &first, const Result<QueueOffset> &last);
    Pending<QueueOffset> search(BrokerRef broker, QueueId queue, qint64 timeMs);
    Pending<void> merge();
    Pending<void> deliver();
    void pullWhereWanted();
    [[nodiscard]] std::optional<std::size_t> hungry() const;
    void take(Queue &queue, Result<Pulled> pulled);
    void collect();
    [[nodiscard]] bool batchIsFull() const;

    Cluster &m_cluster;
    const RangeSearch m_search;
    const Ask m_how;
    Put m_put;
    Tell m_tell;
    Puller m_puller;
    CallLimit m_limit;
    std::vector<std::unique_ptr<Queue>> m_queues;
    std::vector<protocol::StoredMessage> m_batch;
    qint64 m_batchBytes = 0;
    std::optional<Promise<void>> m_room;
    RangeProgress m_progress;
    Scope m_scope;
};

} // namespace rocketdesk
