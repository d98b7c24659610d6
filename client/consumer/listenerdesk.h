// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/clock.h"
#include "client/base/mailbox.h"
#include "client/consumer/assignedqueue.h"
#include "client/consumer/consumevalues.h"

#include <deque>
#include <unordered_map>

namespace rocketdesk {

class FarListener;

/// A call of a listener on its way to it.
struct ListenerJob {
    quint32 id = 0;
    ConsumeBatch batch;
    ConsumeContext context;
    QueueRetired retired; ///< null: it begins whatever else is unanswered

    [[nodiscard]] bool isRetired() const { return retired && retired->load(std::memory_order_relaxed); }
};

struct ListenerAnswer {
    quint32 id = 0;
    Result<ConsumeOutcome> outcome;
    /// What the listener is done with goes back to where it was made: names and frames are counted by many messages, and two
    /// threads that count at the same time cost more than a quick listener does.
    std::optional<ListenerJob> spent = std::nullopt;
};

/// The way back to the network thread. Copyable; what is sent to a FarListener that has gone is forgotten.
class ListenerReplies final
{
public:
    /// `listener`: read on the network thread only, null once it has gone.
    ListenerReplies(Mailbox::Address network, std::shared_ptr<FarListener *> listener) : m_network(std::move(network)), m_listener(std::move(listener)) {}

    /// `quick`: these calls were answered so fast that many may wait here.
    void send(std::vector<ListenerAnswer> answers, bool quick) const;

private:
    Mailbox::Address m_network;
    std::shared_ptr<FarListener *> m_listener;
};

/// Calls a listener in its own thread. The calls of one turn of the network thread come in one letter, and the answers of one turn go
/// in few: waking a thread costs more than a quick listener does. Every job is answered exactly once.
class ListenerDesk final : public QObject
{
public:
    /// Read in the listener's thread only.
    using Grip = std::shared_ptr<QPointer<ListenerDesk>>;

    /// `atOnce`: calls that may be unanswered at the same time. `clock` outlives this.
    ListenerDesk(MessageListener::Consume listener, int atOnce, const Clock &clock);
    /// Cancels what the listener has not answered.
    ~ListenerDesk() override;

    [[nodiscard]] const Grip &grip() const { return m_grip; }
    void take(std::vector<ListenerJob> jobs, const ListenerReplies &replies);
    /// Its answer does not count any more: it is not begun, or what the listener returned is cancelled.
    void cancel(quint32 job);

private:
    void begin();
    /// False where the listener has ended this desk.
    bool call(ListenerJob job);
    void keep(quint32 job, const StateRef<State<ConsumeOutcome>> &answer);
    void answered(ListenerAnswer answer);
    void flush();

    /// Shared with the calls that have not returned: the listener may end its consumer, and with it this.
    struct Office {
        MessageListener::Consume consume;
        std::optional<ListenerReplies> replies; ///< of the consumer, once it has called
        bool isClosed = false;
    };

    const std::shared_ptr<Office> m_office;
    const std::size_t m_atOnce;
    const Clock &m_clock;
    const Grip m_grip;
    std::deque<ListenerJob> m_waiting;
    std::unordered_map<quint32, Call> m_running; ///< not answered at once
    std::vector<quint32> m_inside; ///< calls that have not returned: more than one where a listener runs an event loop
    std::vector<quint32> m_cancelledInside;
    std::vector<ListenerAnswer> m_answers;
    bool m_quick = true; ///< all of m_answers were
};

/// Jobs on their way to a desk. What never gets there is answered with Cancelled.
class ListenerCrate final
{
public:
    ListenerCrate(ListenerDesk::Grip desk, ListenerReplies replies, std::vector<ListenerJob> jobs, std::vector<quint32> cancelled);
    ListenerCrate(ListenerCrate &&) noexcept = default;
    ListenerCrate &operator=(ListenerCrate &&) = delete;
    Q_DISABLE_COPY(ListenerCrate)
    ~ListenerCrate();

    void operator()();

private:
    ListenerDesk::Grip m_desk;
    ListenerReplies m_replies;
    std::vector<ListenerJob> m_jobs;
    std::vector<quint32> m_cancelled;
};

} // namespace rocketdesk
