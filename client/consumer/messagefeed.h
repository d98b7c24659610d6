// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"
#include "client/protocol/messagelist.h"

#include <deque>
#include <functional>
#include <mutex>

namespace rocketdesk {

/// Messages on their way from the network thread to one reader, bounded in bytes. Touched by two threads.
class MessageFeed final
{
public:
    using Batch = std::shared_ptr<const protocol::MessageBatch>;
    enum class WhenFull {
        DropOldest, ///< a slow reader loses messages, and sees how many
        Wait, ///< a slow reader slows the pulls down
    };
    struct Counts {
        quint64 put = 0; ///< messages, those dropped included
        quint64 dropped = 0; ///< messages that the reader never saw
        qint64 bytes = 0; ///< held now
    };

    /// `limit` in bytes; one batch is held whatever its size.
    MessageFeed(qint64 limit, WhenFull whenFull);
    ~MessageFeed();
    Q_DISABLE_COPY_MOVE(MessageFeed)

    /// Writing side. Empty batches are not kept.
    void put(Batch batch);
    /// Whether a writer that does not want to drop should wait.
    [[nodiscard]] bool isFull() const;

    /// Reading side: everything that is there, oldest first.
    [[nodiscard]] std::vector<Batch> drain();

    [[nodiscard]] Counts counts() const;
    [[nodiscard]] WhenFull whenFull() const { return m_whenFull; }

    /// `letter` runs at `reader` once for each change from empty. Set before anything is put.
    void onFilled(Mailbox::Address reader, std::function<void()> letter);
    /// `letter` runs at `writer` when a drain made room in a feed that was full. Set before anything is drained.
    void onRoom(Mailbox::Address writer, std::function<void()> letter);

private:
    struct Letter {
        Mailbox::Address to;
        std::function<void()> run;
        void post() const;
    };

    const qint64 m_limit;
    const WhenFull m_whenFull;
    mutable std::mutex m_mutex; // std::mutex, not QMutex: ThreadSanitizer sees it
    std::deque<Batch> m_batches;
    Counts m_counts;
    Letter m_filled;
    Letter m_room;
};

} // namespace rocketdesk
