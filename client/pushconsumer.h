// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/base/mailbox.h"
#include "client/commands/runninginfo.h"
#include "client/consumer/consumernews.h"
#include "client/consumer/consumeroptions.h"
#include "client/consumer/consumevalues.h"
#include "client/profile/profile.h"

#include <QObject>

namespace rocketdesk {

class Clock;
class ListenerDesk;
class Subscriptions;

/// One member of a consumer group, as its maker sees it: made by Client::pushConsumer(), used in the thread that made it, which is
/// where the listener is called too. When it dies without shutdown() it leaves the group without waiting for the listener; what was
/// acknowledged is stored. Two consumers of one group in a process need two clients.
class PushConsumer final : public QObject
{
    Q_OBJECT
public:
    static constexpr milliseconds Patience{10'000};

    ~PushConsumer() override;

    /// Tags "A || B", or everything. May be called again, and while it runs: the last expression of a topic counts.
    /// InvalidArgument for an expression that is none.
    Result<void> subscribe(const TopicName &topic, const QString &tags = QStringLiteral("*"));
    /// SQL92 over properties; an error names its column, counted from 1. Brokers are asked too, by start(), or at once while it runs: then
    /// a refusal is told by brokerTrouble(), and the topic stays as it was.
    Result<void> subscribeBySql(const TopicName &topic, const QString &sql);
    /// Whether there was something to end.
    bool unsubscribe(const TopicName &topic);
    [[nodiscard]] const Subscriptions &subscriptions() const { return *m_subscriptions; }

    /// Joins the group and begins. Where it fails nothing was begun, and it may be tried again when what it failed with was put right:
    /// by subscribing or unsubscribing, where there was no topic or a broker refused a filter; outside, where no name server answered
    /// or another consumer of this client is in the group. Options, listener and profile are those it was made with: options that make
    /// no sense or name other name servers than the client has, no listener, and a read-only profile take another consumer.
    [[nodiscard]] Pending<void> start();
    /// Waits up to `patience` for the listener's unfinished answers, stores all offsets, gives back locks, leaves the group. The
    /// end: it can't be started again.
    [[nodiscard]] Pending<void> shutdown(milliseconds patience = Patience);
    /// Asks for no more messages; what is cached still goes to the listener.
    void pause() { setPaused(true); }
    void resume() { setPaused(false); }
    [[nodiscard]] bool isPaused() const { return m_paused; }

    /// Queues, offsets, rates and settings, as brokers are told them too.
    [[nodiscard]] Pending<commands::ConsumerRunningInfo> runningInfo();

Q_SIGNALS:
    /// It reads this many queues now.
    void assigned(int queues);
    void brokerTrouble(const rocketdesk::consumernews::Trouble &trouble);
    void recovered(const rocketdesk::BrokerName &broker);

private:
    friend class Client;
    /// Only the network thread looks into it.
    struct Far;

    PushConsumer(Mailbox::Address network, ConsumerOptions options, MessageListener listener, std::shared_ptr<Far> far);
    void setPaused(bool paused);
    void take(const ConsumerNews &news);
    /// Tells a consumer that runs of the topics as they are now.
    Result<void> changed(Result<void> change);

    Mailbox::Address m_network;
    const ConsumerOptions m_options;
    const MessageListener::Kind m_listenerKind;
    const std::unique_ptr<Clock> m_clock;
    std::unique_ptr<ListenerDesk> m_desk; ///< null where there is no listener
    const std::unique_ptr<Subscriptions> m_subscriptions;
    std::shared_ptr<Far> m_far;
    bool m_paused = false;
};

/// The connection that a consumer's options ask for, as that of a producer's: for a program that has no profile.
[[nodiscard]] Result<Profile> profileOf(const ConsumerOptions &options);

} // namespace rocketdesk
