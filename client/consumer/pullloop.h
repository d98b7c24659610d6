// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/cluster/pull.h"
#include "client/consumer/assignedqueue.h"
#include "client/consumer/consumerparts.h"
#include "client/consumer/idlerule.h"

namespace rocketdesk {

/// What the pull loops of one consumer need from it.
class PullHost
{
public:
    [[nodiscard]] virtual const Subscription *subscription(const TopicName &topic) const = 0;
    [[nodiscard]] virtual bool isPaused(const commands::MessageQueue &queue) const = 0;
    /// How many queues of the topic this consumer reads: they share the topic's limits.
    [[nodiscard]] virtual int queuesOf(const TopicName &topic) const = 0;
    /// New messages are in the queue's cache.
    virtual void arrived(const QueuePtr &queue, std::vector<QueueOffset> offsets) = 0;
    /// The broker has nothing where the queue was to go on: it goes on at `next`. The loop ends, later.
    virtual void offsetIllegal(const QueuePtr &queue, QueueOffset next) = 0;

protected:
    ~PullHost() = default;
};

/// Pulls one queue for ever: one request at a time, held by the broker while there is nothing new; none while the cache is full,
/// the consumer paused, or the lock of an orderly queue missing.
class PullLoop final : public QObject
{
public:
    PullLoop(ConsumerParts &parts, PullHost &host, QueuePtr queue);

    /// Ends it at once, and deletes it later: it may be itself that asks for it.
    void end();

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    Pending<void> run();
    [[nodiscard]] bool mayPull() const;
    [[nodiscard]] int countLimit() const;
    /// One pull; how long to wait before the next.
    [[nodiscard]] Pending<milliseconds> pullOnce();
    [[nodiscard]] PullFrom request(const Subscription &subscription) const;
    [[nodiscard]] milliseconds take(Pulled pulled, const WatchFilter &filter);
    /// The messages that are to be consumed go into the cache; their offsets.
    [[nodiscard]] std::vector<QueueOffset> cache(std::vector<protocol::StoredMessage> messages, const WatchFilter &filter);
    /// `said`: where the broker goes on; `seen`: what comes after its messages.
    [[nodiscard]] milliseconds goOn(QueueOffset said, QueueOffset seen);
    [[nodiscard]] milliseconds takeFailure(const Error &error);

    ConsumerParts &m_parts;
    PullHost &m_host;
    const QueuePtr m_queue;
    Puller m_puller;
    IdleRule m_idle;
    bool m_wentBack = false; ///< the broker has once named an offset before the one asked for
    Scope m_scope;
};

} // namespace rocketdesk
