// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/consumer/watchoptions.h"

#include <QObject>

namespace rocketdesk {

/// A watch that runs, as its maker sees it: signals come on the maker's thread, messages wait in a feed. Ends when it dies.
/// Made by Client::watch().
class Watch final : public QObject
{
    Q_OBJECT
public:
    ~Watch() override;

    /// The messages that have come since, oldest first. Their bodies are as stored: protocol::decodedBody() reads them.
    [[nodiscard]] std::vector<MessageFeed::Batch> drain() { return m_feed->drain(); }
    [[nodiscard]] MessageFeed::Counts counts() const { return m_feed->counts(); }
    /// As last told.
    [[nodiscard]] const WatchProgress &progress() const { return m_progress; }
    /// Stops asking for messages; those on their way still come.
    void pause() { setPaused(true); }
    void resume() { setPaused(false); }
    [[nodiscard]] bool isPaused() const { return m_paused; }

Q_SIGNALS:
    /// Messages wait to be drained; once for each change from none.
    void filled();
    /// It knows where to begin in this many queues. Again when a broker that was silent has answered.
    void positioned(int queues);
    void brokerTrouble(const rocketdesk::watchnews::Trouble &trouble);
    void recovered(const rocketdesk::BrokerName &broker);
    void topicMissing(const rocketdesk::watchnews::TopicMissing &missing);
    void topicFound(const rocketdesk::TopicName &topic);
    void progressed(const rocketdesk::WatchProgress &progress);
    /// It has failed as a whole; nothing comes after it.
    void ended(const rocketdesk::Error &error);

private:
    friend class Client;
    /// Only the network thread looks into it.
    struct Far;

    Watch(Mailbox::Address network, const WatchOptions &options);
    void setPaused(bool paused);
    void take(const WatchNews &news);

    Mailbox::Address m_network;
    std::shared_ptr<MessageFeed> m_feed;
    std::shared_ptr<Far> m_far;
    WatchProgress m_progress;
    bool m_paused = false;
};

} // namespace rocketdesk
