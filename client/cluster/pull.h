// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/flow.h"
#include "client/cluster/route.h"
#include "client/commands/consuming.h"
#include "client/protocol/messagelist.h"

namespace rocketdesk {

class Cluster;

/// The group that is on every broker from the start: reading as it creates nothing.
[[nodiscard]] ConsumerGroup watchersGroup();

/// Which queue to read, from where, and as whom.
struct PullFrom {
    TopicName topic;
    QueueRef queue;
    QueueOffset offset;
    ConsumerGroup group = watchersGroup(); ///< any other that the broker does not know is created by the pull
    int most = 32; ///< messages; brokers send no more than 32 unless they are set so
    QString expression = QStringLiteral("*");
    QString expressionType = QStringLiteral("TAG");
    qint64 subVersion = 0; ///< ms, of the last change of the expression
    std::optional<Endpoint> at; ///< this process of the broker, a replica perhaps; else its master
    milliseconds hold{0}; ///< how long the broker may wait for a new message; it looks every 5 s only, so up to 5 s longer
};

/// What one pull brought.
struct Pulled {
    commands::PullStatus status = commands::PullStatus::NoNewMsg;
    QueueOffset next;
    QueueOffset min;
    QueueOffset max;
    BrokerId suggested; ///< process of the broker that the next pull should ask
    std::vector<protocol::StoredMessage> messages; ///< named after their broker, offsets as the queue counts them
    std::optional<protocol::ListError> damage; ///< what comes after the messages could not be read; named after broker and call
    qint64 cost = 0; ///< bytes that the messages keep alive: the frame, and batches inside it that were compressed
};

/// Reads one queue once. Commits nothing, and needs no heartbeat: the request brings its own expression.
class Puller final
{
public:
    explicit Puller(Cluster &cluster) : m_cluster(cluster) {}
    Q_DISABLE_COPY_MOVE(Puller)

    /// `how.limit` is what the answer may take beyond `from.hold`.
    [[nodiscard]] Pending<Pulled> pull(PullFrom from, Ask how);
    /// The same, where a record that can't be read spoils only itself: what is before it comes alone and leads to it; it comes alone
    /// too, as damage without a message, and leads past itself. So no message of its frame is lost, and each such record is told once.
    [[nodiscard]] Pending<Pulled> read(PullFrom from, Ask how);
    /// One message by its place. NotFound where there is none (any more); the remark has the queue's range.
    [[nodiscard]] Pending<protocol::StoredMessage> open(PullFrom place, Ask how);

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Cluster &m_cluster;
    Scope m_scope;
};

} // namespace rocketdesk
