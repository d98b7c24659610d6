// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/commands/command.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace rocketdesk::sandbox {

/// A queue as a group takes messages from it; the topic may be a retry topic.
struct PopQueue {
    ConsumerGroup group;
    TopicName topic;
    QueueId queue;
    friend auto operator<=>(const PopQueue &, const PopQueue &) = default;
};

/// When a message was taken, and for how long: what tells one receipt of a message from the next.
struct PopTime {
    qint64 at = 0; ///< ms since 1970
    qint64 invisible = 0; ///< ms
    friend bool operator==(const PopTime &, const PopTime &) = default;
};

/// The messages that were taken and are not acknowledged. One whose time is over is handed to the reviver.
class PopTable final : public QObject
{
    Q_OBJECT
public:
    using Revive = std::function<void(const PopQueue &queue, qint64 offset, const PopTime &time)>;

    explicit PopTable(Clock &clock) : m_clock(clock) {}
    void setReviver(Revive revive) { m_revive = std::move(revive); }

    void take(const PopQueue &queue, const std::vector<qint64> &offsets, const PopTime &time);
    /// Ends the receipt; false where it is not, or no longer, one.
    bool acknowledge(const PopQueue &queue, qint64 offset, const PopTime &time);

private:
    void expire(const PopQueue &queue, const std::vector<qint64> &offsets, const PopTime &time);

    Clock &m_clock;
    Revive m_revive;
    std::map<PopQueue, std::map<qint64, PopTime>> m_taken;
};

/// What was taken in order: a queue gives no more until its last batch is acknowledged or late. [ConsumerOrderInfoManager]
class PopOrders final
{
public:
    /// May the queue be read? A repeated attempt may.
    [[nodiscard]] bool isBlocked(const PopQueue &queue, const std::optional<QString> &attempt, qint64 nowMs) const;
    /// Notes a batch, and tells how often its messages were taken before. [ExtraInfoUtil.buildQueueOffsetOrderCountInfo]
    [[nodiscard]] QString take(const PopQueue &queue, const std::optional<QString> &attempt, const std::vector<qint64> &offsets, const PopTime &time);
    /// The offset to commit: the first that is not acknowledged. Nothing where the receipt is an old one.
    std::optional<qint64> acknowledge(const PopQueue &queue, qint64 offset, qint64 popTime);
    void setVisibleAt(const PopQueue &queue, qint64 offset, qint64 popTime, qint64 atMs);

private:
    struct Message {
        qint64 offset = 0;
        qint64 visibleAt = 0; ///< ms since 1970
        bool acknowledged = false;
        int takenBefore = 0;
    };
    struct Batch {
        std::optional<QString> attempt;
        qint64 popTime = 0;
        std::vector<Message> messages;
        [[nodiscard]] Message *find(qint64 offset);
    };
    std::map<PopQueue, Batch> m_batches;
};

/// The pops and notifications that wait for a message. [PopLongPollingService]
class PopPolls final : public QObject
{
    Q_OBJECT
public:
    struct Waiting {
        PopQueue queue; ///< -1: any queue of the topic
        std::function<bool()> answer; ///< from what is there now; false where there is nothing
        std::function<void()> giveUp;
    };

    explicit PopPolls(Clock &clock) : m_clock(clock) {}
    void hold(Waiting waiting, milliseconds limit);
    /// Something came into a queue: asks those again who wait for it, or for a topic whose retry topic it is.
    void arrived(const TopicName &topic, QueueId queue);
    [[nodiscard]] int waiting(const PopQueue &queue) const;

private:
    Clock &m_clock;
    std::map<quint64, Waiting> m_waiting;
    quint64 m_lastId = 0;
};

} // namespace rocketdesk::sandbox
