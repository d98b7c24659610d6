// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/messagefilter.h"
#include "app/sandbox/ticket.h"
#include "client/commands/consuming.h"

#include <map>
#include <vector>

namespace rocketdesk::sandbox {

/// A pull that waits for a message.
struct HeldPull {
    commands::PullMessage command;
    MessageFilter filter;
    Ticket ticket;
    Deadline until;
};

/// The pulls that a broker holds. A message that fits wakes them at once; everything else, their end included, is looked
/// at every 5 s only, as brokers do. [PullRequestHoldService]
class LongPolls final : public QObject
{
    Q_OBJECT
public:
    /// Answers the pull from what is there now.
    using Again = std::function<void(const HeldPull &)>;
    /// The offset of the next message of a queue.
    using End = std::function<qint64(const TopicName &, QueueId)>;

    explicit LongPolls(Clock &clock);
    void setHandlers(Again again, End end);
    void hold(HeldPull pull);
    void arrived(const TopicName &topic, QueueId queue, const Record &record);

private:
    using Key = std::pair<TopicName, QueueId>;
    void check();
    void tick();
    /// Takes out those for which `wakes` is true, and answers them.
    template <typename Wakes>
    void wake(std::vector<HeldPull> &held, Wakes wakes);

    Clock &m_clock;
    Again m_again;
    End m_end;
    std::map<Key, std::vector<HeldPull>> m_held;
};

} // namespace rocketdesk::sandbox
