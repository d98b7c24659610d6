// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/protocol/message.h"

#include <map>
#include <optional>

namespace rocketdesk {

/// What a consumer holds of one queue between pulling and acknowledging. [ProcessQueue]
class ProcessQueue final
{
public:
    /// A message whose listener took too long, and the delay level it is sent back with.
    struct Expired {
        QueueOffset offset;
        int delayLevel = 3;
        protocol::StoredMessage message;
    };

    /// `maxCount`: how many messages it takes; the rest is refused.
    explicit ProcessQueue(std::optional<int> maxCount = std::nullopt) : m_maxCount(maxCount) {}

    /// False where it is there already, or there is no room.
    bool put(protocol::StoredMessage message);
    /// Hands out the first messages to an orderly listener; they count until commit().
    std::vector<protocol::StoredMessage> take(int count);
    /// The listener is done with what take() gave: the next offset to consume, -1 where nothing was taken.
    qint64 commit();
    /// What take() gave from this offset on comes again, each with one try more.
    void giveBack(QueueOffset from);
    /// What take() gave comes again as if it never had: nobody has seen it.
    void untake() { m_messages.merge(m_taken); }
    /// Takes out what was consumed: the offset up to which all is consumed, -1 where nothing must be written.
    qint64 remove(const std::vector<QueueOffset> &offsets);
    /// The offset up to which all is consumed, -1 where there never was anything.
    [[nodiscard]] qint64 reached() const;
    /// Empties it; how many there were.
    int clear();

    void startConsume(QueueOffset offset, qint64 atMs);
    /// The same for a listener that is to have it: null where it is done or given up.
    [[nodiscard]] const protocol::StoredMessage *handOut(QueueOffset offset, qint64 atMs);
    /// What the listener has held for longer than `timeoutMs`, from the front. It is given up from now on, but stays until remove()
    /// says that it is safe elsewhere: until then nothing counts as consumed beyond it. startConsume() makes it the listener's again.
    [[nodiscard]] std::vector<Expired> giveUpExpired(qint64 nowMs, qint64 timeoutMs);

    [[nodiscard]] bool contains(QueueOffset offset) const { return m_messages.contains(offset); }
    /// Here, and neither done nor given up.
    [[nodiscard]] bool isToBeConsumed(QueueOffset offset) const;
    [[nodiscard]] const protocol::StoredMessage *find(QueueOffset offset) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_messages.size() + m_taken.size()); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qint64 cachedMiB() const { return m_bytes >> 20; }
    [[nodiscard]] std::optional<QueueOffset> min() const;
    [[nodiscard]] std::optional<QueueOffset> max() const;

    /// Whether the offsets held span too much for another pull of a concurrent consumer.
    [[nodiscard]] static bool spansTooMuch(QueueOffset first, QueueOffset last, qint64 maxSpan) { return last.value() - first.value() > maxSpan; }
    /// The limit of one queue where its topic has one too: a topic's limit never raises it.
    [[nodiscard]] static qint64 limitPerQueue(qint64 ofQueue, qint64 ofTopic, int queues);

private:
    struct Held {
        protocol::StoredMessage message;
        std::optional<qint64> consumedSinceMs;
        bool givenUp = false;
    };

    std::optional<int> m_maxCount;
    std::map<QueueOffset, Held> m_messages;
    std::map<QueueOffset, Held> m_taken;
    qint64 m_highest = -1; ///< of all that was ever put
    qint64 m_bytes = 0;
};

} // namespace rocketdesk
