// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/listenerdesk.h"

namespace rocketdesk {

/// A listener of another thread, as the network thread calls it.
class FarListener final : public QObject
{
public:
    /// `desk` is in the thread of `home`, this in that of `here`.
    FarListener(Mailbox::Address home, ListenerDesk::Grip desk, Mailbox::Address here);
    /// Ends every call with Cancelled.
    ~FarListener() override;

    [[nodiscard]] Pending<ConsumeOutcome> call(ConsumeBatch batch, ConsumeContext context, QueueRetired retired);
    /// How many calls may wait in the listener's thread beyond those that it may leave unanswered: many while it is quick.
    [[nodiscard]] int ahead() const { return m_ahead; }
    void answered(std::vector<ListenerAnswer> answers, bool quick);

private:
    [[nodiscard]] quint32 freeId();
    void cancelled(quint32 id);
    void sendLater();
    void send();

    const Mailbox::Address m_home;
    const ListenerDesk::Grip m_desk;
    const Mailbox::Address m_here;
    const std::shared_ptr<FarListener *> m_self;
    std::vector<ListenerJob> m_jobs; ///< of this turn
    std::vector<quint32> m_cancelled;
    std::vector<std::optional<Promise<ConsumeOutcome>>> m_asked; ///< by id
    std::vector<quint32> m_free; ///< ids that were answered
    int m_ahead = 0;
};

} // namespace rocketdesk
