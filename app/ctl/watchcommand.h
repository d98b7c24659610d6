// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/command.h"
#include "app/ctl/silentbrokers.h"

#include <QSet>
#include <QTimer>

namespace rocketdesk::ctl {

/// One run of `watch`: from its first call until it ends.
class WatchRun final : public QObject
{
    Q_OBJECT
public:
    struct Ends {
        std::optional<qint64> most; ///< messages
        std::optional<std::chrono::seconds> idleExit;
    };

    WatchRun(Session &session, Ends ends);
    [[nodiscard]] Pending<int> start(WatchOptions options);

private:
    void positioned(int queues);
    void print();
    void recovered(const BrokerName &broker);
    void topicMissing(const watchnews::TopicMissing &missing);
    void topicFound(const TopicName &topic);
    void ended(const Error &error);
    void restartIdle();
    /// Told to end; it counts whether a broker never answered, or a topic never was there.
    void end();
    void finish(int exitCode);

    Session &m_session;
    const Ends m_ends;
    std::unique_ptr<Watch> m_watch;
    Promise<int> m_exitCode;
    QTimer m_idle;
    qint64 m_printed = 0;
    SilentBrokers m_silent{m_session.out()};
    QSet<TopicName> m_missing;
    bool m_asGroup = false;
    bool m_positioned = false;
    bool m_over = false; ///< as many messages as were wanted have been printed
};

} // namespace rocketdesk::ctl
