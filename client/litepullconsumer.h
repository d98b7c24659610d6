// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"
#include "client/consumer/litepulloptions.h"
#include "client/consumer/offsettable.h"
#include "client/consumer/lostpolls.h"

#include <QObject>

namespace rocketdesk {

class LitePuller;
template <typename T>
struct FarObject;

/// A consumer that is polled, as its maker sees it: made by Client::litePullConsumer(), which says where options are wrong at the
/// first call. It either subscribes to topics, and shares their queues with its group, or reads the queues it is assigned, whatever
/// the group does. When it dies it stores what is done, where that is automatic, and leaves the group.
class LitePullConsumer final : public QObject
{
    Q_OBJECT
public:
    using Queues = std::vector<commands::MessageQueue>;
    static constexpr milliseconds PollFor{5'000};

    ~LitePullConsumer() override;

    /// Tags "A || B", or everything; or SQL92 where `type` says so. InvalidArgument for an expression that is none, or where queues
    /// were assigned.
    [[nodiscard]] Pending<void> subscribe(TopicName topic, QString expression = QStringLiteral("*"), QString type = QStringLiteral("TAG"));
    [[nodiscard]] Pending<void> unsubscribe(TopicName topic);
    /// These queues and no others. InvalidArgument where topics were subscribed to.
    [[nodiscard]] Pending<void> assign(Queues queues, QString tags = QStringLiteral("*"));
    /// Queues that are read now.
    [[nodiscard]] Pending<Queues> assignment();
    /// Messages of one queue; waits for the first so long, empty where none came. What earlier polls gave out counts as done; what
    /// would have been the answer to one that was cancelled comes with the next. Cancelled once it was shut down.
    [[nodiscard]] Pending<LiteBatch> poll(milliseconds wait = PollFor);
    /// The queue goes on there; what is cached of it is forgotten. InvalidArgument for an offset that it does not have, or a queue
    /// that is not read.
    [[nodiscard]] Pending<void> seek(commands::MessageQueue queue, SeekTo place);
    /// Of a paused queue nothing is given out or pulled.
    void pause(Queues queues) { setPaused(std::move(queues), true); }
    void resume(Queues queues) { setPaused(std::move(queues), false); }
    /// Stores how far all queues are, what was given out last included; or exactly these offsets.
    [[nodiscard]] Pending<void> commit();
    [[nodiscard]] Pending<void> commit(OffsetMap offsets);
    /// What the broker has stored; nothing where the group never was at this queue.
    [[nodiscard]] Pending<std::optional<QueueOffset>> committed(commands::MessageQueue queue);
    /// Of the first message that is not older; `timestampMs` since 1970.
    [[nodiscard]] Pending<QueueOffset> offsetForTimestamp(commands::MessageQueue queue, qint64 timestampMs);
    /// The readable queues of a topic.
    [[nodiscard]] Pending<Queues> fetchMessageQueues(TopicName topic);
    /// Stores what is done where that is automatic, and leaves the group. The end.
    [[nodiscard]] Pending<void> shutdown();

private:
    friend class Client;
    using Far = FarObject<LitePuller>;

    explicit LitePullConsumer(Mailbox::Address network);
    void setPaused(Queues queues, bool paused);

    Mailbox::Address m_network;
    std::shared_ptr<Far> m_far;
    LostPolls m_polls;
};

} // namespace rocketdesk
