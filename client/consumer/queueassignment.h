// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/wakeup.h"
#include "client/consumer/groupstarts.h"
#include "client/consumer/pullloop.h"
#include "client/consumer/queuelocks.h"

namespace rocketdesk {

/// The queues that one consumer reads: begins with those it is given, gives up those it loses, and holds their locks where they
/// are to be consumed in order.
class QueueAssignment final
{
public:
    static constexpr std::chrono::seconds RenewLocksEvery{20};

    /// `changed`: it reads more or fewer queues than before.
    QueueAssignment(ConsumerParts &parts, PullHost &host, std::function<void()> changed);
    ~QueueAssignment();
    Q_DISABLE_COPY_MOVE(QueueAssignment)

    /// This consumer's share of a topic from now on.
    void assign(const TopicName &topic, const std::vector<QueueRef> &mine);
    /// The queue goes on at this offset, which is stored before; what is in the listener's hands no longer counts. An orderly listener
    /// answers first, or has had its time.
    Pending<void> restart(commands::MessageQueue queue, QueueOffset offset);
    /// The queue goes on at this offset, and nothing is stored; what is cached of it is forgotten.
    void jump(const commands::MessageQueue &queue, QueueOffset offset);
    /// Pulls nothing more.
    void retireAll();
    /// Stores all offsets, then gives back the locks; the end of everything here.
    [[nodiscard]] Pending<void> release();

    [[nodiscard]] QueuePtr find(const commands::MessageQueue &queue) const;
    [[nodiscard]] std::vector<QueuePtr> queues() const;
    /// Those whose offsets are to be stored.
    [[nodiscard]] OffsetStore::Queues names() const;
    /// Of this consumer's share, those included that are still to be begun with.
    [[nodiscard]] int countOf(const TopicName &topic) const;
    void wakeAll();

    [[nodiscard]] Scope &scope() { return m_scope; }

private:
    struct Entry {
        QueuePtr queue;
        PullLoop *loop = nullptr; ///< ends with the entry
    };

    /// Tries until the queue can be read, or is another's.
    Pending<void> begin(commands::MessageQueue queue);
    [[nodiscard]] Pending<QueueOffset> lockAndFind(commands::MessageQueue queue);
    Pending<void> giveUp(commands::MessageQueue queue);
    [[nodiscard]] Pending<void> storeAndUnlock(commands::MessageQueue queue);
    /// Ends when no orderly batch of it is in work.
    [[nodiscard]] Pending<void> quiet(QueuePtr queue);
    Pending<void> renewLocks();
    /// What a round of locking, which began then, means for the queue.
    void renewed(const QueuePtr &queue, const QueueLocks::Locked &locked, std::chrono::nanoseconds asked);
    /// Those whose locks are to be renewed: a batch that is still in the listener's hands keeps others from beginning.
    [[nodiscard]] OffsetStore::Queues locked() const;
    void remove(const commands::MessageQueue &queue);

    ConsumerParts &m_parts;
    PullHost &m_host;
    const std::function<void()> m_changed;
    GroupStarts m_starts;
    QueueLocks m_locks;
    std::set<commands::MessageQueue> m_wanted;
    std::set<commands::MessageQueue> m_beginning;
    int m_leaving = 0; ///< queues that are given up, and neither stored nor unlocked yet
    Wakeup m_left;
    std::map<commands::MessageQueue, QueueOffset> m_restarting; ///< until nobody works on them any more; where they are to go on
    std::map<commands::MessageQueue, Entry> m_entries;
    QObject m_context;
    Scope m_scope;
};

} // namespace rocketdesk
